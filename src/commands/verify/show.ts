import type { RuleResult } from '../../model/checks.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ReportTable } from '../../model/report.ts'
import { remedyOf, ruleTitle } from '../../render/finding.ts'
import type { Book } from '../../store/book.ts'
import { exampleFindings } from '../../store/findings.ts'
import { namesOf } from '../../store/party-names.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import type { VerifyOptions } from '../verify.ts'
import { writeRows } from './rows.ts'
import type { ChecksRun } from './run-checks.ts'
import { sentenceOf, shownValue, wordsFor } from './words.ts'

/** Shows a run by rule: count, share, change since the last run, and a few examples with their remedy. */
export async function showVerification(
  ctx: Context,
  book: Book,
  run: ChecksRun,
  options: VerifyOptions,
): Promise<void> {
  const { say } = ctx
  const shown = run.results.filter(({ found, rule }) => found > 0 || (run.before.get(rule.id) ?? 0) > 0)
  const sorted = shown.toSorted((a, b) => order(a) - order(b) || b.found - a.found)
  const from = { book, run, count: options.examples }
  if (ctx.format === 'text' && ctx.io.outIsTty) sayExamples(ctx, sorted, from)
  showListing(ctx, { table: summaryTable(ctx, sorted, run), json: sorted.map((result) => jsonOf(ctx, result, from)) })
  if (options.rowsFile !== undefined) await writeRows(ctx, book, run, options.rowsFile)
  if (ctx.format !== 'text') return
  const open = sorted.reduce((sum, { found }) => sum + found, 0)
  note(ctx, say('verify-done', { parties: run.parties, rules: run.results.length, open }))
  const waived = [...run.waived.values()].reduce((sum, count) => sum + count, 0)
  if (waived > 0) note(ctx, say('verify-waived', { count: waived }))
}

const SEVERITY = { error: 0, warn: 1, info: 2 } as const
const order = ({ rule }: RuleResult): number => SEVERITY[rule.severity]

function summaryTable(ctx: Context, results: readonly RuleResult[], { before, partly }: ChecksRun): ReportTable {
  const { say } = ctx
  const words = wordsFor(ctx)
  return {
    key: 'rules',
    title: say('verify-summary'),
    columns: [
      { key: 'severity', title: say('column-severity'), type: 'text' },
      { key: 'rule', title: say('column-rule'), type: 'text' },
      { key: 'what', title: say('column-what'), type: 'text' },
      { key: 'found', title: say('column-found'), type: 'integer' },
      { key: 'share', title: say('column-share'), type: 'percent' },
      { key: 'change', title: say('column-change'), type: 'text' },
    ],
    rows: results.map(({ rule, found, judged }) => [
      say(`severity-${rule.severity}`),
      rule.id,
      ruleTitle(rule, words),
      found,
      judged === 0 ? null : found / judged,
      partly ? '' : changeOf(before.get(rule.id), found),
    ]),
    empty: say('verify-clean'),
  }
}

const changeOf = (before: number | undefined, now: number): string =>
  before === undefined ? '' : now === before ? '=' : now > before ? `+${now - before}` : String(now - before)

interface From {
  readonly book: Book
  readonly run: ChecksRun
  readonly count: number
}

const examplesOf = (rule: string, { book, run, count }: From) =>
  exampleFindings(book, rule, count, run.partly ? run.runId : undefined)

function sayExamples(ctx: Context, results: readonly RuleResult[], from: From): void {
  const words = wordsFor(ctx)
  for (const { rule, found } of results) {
    if (found === 0 || rule.severity === 'info') continue
    const examples = examplesOf(rule.id, from)
    const names = namesOf(
      from.book,
      examples.map(({ partyId }) => partyId),
    )
    ctx.io.out(`${ctx.say(`severity-${rule.severity}`)}  ${ruleTitle(rule, words)}  ×${found}  [${rule.id}]\n`)
    for (const one of examples)
      ctx.io.out(`    ${codeOf(one.partyId)} ${names.get(one.partyId)}  ${sentenceOf(one, rule, words)}\n`)
    ctx.io.out(`    → ${remedyOf(rule, ctx.lang)}\n`)
  }
  if (results.length > 0) ctx.io.out('\n')
}

function jsonOf(ctx: Context, { rule, ...counts }: RuleResult, from: From) {
  const words = wordsFor(ctx)
  const before = from.run.before.get(rule.id)
  return {
    run: from.run.runId,
    rule: rule.id,
    severity: rule.severity,
    class: rule.class,
    ...(rule.owner === undefined ? {} : { owner: rule.owner }),
    ...counts,
    waived: from.run.waived.get(rule.id) ?? 0,
    share: counts.judged === 0 ? null : counts.found / counts.judged,
    change: before === undefined ? null : counts.found - before,
    remedy: remedyOf(rule, ctx.lang),
    examples: examplesOf(rule.id, from).map((one) => ({
      code: codeOf(one.partyId),
      field: one.field,
      value: one.value === null ? null : shownValue(ctx, one.field, one.value),
      message: sentenceOf(one, rule, words),
    })),
  }
}
