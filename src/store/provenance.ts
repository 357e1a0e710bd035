import type { TableReading } from '../model/intake.ts'
import type { Cell } from '../model/sheet.ts'
import type { Book } from './book.ts'
import { readRawRow } from './import/raw-blocks.ts'
import { cached, type Row } from './journal.ts'

/** Where a value came from. */
export interface Provenance {
  readonly how: 'import' | 'hand' | 'merge' | 'repair' | 'other'
  readonly operationId: number
  readonly operationKind: string
  readonly at: string
  readonly staff: string
  readonly command: string
  readonly file?: {
    readonly name: string
    readonly sha256: string
    readonly sheet: string
    readonly row: number
    readonly batchId: number
  }
  /** Heading and text of the cells of that row. */
  readonly cells?: readonly {
    readonly heading: string
    readonly column: number
    readonly field: string | null
    readonly text: string
  }[]
}

/** One step in the life of a value, oldest first. */
export interface ValueStep {
  readonly before: string | null
  readonly after: string | null
  readonly from: Provenance
  /** Where a merge took the value from: the record that was absorbed, and where that one had it from. */
  readonly taken?: { readonly id: number; readonly from: Provenance }
}

/** Where a row of `entity` came from: the operation that made it, and the file's row where it was imported. */
export function provenanceOf(book: Book, operationId: number, sourceRowId: number | null): Provenance | undefined {
  const operation = cached(book, 'select id, kind, started_at, staff, command from operation where id = ?').get(
    operationId,
  ) as { id: number; kind: string; started_at: string; staff: string; command: string } | undefined
  if (operation === undefined) return undefined
  const base = {
    how: howOf(operation.kind),
    operationId: operation.id,
    operationKind: operation.kind,
    at: operation.started_at,
    staff: operation.staff,
    command: operation.command,
  }
  return sourceRowId === null ? base : { ...base, ...sourceRow(book, sourceRowId) }
}

function howOf(kind: string): Provenance['how'] {
  if (kind === 'import') return 'import'
  if (kind === 'merge' || kind === 'dedupe') return 'merge'
  if (kind === 'clean') return 'repair'
  return ['intake', 'edit', 'note', 'add'].includes(kind) ? 'hand' : 'other'
}

function sourceRow(book: Book, id: number): Pick<Provenance, 'file' | 'cells'> {
  const row = cached(
    book,
    `select r.row_no, r.sheet_id, s.name as sheet, s.reading, b.file_name, b.sha256, b.id as batch_id
     from source_row r join sheet s on s.id = r.sheet_id join batch b on b.id = s.batch_id where r.id = ?`,
  ).get(id) as
    | {
        row_no: number
        sheet_id: number
        sheet: string
        reading: string
        file_name: string
        sha256: string
        batch_id: number
      }
    | undefined
  if (row === undefined) return {}
  const tables = JSON.parse(row.reading) as TableReading[]
  const table = tables.findLast(({ role, headerRows }) => role !== 'ignored' && (headerRows[0] ?? 0) <= row.row_no)
  const cells = readRawRow(book, row.sheet_id, row.row_no) ?? []
  return {
    file: { name: row.file_name, sha256: row.sha256, sheet: row.sheet, row: row.row_no, batchId: row.batch_id },
    cells: cells.flatMap((cell, column) => {
      if (cell === null || cell === '') return []
      const known = table?.columns.find((one) => one.column === column)
      return [{ heading: known?.heading ?? '', column, field: known?.field ?? null, text: cellText(cell) }]
    }),
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return cell.kind === 'date' ? cell.iso : cell.code
}

/** The operation that last changed each column of a row since it was made; undone ones left out. */
export function changedBy(book: Book, entity: string, id: number): ReadonlyMap<string, number> {
  const lines = cached(
    book,
    `select c.after, c.operation_id from change c join operation o on o.id = c.operation_id
     where c.entity = ? and c.row_id = ? and c.last_id = ? and c.action = 'update' and o.state = 'done' and o.kind <> 'undo'
     order by c.id`,
  ).all(entity, id, id) as { after: string; operation_id: number }[]
  return new Map(
    lines.flatMap(({ after, operation_id }) =>
      Object.keys(JSON.parse(after) as Row).map((column): [string, number] => [column, operation_id]),
    ),
  )
}

/** The life of one column of a row: how it began, and each change since, undone ones left out. */
export function historyOf(
  book: Book,
  entity: 'party' | 'customer' | 'contact_point' | 'address',
  id: number,
  column: string,
): ValueStep[] {
  const row = cached(book, `select * from ${entity} where rowid = ?`).get(id) as
    | Record<string, string | number | null>
    | undefined
  if (row === undefined) return []
  const lines = cached(
    book,
    `select c.before, c.after, c.operation_id from change c join operation o on o.id = c.operation_id
     where c.entity = ? and c.row_id = ? and c.last_id = ? and c.action = 'update' and o.state = 'done' and o.kind <> 'undo'
     order by c.id`,
  ).all(entity, id, id) as { before: string; after: string; operation_id: number }[]
  const steps = lines.flatMap(({ before, after, operation_id }) => {
    const was = (JSON.parse(before) as Record<string, unknown>)[column]
    const is = (JSON.parse(after) as Record<string, unknown>)[column]
    if (was === undefined && is === undefined) return []
    const from = provenanceOf(book, operation_id, null)
    if (from === undefined) return []
    const taken = from.how === 'merge' ? takenFrom(book, entity, { id, column, value: textOf(is) }) : undefined
    return [{ before: textOf(was), after: textOf(is), from, ...(taken === undefined ? {} : { taken }) }]
  })
  const first = steps[0]?.before ?? (steps.length > 0 ? null : textOf(row[column]))
  const sourceRowId = (entity === 'customer' ? partySourceRow(book, id) : row['source_row_id']) as number | null
  const born = provenanceOf(book, Number(row['operation_id']), sourceRowId)
  return first === null || born === undefined ? steps : [{ before: null, after: first, from: born }, ...steps]
}

/** The absorbed record that had the value which a merge gave the survivor. */
function takenFrom(
  book: Book,
  entity: string,
  { id, column, value }: { readonly id: number; readonly column: string; readonly value: string | null },
): ValueStep['taken'] {
  if (value === null || (entity !== 'party' && entity !== 'customer')) return undefined
  const key = entity === 'party' ? 'id' : 'party_id'
  const rows = cached(
    book,
    `select e.* from ${entity} e join party p on p.id = e.${key} where p.merged_into = ? order by p.id`,
  ).all(id) as Record<string, string | number | null>[]
  const giver = rows.find((row) => textOf(row[column]) === value)
  if (giver === undefined) return undefined
  const absorbed = Number(giver[key])
  const from = provenanceOf(book, Number(giver['operation_id']), partySourceRow(book, absorbed))
  return from === undefined ? undefined : { id: absorbed, from }
}

const partySourceRow = (book: Book, id: number): number | null =>
  (cached(book, 'select source_row_id from party where id = ?').pluck().get(id) as number | null | undefined) ?? null

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
