import { describe, expect, it } from 'vitest'
import { reportNames, reports } from '../../../src/domain/reports/index.ts'
import type { ReportSpec } from '../../../src/domain/reports/spec.ts'
import type { ReportCell, ReportView } from '../../../src/model/report.ts'
import type { WeeklyFacts } from '../../../src/model/report-facts.ts'
import { sampleFacts } from '../../support/list-facts.ts'
import { numbers, sampleContext, weeklySample } from '../../support/report-facts.ts'

const weekly = (facts: Partial<WeeklyFacts> = {}): ReportView =>
  reports.weekly.view({ ...weeklySample, ...facts }, sampleContext('en'))

function rowsOf(view: ReportView, key: string): readonly (readonly ReportCell[])[] {
  const table = view.sections.flatMap(({ tables = [] }) => tables).find((each) => each.key === key)
  if (table === undefined) throw new Error(`no table ${key}`)
  return table.rows
}

const everyReport = reportNames.flatMap((name) => [[name, 'zh'] as const, [name, 'en'] as const])

describe('every report', () => {
  it.each(everyReport)('%s has all its words in %s, a cell for each column and a key for each table', (name, lang) => {
    const view = (reports[name] as ReportSpec).view(sampleFacts[name], sampleContext(lang))
    const tables = view.sections.flatMap(({ tables = [] }) => tables)
    const keys = tables.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { columns, rows } of tables) {
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
      for (const row of rows) {
        expect(row).toHaveLength(columns.length)
        expect(row).not.toContain(undefined)
        row.forEach((cell, at) => {
          if (cell !== null && ['integer', 'money', 'percent'].includes(columns[at]!.type))
            expect(cell).toBeTypeOf('number')
          if (columns[at]!.type === 'money' && cell !== null) expect(cell).toSatisfy(Number.isInteger)
        })
      }
    }
  })

  it('says purpose, filter, period, count, as-of and book in its first line', () =>
    expect(reports.roster.view(sampleFacts.roster, sampleContext('zh', { filter: '负责人 = 李敏' })).subtitle).toBe(
      '用途：按开拓日期先后列出全部客户 · 范围：负责人 = 李敏 · 期间：2026-11-16 至 2026-11-22 · 共 12 条 · 截至 2026-11-23 · 客户簿：kehu.db',
    ))

  it('says what was cut off a list', () => {
    const view = reports.roster.view(sampleFacts.roster, sampleContext('en'))
    expect(view.sections[0]!.tables![0]!.note).toBe('the first 8 of 12')
  })
})

describe('weekly report', () => {
  it('puts what needs a person on top, in order of harm, without what is nothing', () =>
    expect(rowsOf(weekly(), 'needs').map(([what, count]) => [what, count])).toEqual([
      ['complaints to answer', 2],
      ['follow-ups overdue', 8],
      ['key customers without contact for 30 days', 3],
      ['errors found by checks', 12],
      ['possible duplicates to decide', 37],
      ['rows rejected at import', 5],
      ['warnings found by checks', 240],
    ]))

  it('holds each number against last week and a year ago', () =>
    expect(rowsOf(weekly(), 'comparison')[0]).toEqual(['new customers', 24, 18, 6, 30, -6]))

  it('has no average deal where there was no deal', () =>
    expect(rowsOf(weekly({ numbers: { ...numbers(1), deals: 0 } }), 'money')[1]).toEqual([
      'average deal',
      null,
      null,
      null,
      null,
      null,
    ]))

  it('shows a day without contacts', () => {
    const chart = weekly().sections.find(({ key }) => key === 'contacts')!.charts![0]!
    expect(chart.labels).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
    expect(chart.series.map(({ values }) => values[5])).toEqual([0, 0, 0, 0, 0])
  })

  it('counts every contact once, whatever its kind', () => {
    const contacts = weeklySample.contactsByKindAndStaff
    const rows = rowsOf(weekly(), 'contacts-by-staff')
    const sum = contacts.reduce((total, { count }) => total + count, 0)
    expect(rows.reduce((total, row) => total + Number(row.at(-1)), 0)).toBe(sum)
    for (const row of rows)
      expect(row.slice(1, -1).reduce<number>((total, cell) => total + Number(cell), 0)).toBe(row.at(-1))
    expect(rows.at(-1)![0]).toBe('not told')
  })

  it('is a whole report for an empty book', () => {
    const empty: WeeklyFacts = {
      ...weeklySample,
      numbers: numbers(0),
      before: numbers(0),
      yearAgo: numbers(0),
      history: [],
      customersTotal: 0,
      newBySource: [],
      newByOwner: [],
      contactsByKindAndStaff: [],
      contactsByDay: [],
      changesByField: [],
      tierMoveCounts: [],
      tierMoves: [],
      tiers: [],
      findings: [],
      topInPeriod: [],
      topOfAll: [],
      dates: [],
    }
    const view = weekly(empty)
    expect(view.sections).toHaveLength(9)
    for (const table of view.sections.flatMap(({ tables = [] }) => tables))
      if (table.rows.length === 0) expect(table.empty).toBeTruthy()
  })
})
