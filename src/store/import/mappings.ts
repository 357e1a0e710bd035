import type { TableReading } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import type { Operation } from '../journal.ts'

/** Heading → field. */
type Mapping = Readonly<Record<string, string>>

/** Every mapping that is kept, by the fingerprint of its headings: it holds wherever these columns stand. */
export function readMappings(book: Book): Record<string, Mapping> {
  const rows = book.sqlite.prepare('select fingerprint, columns from mapping').raw().all() as [string, string][]
  return Object.fromEntries(rows.map(([fingerprint, columns]) => [fingerprint, JSON.parse(columns) as Mapping]))
}

/** Keeps what a person said of columns, for the next file with the same headings; what was kept of others stays. */
export function keepMappings(
  book: Book,
  operation: Operation,
  tables: readonly TableReading[],
  by: { readonly staff: string; readonly at: string },
): void {
  for (const { fingerprint, columns, role } of tables) {
    const told = columns.filter(({ because, field, heading }) => because === 'told' && field !== null && heading !== '')
    if (told.length === 0 || role === 'ignored') continue
    const before = book.sqlite.prepare('select id, columns from mapping where fingerprint = ?').get(fingerprint) as
      | { id: number; columns: string }
      | undefined
    const mapping: Mapping = {
      ...(before === undefined ? {} : (JSON.parse(before.columns) as Mapping)),
      ...Object.fromEntries(told.map(({ heading, field }) => [heading, field!])),
    }
    const row = { columns: JSON.stringify(mapping), staff: by.staff, saved_at: by.at }
    if (before === undefined) operation.insert('mapping', { fingerprint, ...row })
    else operation.update('mapping', before.id, row)
  }
}
