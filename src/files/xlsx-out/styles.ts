import type { WrittenType } from '../../model/workbook.ts'

/** Places in `cellXfs` below. */
export const style = { plain: 0, header: 1, title: 2, wrapped: 3, guarded: 4 } as const

const first = 5
const types: readonly WrittenType[] = ['text', 'integer', 'number', 'money', 'percent', 'date', 'instant']

/** Style of a cell of a type; `total` is the bold one of the last line. */
export const styleOf = (type: WrittenType, total = false): number =>
  first + types.indexOf(type) + (total ? types.length : 0)

/** Built-in number formats where there is one; a text stays a text when it is edited. Source: ECMA-376 18.8.30. */
const formats: Readonly<Record<WrittenType, number>> = {
  text: 49,
  integer: 3,
  number: 0,
  money: 4,
  percent: 166,
  date: 164,
  instant: 165,
}

const cell = (format: number, more = ''): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`
const sum = (format: number): string =>
  `<xf numFmtId="${format}" fontId="1" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>`

const cellFormats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>',
  cell(49, ' quotePrefix="1"'),
  ...types.map((type) => cell(formats[type])),
  ...types.map((type) => sum(formats[type])),
]

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="16"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5B7083"/></bottom><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF5B7083"/></top><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
