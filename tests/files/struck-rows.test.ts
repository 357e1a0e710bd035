import { CFB } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { struckRowsOf } from '../../src/files/biff/struck-rows.ts'
import { inMemory, readTable } from '../support/read-table.ts'

const record = (id: number, ...words: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 + words.length * 2)
  for (const [i, word] of [id, words.length * 2, ...words].entries()) bytes.writeUInt16LE(word, i * 2)
  return bytes
}

/** A workbook of BIFF8 as far as the style of its cells goes: two fonts, the second struck through, on sheet two. */
function workbook(...rows: readonly (readonly number[])[]): Buffer {
  const fonts = [0, 0, 0, 0, 8].map((flags) => record(0x31, 200, flags))
  const formats = [0, 5].map((font) => record(0xe0, font, 0))
  const cells = rows.flatMap((styles, row) => styles.map((style, column) => record(0xfd, row, column, style, 0, 0)))
  const globals = (first: number, second: number): Buffer =>
    Buffer.concat([
      record(0x809, 0x600, 5),
      ...fonts,
      ...formats,
      record(0x85, first, 0, 0),
      record(0x85, second, 0, 0),
      record(0x0a),
    ])
  const empty = Buffer.concat([record(0x809, 0x600, 0x10), record(0x0a)])
  const start = globals(0, 0).length
  const stream = Buffer.concat([
    globals(start, start + empty.length),
    empty,
    record(0x809, 0x600, 0x10),
    ...cells,
    record(0xbd, rows.length, 0, 1, 0, 0, 1, 0, 0, 1),
    record(0x0a),
  ])
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/Workbook', stream)
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

describe('rows that are struck through', () => {
  it('are told in BIFF where every cell of them is, packed numbers too', () => {
    expect(struckRowsOf(workbook([0, 0], [1, 1], [1, 0]))).toEqual(new Map([[1, new Set([1, 3])]]))
  })

  it('are none where the bytes are no workbook', () => {
    expect(struckRowsOf(Buffer.from('neither'))).toEqual(new Map())
  })

  it('are told in OpenDocument, by the style of cells or of the text within', async () => {
    const cell = (text: string, style = ''): string =>
      `<table:table-cell office:value-type="string"${style}><text:p>${text}</text:p></table:table-cell>`
    const struck = ' table:style-name="ce1"'
    const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
    const style = (name: string): string =>
      `<style:style style:name="${name}"><style:text-properties style:text-line-through-style="solid"/></style:style>`
    const xml = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:automatic-styles>${style('ce1')}${style('T1')}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="客户">${[
      row(cell('姓名'), cell('手机')),
      row(cell('李秀英', struck), cell('13857120002', struck)),
      row(cell('王小明', struck), cell('13857120003')),
      row(cell('<text:span text:style-name="T1">赵敏</text:span>'), cell('13857120004', struck)),
    ].join('')}</table:table></office:spreadsheet></office:body></office:document>`
    const [sheet] = (await readTable(inMemory(xml))).sheets
    expect([...sheet!.info.struckRows]).toEqual([1, 3])
  })
})
