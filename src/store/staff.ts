import { createHash } from 'node:crypto'
import type { IsoDate, IsoInstant } from '../model/units.ts'
import type { Book } from './book.ts'
import { cached, type Operation } from './journal.ts'

/** Somebody who works with the book. */
export interface StaffMember {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly post: string | null
  readonly active: boolean
  readonly leftOn: IsoDate | null
  /** Null where none is set: the login name alone is taken. */
  readonly passphrase: string | null
}

const COLUMNS = `id, login, name, post, active = 1 as active, left_on as leftOn, passphrase`
const toStaff = (row: unknown): StaffMember => {
  const member = row as Omit<StaffMember, 'active'> & { active: number }
  return { ...member, active: member.active === 1 }
}

/** Whether anybody is on the list: an empty one means that the book is open to whoever can read its file. */
export const hasStaff = (book: Book): boolean => cached(book, 'select 1 from staff limit 1').get() !== undefined

/** Everybody who works or worked with the book, in the order they came. */
export const listStaff = (book: Book): StaffMember[] =>
  book.sqlite.prepare(`select ${COLUMNS} from staff order by id`).all().map(toStaff)

/** Somebody by login, else by a name only one of them has. Undefined where there is none. */
export function findStaff(book: Book, who: string): StaffMember | undefined {
  const byLogin = cached(book, `select ${COLUMNS} from staff where login = ?`).get(who)
  if (byLogin !== undefined) return toStaff(byLogin)
  const byName = cached(book, `select ${COLUMNS} from staff where name = ? order by active desc`).all(who)
  return byName.length === 1 ? toStaff(byName[0]) : undefined
}

/** When each of them last did anything, by login: the later of writing and reading. */
export function lastSeen(book: Book): ReadonlyMap<string, IsoInstant> {
  const rows = book.sqlite
    .prepare(
      `select staff, max(at) from (select staff, max(started_at) as at from operation group by staff
       union all select staff, max(at) from access_log group by staff) group by staff`,
    )
    .raw()
    .all() as [string, IsoInstant][]
  return new Map(rows)
}

/** The access policy that was loaded last, as text; undefined where the built-in one holds. */
export function readAccessPolicy(book: Book): { readonly version: number; readonly document: string } | undefined {
  return cached(
    book,
    `select version, document from policy where kind = 'access' and name = 'access' order by version desc limit 1`,
  ).get() as { version: number; document: string } | undefined
}

/** Puts an access policy in force as the next version; returns its number. */
export function saveAccessPolicy(book: Book, operation: Operation, document: string, at: IsoInstant): number {
  const version = (readAccessPolicy(book)?.version ?? 0) + 1
  const sha256 = createHash('sha256').update(document).digest('hex')
  const row = { kind: 'access', name: 'access', version, document, sha256, loaded_at: at }
  const id = Number(
    book.sqlite
      .prepare('insert into policy (kind, name, version, document, sha256, loaded_at) values (?, ?, ?, ?, ?, ?)')
      .run(...Object.values(row)).lastInsertRowid,
  )
  operation.recordRange('policy', id, id)
  return version
}

const OWNED = `from customer where owner in (?, ?)`

/** How many customers somebody looks after, by login or name. */
export const countOwned = (book: Book, [login = '', name = '']: readonly string[]): number =>
  Number(cached(book, `select count(*) ${OWNED}`).pluck().get(login, name))

/** The customers somebody looks after. */
export const ownedIds = (book: Book, [login = '', name = '']: readonly string[]): number[] =>
  cached(book, `select party_id ${OWNED} order by party_id`).pluck().all(login, name) as number[]
