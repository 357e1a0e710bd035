import type { Book } from './book.ts'
import { cached, type Operation } from './journal.ts'

/** A finding as a rule gave it. */
export interface NewFinding {
  readonly key: string
  readonly rule: string
  readonly severity: string
  readonly class: string
  readonly partyId: number
  readonly field: string
  readonly value: string | null
  readonly params: string
}

/** A finding with its life. */
export interface StoredFinding extends NewFinding {
  readonly id: number
  readonly state: 'open' | 'repaired' | 'waived' | 'gone'
  readonly firstRun: number
  readonly lastRun: number
}

/** Keeps the findings of one run: the same finding again is the same row, one that is no longer found is gone. */
export interface FindingWriter {
  readonly runId: number
  readonly add: (finding: NewFinding) => void
  readonly finish: (summary: {
    readonly at: string
    readonly onDay: string
    readonly parties: number
    readonly rules: unknown
  }) => void
}

/** Opens a run of checks. Findings are derived: another run makes them again, so they are not journalled line by line. */
export function writeFindings(book: Book, operation: Operation): FindingWriter {
  const runId = operation.insert('check_run', { at: '', on_day: '', parties: 0, summary: '{}' })
  const put = cached(
    book,
    `insert into finding (key, rule, severity, class, party_id, field, value, params, state, first_run, last_run)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
     on conflict (key) do update set last_run = excluded.last_run, severity = excluded.severity, params = excluded.params,
       state = case when state = 'waived' then 'waived' else 'open' end`,
  )
  return {
    runId,
    add: (f) => void put.run(f.key, f.rule, f.severity, f.class, f.partyId, f.field, f.value, f.params, runId, runId),
    finish({ at, onDay, parties, rules }) {
      book.sqlite
        .prepare(`update finding set state = 'gone' where last_run < ? and state in ('open', 'repaired')`)
        .run(runId)
      book.sqlite
        .prepare(`update finding set state = 'open' where state = 'waived' and waived_until < ? and last_run = ?`)
        .run(onDay, runId)
      book.sqlite
        .prepare('update check_run set at = ?, on_day = ?, parties = ?, summary = ? where id = ?')
        .run(at, onDay, parties, JSON.stringify(rules), runId)
    },
  }
}

/** What the run before `runId` found, by rule; empty where it is the first. */
export function countsBefore(book: Book, runId: number): ReadonlyMap<string, number> {
  const text = book.sqlite
    .prepare('select summary from check_run where id < ? order by id desc limit 1')
    .pluck()
    .get(runId) as string | undefined
  const rules = text === undefined ? [] : (JSON.parse(text) as { rule: string; found: number }[])
  return new Map(rules.map(({ rule, found }) => [rule, found]))
}

const COLUMNS = `id, key, rule, severity, class, party_id as partyId, field, value, params, state, first_run as firstRun, last_run as lastRun`

/** Open findings, by rule and party; of some rules only where they are told. */
export function listFindings(
  book: Book,
  options: { readonly rules?: readonly string[]; readonly limit?: number } = {},
): StoredFinding[] {
  const { rules, limit = -1 } = options
  const some = rules === undefined ? '' : `and rule in (${rules.map(() => '?').join(', ')})`
  return book.sqlite
    .prepare(`select ${COLUMNS} from finding where state = 'open' ${some} order by rule, party_id, id limit ?`)
    .all(...(rules ?? []), limit) as StoredFinding[]
}

/** A few open findings of a rule, the first parties first. */
export function exampleFindings(book: Book, rule: string, limit: number): StoredFinding[] {
  return cached(
    book,
    `select ${COLUMNS} from finding where rule = ? and state = 'open' order by party_id, id limit ?`,
  ).all(rule, limit) as StoredFinding[]
}

/** Names of parties by id, for showing. */
export function namesOf(book: Book, ids: readonly number[]): ReadonlyMap<number, string> {
  const read = cached(book, 'select name from party where id = ?').pluck()
  return new Map(ids.map((id) => [id, (read.get(id) as string | undefined) ?? '']))
}
