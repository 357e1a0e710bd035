import type { Book } from '../book.ts'
import { digestOf } from '../journal.ts'
import { expectedDigests } from '../privacy/redact.ts'

/** A place where the journal is not what was sealed. */
export interface ChainFault {
  readonly operationId: number
  /** `changed`: the operation or one of its lines; `unlinked`: one before it is missing or was put in; `unsealed`: it has no digest; `gap`: operations are missing; `redaction`: the note of an erasure that no erasure made. */
  readonly what: 'changed' | 'unlinked' | 'unsealed' | 'gap' | 'orphan-lines' | 'redaction'
}

/** An operation from which an erasure took lines or words, and the erasure that did. */
export interface RedactedOperation {
  readonly operationId: number
  readonly by: number
  readonly lines: number
}

/** Checks the whole chain of operations, oldest first; lists every break, with the operation where it shows. */
export function verifyChain(book: Book): {
  readonly operations: number
  readonly lines: number
  readonly faults: readonly ChainFault[]
  /** What erasures took out, which is no fault: the rest is as it was left. */
  readonly redactions: readonly RedactedOperation[]
} {
  const faults: ChainFault[] = []
  const expected = expectedDigests(book)
  const rows = book.sqlite
    .prepare('select id, state, previous_digest as previous, digest from operation order by id')
    .all() as { id: number; state: string; previous: string | null; digest: string | null }[]
  let before = ''
  let expectedId = 1
  for (const { id, state, previous, digest } of rows) {
    if (id !== expectedId) faults.push({ operationId: expectedId, what: 'gap' })
    expectedId = id + 1
    if (digest === null) {
      if (state !== 'open') faults.push({ operationId: id, what: 'unsealed' })
      continue
    }
    if (previous !== before) faults.push({ operationId: id, what: 'unlinked' })
    if (digestOf(book, id, previous ?? '') !== (expected.get(id) ?? digest))
      faults.push({ operationId: id, what: 'changed' })
    before = digest
  }
  const head = book.sqlite.prepare(`select value from setting where key = 'journal_head'`).pluck().get() as
    | string
    | undefined
  const last = rows.findLast(({ digest }) => digest !== null)
  if (head !== undefined && last !== undefined && head !== `${last.id} ${last.digest}`)
    faults.push({ operationId: last.id + 1, what: 'gap' })
  const orphans = book.sqlite
    .prepare('select distinct operation_id from change where operation_id not in (select id from operation) limit 100')
    .pluck()
    .all() as number[]
  for (const operationId of orphans) faults.push({ operationId, what: 'orphan-lines' })
  for (const operationId of strayRedactions(book)) faults.push({ operationId, what: 'redaction' })
  const redactions = book.sqlite
    .prepare('select target as operationId, operation_id as "by", lines from redaction order by id')
    .all() as RedactedOperation[]
  const lines = Number(book.sqlite.prepare('select count(*) from change').pluck().get())
  return { operations: rows.length, lines, faults, redactions }
}

/** Redaction notes that are not word for word in the journal of an erasure, or do not follow on what the operation was sealed with. */
function strayRedactions({ sqlite }: Book): number[] {
  const rows = sqlite
    .prepare(
      `select r.id, r.target, r.was, r.now, r.lines, r.operation_id as "by", o.kind, c.after, t.digest
       from redaction r left join operation o on o.id = r.operation_id left join operation t on t.id = r.target
       left join change c on c.operation_id = r.operation_id and c.entity = 'redaction' and c.row_id = r.id order by r.id`,
    )
    .all() as { target: number; was: string; now: string; lines: number; kind: string; after: string; digest: string }[]
  const last = new Map<number, string>()
  return rows.flatMap(({ target, was, now, lines, kind, after, digest }) => {
    const follows = (last.get(target) ?? digest) === was
    last.set(target, now)
    const isTold = kind === 'erase' && after === JSON.stringify({ target, was, now, lines })
    return follows && isTold ? [] : [target]
  })
}
