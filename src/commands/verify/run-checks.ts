import { businessDay } from '../../domain/calendar.ts'
import { compileRules, evaluateParties, ruleResults } from '../../domain/checks/evaluate.ts'
import type { CheckContext, RuleResult } from '../../model/checks.ts'
import { KehuError } from '../../model/errors.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { countsBefore, writeFindings } from '../../store/findings.ts'
import { startOperation } from '../../store/journal.ts'
import { readPartyChunks, sharedValues } from '../../store/party-chunks.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { loadCheckRules, policyBroken } from '../policies/load.ts'

/** What a run of checks gave. */
export interface ChecksRun {
  readonly runId: number
  readonly parties: number
  readonly results: readonly RuleResult[]
  /** Findings of each rule in the run before. */
  readonly before: ReadonlyMap<string, number>
}

/** Runs the check rules (or some of them) over the whole book and keeps what they find, in one transaction. */
export function runChecks(ctx: Context, book: Book, only: readonly string[]): ChecksRun {
  const all = loadCheckRules(ctx, book)
  for (const id of only) if (!all.some((rule) => rule.id === id)) throw new KehuError('usage', 'rule-missing', { id })
  const rules = only.length === 0 ? all : all.filter(({ id }) => only.includes(id))
  const at = ctx.now()
  const { time_zone: zone } = readSettings(book)
  const today = businessDay(at, zone)
  const unique = rules.flatMap((rule) => (rule.test === 'unique' ? [rule.field] : []))
  const shared = Object.fromEntries(unique.map((field) => [field, sharedValues(book, field)])) as NonNullable<
    CheckContext['shared']
  >
  const outcome = compileRules(rules, { today, shared })
  if (!outcome.ok) throw policyBroken(ctx, 'policies/checks.yaml', outcome.faults)
  const { compiled } = outcome

  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'verify', command: ctx.commandLine, staff: ctx.staff, at })
    const findings = writeFindings(book, operation)
    const judged = new Float64Array(rules.length)
    const found = new Float64Array(rules.length)
    const indexOf = new Map(rules.map((rule, i) => [rule.id, i]))
    let parties = 0
    for (const chunk of readPartyChunks(book, compiled.neededFields, {
      dayOf: (instant) => businessDay(instant, zone),
    })) {
      parties += chunk.count
      const counts = evaluateParties(compiled, chunk, (finding, rule) => {
        found[indexOf.get(rule.id)!]!++
        findings.add({ ...finding, severity: rule.severity, class: rule.class, params: JSON.stringify(finding.params) })
      })
      for (let r = 0; r < counts.length; r++) judged[r]! += counts[r]!
    }
    const results = ruleResults(rules, judged, found)
    const before = countsBefore(book, findings.runId)
    const summary = results.map(({ rule, ...counts }) => ({
      rule: rule.id,
      judged: counts.judged,
      found: counts.found,
    }))
    findings.finish({ at, onDay: today, parties, rules: summary })
    operation.finish(ctx.now(), { parties, found: found.reduce((sum, n) => sum + n, 0) })
    return { runId: findings.runId, parties, results, before }
  })
}
