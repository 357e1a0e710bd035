import type { Span } from '../../model/fact-query.ts'
import type { FindingTally } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import type { Scope } from './scope.ts'

type Row = [
  rule: string,
  severity: FindingTally['severity'],
  state: string,
  first: number,
  last: number,
  repairedBy: number | null,
  count: number,
]
const severities: readonly string[] = ['error', 'warn', 'info']

/**
 * Findings of every rule: open now, first found within the period, closed within it.
 *
 * A finding is closed by the repair that mended it, else by the first run after the last that still saw it.
 */
export function readFindings(book: Book, span: Span, scope: Scope): FindingTally[] {
  const runs = book.sqlite.prepare('select id, on_day from check_run order by id').raw().all() as [number, string][]
  const repairs = book.sqlite
    .prepare(`select id from operation where started_at >= ? and started_at < ? and state = 'done'`)
    .pluck()
    .all(span.fromAt, span.toAt) as number[]
  const repairedNow = new Set(repairs)
  const dayOfRun = new Map(runs)
  const within = (day: string | undefined): boolean => day !== undefined && day >= span.from && day < span.to
  const closedBy = (last: number): string | undefined => runs.find(([id]) => id > last)?.[1]
  const tallies = new Map<
    string,
    { rule: string; severity: FindingTally['severity']; open: number; found: number; closed: number }
  >()
  for (const [rule, severity, state, first, last, repairedBy, count] of counted(book, scope)) {
    const key = `${severity} ${rule}`
    const tally = tallies.get(key) ?? { rule, severity, open: 0, found: 0, closed: 0 }
    tallies.set(key, tally)
    if (state === 'open') tally.open += count
    if (within(dayOfRun.get(first))) tally.found += count
    const isClosed = state !== 'open' && (repairedBy === null ? within(closedBy(last)) : repairedNow.has(repairedBy))
    if (isClosed) tally.closed += count
  }
  return [...tallies.values()]
    .filter(({ open, found, closed }) => open + found + closed > 0)
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.open - a.open ||
        (a.rule < b.rule ? -1 : 1),
    )
}

const counted = (book: Book, scope: Scope): Row[] =>
  book.sqlite
    .prepare(
      `select f.rule, f.severity, f.state, f.first_run, f.last_run, f.repaired_by, count(*) from finding f
       where 1${scope('f.party_id')} group by f.rule, f.state, f.severity, f.first_run, f.last_run, f.repaired_by`,
    )
    .raw()
    .all() as Row[]
