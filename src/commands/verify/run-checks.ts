import { businessDay, isIsoDate, startOfDay } from '../../domain/calendar.ts'
import { ruleResults } from '../../domain/checks/evaluate.ts'
import type { CheckRule, RuleResult } from '../../model/checks.ts'
import { KehuError } from '../../model/errors.ts'
import type { QualitySnapshot } from '../../model/quality.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { writeFindings } from '../../store/finding-writer.ts'
import { countsBefore, findRun } from '../../store/findings.ts'
import { startOperation } from '../../store/journal.ts'
import { saveSnapshot } from '../../store/quality.ts'
import { readSettings } from '../../store/settings.ts'
import { operationSince, partiesTouchedSince, spansOf } from '../../store/touched.ts'
import type { Context } from '../context.ts'
import { loadCheckRules } from '../policies/load.ts'
import { judgeParties, readyRules } from './judge.ts'

/** What a run of checks gave. */
export interface ChecksRun {
  readonly runId: number
  readonly parties: number
  /** Without what somebody waived. */
  readonly results: readonly RuleResult[]
  readonly waived: ReadonlyMap<string, number>
  /** Findings of each rule in the run before. */
  readonly before: ReadonlyMap<string, number>
  /** Only what changed since was looked at: counts can't be compared with those of whole runs. */
  readonly partly: boolean
  /** The state of the data; null where some rules or some customers only were looked at. */
  readonly snapshot: QualitySnapshot | null
}

export interface ChecksOptions {
  /** Ids of rules; all where empty. */
  readonly rules: readonly string[]
  /** Number of a run, or a day: only customers touched after it. */
  readonly since: string | undefined
}

/** Runs the check rules (or some of them) over the book and keeps what they find, in one transaction. */
export function runChecks(ctx: Context, book: Book, options: ChecksOptions): ChecksRun {
  const rules = chosenRules(loadCheckRules(ctx, book), options.rules)
  const at = ctx.now()
  const today = businessDay(at, readSettings(book).time_zone)
  const compiled = readyRules(ctx, book, rules)
  const parties = options.since === undefined ? null : touchedSince(book, options.since)
  const whole = options.rules.length === 0 && parties === null
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'verify', command: ctx.commandLine, staff: ctx.staff, at })
    const scope = { rules: options.rules.length === 0 ? null : rules.map(({ id }) => id), parties }
    const findings = writeFindings(book, operation, scope)
    const judged = judgeParties(ctx, book, {
      compiled,
      spans: parties === null ? undefined : spansOf(parties),
      quality: whole,
      take: findings.add,
      settle: findings.settle,
    })
    findings.finish({ at, onDay: today, parties: judged.parties })
    const waived = findings.waived()
    const open = judged.found.map((found, r) => Math.max(0, found - (waived.get(rules[r]!.id) ?? 0)))
    const results = ruleResults(rules, judged.judged, open)
    const before = parties === null ? countsBefore(book, findings.runId) : new Map<string, number>()
    findings.summarise(parties === null ? results.map(({ rule, ...counts }) => ({ rule: rule.id, ...counts })) : [])
    if (judged.snapshot !== null)
      saveSnapshot(operation, { at, cause: 'verify', runId: findings.runId, snapshot: judged.snapshot })
    operation.finish(ctx.now(), { parties: judged.parties, found: open.reduce((sum, n) => sum + n, 0) })
    return {
      ...{ runId: findings.runId, parties: judged.parties, results, waived, before },
      ...{ partly: parties !== null, snapshot: judged.snapshot },
    }
  })
}

/** @throws {KehuError} `rule-missing` */
function chosenRules(all: readonly CheckRule[], only: readonly string[]): readonly CheckRule[] {
  for (const id of only) if (!all.some((rule) => rule.id === id)) throw new KehuError('usage', 'rule-missing', { id })
  return only.length === 0 ? all : all.filter(({ id }) => only.includes(id))
}

/** Customers touched after a run, or from a day on. @throws {KehuError} `run-missing`, `flag-bad-value` */
function touchedSince(book: Book, since: string): number[] {
  if (/^\d{1,9}$/.test(since)) {
    const run = findRun(book, Number(since))
    if (run === undefined) throw new KehuError('usage', 'run-missing', { id: since })
    return partiesTouchedSince(book, run.operationId + 1)
  }
  if (!isIsoDate(since))
    throw new KehuError('usage', 'flag-bad-value', { flag: '--since', value: since, expected: '12 | 2026-11-20' })
  const operation = operationSince(book, startOfDay(since, readSettings(book).time_zone))
  return operation === null ? [] : partiesTouchedSince(book, operation)
}
