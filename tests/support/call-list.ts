import { openTableFile } from '../../src/files/open-table-file.ts'
import { writeWholeFile } from '../../src/files/write-file.ts'
import { writeXlsx } from '../../src/files/write-xlsx.ts'
import type { Cell } from '../../src/model/sheet.ts'

/** What a person fills in for one fact: result, new value, how, note. */
export type Filled = readonly [result: string, value: string, how: string, note: string]

/** Fills a call list as a person does in Excel, row by row by code and field; returns the keys of its rows. */
export async function fillIn(
  from: string,
  to: string,
  fill: (code: string, field: string) => Filled | undefined,
): Promise<string[]> {
  const file = await openTableFile(from)
  const rows: Cell[][] = []
  for await (const sheet of file.sheets)
    for await (const chunk of sheet.chunks) rows.push(...chunk.rows.map((row) => [...row]))
  await file.close()
  const [head = [], ...body] = rows
  const filled = body.map((row) => {
    const cells = head.map((_, at) => String(row[at] ?? ''))
    const told = fill(cells[0]!, cells[3]!)
    return told === undefined ? cells : [...cells.slice(0, 5), ...told, ...cells.slice(9)]
  })
  const columns = head.map((title) => ({ title: String(title), type: 'text' as const }))
  await writeWholeFile(to, (sink) => writeXlsx({ title: 'x', sheets: [{ name: 'x', columns, rows: [filled] }] }, sink))
  return filled.map((cells) => `${cells[0]} ${cells[3]}`)
}
