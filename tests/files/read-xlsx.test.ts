import { describe, expect, it } from 'vitest'
import { kindOfCode } from '../../src/files/xlsx/number-format.ts'
import { dateCell } from '../../src/files/xlsx/serial-date.ts'
import type { Cell } from '../../src/model/sheet.ts'
import { inMemory, readTable } from '../support/read-table.ts'
import { zipOf } from '../support/zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Parts {
  readonly sheet?: string
  readonly strings?: string
  readonly styles?: string
  readonly workbook?: string
  readonly more?: Record<string, string>
}

/** A workbook of one sheet, from the XML between the tags. */
function workbook({ sheet = '', strings, styles, workbook: head = '', more = {} }: Parts): Buffer {
  return zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rels}">${head}<sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${rels}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet.includes('<worksheet')
      ? sheet
      : `<?xml version="1.0"?><worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...more,
  })
}

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`

async function read(parts: Parts) {
  const table = await readTable(inMemory(workbook(parts)))
  return table.sheets[0]!
}

const cells = async (parts: Parts): Promise<readonly (readonly Cell[])[]> => (await read(parts)).rows

describe('cells', () => {
  it.each([
    ['a number', '<c r="A1"><v>13857101234</v></c>', 13857101234],
    ['a number too long to be exact', '<c r="A1"><v>330102198506011234</v></c>', '330102198506011234'],
    ['a number of sixteen digits', '<c r="A1"><v>6222021234567890</v></c>', '6222021234567890'],
    ['scientific notation', '<c r="A1"><v>1.3857101234E+10</v></c>', 13857101234],
    ['a large one in scientific notation', '<c r="A1"><v>3.3010219850601E+17</v></c>', '3.3010219850601E+17'],
    ['a decimal', '<c r="A1"><v>0.1</v></c>', 0.1],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { kind: 'error', code: '#N/A' }],
    ['text of a formula', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>a &lt; b</v></c>', 'a < b'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>张伟</t></is></c>', '张伟'],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t xml:space="preserve"> 伟</t></r></is></c>',
      '张 伟',
    ],
    ['an ISO date', '<c r="A1" t="d"><v>2025-11-03</v></c>', { kind: 'date', iso: '2025-11-03', serial: 45964 }],
    ['character references', '<c r="A1" t="str"><v>&#24352;&#x4f1f;</v></c>', '张伟'],
    ['a control character as Excel writes it', '<c r="A1" t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[a<b]]></v></c>', 'a<b'],
  ] as const)('%s', async (_, cell, value) => {
    expect(await cells({ sheet: data(`<row r="1">${cell}</row>`) })).toEqual([[value]])
  })

  it('reads shared texts: plain, rich, with readings, empty', async () => {
    const strings =
      '<si><t>张伟</t></si><si><r><t>东</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si><si><t xml:space="preserve"> a </t></si>'
    const row = [0, 1, 2, 3].map((i) => `<c t="s"><v>${i}</v></c>`).join('')
    expect(await cells({ sheet: data(`<row>${row}</row>`), strings })).toEqual([['张伟', '东京', null, ' a ']])
  })

  it('finds its way without references, and with another prefix', async () => {
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="D1"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row r="4"><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    const got = await read({ sheet })
    expect(got.rows).toEqual([[1, null, null, 2, 3], [], [], ['a']])
    expect(got.rowNumbers).toEqual([1, 2, 3, 4])
  })

  it('makes no rows or columns of styles alone, and believes no dimension', async () => {
    const sheet = `<dimension ref="A1:XFD1048576"/>${data('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="3"><c r="Z3" s="1"/></row><row r="9" s="1"/>')}`
    expect(await cells({ sheet })).toEqual([[1]])
  })

  it('joins pieces of a large sheet without a seam', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" t="inlineStr"><is><t>客户${i}</t></is></c></row>`,
    )
    const got = await cells({ sheet: data(rows.join('')) })
    expect(got).toHaveLength(20_000)
    expect(got.every((row, i) => row[0] === i && row[1] === `客户${i}`)).toBe(true)
  })
})

