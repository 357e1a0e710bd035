import type { Book } from './book.ts'
import { cached } from './journal.ts'

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
  /** The last run that saw it; of what is still open, the last run there was. */
  readonly lastRun: number
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

const COLUMNS = `id, key, rule, severity, class, party_id as partyId, field, value, params, state, first_run as firstRun,
  case when state in ('open', 'waived') then (select max(id) from check_run) else last_run end as lastRun`

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
