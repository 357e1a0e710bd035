import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Traces } from '../../model/privacy.ts'
import { type Book, inTransaction } from '../book.ts'
import { type Operation, type Row, startOperation } from '../journal.ts'
import { forgetSearch } from '../search/blocks.ts'
import { eraseRules, hangingRules, PARTY_BLANK } from './erase-rules.ts'
import { brokenAmong, sealRedactions } from './redact.ts'
import { scrubBlocks, scrubJournal, scrubTables } from './scrub.ts'

export interface Erasure {
  /** The person, with all that were merged into them. */
  readonly ids: readonly number[]
  readonly traces: Traces | null
  readonly staff: string
  readonly at: string
  readonly today: string
  /** `request 3`, `retention` … */
  readonly cause: string
  readonly action: 'erase' | 'anonymise' | 'destroy'
  /** Class of a retention rule. */
  readonly class?: string
  readonly approvedBy?: string
  readonly dryRun: boolean
}

/** What an erasure took, by table; rows of others that lost only the person's values are in `elsewhere`. */
export interface ErasureOutcome {
  readonly operation: number
  readonly removed: Readonly<Record<string, number>>
  readonly emptied: Readonly<Record<string, number>>
  readonly elsewhere: Readonly<Record<string, number>>
  readonly sourceBlocks: number
  /** Operations of the journal that lost lines or words. */
  readonly redacted: number
}

/**
 * Takes a person out of the book for ever: their rows, every text that names them, the rows of files they came from,
 * and the journal. What was sold and how often somebody called stays, of nobody. Can't be undone.
 *
 * @throws {KehuError} `erase-chain-broken` where the journal was tampered with: that has to be seen first
 */
export function erasePerson(book: Book, erasure: Erasure): ErasureOutcome {
  book.sqlite.pragma('secure_delete = on')
  const preview: { outcome?: ErasureOutcome } = {}
  const rollBack = new Error('dry run')
  try {
    return inTransaction(book, () => {
      preview.outcome = eraseWithin(book, erasure)
      if (erasure.dryRun) throw rollBack
      return preview.outcome
    })
  } catch (error) {
    if (error === rollBack) return preview.outcome!
    throw error
  }
}

function eraseWithin(book: Book, erasure: Erasure): ErasureOutcome {
  const { ids, traces, staff, at } = erasure
  const nothing: Traces = { isIn: () => false, column: (text) => text, value: (value) => value }
  const finder = traces ?? nothing
  const broken = brokenAmong(
    book,
    book.sqlite.prepare('select id from operation order by id').pluck().all() as number[],
  )
  if (broken.length > 0) throw new KehuError('store', 'erase-chain-broken', { id: broken[0]! })
  const [id = 0] = ids
  const operation = startOperation(book, { kind: 'erase', command: `kehu privacy erase ${codeOf(id)}`, staff, at })
  const own = ownRows(book, ids)
  const touched = scrubJournal(book, (entity, row) => isOwnRow(entity, row, ids), own, finder)
  const sourceBlocks = scrubBlocks(book, ids, finder)
  const { removed, emptied } = emptyRows(book, ids, erasure.action === 'destroy')
  const headers = namingOperations(book, finder)
  const elsewhere = scrubTables(book, finder)
  for (const one of headers) touched.set(one, (touched.get(one) ?? 0) + 1)
  touched.delete(operation.id)
  forgetSearch(book)
  sealRedactions(book, operation, touched)
  keepRecord(operation, erasure, { ...removed, ...emptied })
  operation.finish(at, { erased: codeOf(id), cause: erasure.cause, rows: sum(removed) + sum(emptied) })
  return { operation: operation.id, removed, emptied, elsewhere, sourceBlocks, redacted: touched.size }
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0)

/** A disposal record holds numbers and days, never a value. */
function keepRecord(operation: Operation, erasure: Erasure, counts: Readonly<Record<string, number>>): void {
  for (const id of erasure.ids)
    operation.insert('disposal', {
      party_id: id,
      class: erasure.class ?? null,
      action: erasure.action,
      cause: erasure.cause,
      on_day: erasure.today,
      at: erasure.at,
      staff: erasure.staff,
      approved_by: erasure.approvedBy ?? null,
      counts: id === erasure.ids[0] ? JSON.stringify(counts) : '{}',
    })
}

