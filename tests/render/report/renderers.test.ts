import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { reportNames, reports } from '../../../src/domain/reports/index.ts'
import type { ReportSpec } from '../../../src/domain/reports/spec.ts'
import { csvText } from '../../../src/files/write-csv.ts'
import { writeXlsx } from '../../../src/files/write-xlsx.ts'
import type { ReportView } from '../../../src/model/report.ts'
import { cellText } from '../../../src/render/number.ts'
import { reportHtml } from '../../../src/render/report/html.ts'
import { reportJson } from '../../../src/render/report/json.ts'
import { reportMarkdown } from '../../../src/render/report/markdown.ts'
import { withoutBars } from '../../../src/render/report/pictures.ts'
import { reportRows } from '../../../src/render/report/rows.ts'
import { reportText } from '../../../src/render/report/terminal.ts'
import { toWorkbook } from '../../../src/render/report/workbook.ts'
import { displayWidth } from '../../../src/render/width.ts'
import { sampleFacts } from '../../support/list-facts.ts'
import { sampleContext } from '../../support/report-facts.ts'

const viewOf = (name: (typeof reportNames)[number], lang: 'zh' | 'en' = 'zh'): ReportView =>
  (reports[name] as ReportSpec).view(sampleFacts[name], sampleContext(lang))

const tablesOf = (view: ReportView) => view.sections.flatMap(({ tables = [] }) => tables.map(withoutBars))

describe('on a terminal', () => {
  const cases = reportNames.flatMap((name) => [
    [name, 'zh', 80] as const,
    [name, 'en', 80] as const,
    [name, 'zh', 40] as const,
    [name, 'en', 200] as const,
  ])
  it.each(cases)('%s in %s stays within %i columns', (name, lang, width) => {
    const lines = reportText(viewOf(name, lang), { width }).split('\n')
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([])
  })

  it('needs no block characters when told', () =>
    expect(reportText(viewOf('weekly', 'en'), { width: 80, ascii: true })).not.toMatch(/[▁-▏]/))
})

describe('the same numbers everywhere', () => {
  it.each(reportNames)('%s', async (name) => {
    const view = viewOf(name)
    const numbers = tablesOf(view).flatMap(({ columns, rows }) =>
      rows.flatMap((row) =>
        row.flatMap((cell, at) => (typeof cell === 'number' ? [cellText(cell, columns[at]!.type)] : [])),
      ),
    )
    const wide = reportText(view, { width: 1000 })
    const page = reportHtml(view)
    const markdown = reportMarkdown(view)
    for (const number of numbers) {
      expect(wide).toContain(number)
      expect(page).toContain(`>${number}</td>`)
      expect(markdown).toContain(number)
    }
    const parts: Buffer[] = []
    await writeXlsx(toWorkbook(view), (bytes) => void parts.push(Buffer.from(bytes)))
    const book = read(Buffer.concat(parts))
    tablesOf(view).forEach(({ columns, rows }, at) => {
      const sheet = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[at + 1]!]!, {
        header: 1,
        raw: true,
        defval: null,
      })
      rows.forEach((row, index) => {
        row.forEach((cell, column) => {
          if (typeof cell !== 'number') return
          expect(sheet[index + 1]![column]).toBeCloseTo(columns[column]!.type === 'money' ? cell / 100 : cell, 9)
        })
      })
    })
  })

  it('CSV holds each table whole, and one table alone when asked', () => {
    const view = viewOf('weekly')
    const rows: string[][] = parse(csvText(reportRows(view)), { relax_column_count: true, skip_empty_lines: false })
    expect(rows.filter((row) => row.includes('C000123'))).toHaveLength(4)
    const alone: string[][] = parse(csvText(reportRows(view, 'top-in-period')))
    expect(alone).toHaveLength(3)
    expect(alone[1]).toEqual(['1', 'C000123', '杭州西湖龙井茶业有限公司', 'A', '李敏', '3', '8000000.00', '0.00'])
  })

  it('JSON has the same keys in both languages, and money twice', () => {
    const keys = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(keys)
        : value !== null && typeof value === 'object'
          ? Object.entries(value).map(([key, each]) => [key, keys(each)])
          : null
    expect(keys(reportJson(viewOf('weekly', 'zh')))).toEqual(keys(reportJson(viewOf('weekly', 'en'))))
    const text = JSON.stringify(reportJson(viewOf('weekly')))
    expect(text).toContain('"value":"12345678.90","value_fen":1234567890')
  })
})

describe('what others wrote', () => {
  it('is never markup', () => {
    const page = reportHtml(viewOf('weekly'))
    expect(page).toContain('路过 &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(reportMarkdown(viewOf('weekly'))).toContain('路过 \\<script\\>alert(1)\\</script\\>')
  })

  it('can not break out of a Markdown table', () => {
    const base = viewOf('complaints')
    const text = JSON.stringify(base).replaceAll('漏水', 'a|b\\nc')
    expect(reportMarkdown(JSON.parse(text) as ReportView)).toContain('a\\|b↵c')
  })
})