describe('dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="0" fontId="1"/></cellXfs>'

  it('reads built-in and Chinese formats', async () => {
    const row =
      '<c s="1"><v>45964</v></c><c s="2"><v>45964.5</v></c><c s="3"><v>0.75</v></c><c s="4"><v>45964</v></c><c s="5"><v>45964</v></c><c s="0"><v>45964</v></c>'
    expect(await cells({ sheet: data(`<row r="1">${row}</row>`), styles })).toEqual([
      [
        { kind: 'date', iso: '2025-11-03', serial: 45964 },
        { kind: 'date', iso: '2025-11-03T12:00:00', serial: 45964.5 },
        { kind: 'date', iso: '18:00:00', serial: 0.75 },
        { kind: 'date', iso: '2025-11-03', serial: 45964 },
        { kind: 'date', iso: '2025-11-03', serial: 45964 },
        45964,
      ],
    ])
  })

  it('keeps leading zeros that a format shows', async () => {
    const zeros =
      '<numFmts><numFmt numFmtId="176" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>'
    const sheet = data(
      '<row r="1"><c s="1"><v>12</v></c><c s="1"><v>1234567</v></c><c s="1"><v>1.5</v></c><c><v>12</v></c></row>',
    )
    expect(await cells({ sheet, styles: zeros })).toEqual([['000012', 1234567, 1.5, 12]])
  })

  it('reads the 1904 system', async () => {
    const sheet = data('<row r="1"><c s="1"><v>44502</v></c></row>')
    expect(await cells({ sheet, styles, workbook: '<workbookPr date1904="1"/>' })).toEqual([
      [{ kind: 'date', iso: '2025-11-03', serial: 44502 }],
    ])
  })

  it('knows rows that are struck through', async () => {
    const sheet = data(
      '<row r="1"><c s="6"><v>1</v></c><c s="6"><v>2</v></c></row><row r="2"><c s="6"><v>1</v></c><c s="0"><v>2</v></c></row>',
    )
    expect([...(await read({ sheet, styles })).info.struckRows]).toEqual([0])
  })

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [2958465, '9999-12-31'],
  ])('serial %d is %s', (serial, iso) => {
    expect(dateCell(serial, 'date', false)).toEqual({ kind: 'date', iso, serial })
  })

  it.each([
    [60, '1900-02-29'],
    [0, '1900-01-00'],
    [-1, -1],
    [3_000_000, 3_000_000],
  ])('serial %d is no day: %s', (serial, cell) => {
    expect(dateCell(serial, 'date', false)).toEqual(cell)
  })

  it.each([
    ['General', 'none'],
    ['0.00', 'none'],
    ['#,##0.00_);[Red](#,##0.00)', 'none'],
    ['[$-804]yyyy"年"m"月";@', 'date'],
    ['yyyy/m/d h:mm', 'datetime'],
    ['h:mm:ss', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[h]:mm', 'time'],
    ['mmm-yy', 'date'],
    ['"d"0', 'none'],
    ['0.00E+00', 'none'],
    ['@', 'none'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'],
    ['¥#,##0.00;¥-#,##0.00', 'none'],
    ['0"天"', 'none'],
    ['G/通用格式', 'none'],
    ['yyyy\\-mm\\-dd', 'date'],
    ['[Red]0.00', 'none'],
  ])('format %s shows %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind)
  })
})

describe('around the rows', () => {
  it('knows merges, hidden columns and comments before the first row', async () => {
    const sheet = `<cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/></cols>${data('<row r="1"><c r="A1"><v>1</v></c></row>')}<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>`
    const more = {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="r1" Type="${rels}/comments" Target="../comments1.xml"/></Relationships>`,
      'xl/comments1.xml': `<comments xmlns="${main}"><commentList><comment ref="D8"><text><r><t>作者:</t></r><r><t>老公电话</t></r></text></comment></commentList></comments>`,
    }
    const { info } = await read({ sheet, more })
    expect(info.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }])
    expect(info.hiddenColumns).toEqual([1, 2])
    expect([...info.comments]).toEqual([['7,3', '作者:老公电话']])
  })

  it.each([
    ['no workbook', zipOf({ 'xl/styles.xml': '<a/>' }), 'workbook-damaged'],
    ['no sheets', workbook({ more: { 'xl/workbook.xml': '<workbook/>' } }), 'workbook-damaged'],
    ['a lost sheet', workbook({ more: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }), 'workbook-damaged'],
    ['cut off', workbook({ sheet: data('<row><c><v>1</v></c></row>') }).subarray(0, 400), 'workbook-damaged'],
    [
      'entities',
      workbook({ sheet: `<!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="${main}"/>` }),
      'workbook-entities',
    ],
  ])('refuses a workbook: %s', async (_, bytes, code) => {
    await expect(readTable(inMemory(bytes))).rejects.toMatchObject({ name: 'KehuError', code })
  })

  it('refuses bombs, whatever they claim', async () => {
    const bomb = workbook({ sheet: data(`<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(80 * 1024 * 1024)}`) })
    await expect(readTable(inMemory(bomb))).rejects.toMatchObject({ kind: 'refused', code: 'limit-ratio' })
    const wide = workbook({ sheet: data('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>') })
    await expect(readTable(inMemory(wide))).rejects.toMatchObject({ code: 'limit-columns' })
    const merges = workbook({
      sheet: `${data('')}<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(60_000)}</mergeCells>`,
    })
    await expect(readTable(inMemory(merges))).rejects.toMatchObject({ code: 'limit-merges' })
    const texts = workbook({ strings: '<si><t>a</t></si>'.repeat(2000) })
    await expect(readTable(inMemory(texts), { limits: { sharedStrings: 1000 } })).rejects.toMatchObject({
      code: 'limit-shared-strings',
    })
  })
})
