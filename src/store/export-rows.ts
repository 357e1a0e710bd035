import type { CustomerFilter } from '../model/fact-query.ts'
import type { Book } from './book.ts'
import { type Cell, pageReader } from './column-reader.ts'
import { codeOf } from './counting.ts'
import { type ExportKind, exportColumn, exportTable } from './export-rows/columns.ts'
import { joinedReader } from './export-rows/joined.ts'
import { openScope } from './report-facts/scope.ts'

export type { ExportKind }

export interface ExportQuery {
  readonly kind: ExportKind
  /** Keys of the columns in their order; `exportKeys` lists what there is, any other is read as a fact. */
  readonly columns: readonly string[]
  readonly filter?: CustomerFilter
  /** Customers and contacts: put on the books; deals and interactions: happened. First day in it, and first day after. */
  readonly from?: string
  readonly to?: string
}

/** Ids a page spans. */
const SPAN = 4096

/**
 * Rows to write out, some thousand at a time in the order of their ids, each as the cells of the columns asked for.
 *
 * Live customers only; what hangs on absorbed ones comes under their survivor's code and name. Money is in 分. Memory does
 * not grow with the book.
 */
export function* exportRows(book: Book, query: ExportQuery): Generator<Cell[][]> {
  const table = exportTable(query.kind)
  const scope = openScope(book, query.filter ?? {})
  const conditions = [table.where]
  if (query.from !== undefined) conditions.push(`${table.day} >= '${dayOnly(query.from)}'`)
  if (query.to !== undefined) conditions.push(`${table.day} < '${dayOnly(query.to)}'`)
  const columns = query.columns.map((key) => exportColumn(query.kind, key))
  const plain = columns.flatMap((column) => (column.how === 'plain' ? [column.sql] : []))
  const readRows = pageReader(book, {
    from: table.from,
    key: table.key,
    columns: [table.root, ...plain],
    where: `${conditions.join(' and ')}${scope(table.owner)}`,
  })
  const joined = joinedReader(
    book,
    columns.flatMap((column) => (column.how === 'joined' ? [column] : [])),
  )
  const ends = book.sqlite
    .prepare(`select (select min(${table.id}) from ${table.name}), (select max(${table.id}) from ${table.name})`)
    .raw()
  const [first, last] = ends.get() as [number | null, number | null]
  if (first === null || last === null) return
  for (let at = first; at <= last; at += SPAN) {
    const page = readRows(at, at + SPAN - 1)
    if (page.keys.length === 0) continue
    const roots = page.columns[0] as number[]
    const beside = joined(roots)
    let p = 1
    let j = 0
    const cells = columns.map((column): readonly Cell[] => {
      if (column.how === 'plain') return page.columns[p++]!
      if (column.how === 'joined') return beside[j++]!
      return roots.map(codeOf)
    })
    yield page.keys.map((_, row) => cells.map((column) => column[row]!))
  }
}

/** How many rows `exportRows` will give, for the log of what left. */
export function countExportRows(book: Book, query: ExportQuery): number {
  let rows = 0
  for (const chunk of exportRows(book, { ...query, columns: ['code'] })) rows += chunk.length
  return rows
}

/** A civil day and nothing else: the text goes into a statement. */
function dayOnly(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`no civil day: ${day}`)
  return day
}
