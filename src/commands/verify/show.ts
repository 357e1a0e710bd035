import { resolve } from 'node:path'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { codeOf } from '../../domain/search/query.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import type { CheckRule, Finding, RuleResult } from '../../model/checks.ts'
import { type FindingWords, findingSentence, remedyOf, ruleTitle } from '../../render/finding.ts'
import type { Book } from '../../store/book.ts'
import { exampleFindings, listFindings, namesOf, type StoredFinding } from '../../store/findings.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import type { VerifyOptions } from '../verify.ts'
import type { ChecksRun } from './run-checks.ts'

/** Shows a run by rule: count, share, change since the last run, and a few examples with their remedy. */
export async function showVerification(
  ctx: Context,
  book: Book,
  run: ChecksRun,
  options: VerifyOptions,
): Promise<void> {
  const words = wordsFor(ctx)
  const shown = run.results.filter(({ found, rule }) => found > 0 || (run.before.get(rule.id) ?? 0) > 0)
  const sorted = shown.toSorted((a, b) => order(a) - order(b) || b.found - a.found)
  if (ctx.format === 'text' && ctx.io.outIsTty) sayExamples(ctx, book, sorted, { words, count: options.examples })
  showListing(ctx, {
    table: summaryTable(ctx, sorted, run, words),
    json: sorted.map((result) => jsonOf(ctx, book, result, { run, words, options })),
  })
  if (options.rowsFile !== undefined) await writeRows(ctx, book, run, words, options.rowsFile)
  const open = sorted.reduce((sum, { found }) => sum + found, 0)
  if (ctx.format === 'text')
    note(ctx, ctx.say('verify-done', { parties: run.parties, rules: run.results.length, open }))
}

const SEVERITY = { error: 0, warn: 1, info: 2 } as const
const order = ({ rule }: RuleResult): number => SEVERITY[rule.severity]

export function wordsFor(ctx: Context): FindingWords {
  return {
    lang: ctx.lang,
    label: (field) => fieldByKey(field)?.[ctx.lang] ?? field,
    show: (_field, value) => value,
    tell: (code) => ctx.tell({ code }),
  }
}

function summaryTable(ctx: Context, results: readonly RuleResult[], { before }: ChecksRun, words: FindingWords) {
  const { say } = ctx
  return {
    key: 'rules',
    title: say('verify-summary'),
    columns: [
      { key: 'severity', title: say('column-severity'), type: 'text' as const },
      { key: 'rule', title: say('column-rule'), type: 'text' as const },
      { key: 'what', title: say('column-what'), type: 'text' as const },
      { key: 'found', title: say('column-found'), type: 'integer' as const },
      { key: 'share', title: say('column-share'), type: 'percent' as const },
      { key: 'change', title: say('column-change'), type: 'text' as const },
    ],
    rows: results.map(({ rule, found, judged }) => [
      say(`severity-${rule.severity}`),
      rule.id,
      ruleTitle(rule, words),
      found,
      judged === 0 ? null : found / judged,
      changeOf(before.get(rule.id), found),
    ]),
    empty: say('verify-clean'),
  }
}

const changeOf = (before: number | undefined, now: number): string =>
  before === undefined ? '' : now === before ? '=' : now > before ? `+${now - before}` : String(now - before)

function sayExamples(
  ctx: Context,
  book: Book,
  results: readonly RuleResult[],
  { words, count }: { words: FindingWords; count: number },
): void {
  for (const { rule, found } of results) {
    if (found === 0 || rule.severity === 'info') continue
    const examples = exampleFindings(book, rule.id, count)
    const names = namesOf(
      book,
      examples.map(({ partyId }) => partyId),
    )
    ctx.io.out(`${ctx.say(`severity-${rule.severity}`)}  ${ruleTitle(rule, words)}  ×${found}  [${rule.id}]\n`)
    for (const one of examples)
      ctx.io.out(`    ${codeOf(one.partyId)} ${names.get(one.partyId)}  ${sentenceOf(one, rule, words)}\n`)
    ctx.io.out(`    → ${remedyOf(rule, ctx.lang)}\n`)
  }
  if (results.length > 0) ctx.io.out('\n')
}

/** A stored finding in words. */
export const sentenceOf = (stored: StoredFinding, rule: CheckRule, words: FindingWords): string =>
  findingSentence({ ...stored, params: JSON.parse(stored.params) as Finding['params'] }, rule, words)

function jsonOf(
  ctx: Context,
  book: Book,
  { rule, ...counts }: RuleResult,
  from: { run: ChecksRun; words: FindingWords; options: VerifyOptions },
) {
  const before = from.run.before.get(rule.id)
  return {
    rule: rule.id,
    severity: rule.severity,
    class: rule.class,
    ...counts,
    share: counts.judged === 0 ? null : counts.found / counts.judged,
    change: before === undefined ? null : counts.found - before,
    remedy: remedyOf(rule, ctx.lang),
    examples: exampleFindings(book, rule.id, from.options.examples).map((one) => ({
      code: codeOf(one.partyId),
      field: one.field,
      value: one.value,
      message: sentenceOf(one, rule, from.words),
    })),
  }
}

/** Writes every open finding of the run as a workbook, one row each. */
async function writeRows(ctx: Context, book: Book, run: ChecksRun, words: FindingWords, file: string): Promise<void> {
  const { say } = ctx
  const rules = new Map(run.results.map(({ rule }) => [rule.id, rule]))
  const findings = listFindings(book, { rules: [...rules.keys()] })
  const names = namesOf(
    book,
    findings.map(({ partyId }) => partyId),
  )
  const titles = [
    'column-code',
    'column-name',
    'column-severity',
    'column-rule',
    'column-field',
    'column-value',
    'column-what',
    'column-remedy',
  ] as const
  const rows = findings.map((one) => {
    const rule = rules.get(one.rule)!
    const label = words.label(one.field)
    return [
      codeOf(one.partyId),
      names.get(one.partyId) ?? '',
      say(`severity-${rule.severity}`),
      one.rule,
      label,
      one.value,
      sentenceOf(one, rule, words),
      remedyOf(rule, ctx.lang),
    ]
  })
  const path = resolve(ctx.cwd, file)
  const columns = titles.map((key) => ({ title: say(key), type: 'text' as const }))
  await writeWholeFile(path, (sink) =>
    writeXlsx({ title: say('verify-summary'), sheets: [{ name: say('verify-summary'), columns, rows: [rows] }] }, sink),
  )
  note(ctx, say('written', { path, rows: rows.length }))
}
