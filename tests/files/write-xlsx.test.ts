import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { CFB, read, type WorkSheet } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/files/write-xlsx.ts'
import { columnLetters, dateSerial, escapeText } from '../../src/files/xlsx-out/cell.ts'
import type { SheetPlan, WrittenRow } from '../../src/model/workbook.ts'

async function written(sheets: readonly SheetPlan[]) {
  const parts: Buffer[] = []
  const result = await writeXlsx({ title: '客户', sheets }, (bytes) => void parts.push(Buffer.from(bytes)))
  return { result, bytes: Buffer.concat(parts) }
}

const sheetOf = async (plan: SheetPlan): Promise<WorkSheet> => {
  const { bytes } = await written([plan])
  const book = read(bytes, { cellFormula: true, cellNF: true })
  return book.Sheets[book.SheetNames[0]!]!
}

const columns = [
  { title: '客户编号', type: 'text' },
  { title: '电话', type: 'text' },
  { title: '成交额', type: 'money' },
  { title: '笔数', type: 'integer' },
  { title: '占比', type: 'percent' },
  { title: '开拓日期', type: 'date' },
  { title: '时间', type: 'instant' },
] as const
const rows: WrittenRow[] = [
  ['C000001', '13800000000', 123_456, 3, 0.125, '2026-11-22', '2026-11-22 08:30'],
  ['330106198506010011', '=1+1', -5, null, 1, '1985-06', null],
]
const plan: SheetPlan = { name: '客户名册', columns, rows: [rows], total: { word: '合计', columns: [2, 3] } }

describe('a written workbook, read by another reader', () => {
  it('keeps long digits and formulas as text, money exact, dates as dates', async () => {
    const sheet = await sheetOf(plan)
    const cell = (at: string) => [sheet[at]?.t, sheet[at]?.v]
    expect(['A2', 'A3', 'B2', 'B3', 'C2', 'C3', 'D2', 'E2', 'F2', 'F3', 'G2'].map(cell)).toEqual([
      ['s', 'C000001'],
      ['s', '330106198506010011'],
      ['s', '13800000000'],
      ['s', '=1+1'],
      ['n', 1234.56],
      ['n', -0.05],
      ['n', 3],
      ['n', 0.125],
      ['n', 46348],
      ['s', '1985-06'],
      ['n', expect.closeTo(46348 + 8.5 / 24, 6)],
    ])
    expect(sheet['B3'].f).toBeUndefined()
    expect(sheet['D3']).toBeUndefined()
    expect(sheet['F2'].z).toBe('yyyy\\-mm\\-dd')
  })

  it('sums what can be summed, and says so', async () => {
    const sheet = await sheetOf(plan)
    expect([sheet['A4'].v, sheet['C4'].v, sheet['C4'].f, sheet['D4'].v]).toEqual([
      '合计',
      1234.51,
      'SUBTOTAL(109,C2:C3)',
      3,
    ])
    expect(sheet['!autofilter']?.ref).toBe('A1:G3')
  })

  it('names sheets as Excel allows, each once', async () => {
    const names = [
      'a/b:c',
      'A B C',
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三',
      "'x'",
      '',
      'History',
    ]
    const { result, bytes } = await written(names.map((name) => ({ ...plan, name })))
    expect(result.sheets).toEqual([
      'a b c',
      'A B C 2',
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一',
      'x',
      'Sheet',
      'History 2',
    ])
    expect(read(bytes).SheetNames).toEqual(result.sheets)
  })

  it('is a workbook without any rows, and without any sheets', async () => {
    const empty = await sheetOf({ ...plan, rows: [] })
    expect([empty['A1'].v, empty['A2']]).toEqual(['客户编号', undefined])
    expect(read((await written([])).bytes).SheetNames).toEqual(['客户'])
  })

  it('counts texts no spreadsheet can hold', async () => {
    const { result } = await written([{ ...plan, rows: [[['x'.repeat(40_000)], ['x'.repeat(32_767)]]] }])
    expect(result.cut).toBe(1)
  })

  it('writes the same bytes for the same rows', async () =>
    expect((await written([plan])).bytes.equals((await written([plan])).bytes)).toBe(true))

  it('gives any text back', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), async (texts) => {
        const sheet = await sheetOf({
          name: 'x',
          columns: [{ title: 't', type: 'text' }],
          rows: [texts.map((text) => [text])],
        })
        const got = texts.map((_, at) => sheet[`A${at + 2}`]?.v)
        expect(got).toEqual(texts)
      }),
      { numRuns: 60 },
    ))
})

