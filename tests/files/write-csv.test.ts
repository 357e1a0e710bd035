import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '../../src/files/encode-gb18030.ts'
import { guardFormula, unguardFormula } from '../../src/files/formula-guard.ts'
import { csvText, writeCsv, writeCsvTable } from '../../src/files/write-csv.ts'

async function bytesOf(run: (sink: (bytes: Uint8Array) => void) => Promise<number>) {
  const parts: Buffer[] = []
  const rows = await run((bytes) => void parts.push(Buffer.from(bytes)))
  return { rows, bytes: Buffer.concat(parts) }
}

describe('CSV', () => {
  it.each([
    ['plain', ['a', 1, null, true], 'a,1,,true\r\n'],
    ['quotes and line ends', ['a"b', 'c\nd', 'e,f'], '"a""b","c\nd","e,f"\r\n'],
    ['edges that readers trim', [' a', 'b\t'], '" a","b\t"\r\n'],
    ['one empty cell is still a row', [null], '""\r\n'],
    ['formula', ['=1+1', '+86 138', '@x', '-5', '-5-3'], "'=1+1,'+86 138,'@x,-5,'-5-3\r\n"],
  ])('%s', (_, row, line) => expect(csvText([row])).toBe(line))

  it('leaves formulas alone when told', () => expect(csvText([['=1+1']], { guard: false })).toBe('=1+1\r\n'))

  it('gives back every cell to another reader', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        (rows) => {
          const read: string[][] = parse(csvText(rows), { relax_column_count: true })
          expect(read.map((row) => row.map(unguardFormula))).toEqual(rows)
        },
      ),
    ))

  it('writes money as yuan, titles first, and counts rows', async () => {
    const columns = [
      { title: '客户', type: 'text' as const },
      { title: '成交额', type: 'money' as const },
    ]
    const { rows, bytes } = await bytesOf((sink) =>
      writeCsvTable({ columns, rows: [[['甲', 123_456]], [['乙', null]]] }, sink, { bom: true }),
    )
    expect(rows).toBe(2)
    expect(bytes.toString()).toBe('\ufeff客户,成交额\r\n甲,1234.56\r\n乙,\r\n')
  })

  it('writes GB 18030', async () => {
    const { bytes } = await bytesOf((sink) => writeCsv([[['客户', '𠮷', 'é']]], sink, { encoding: 'gb18030' }))
    expect(new TextDecoder('gb18030').decode(bytes)).toBe('客户,𠮷,é\r\n')
    expect(bytes.subarray(0, 4).toString('hex')).toBe('bfcdbba7')
  })
})

describe('formula guard', () => {
  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['＝SUM(A1)', "'＝SUM(A1)"],
    ["'=x", "''=x"],
    ['\t=x', "'\t=x"],
    ['-12.50', '-12.50'],
    ["'quoted'", "'quoted'"],
    ['A=1', 'A=1'],
    ['', ''],
  ])('%j becomes %j', (text, guarded) => expect(guardFormula(text)).toBe(guarded))

  it('comes off again without a trace', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("'", '=', '-', '+', '1', '.', 'a', '\t', '＝'), { maxLength: 6 }),
        (characters) => {
          const text = characters.join('')
          expect(unguardFormula(guardFormula(text))).toBe(text)
        },
      ),
    ))
})

describe('GB 18030', () => {
  it('is what the decoder reads back, for every character that is not of private use', () => {
    let text = ''
    for (let code = 0; code <= 0xffff; code++) if (code < 0xd800 || code > 0xf8ff) text += String.fromCharCode(code)
    for (let code = 0x10000; code <= 0x10ffff; code += 997) text += String.fromCodePoint(code)
    const back = new TextDecoder('gb18030', { ignoreBOM: true }).decode(encodeGb18030(text))
    expect(back === text).toBe(true)
  })

  it('has no code for a lone surrogate', () => expect(Buffer.from(encodeGb18030('a\ud800b')).toString()).toBe('a?b'))
})
