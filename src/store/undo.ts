import { KehuError } from '../model/errors.ts'
import type { Book } from './book.ts'
import { cached, type Operation, type Row, unpackRows, type Value } from './journal.ts'

/** What an undo did, and what it left with the reason. */
export interface UndoOutcome {
  readonly operationId: number
  /** entity → rows taken back */
  readonly reversed: Readonly<Record<string, number>>
  /** Rows left as they are, because something later builds on them; at most 1,000 are named, `keptCount` counts all. */
  readonly kept: readonly { readonly entity: string; readonly id: number; readonly why: 'changed-since' | 'in-use' }[]
  readonly keptCount: number
}

interface ChangeLine {
  readonly id: number
  readonly entity: string
  readonly row_id: number
  readonly last_id: number
  readonly action: 'insert' | 'update' | 'delete'
  readonly before: Value
  readonly after: Value
}

/** Tables whose rows belong to a party, with the column that says to which. */
const PARTY_COLUMN: Readonly<Record<string, string>> = {
  party: 'id',
  customer: 'party_id',
  contact_point: 'party_id',
  address: 'party_id',
  alias: 'party_id',
  fact: 'party_id',
  confirmation: 'party_id',
  deal: 'party_id',
  interaction: 'party_id',
  judgement: 'party_id',
  relation: 'from_id',
  tier_override: 'party_id',
  update_request: 'party_id',
  submission: 'party_id',
  plan_item: 'party_id',
  feedback: 'party_id',
  survey_answer: 'party_id',
  demand: 'party_id',
  info_item: 'party_id',
  occasion_date: 'party_id',
  greeting: 'party_id',
  preference: 'party_id',
  party_tag: 'party_id',
  booking: 'party_id',
  card_issue: 'party_id',
  reward: 'party_id',
  competitor_note: 'party_id',
  credit: 'party_id',
  seat: 'party_id',
  consent: 'party_id',
  disclosure: 'party_id',
  subject_request: 'party_id',
  retention_notice: 'party_id',
}

/** Rows that other rows hang on: kept while one of those is there. */
const HANGING: Readonly<Record<string, readonly (readonly [entity: string, column: string])[]>> = {
  demand: [['demand_note', 'demand_id']],
  survey: [['survey_answer', 'survey_id']],
  info_item: [['reward', 'info_item_id']],
  booking: [
    ['card_issue', 'booking_id'],
    ['seat', 'booking_id'],
  ],
  interaction: [['seat', 'interaction_id']],
  match_run: [['match_pair', 'run_id']],
}
const NAMED = 1000

/**
 * Takes an operation back inside `undo`, an open operation of kind `undo`, line by line from the last to the first.
 *
 * Rows it made are removed unless something later changed or used them; values it changed are put back unless they
 * were changed since; rows it removed come back. What stays is listed. Undoing an undo redoes.
 *
 * @throws {KehuError} `operation-missing`, `operation-undone`, `operation-open`
 */
export function undoOperation(book: Book, undo: Operation, operationId: number): UndoOutcome {
  const { sqlite } = book
  const target = sqlite.prepare('select kind, state, undoes from operation where id = ?').get(operationId) as
    | { kind: string; state: string; undoes: number | null }
    | undefined
  if (target === undefined) throw new KehuError('usage', 'operation-missing', { id: operationId })
  if (target.kind === 'erase') throw new KehuError('refused', 'erase-final', { id: operationId })
  if (target.state === 'undone') throw new KehuError('usage', 'operation-undone', { id: operationId })
  if (target.state === 'open') throw new KehuError('usage', 'operation-open', { id: operationId })

  const reversed: Record<string, number> = {}
  const kept: { entity: string; id: number; why: 'changed-since' | 'in-use' }[] = []
  let keptCount = 0
  const keep = (entity: string, id: number, why: 'changed-since' | 'in-use'): void => {
    keptCount++
    if (kept.length < NAMED) kept.push({ entity, id, why })
  }
  const count = (entity: string, rows: number): void => {
    if (rows > 0) reversed[entity] = (reversed[entity] ?? 0) + rows
  }

  sqlite.pragma('defer_foreign_keys = on')
  markKeptParties(book, operationId)
  for (const row of sqlite.prepare('select id from temp.kept_party order by id').pluck().iterate())
    keep('party', Number(row), 'changed-since')

  const lines = sqlite
    .prepare('select * from change where operation_id = ? order by id desc')
    .all(operationId) as ChangeLine[]
  for (const line of lines) {
    if (line.action === 'insert') {
      count(line.entity, removeInserted(undo, line, operationId))
      tellKept(book, line, keep)
    } else if (line.action === 'update') restoreUpdated(book, undo, line, { keep, count })
    else count(line.entity, bringBack(book, undo, line))
  }
  sqlite.prepare(`update operation set state = 'undone', undone_by = ? where id = ?`).run(undo.id, operationId)
  if (target.undoes !== null) {
    sqlite.prepare(`update operation set state = 'done', undone_by = null where id = ?`).run(target.undoes)
  }
  sqlite.exec('drop table if exists temp.kept_party')
  return { operationId, reversed, kept, keptCount }
}

