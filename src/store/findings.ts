import type { Book } from './book.ts'
import { cached, type Operation } from './journal.ts'
import { applyWaivers } from './waivers.ts'

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

export type FindingState = 'open' | 'repaired' | 'waived' | 'gone'

/** A finding with its life. */
export interface StoredFinding extends NewFinding {
  readonly id: number
  readonly state: FindingState
  readonly firstRun: number
  readonly lastRun: number
}

/** What a run looked at: what it did not look at keeps its state. */
export interface RunScope {
  /** Null: every rule there is. */
  readonly rules: readonly string[] | null
  /** Null: every party. */
  readonly parties: readonly number[] | null
}

/** Keeps the findings of one run: the same finding again is the same row, one that is no longer found is gone. */
export interface FindingWriter {
  readonly runId: number
  /** False where this very finding was given in this run already. */
  readonly add: (finding: NewFinding) => boolean
  readonly finish: (run: {
    readonly at: string
    readonly onDay: string
    readonly parties: number
    readonly scope: RunScope
  }) => void
  /** How many findings of each rule somebody waived. After `finish`. */
  readonly waived: () => ReadonlyMap<string, number>
  /** Keeps what the run tells the next one. */
  readonly summarise: (rules: unknown) => void
}

/** Opens a run of checks. Findings are derived: another run makes them again, so they are not journalled line by line. */
export function writeFindings(book: Book, operation: Operation): FindingWriter {
  const { sqlite } = book
  const runId = operation.insert('check_run', { at: '', on_day: '', parties: 0, summary: '[]' })
  const put = cached(
    book,
    `insert into finding (key, rule, severity, class, party_id, field, value, params, state, first_run, last_run)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
     on conflict (key) do update set last_run = excluded.last_run, severity = excluded.severity, class = excluded.class,
       params = excluded.params, repaired_by = null, state = case when state = 'waived' then 'waived' else 'open' end
     where last_run <> excluded.last_run`,
  )
  return {
    runId,
    add: (f) =>
      put.run(f.key, f.rule, f.severity, f.class, f.partyId, f.field, f.value, f.params, runId, runId).changes > 0,
    finish({ at, onDay, parties, scope }) {
      closeUnseen(book, runId, scope)
      applyWaivers(book, onDay)
      sqlite.prepare('update check_run set at = ?, on_day = ?, parties = ? where id = ?').run(at, onDay, parties, runId)
    },
    waived: () =>
      new Map(
        sqlite
          .prepare(`select rule, count(*) from finding where state = 'waived' and last_run = ? group by rule`)
          .raw()
          .all(runId) as [string, number][],
      ),
    summarise: (rules) =>
      void sqlite.prepare('update check_run set summary = ? where id = ?').run(JSON.stringify(rules), runId),
  }
}

/** What the run looked for and did not see is gone; what a repair mended stays told as repaired. */
function closeUnseen(book: Book, runId: number, { rules, parties }: RunScope): void {
  const { sqlite } = book
  const names = rules === null ? '' : `and rule in (select value from json_each(?))`
  const ids = parties === null ? '' : `and party_id in (select value from json_each(?))`
  const values = [rules, parties].filter((list) => list !== null).map((list) => JSON.stringify(list))
  sqlite
    .prepare(`update finding set state = 'gone' where last_run < ? and state in ('open', 'waived') ${names} ${ids}`)
    .run(runId, ...values)
}

/** Runs that are looked back at for the last count of a rule. */
const LOOK_BACK = 30

/** What each rule found the last time before `runId` that it ran over the whole book. */
export function countsBefore(book: Book, runId: number): ReadonlyMap<string, number> {
  const texts = book.sqlite
    .prepare('select summary from check_run where id < ? order by id desc limit ?')
    .pluck()
    .all(runId, LOOK_BACK) as string[]
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const { rule, found } of JSON.parse(text) as { rule: string; found: number }[])
      if (!counts.has(rule)) counts.set(rule, found)
  return counts
}

/** A run of checks by number. */
export function findRun(book: Book, id: number): { readonly onDay: string; readonly operationId: number } | undefined {
  return book.sqlite
    .prepare('select on_day as onDay, operation_id as operationId from check_run where id = ?')
    .get(id) as { onDay: string; operationId: number } | undefined
}

const COLUMNS = `id, key, rule, severity, class, party_id as partyId, field, value, params, state, first_run as firstRun, last_run as lastRun`

export interface FindingQuery {
  readonly rules?: readonly string[]
  readonly states?: readonly FindingState[]
  readonly party?: number
  /** Seen in this run. */
  readonly run?: number
  readonly limit?: number
}

/** Findings by rule and party, the open ones where nothing else is told, one at a time: there may be millions. */
export function* eachFinding(book: Book, query: FindingQuery = {}): Generator<StoredFinding> {
  const { rules, states = ['open'], party, run, limit = -1 } = query
  const conditions = [
    `state in (select value from json_each(@states))`,
    ...(rules === undefined ? [] : ['rule in (select value from json_each(@rules))']),
    ...(party === undefined ? [] : ['party_id = @party']),
    ...(run === undefined ? [] : ['last_run = @run']),
  ]
  const rows = book.sqlite
    .prepare(
      `select ${COLUMNS} from finding where ${conditions.join(' and ')} order by rule, party_id, id limit @limit`,
    )
    .iterate({
      states: JSON.stringify(states),
      limit,
      ...(rules === undefined ? {} : { rules: JSON.stringify(rules) }),
      ...(party === undefined ? {} : { party }),
      ...(run === undefined ? {} : { run }),
    })
  yield* rows as Iterable<StoredFinding>
}

/** Findings as `eachFinding` gives them, all at once: for lists that a person reads. */
export const listFindings = (book: Book, query: FindingQuery = {}): StoredFinding[] => [...eachFinding(book, query)]

/** Was the book ever checked with something found? */
export const hasFindings = (book: Book): boolean => cached(book, 'select 1 from finding limit 1').get() !== undefined

/** Open findings of one party. */
export const openFindingsOf = (book: Book, party: number): StoredFinding[] =>
  cached(book, `select ${COLUMNS} from finding where party_id = ? and state = 'open'`).all(party) as StoredFinding[]

/** A few open findings of a rule, as they were found. */
export function exampleFindings(book: Book, rule: string, limit: number, run?: number): StoredFinding[] {
  const ofRun = run === undefined ? '' : 'and last_run = ?'
  return cached(
    book,
    `select ${COLUMNS} from finding where rule = ? and state = 'open' ${ofRun} order by id limit ?`,
  ).all(...(run === undefined ? [rule, limit] : [rule, run, limit])) as StoredFinding[]
}
