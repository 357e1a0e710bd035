import type { IsoInstant } from '../model/units.ts'
import { type Book, inTransaction } from './book.ts'

/** Who holds a lock, since when. */
export interface Holder {
  readonly holder: string
  readonly host: string
  readonly pid: number
  readonly takenAt: IsoInstant
}

/**
 * Takes a lock by name and gives back null, or gives back who holds it.
 *
 * It lies in the book itself, so that two that come at once never both get it. A holder that `isGone` says is no more
 * loses it.
 */
export function takeLock(book: Book, name: string, wanted: Holder, isGone: (holder: Holder) => boolean): Holder | null {
  return inTransaction(book, () => {
    const held = book.sqlite
      .prepare('select holder, host, pid, taken_at as takenAt from lock where name = ?')
      .get(name) as Holder | undefined
    if (held !== undefined && !isGone(held)) return held
    book.sqlite
      .prepare(
        `insert into lock (name, holder, host, pid, taken_at) values (?, ?, ?, ?, ?)
         on conflict (name) do update set holder = excluded.holder, host = excluded.host, pid = excluded.pid, taken_at = excluded.taken_at`,
      )
      .run(name, wanted.holder, wanted.host, wanted.pid, wanted.takenAt)
    return null
  })
}

/** Gives a lock back; one that somebody else holds meanwhile stays theirs. */
export function releaseLock(book: Book, name: string, { host, pid, takenAt }: Holder): void {
  inTransaction(book, () =>
    book.sqlite
      .prepare('delete from lock where name = ? and host = ? and pid = ? and taken_at = ?')
      .run(name, host, pid, takenAt),
  )
}