function ownRows(book: Book, ids: readonly number[]): Set<string> {
  const own = new Set(ids.map((id) => `party:${id}`))
  for (const [table, { by }] of Object.entries(eraseRules)) {
    if (table === 'verify_draft') continue
    const found = book.sqlite
      .prepare(`select rowid from ${table} where ${memberOf(by, ids)}`)
      .pluck()
      .all() as number[]
    for (const row of found) own.add(`${table}:${row}`)
  }
  for (const [table, { on, by }] of Object.entries(hangingRules)) {
    const rows = book.sqlite
      .prepare(
        `select rowid from ${table} where ${by} in (select id from ${on} where ${memberOf(eraseRules[on]!.by, ids)})`,
      )
      .pluck()
      .all() as number[]
    for (const row of rows) own.add(`${table}:${row}`)
  }
  return own
}

const memberOf = (by: readonly string[], ids: readonly number[]): string =>
  by.map((column) => `${column} in (${ids.join(', ')})`).join(' or ')

function isOwnRow(entity: string, row: Row, ids: readonly number[]): boolean {
  if (entity === 'party') return ids.includes(Number(row['id'] ?? row['_id'] ?? Number.NaN))
  return (eraseRules[entity]?.by ?? []).some((column) => row[column] !== null && ids.includes(Number(row[column])))
}

/** Rows that a rule which destroys takes away as well: totals change with it, as the rule says. */
const DESTROYED = [
  'card_issue',
  'booking',
  'deal',
  'interaction',
  'plan_item',
  'feedback',
  'survey_answer',
  'confirmation',
  'update_request',
]

function emptyRows(
  book: Book,
  ids: readonly number[],
  destroys: boolean,
): { readonly removed: Record<string, number>; readonly emptied: Record<string, number> } {
  const { sqlite } = book
  const removed: Record<string, number> = {}
  const emptied: Record<string, number> = {}
  const note = (counts: Record<string, number>, table: string, rows: number): void => {
    if (rows > 0) counts[table] = (counts[table] ?? 0) + rows
  }
  const blank = (table: string, columns: Row, condition: string): void => {
    const names = Object.keys(columns)
    if (names.length === 0) return
    const set = names.map((name) => `${name} = ?`).join(', ')
    note(
      emptied,
      table,
      sqlite.prepare(`update ${table} set ${set} where ${condition}`).run(...Object.values(columns)).changes,
    )
  }
  for (const [table, { on, by, blank: columns }] of Object.entries(hangingRules))
    blank(table, columns, `${by} in (select id from ${on} where ${memberOf(eraseRules[on]!.by, ids)})`)
  for (const [table, rule] of Object.entries(eraseRules)) {
    const condition = memberOf(rule.by, ids)
    if ('remove' in rule) note(removed, table, sqlite.prepare(`delete from ${table} where ${condition}`).run().changes)
    else blank(table, rule.blank, condition)
  }
  if (destroys)
    for (const table of DESTROYED)
      note(removed, table, sqlite.prepare(`delete from ${table} where ${memberOf(['party_id'], ids)}`).run().changes)
  for (const id of ids) {
    const status = id === ids[0] || !isMerged(book, id) ? { status: 'anonymised' } : {}
    blank('party', { ...PARTY_BLANK, ...status, name: codeOf(id) }, `id = ${id}`)
  }
  return { removed, emptied }
}

const isMerged = (book: Book, id: number): boolean =>
  book.sqlite.prepare(`select 1 from party where id = ? and status = 'merged'`).get(id) !== undefined

/** Operations whose command line or reason names the person: their words go too. */
function namingOperations(book: Book, traces: Traces): number[] {
  const rows = book.sqlite.prepare('select id, command, reason, summary from operation').all() as {
    id: number
    command: string
    reason: string | null
    summary: string
  }[]
  const write = book.sqlite.prepare('update operation set command = ?, reason = ?, summary = ? where id = ?')
  const naming = rows.filter((row) => traces.isIn(`${row.command}\n${row.reason ?? ''}\n${row.summary}`))
  for (const { id, command, reason, summary } of naming)
    write.run(traces.column(command), reason === null ? null : traces.column(reason), traces.column(summary), id)
  return naming.map(({ id }) => id)
}

/**
 * Takes what was erased off the disk: the file is written anew without free pages, the write-ahead log is folded and
 * cut. False where somebody else has the book open and the log could not be cut yet.
 */
export function sweepFile(book: Book): boolean {
  if (book.path === ':memory:') return true
  book.sqlite.exec('vacuum')
  const [row] = book.sqlite.pragma('wal_checkpoint(truncate)') as { busy: number }[]
  return row?.busy === 0
}
