import type { ExportQuery } from '../../model/export.ts'
import { codeOf } from '../../model/party-code.ts'
import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { type Cell, pageReader } from '../column-reader.ts'
import type { ChunkPlace } from '../party-chunks.ts'
import { openScope } from '../report-facts/scope.ts'
import { customerColumns } from './customers.ts'
import { EVENT_SQL } from './events.ts'

/** Parties a page spans. */
const PAGE = 2048

/** One column of a page: the cell of the n-th row. */
export type PageColumn = readonly Cell[]

/**
 * Rows to be taken out of the book, some thousand at a time, in the order of their ids.
 *
 * Cells stand in the order of `keys`; money is Fen, coded values are as stored. What was merged stands under its survivor.
 */
export function readExportRows(book: Book, query: ExportQuery): Generator<Cell[][]> {
  return query.entity === 'customers' ? customerRows(book, query) : eventRows(book, query)
}

function* customerRows(book: Book, { keys, filter, span, ids }: ExportQuery): Generator<Cell[][]> {
  const scope = openScope(book, { filter, members: ids })
  const columns = customerColumns(book, keys)
  const read = pageReader(book, {
    from: 'party p join customer k on k.party_id = p.id',
    key: 'p.id',
    columns: columns.plain,
    where: `p.status = 'active'${within('k.opened_on', span)}${scope('p.id')}`,
  })
  for (const [from, to] of pagesOf(book, 'customer', 'party_id')) {
    const page = read(from, to)
    if (page.keys.length > 0) yield rowsOf(columns.gather(placeOf(from, to, page.keys), page))
  }
}

function* eventRows(book: Book, { entity, keys, filter, span, ids }: ExportQuery): Generator<Cell[][]> {
  const sql = EVENT_SQL[entity as Exclude<ExportQuery['entity'], 'customers'>]
  const scope = openScope(book, { filter, members: ids })
  const isId = keys.map((key) => sql.columns[key]?.isId === true)
  const read = pageReader(book, {
    from: sql.from,
    key: 'e.id',
    columns: keys.map((key) => sql.columns[key]?.sql ?? 'null'),
    where: `${sql.where}${within(sql.day, span)}${scope(sql.party)}`,
  })
  for (const [from, to] of pagesOf(book, sql.table, 'id')) {
    const { columns } = read(from, to)
    yield rowsOf(
      columns.map((column, at) =>
        isId[at] ? column.map((id) => (id === null ? null : codeOf(id as number))) : column,
      ),
    )
  }
}

function* pagesOf(book: Book, table: string, key: string): Generator<[number, number]> {
  const ends = book.sqlite
    .prepare(`select (select min(${key}) from ${table}), (select max(${key}) from ${table})`)
    .raw()
  const [first, last] = ends.get() as [number | null, number | null]
  if (first === null || last === null) return
  for (let at = first; at <= last; at += PAGE) yield [at, at + PAGE - 1]
}

const within = (day: string, span: { from: IsoDate; to: IsoDate } | null): string =>
  span === null ? '' : ` and ${day} >= '${span.from}' and ${day} < '${span.to}'`

function rowsOf(columns: readonly PageColumn[]): Cell[][] {
  const count = columns[0]?.length ?? 0
  const rows = new Array<Cell[]>(count)
  for (let i = 0; i < count; i++) {
    const row = new Array<Cell>(columns.length)
    for (let c = 0; c < columns.length; c++) row[c] = columns[c]![i]!
    rows[i] = row
  }
  return rows
}

function placeOf(first: number, last: number, keys: readonly number[]): ChunkPlace {
  const index = new Int32Array(last - first + 1).fill(-1)
  for (let i = 0; i < keys.length; i++) index[keys[i]! - first] = i
  return { first, last, count: keys.length, at: (party) => index[party - first] ?? -1 }
}
