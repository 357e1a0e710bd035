import { deflateRawSync } from 'node:zlib'
import type { Traces } from '../../model/privacy.ts'
import type { Book } from '../book.ts'
import { unpackBlock } from '../import/raw-blocks.ts'
import { packRows, type Row, unpackRows, type Value } from '../journal.ts'
import { eraseRules } from './erase-rules.ts'

/** Tables whose texts are looked through, with their text columns. The journal and the blocks of source rows are read in their own way. */
function textTables(book: Book): { readonly table: string; readonly columns: readonly string[] }[] {
  const skipped = new Set(['change', 'source_block', 'staff', 'lock', 'redaction', 'search_block'])
  const tables = book.sqlite
    .prepare(
      `select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
    )
    .all() as { name: string; wr: number }[]
  const columnsOf = book.sqlite.prepare(`select name from pragma_table_info(?) where type in ('TEXT', 'ANY')`).pluck()
  return tables
    .filter(({ name, wr }) => wr === 0 && !skipped.has(name))
    .map(({ name }) => ({
      table: name,
      columns: (columnsOf.all(name) as string[]).filter((column) => !KEPT.has(`${name}.${column}`)),
    }))
    .filter(({ columns }) => columns.length > 0)
}

/** Columns that hold no words of people: digests, and who did it. */
const KEPT: ReadonlySet<string> = new Set([
  ...['operation.digest', 'operation.previous_digest', 'operation.staff', 'operation.summary', 'setting.key'],
  ...['access_log.digest', 'access_log.staff'],
])

/** Takes a person's values out of every text of every table; returns how many rows of which. Operations are among them: `onOperation` hears of each. */
export function scrubTables(book: Book, traces: Traces): Record<string, number> {
  const { sqlite } = book
  sqlite.function('kehu_traces', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' && traces.isIn(text) ? 1 : 0,
  )
  const counts: Record<string, number> = {}
  for (const { table, columns } of textTables(book)) {
    const joined = columns.map((name) => `coalesce(${name}, '')`).join(` || char(10) || `)
    const rows = sqlite
      .prepare(`select rowid as _row, ${columns.join(', ')} from ${table} where kehu_traces(${joined})`)
      .all() as Row[]
    for (const row of rows) scrubRow(book, table, columns, row, traces)
    if (rows.length > 0) counts[table] = rows.length
  }
  return counts
}

function scrubRow(book: Book, table: string, columns: readonly string[], row: Row, traces: Traces): void {
  for (const name of columns) {
    const value = row[name]
    if (typeof value !== 'string' || !traces.isIn(value)) continue
    const clean = traces.column(value)
    const update = book.sqlite.prepare(`update or ignore ${table} set ${name} = ? where rowid = ?`)
    // A name that has to be the only one of its kind gets its number.
    if (update.run(clean, row['_row']!).changes === 0) update.run(`${clean} ${row['_row']}`, row['_row']!)
  }
}

/** The rows of files a person's values stand in: cells of the person's own rows are emptied, elsewhere only the values go. */
export function scrubBlocks(book: Book, ids: readonly number[], traces: Traces): number {
  const { sqlite } = book
  const own = new Set(
    (
      sqlite
        .prepare(`select sheet_id, row_no from source_row where party_id in (${ids.join(', ')})`)
        .raw()
        .all() as [number, number][]
    ).map(([sheet, row]) => `${sheet}:${row}`),
  )
  const blocks = sqlite.prepare('select id, sheet_id, data from source_block order by id')
  const write = sqlite.prepare('update source_block set data = ? where id = ?')
  let changed = 0
  const found: { id: number; sheet_id: number; data: Buffer }[] = []
  for (const block of blocks.iterate() as Iterable<{ id: number; sheet_id: number; data: Buffer }>) {
    const cleaned = cleanBlock(block.data, (row) => own.has(`${block.sheet_id}:${row}`), traces)
    if (cleaned !== null) found.push({ ...block, data: cleaned })
  }
  for (const { id, data } of found) {
    write.run(data, id)
    changed++
  }
  return changed
}

function cleanBlock(data: Buffer, isOwn: (row: number) => boolean, traces: Traces): Buffer | null {
  const block = unpackBlock(data)
  let changed = false
  const cells = block.cells.map((row, at) => {
    if (isOwn(block.rows[at]!)) {
      changed = true
      return row.map(() => null)
    }
    const clean = traces.value(row)
    changed ||= clean !== row
    return clean
  })
  return changed ? deflateRawSync(JSON.stringify({ ...block, cells }), { level: 1 }) : null
}

interface Line {
  readonly id: number
  readonly operation_id: number
  readonly entity: string
  readonly row_id: number
  readonly last_id: number
  readonly before: Value
  readonly after: Value
}

/**
 * Takes a person out of the journal: lines about the person's rows lose what they said, other lines only the person's
 * values. Returns the operations whose lines were changed, with how many. Call while the person's rows still stand.
 */
export function scrubJournal(
  book: Book,
  isOwnRow: (entity: string, row: Row) => boolean,
  own: OwnRows,
  traces: Traces,
): Map<number, number> {
  const { sqlite } = book
  const touched = new Map<number, number>()
  const lines = sqlite.prepare(
    'select id, operation_id, entity, row_id, last_id, before, after from change where before is not null or after is not null',
  )
  const write = sqlite.prepare('update change set before = ?, after = ? where id = ?')
  const changed: { id: number; operation: number; before: Value; after: Value }[] = []
  for (const line of lines.iterate() as Iterable<Line>) {
    const isOwn = line.row_id === line.last_id && own.has(`${line.entity}:${line.row_id}`)
    const before = cleanSide(line, line.before, isOwn, isOwnRow, traces)
    const after = cleanSide(line, line.after, isOwn, isOwnRow, traces)
    if (before !== line.before || after !== line.after)
      changed.push({ id: line.id, operation: line.operation_id, before, after })
  }
  for (const { id, operation, before, after } of changed) {
    write.run(before, after, id)
    touched.set(operation, (touched.get(operation) ?? 0) + 1)
  }
  return touched
}

/** `entity:id` of every row that is the person's. */
export type OwnRows = ReadonlySet<string>

const GONE = '■■'

/** Words that say what became of a row, not of whom. */
const STATES = new Set([
  'status',
  'state',
  'stage',
  'kind',
  'type',
  'merged_into',
  'party_id',
  'survivor',
  'absorbed',
  'field',
])

function cleanSide(
  { entity }: Line,
  side: Value,
  isOwn: boolean,
  isOwnRow: (entity: string, row: Row) => boolean,
  traces: Traces,
): Value {
  if (Buffer.isBuffer(side)) {
    const rows = unpackRows(side)
    const kept = rows.flatMap((row): Row[] => {
      if (isOwnRow(entity, row)) return ownImage(entity, row)
      return [traces.value(row) as Row]
    })
    const isSame = kept.length === rows.length && kept.every((row, at) => row === rows[at])
    return isSame ? side : packRows(kept)
  }
  if (typeof side !== 'string') return side
  const row = JSON.parse(side) as Row
  if (!isOwn && !isOwnRow(entity, row)) {
    const clean = traces.value(row)
    return clean === row ? side : JSON.stringify(clean)
  }
  // Which columns were changed is kept, for the count of changes; what they held is not.
  const emptied = Object.entries(row).map(([column, value]) => [
    column,
    STATES.has(column) || value === null ? value : GONE,
  ])
  return JSON.stringify(Object.fromEntries(emptied))
}

/** The image of a removed row of the person: gone where such rows go, else with the words emptied. */
function ownImage(entity: string, row: Row): Row[] {
  const rule = eraseRules[entity]
  if (rule === undefined) return [row]
  return 'remove' in rule ? [] : [{ ...row, ...rule.blank }]
}
