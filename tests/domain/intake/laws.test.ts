import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../src/domain/dictionary/headings.ts'
import type { Cell } from '../../../src/model/sheet.ts'
import { drawn, readSheet } from '../../support/read-sheet.ts'

const word = fc.constantFrom(
  ...[
    '姓名',
    '电话',
    '日期',
    '金额',
    '备注',
    '客户',
    '合计',
    '小计',
    '同上',
    '无',
    '张伟',
    '李娜',
    '杭州宏达科技有限公司',
    '13857101234',
  ],
  ...[
    '0571-88651234',
    '2025.10.1',
    '10.18',
    '农历八月十五',
    '约300',
    '5999-旧机1200',
    '空置',
    '注：请核对',
    '制表：小陈',
    '138****6677',
    'a@b.example',
  ],
)

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant({ kind: 'error', code: '#N/A' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'date', iso: '2025-10-01', serial: 45931 } as const) },
)

const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 40 })
const merges = fc.array(
  fc
    .record({ top: fc.nat(20), left: fc.nat(6), down: fc.nat(3), across: fc.nat(3) })
    .map(({ top, left, down, across }) => ({
      ...{ top, left, bottom: top + down, right: left + across },
    })),
  { maxLength: 4 },
)

describe('laws of reading a sheet', () => {
  it('gives exactly one reading a row, in order, each with a fate and a reason where it is not accepted', () => {
    fc.assert(
      fc.property(rows, merges, (cells, merged) => {
        const { rows: readings } = readSheet(cells, { merges: merged })
        expect(readings.map(({ row }) => row)).toEqual(cells.map((_, i) => i + 1))
        for (const reading of readings) {
          expect(reading.fate === 'accepted' || reading.reason !== undefined).toBe(true)
          if (reading.fate !== 'accepted')
            expect([reading.parties, reading.deals, reading.interactions]).toEqual([[], [], []])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads the same however the rows are cut into chunks', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (cells, chunk) => {
        expect(readSheet(cells, { chunk }).rows).toEqual(readSheet(cells).rows)
      }),
      { numRuns: 100 },
    )
  })

  it('never puts an empty text, and never the text of an error, into a value', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const said = JSON.stringify(
          readSheet(cells).rows.map(({ parties, deals, interactions }) => [parties, deals, interactions]),
        )
        expect(said).not.toContain('#N/A')
        for (const { parties } of readSheet(cells).rows) {
          for (const party of parties) for (const value of Object.values(party.values)) expect(value).not.toBe('')
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has one fingerprint for one set of headings', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { maxLength: 8 }), (headings) => {
        expect(fingerprintOf([...headings].reverse())).toBe(fingerprintOf(headings))
      }),
    )
  })

  it('reads a long sheet as it reads a short one, though it decides before it has seen all', () => {
    const head = drawn('2025年客户名单\n序号|姓名|电话|登记日期')
    const people = Array.from({ length: 5000 }, (_, i): Cell[] => [
      i + 1,
      '张伟',
      `138571${String(i).padStart(5, '0')}`,
      '10.18',
    ])
    const { rows: readings } = readSheet([...head, ...people, ['合计', '5000人']], { chunk: 700 })
    expect(readings).toHaveLength(5003)
    expect(readings.filter(({ fate }) => fate === 'accepted')).toHaveLength(5000)
    expect(readings.at(-1)!.reason!.code).toBe('total')
    expect(readings[4000]!.parties[0]).toMatchObject({
      values: { opened_on: '2025-10-18' },
      contacts: [{ canonical: '13857103998' }],
    })
  })
})
