import type { Book } from '../book.ts'
import { allLines, prepareFold, type SearchSetting, searchKinds } from './lines.ts'

/**
 * Whether the packed lines that searches look through say what the tables say.
 *
 * Where something was written since they were packed only their place in the journal can be held against it; searches
 * read those rows from the tables.
 */
export function isSearchSound(book: Book, setting: SearchSetting): boolean {
  const { sqlite } = book
  const one = (sql: string): number => Number(sqlite.prepare(sql).pluck().get())
  if (one(`select count(*) from sqlite_master where name = 'search_state'`) === 0) return true
  if (one('select count(*) from search_state') === 0) return one('select count(*) from search_block') === 0
  const [known, last] = [one('select change_id from search_state'), one('select coalesce(max(id), 0) from change')]
  if (known > last) return false
  if (known < last || one('select count(*) from search_changed') > 0) return true
  prepareFold(book, setting)
  return searchKinds.every((kind) => {
    const packed = sqlite.prepare('select data from search_block where kind = ? order by id').pluck().iterate(kind)
    const stored = packed[Symbol.iterator]() as Iterator<Buffer>
    for (const lines of allLines(book, kind, setting)) {
      const next = stored.next()
      if (next.done === true || !next.value.equals(lines)) {
        stored.return?.()
        return false
      }
    }
    return stored.next().done === true
  })
}
