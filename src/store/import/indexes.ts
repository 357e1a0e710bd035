import type { Book } from '../book.ts'
import { bulkIndexes } from '../migrations/0001-initial.ts'

/** Drops the indexes a large load would have to keep in step row by row. Inside a transaction: a failure brings them back. */
export function dropBulkIndexes(book: Book): void {
  for (const name of Object.keys(bulkIndexes)) book.sqlite.exec(`drop index if exists ${name}`)
}

/** Makes them again, from sorted data. */
export function makeBulkIndexes(book: Book): void {
  for (const statement of Object.values(bulkIndexes))
    book.sqlite.exec(statement.replace('create index', 'create index if not exists'))
}