describe('a workbook with charts', () => {
  const chart = {
    title: 'A & B',
    kind: 'bar',
    top: 0,
    labels: ['甲', '乙'],
    series: [{ name: '=x', values: [1, null] }],
    at: { row: 0, column: 3 },
  } as const
  const sheets: SheetPlan[] = [
    plan,
    {
      name: "it's",
      plain: true,
      columns,
      rows: [
        [
          ['', '=x'],
          ['甲', 1],
          ['乙', null],
        ],
      ],
      charts: [chart, { ...chart, kind: 'line' }],
    },
    { name: 'again', plain: true, columns, rows: [], charts: [{ ...chart, kind: 'stacked' }] },
  ]

  it('has every part that another part points at, and tells the type of each', async () => {
    const { bytes } = await written(sheets)
    const zip = CFB.read(bytes, { type: 'buffer' })
    const paths = (zip.FullPaths as string[])
      .map((path) => path.replace('Root Entry/', ''))
      .filter((path) => path !== '' && !path.endsWith('/'))
    const textOf = (path: string): string => Buffer.from(CFB.find(zip, `/${path}`)!.content as Uint8Array).toString()
    for (const path of paths.filter((each) => each.endsWith('.rels'))) {
      const folder = posix.dirname(posix.dirname(path))
      for (const [, target = ''] of textOf(path).matchAll(/Target="([^"]+)"/g))
        expect(paths).toContain(posix.join(folder, target))
    }
    const types = textOf('[Content_Types].xml')
    for (const path of paths.filter((each) => /charts|drawings|sheet\d/.test(each) && each.endsWith('.xml')))
      expect(types).toContain(`PartName="/${path}"`)
    expect(paths.filter((path) => path.includes('charts/'))).toHaveLength(3)
    expect(textOf('xl/charts/chart1.xml')).toContain("<c:f>'it''s'!$B$2:$B$3</c:f>")
    expect(read(bytes).SheetNames).toEqual(['客户名册', "it's", 'again'])
  })
})

describe('parts of it', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (column, letters) => expect(columnLetters(column)).toBe(letters))

  it.each([
    ['1900-03-01', 61],
    ['1900-02-28', null],
    ['2026-11-22', 46348],
    ['2026-02-30', null],
    ['2026-11-22T12:00:00.000Z', 46348.5],
    ['11/22/2026', null],
  ])('%s is day %s', (text, serial) => expect(dateSerial(text)).toBe(serial))

  it.each([
    ['a<b>&c', 'a&lt;b&gt;&amp;c'],
    ['\u0001', '_x0001_'],
    ['_x0041_', '_x005F_x0041_'],
    ['a\tb\nc', 'a\tb\nc'],
    ['\r', '_x000D_'],
    ['\ud800', '_xD800_'],
    ['😀', '😀'],
  ])('%j is written %s', (text, xml) => expect(escapeText(text)).toBe(xml))
})

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

it.skipIf(office === undefined)(
  `LibreOffice reads the same numbers${office === undefined ? ' (skipped: needs LibreOffice)' : ''}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kehu-xlsx-'))
    const { bytes } = await written([plan])
    writeFileSync(join(folder, 'a.xlsx'), bytes)
    execFileSync(
      office!,
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        '--outdir',
        folder,
        join(folder, 'a.xlsx'),
      ],
      { stdio: 'ignore' },
    )
    expect(readFileSync(join(folder, 'a.csv'), 'utf8').trim().split('\n')).toEqual([
      '客户编号,电话,成交额,笔数,占比,开拓日期,时间',
      'C000001,13800000000,1234.56,3,12.5%,2026-11-22,2026-11-22 08:30:00',
      '330106198506010011,=1+1,-0.05,,100%,1985-06,',
      '合计,,1234.51,3,,,',
    ])
  },
)
