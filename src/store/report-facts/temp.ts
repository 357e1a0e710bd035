import type { Book } from '../book.ts'

/**
 * Keeps the rows of a query for the rest of a report under `temp.<name>`, found by `root`.
 *
 * Joined to a million customers, a query with a union would be gone through for each; a table with a key is looked up.
 */
export function keepByRoot(
  book: Book,
  name: string,
  {
    columns,
    select,
    values = [],
  }: { readonly columns: readonly string[]; readonly select: string; readonly values?: readonly string[] },
): void {
  book.sqlite.exec(
    `drop table if exists temp.${name}; create temp table ${name} (root integer primary key, ${columns.join(', ')})`,
  )
  book.sqlite.prepare(`insert into temp.${name} ${select}`).run(...values)
}
