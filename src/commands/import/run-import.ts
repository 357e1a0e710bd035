import { expandInputs } from '../../files/inputs.ts'
import { KehuError } from '../../model/errors.ts'
import type { Context } from '../context.ts'
import type { ImportFlags } from '../import.ts'
import { note, showValue } from '../output.ts'
import { settleConflicts } from './ask-conflicts.ts'
import { type FileOutcome, importFile } from './import-file.ts'
import { judgeLists } from './judge-lists.ts'
import { keepQuality } from './keep-quality.ts'
import { writeRejects } from './rejects.ts'
import { sayDoubleDeals } from './say-double-deals.ts'
import { sayFile } from './say-file.ts'

/** Imports one file after another, each whole or not at all; a file that can't be read doesn't stop the others. */
export async function runImport(ctx: Context, paths: readonly string[], flags: ImportFlags): Promise<void> {
  if (flags.savePlan !== undefined && !flags.dryRun) throw new KehuError('usage', 'plan-needs-dry-run')
  // A plan is done later without a person: what it does must stand in it.
  if (flags.savePlan !== undefined && flags.onConflict === 'ask')
    throw new KehuError('usage', 'flag-bad-value', {
      flag: '--on-conflict',
      value: 'ask',
      expected: 'fill | keep | replace | newer',
    })
  const interrupted = ctx.watchInterrupt()
  if (paths.includes('-') && ctx.stdin.isTTY === true) throw new KehuError('usage', 'stdin-is-terminal')
  const { files, skipped } = expandInputs(paths)
  for (const { reason } of skipped) note(ctx, ctx.tell(reason))
  if (files.length === 0) {
    note(ctx, ctx.say('import-nothing'))
    return ctx.finish('nothing')
  }
  const outcomes: FileOutcome[] = []
  const failures: unknown[] = []
  let failedLists = 0
  for (const file of files) {
    try {
      const outcome = await importFile(ctx, file, {
        flags: await settleConflicts(ctx, file, { flags, interrupted }),
        interrupted,
      })
      outcomes.push(outcome)
      if (await sayOutcome(ctx, flags, outcome)) failedLists++
    } catch (error) {
      if (!(error instanceof KehuError) || error.kind === 'cancelled' || error.kind === 'usage' || files.length === 1)
        throw error
      // What was only found in a folder may be no table; what was named had to be one.
      if (file.named || !isNoTable(error.code)) failures.push(error)
      note(ctx, `kehu: ${ctx.tell({ code: error.code, params: error.params })} [${error.code}]`)
    }
  }
  if (flags.savePlan !== undefined) await (await import('./plan.ts')).savePlan(ctx, flags.savePlan, flags, outcomes)
  showJson(ctx, outcomes)
  if (failures.length > 0) throw failures.at(-1)
  finishAs(ctx, outcomes, failedLists > 0)
}

/** Says what became of files that were imported one after another, and ends the command. */
export async function finishImport(ctx: Context, flags: ImportFlags, outcomes: readonly FileOutcome[]): Promise<void> {
  let failedLists = 0
  for (const outcome of outcomes) if (await sayOutcome(ctx, flags, outcome)) failedLists++
  showJson(ctx, outcomes)
  finishAs(ctx, outcomes, failedLists > 0)
}

/** Says what became of a file, and how good it was; gives back whether a rule about its lists failed. */
async function sayOutcome(ctx: Context, flags: ImportFlags, outcome: FileOutcome): Promise<boolean> {
  const rejectsFile = outcome.dryRun ? undefined : await keepRejects(ctx, outcome, flags.rejects)
  if (ctx.format === 'text') sayFile(ctx, outcome, rejectsFile)
  await sayDoubleDeals(ctx, outcome)
  await keepQuality(ctx, outcome)
  const isDone = !outcome.dryRun && outcome.counts !== undefined && outcome.batchId !== undefined
  return isDone ? judgeLists(ctx, outcome.batchId) : false
}

/** One document for `--json`; with `--jsonl` a line a file, and in a dry run a line a row before it. */
function showJson(ctx: Context, outcomes: readonly FileOutcome[]): void {
  if (ctx.format === 'json') showValue(ctx, outcomes.map(forJson), () => '')
  if (ctx.format !== 'jsonl') return
  for (const { fates = [], ...outcome } of outcomes) {
    for (const line of fates) showValue(ctx, { file: outcome.file, ...line }, () => '')
    showValue(ctx, forJson(outcome), () => '')
  }
}

function finishAs(ctx: Context, outcomes: readonly FileOutcome[], failedLists: boolean): void {
  const rejected = outcomes.some(({ counts }) => (counts?.rejected ?? 0) > 0)
  ctx.finish(failedLists ? 'checks-failed' : rejected ? 'partly' : 'done')
}

/** Writes the rejected rows; where that can't be done the import stands all the same, and the reason is said. */
async function keepRejects(
  ctx: Context,
  { file, rejects, sheets, batchId, sha256 }: FileOutcome,
  path: string | undefined,
): Promise<string | undefined> {
  try {
    return await writeRejects(ctx, { file, rejects, sheets, path, mark: `${batchId}-${sha256.slice(0, 12)}` })
  } catch (error) {
    if (!(error instanceof KehuError)) throw error
    ctx.io.err(`kehu: ${ctx.tell({ code: error.code, params: error.params })} [${error.code}]\n`)
    note(ctx, ctx.say('import-rejects-unwritten'))
    return undefined
  }
}

const isNoTable = (code: string): boolean => code.startsWith('not-a-spreadsheet') || code === 'file-empty'

const forJson = ({ rejects, ...outcome }: FileOutcome): unknown => ({ ...outcome, rejected: rejects })