/** Parties the operation made and something later changed, added to, merged or pointed at: they stay, with all that came with them. */
function markKeptParties(book: Book, operationId: number): void {
  const { sqlite } = book
  sqlite.exec('drop table if exists temp.kept_party; create temp table kept_party (id integer primary key)')
  const ranges = sqlite
    .prepare(`select row_id, last_id from change where operation_id = ? and entity = 'party' and action = 'insert'`)
    .raw()
    .all(operationId) as [number, number][]
  const live = `(select id from operation where id > ${operationId} and state = 'done' and undoes is null)`
  for (const [from, to] of ranges) {
    for (const [entity, column] of Object.entries(PARTY_COLUMN)) {
      const own = entity === 'party' ? 'row_id' : `(select ${column} from ${entity} where rowid = change.row_id)`
      sqlite
        .prepare(
          `insert or ignore into temp.kept_party select ${own} from change
           where entity = ? and action <> 'delete' and operation_id in ${live} and row_id = last_id and ${own} between ? and ?`,
        )
        .run(entity, from, to)
      if (entity === 'party') continue
      sqlite
        .prepare(
          `insert or ignore into temp.kept_party select ${column} from ${entity}
           where ${column} between ? and ? and operation_id > ? and operation_id in ${live}`,
        )
        .run(from, to, operationId)
    }
    sqlite
      .prepare(
        `insert or ignore into temp.kept_party select to_id from relation where to_id between ? and ? and operation_id > ? and operation_id in ${live}`,
      )
      .run(from, to, operationId)
    sqlite
      .prepare(
        `insert or ignore into temp.kept_party select merged_into from party where merged_into between ? and ? and operation_id <> ?`,
      )
      .run(from, to, operationId)
  }
}

function removeInserted(undo: Operation, line: ChangeLine, operationId: number): number {
  const column = PARTY_COLUMN[line.entity]
  const live = `(select id from operation where id > ${operationId} and state = 'done' and undoes is null)`
  const changed = `rowid in (select row_id from change where entity = '${line.entity}' and action = 'update' and operation_id in ${live})`
  const ofKept = column === undefined ? '0' : `${column} in (select id from temp.kept_party)`
  const toKept = line.entity === 'relation' ? `or to_id in (select id from temp.kept_party)` : ''
  const used = (HANGING[line.entity] ?? [])
    .map(([entity, by]) => `or rowid in (select ${by} from ${entity} where ${by} is not null)`)
    .join(' ')
  return undo.removeWhere(
    line.entity,
    `rowid between ? and ? and not (coalesce(${ofKept}, 0) ${toKept} ${used} or ${changed})`,
    [line.row_id, line.last_id],
  )
}

/** A record typed by hand that stays is named; of a bulk load only the parties are. */
function tellKept(book: Book, { entity, row_id, last_id }: ChangeLine, keep: Tally['keep']): void {
  if (row_id !== last_id || entity === 'party' || entity === 'customer') return
  const column = PARTY_COLUMN[entity]
  const ofKept = column === undefined ? '0' : `coalesce(${column} in (select id from temp.kept_party), 0)`
  const row = cached(book, `select ${ofKept} as told from ${entity} where rowid = ?`).get(row_id) as
    | { told: number }
    | undefined
  if (row?.told === 0) keep(entity, row_id, 'changed-since')
}

interface Tally {
  readonly keep: (entity: string, id: number, why: 'changed-since' | 'in-use') => void
  readonly count: (entity: string, rows: number) => void
}

function restoreUpdated(book: Book, undo: Operation, line: ChangeLine, tally: Tally): void {
  const before = JSON.parse(String(line.before)) as Row
  const after = JSON.parse(String(line.after)) as Row
  const now = cached(book, `select * from ${line.entity} where rowid = ?`).get(line.row_id) as Row | undefined
  if (now === undefined) return
  const patch: Record<string, Value> = {}
  for (const [name, value] of Object.entries(before)) {
    if (now[name] === (after[name] ?? null)) patch[name] = value
    else tally.keep(line.entity, line.row_id, 'changed-since')
  }
  if (Object.keys(patch).length > 0 && undo.update(line.entity, line.row_id, patch)) tally.count(line.entity, 1)
}

function bringBack(book: Book, undo: Operation, line: ChangeLine): number {
  const rows = unpackRows(line.before as Buffer)
  for (const { _id, ...row } of rows as (Row & { _id?: number })[]) {
    const names = Object.keys(row)
    cached(book, `insert into ${line.entity} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(
      ...(Object.values(row) as Value[]),
    )
  }
  undo.recordRange(line.entity, line.row_id, line.last_id)
  return rows.length
}
