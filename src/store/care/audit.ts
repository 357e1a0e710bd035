import type { Book } from '../book.ts'
import { digestOf } from '../journal.ts'

/** A place where the journal is not what was sealed. */
export interface ChainFault {
  readonly operationId: number
  /** `changed`: the operation or one of its lines; `unlinked`: one before it is missing or was put in; `unsealed`: it has no digest; `gap`: operations are missing. */
  readonly what: 'changed' | 'unlinked' | 'unsealed' | 'gap' | 'orphan-lines'
}

/** Checks the whole chain of operations, oldest first; lists every break, with the operation where it shows. */
export function verifyChain(book: Book): {
  readonly operations: number
  readonly lines: number
  readonly faults: readonly ChainFault[]
} {
  const faults: ChainFault[] = []
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
    if (digestOf(book, id, previous ?? '') !== digest) faults.push({ operationId: id, what: 'changed' })
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
  const lines = Number(book.sqlite.prepare('select count(*) from change').pluck().get())
  return { operations: rows.length, lines, faults }
}
