import { gzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { type Limits, parseLimit } from '../../src/files/limits.ts'
import { inMemory, readTable } from '../support/read-table.ts'

const csv = (rows: number, columns = 2): string =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, c) => `${i}${c}`).join(',')).join('\n')

function workbook(bookType: 'xlsx' | 'biff8' | 'ods'): Buffer {
  const rows = Array.from({ length: 200 }, (_, i) => [`客户${i}`, `1385712${String(i).padStart(4, '0')}`, `备注${i}`])
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = [0, 2, 4].map((row) => ({ s: { r: row, c: 0 }, e: { r: row + 1, c: 0 } }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '客户')
  return write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer
}

const wide = `<table>${`<tr>${'<td>1</td>'.repeat(30)}</tr>`.repeat(2)}</table>`

const cases: readonly (readonly [string, Buffer | string, string, number])[] = [
  ['rows of a text', csv(100), 'rows', 99],
  ['rows of a workbook', workbook('xlsx'), 'rows', 199],
  ['rows of an old workbook', workbook('biff8'), 'rows', 199],
  ['rows of an OpenDocument workbook', workbook('ods'), 'rows', 199],
  ['records of JSON', JSON.stringify(Array.from({ length: 50 }, (_, i) => ({ 姓名: `客户${i}` }))), 'rows', 50],
  ['columns of a text', csv(3, 40), 'columns', 39],
  ['columns of a page', wide, 'columns', 29],
  ['characters of a cell', `姓名,备注\n张三,"${'很长'.repeat(600)}"\n`, 'cell', 1000],
  ['texts shared by cells', workbook('xlsx'), 'shared-strings', 100],
  ['merged cells', workbook('xlsx'), 'merges', 2],
  ['bytes unpacked', gzipSync(csv(5000)), 'unpacked', 10_000],
  ['seconds for an old workbook', workbook('biff8'), 'seconds', 0.001],
]

describe('limits', () => {
  it.each(cases)('%s are held to a limit that is named', async (_, bytes, option, bound) => {
    const limits = parseLimit(`${option}=${bound}`) as Partial<Limits>
    await expect(readTable(inMemory(bytes), { limits })).rejects.toMatchObject({
      kind: 'refused',
      code: `limit-${option}`,
      params: { option: expect.stringMatching(new RegExp(`^--limit ${option}=`)) },
    })
    // What the refusal tells to type lets the file through.
    await expect(readTable(inMemory(bytes), { limits: parseLimit(`${option}=5000000`) })).resolves.toMatchObject({})
  })

  it('holds what unpacks to very much more than it was', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, 'a,b\n'))
    await expect(readTable(inMemory(bomb))).rejects.toMatchObject({ kind: 'refused', code: 'limit-ratio' })
  })

  it.each(['rows', 'rows=', 'rows=0', 'rows=-1', 'rows=many', 'lines=5'])('knows no --limit %s', (text) => {
    expect(() => parseLimit(text)).toThrow(expect.objectContaining({ kind: 'usage', code: 'limit-option-wrong' }))
  })
})
