import { createHash } from 'node:crypto'
import type { IsoInstant } from '../model/units.ts'
import { type Book, inTransaction } from './book.ts'
import { cached } from './journal.ts'
import { keepBeside, readSideLog } from './side-log.ts'

/** `read` one customer, `lookup` a search, `list` and `report` many at once, `export` a file, `unmask`, `refused`. */
export type AccessKind = 'read' | 'lookup' | 'list' | 'report' | 'export' | 'unmask' | 'refused'

/** What left the book, or was looked at. */
export interface Access {
  readonly at: IsoInstant
  readonly staff: string
  /** `export customers customers.xlsx`, `report weekly` … */
  readonly what: string
  readonly filter: string | null
  readonly rows: number
  readonly sha256: string | null
  readonly kind?: AccessKind
  readonly partyId?: number | null
  readonly purpose?: string | null
  readonly unmasked?: boolean
}

/** Notes who took what out of the book (SEC-08). */
export function logAccess(book: Book, access: Access): void {
  const forget = inTransaction(book, () => {
    const beside = readSideLog(book)
    for (const kept of [...beside.lines, access]) insertAccess(book, kept)
    return beside.forget
  })
  forget()
}

/** How long a look-up waits for a writer before its line is kept beside the book. */
const PATIENCE_MS = 150

/**
 * Notes a look. A reader never waits for a long import: while the book is being written, the line is kept in a file
 * beside it and comes in with the next one. A book that can only be read keeps none.
 */
export function noteRead(book: Book, access: Omit<Access, 'sha256'>): void {
  const { sqlite } = book
  const line = { ...access, sha256: null }
  if (sqlite.inTransaction) {
    insertAccess(book, line)
    return
  }
  const patience = sqlite.pragma('busy_timeout', { simple: true })
  try {
    sqlite.pragma(`busy_timeout = ${PATIENCE_MS}`)
    logAccess(book, line)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (!/^(book-busy|book-read-only|disk-full)$/.test(code)) throw error
    keepBeside(book, line)
  } finally {
    sqlite.pragma(`busy_timeout = ${patience}`)
  }
}

function insertAccess(book: Book, access: Access): void {
  const { at, staff, what, filter, rows, sha256, kind = 'export', partyId = null, purpose = null } = access
  const unmasked = access.unmasked === true ? 1 : 0
  const before = accessHead(book)
  const digest = accessDigest(before, { at, staff, kind, rows, sha256, partyId, unmasked })
  const id = cached(
    book,
    `insert into access_log (at, staff, what, filter, rows, sha256, kind, party_id, purpose, unmasked, digest)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(at, staff, what, filter, rows, sha256, kind, partyId, purpose, unmasked, digest).lastInsertRowid
  cached(
    book,
    `insert into setting (key, value) values ('access_head', ?) on conflict (key) do update set value = excluded.value`,
  ).run(`${id} ${digest}`)
}

const accessHead = (book: Book): string =>
  (cached(book, `select value from setting where key = 'access_head'`).pluck().get() as string | undefined) ?? ''

/** Each line's digest covers the line before it; what was searched for, and what for, is left out, because an erasure may take it. */
function accessDigest(before: string, line: Readonly<Record<string, unknown>>): string {
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify(Object.values(line))}`)
    .digest('hex')
}

/** Ids of lines of the access log that are not as they were written, and of the first after a gap. */
export function brokenAccessLines(book: Book): number[] {
  const rows = book.sqlite
    .prepare(
      `select id, at, staff, kind, rows, sha256, party_id as partyId, unmasked, digest from access_log
       where digest is not null order by id`,
    )
    .iterate() as Iterable<Record<string, unknown>>
  const broken: number[] = []
  let before = ''
  for (const { id, digest, ...line } of rows) {
    if (accessDigest(before, line) !== digest) broken.push(Number(id))
    before = `${id} ${digest}`
  }
  if (before !== accessHead(book)) broken.push(Number(before.split(' ')[0] ?? 0) + 1)
  return broken
}

/** One line of the log of reads and exports. */
export interface LoggedAccess {
  readonly id: number
  readonly at: IsoInstant
  readonly staff: string
  /** Post the reader has now; null where they are on no list. */
  readonly post: string | null
  readonly kind: AccessKind
  readonly what: string
  readonly filter: string | null
  readonly rows: number
  readonly sha256: string | null
  readonly partyId: number | null
  readonly purpose: string | null
  readonly unmasked: boolean
}

/** Lines of the log, newest first: of one customer, one reader, one kind, from a moment on. */
export function readLooks(
  book: Book,
  asked: {
    readonly partyId?: number
    readonly staff?: string
    readonly kind?: string
    readonly since?: IsoInstant
    readonly limit: number
  },
): LoggedAccess[] {
  const rows = cached(
    book,
    `select a.id, a.at, a.staff, s.post, a.kind, a.what, a.filter, a.rows, a.sha256, a.party_id as partyId, a.purpose, a.unmasked
     from access_log a left join staff s on s.login = a.staff
     where (@partyId is null or a.party_id in (select id from party where id = @partyId or merged_into = @partyId))
       and (@staff is null or a.staff = @staff) and (@kind is null or a.kind = @kind) and (@since is null or a.at >= @since)
     order by a.id desc limit @limit`,
  ).all({
    partyId: asked.partyId ?? null,
    staff: asked.staff ?? null,
    kind: asked.kind ?? null,
    since: asked.since ?? null,
    limit: asked.limit,
  }) as (Omit<LoggedAccess, 'unmasked'> & { unmasked: number })[]
  return rows.map((row) => ({ ...row, unmasked: row.unmasked === 1 }))
}
