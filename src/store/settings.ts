import type { Book } from './book.ts'
import { inTransaction } from './book.ts'

/** Settings of a book. */
export interface Settings {
  readonly created_at: string
  /** IANA name; days and weeks of the book are in it. */
  readonly time_zone: string
  readonly profile: string
  readonly purpose: string | undefined
  /** Key of the tier scheme whose level stands on the customers' cards. */
  readonly tier_scheme: string
}

/** The book's settings, with the built-in ones where none is stored. */
export function readSettings(book: Book): Settings {
  const rows = book.sqlite.prepare('select key, value from setting').raw().all() as [string, string][]
  const stored = Object.fromEntries(rows)
  return {
    created_at: stored['created_at'] ?? '',
    time_zone: stored['time_zone'] ?? 'Asia/Shanghai',
    profile: stored['profile'] ?? 'general',
    purpose: stored['purpose'],
    tier_scheme: stored['tier_scheme'] ?? 'property',
  }
}

/** Names of the settings that are stored; the others are the built-in ones. */
export const storedSettings = (book: Book): ReadonlySet<string> =>
  new Set(book.sqlite.prepare('select key from setting').pluck().all() as string[])

/** Stores settings, each over what was there. */
export function writeSettings(book: Book, settings: Readonly<Record<string, string>>): void {
  const put = book.sqlite.prepare(
    'insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  )
  inTransaction(book, () => {
    for (const [key, value] of Object.entries(settings)) put.run(key, value)
  })
}
