import type { CheckContext, CheckRule, Finding, PartyChunk, RuleResult } from '../../model/checks.ts'
import type { PartyDraft } from '../../model/intake.ts'
import type { PolicyFault } from '../../model/segments.ts'
import { finders } from './builtin-tests.ts'
import { checkVocabulary, conditionTest } from './condition-test.ts'
import { chunkOfDrafts } from './drafts.ts'
import { toFinding } from './finding.ts'
import { isDomesticName } from './names.ts'
import { choiceTest, formatTest, freshTest, type Runner, rangeTest, requiredTest, uniqueTest } from './plain-tests.ts'
import { type ChunkView, viewOf } from './view.ts'

/** Rules made ready to run; made once, used for every chunk. */
export interface CompiledRules {
  readonly rules: readonly CheckRule[]
  readonly runners: readonly Runner[]
  /** Columns of `PartyChunk.values` that the rules look at. */
  readonly neededFields: readonly string[]
}

export type RulesOutcome =
  | { readonly ok: true; readonly compiled: CompiledRules }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] }

/** Makes rules ready to run, or gives every fault of theirs at once: a rule twice, a condition that can't be read. */
export function compileRules(rules: readonly CheckRule[], context: CheckContext): RulesOutcome {
  const vocabulary = checkVocabulary(context)
  const faults: PolicyFault[] = []
  const runners: Runner[] = []
  const needed = new Set<string>()
  const ids = new Set<string>()
  rules.forEach((rule, i) => {
    if (ids.has(rule.id))
      faults.push({ path: `rules[${i}].id`, reason: { code: 'check-rule-twice', params: { rule: rule.id } } })
    ids.add(rule.id)
    if (rule.tiers !== undefined) needed.add('tier')
    if (rule.domestic === true) needed.add('name')
    for (const field of fieldsOf(rule)) needed.add(field)
    if (rule.test !== 'condition') {
      runners.push(runnerOf(rule, context))
      return
    }
    const made = conditionTest(rule, context, vocabulary)
    if ('fault' in made) faults.push({ ...made.fault, path: `rules[${i}].bad` })
    else {
      runners.push(made.run)
      for (const field of made.inputs) needed.add(field)
    }
  })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, compiled: { rules, runners, neededFields: [...needed].filter((field) => !pseudo.has(field)) } }
}

/** Not columns of their own. */
const pseudo = new Set([
  'phone',
  'email',
  'contact',
  'address',
  'postal',
  'unread',
  'kind',
  'has_phone',
  'has_email',
  'has_contact',
  'has_address',
  'is_customer',
])

function fieldsOf(rule: CheckRule): readonly string[] {
  switch (rule.test) {
    case 'required':
      return [...rule.anyOf, ...(rule.given ?? [])]
    case 'builtin':
      return finders[rule.check].needs
    case 'fresh':
    case 'condition':
      return rule.fields
    default:
      return [rule.field]
  }
}

function runnerOf(rule: Exclude<CheckRule, { test: 'condition' }>, context: CheckContext): Runner {
  switch (rule.test) {
    case 'required':
      return requiredTest(rule)
    case 'format':
      return formatTest(rule)
    case 'choice':
      return choiceTest(rule)
    case 'range':
      return rangeTest(rule, context)
    case 'unique':
      return uniqueTest(rule, context)
    case 'fresh':
      return freshTest(rule, context)
    case 'builtin': {
      const { find } = finders[rule.check]
      return (view, concerns, report) =>
        find(view, (party, ...rest) => concerns(party) && report(party, ...rest), context)
    }
  }
}

const everyone = (): boolean => true

/** Whom a rule concerns: a kind, customers only, some tiers, names of mainland China. */
function concernOf(rule: CheckRule, { chunk, column }: ChunkView): (party: number) => boolean {
  const { kind, customersOnly, tiers, domestic } = rule
  if (kind === undefined && customersOnly !== true && tiers === undefined && domestic !== true) return everyone
  const [tier, names] = [column('tier'), column('name')]
  return (party) =>
    (kind === undefined || chunk.kind[party] === kind) &&
    (customersOnly !== true || chunk.isCustomer[party] === 1) &&
    (tiers === undefined || tiers.includes(tier?.[party] ?? '')) &&
    (domestic !== true || isDomesticName(names?.[party] ?? ''))
}

/**
 * Runs every rule over a chunk and hands each finding to `emit`, rule by rule.
 *
 * Gives back how many values each rule judged, to be added up over the chunks.
 */
export function evaluateParties(
  compiled: CompiledRules,
  chunk: PartyChunk,
  emit: (finding: Finding, rule: CheckRule) => void,
): Float64Array {
  const view = viewOf(chunk)
  return Float64Array.from(compiled.rules, (rule, r) => {
    const report = (party: number, field: string, value: string | null, params?: Finding['params']): void =>
      emit(toFinding(rule.id, chunk.ids[party]!, field, value, params), rule)
    return compiled.runners[r]!(view, concernOf(rule, view), report)
  })
}

/** Judges one draft (an intake answer, an edit, an import row) by the same rules and with the same words. */
export function evaluateDraft(compiled: CompiledRules, draft: PartyDraft): Finding[] {
  const findings: Finding[] = []
  evaluateParties(compiled, chunkOfDrafts([draft]), (finding) => void findings.push(finding))
  return findings
}

/** What becomes of each rule: by its thresholds, or else errors fail and warnings warn. Counts are in the rules' order. */
export function ruleResults(
  rules: readonly CheckRule[],
  judged: ArrayLike<number>,
  found: ArrayLike<number>,
): RuleResult[] {
  return rules.map((rule, r) => ({
    rule,
    judged: judged[r]!,
    found: found[r]!,
    status: statusOf(rule, judged[r]!, found[r]!),
  }))
}

function statusOf(rule: CheckRule, judged: number, found: number): RuleResult['status'] {
  if (found === 0) return 'passed'
  if (rule.threshold !== undefined) {
    const share = found / Math.max(1, judged)
    if (rule.threshold.fail !== undefined && share > rule.threshold.fail) return 'failed'
    return rule.threshold.warn !== undefined && share > rule.threshold.warn ? 'warned' : 'passed'
  }
  return rule.severity === 'error' ? 'failed' : rule.severity === 'warn' ? 'warned' : 'passed'
}
