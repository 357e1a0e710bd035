import { resolve } from 'node:path'
import { expandInputs } from '../../files/inputs.ts'
import { readJsonFile } from '../../files/plan-file.ts'
import { writeTextFile } from '../../files/write-file.ts'
import { KehuError } from '../../model/errors.ts'
import type { ImportCounts } from '../../store/import/save-import.ts'
import { journalHead } from '../../store/journal.ts'
import type { Context } from '../context.ts'
import type { ImportFlags } from '../import.ts'
import { type FileOutcome, importFile } from './import-file.ts'
import { finishImport } from './run-import.ts'

/** What a dry run would have done, kept to be done later: to these very files, in a book that is still the same. */
interface SavedPlan {
  readonly kehuPlan: 1
  readonly journal: string
  readonly flags: ImportFlags
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly counts: ImportCounts | null }[]
}

/** Writes the plan of a dry run. */
export async function savePlan(
  ctx: Context,
  path: string,
  flags: ImportFlags,
  outcomes: readonly FileOutcome[],
): Promise<void> {
  const plan: SavedPlan = {
    kehuPlan: 1,
    journal: journalHead(await ctx.openBook()),
    flags: { ...flags, dryRun: false, savePlan: undefined },
    files: outcomes.map((one) => ({
      path: resolve(ctx.cwd, one.path),
      sha256: one.sha256,
      counts: one.counts ?? null,
    })),
  }
  await writeTextFile(resolve(ctx.cwd, path), `${JSON.stringify(plan, null, 2)}\n`)
}

/**
 * Does what a saved plan says.
 *
 * @throws {KehuError} `plan-unreadable`, `plan-stale-book`, `plan-stale-file` where anything has changed since
 */
export async function applyPlan(ctx: Context, path: string): Promise<void> {
  const plan = readJsonFile(resolve(ctx.cwd, path)) as Partial<SavedPlan> | null
  if (plan?.kehuPlan !== 1 || plan.flags === undefined || plan.files === undefined)
    throw new KehuError('input', 'plan-unreadable', { file: path })
  const { flags, files } = plan
  if (journalHead(await ctx.openBook()) !== plan.journal)
    throw new KehuError('store', 'plan-stale-book', { file: path })
  const interrupted = ctx.watchInterrupt()
  const inputs = expandInputs(files.map((one) => one.path)).files
  // All are looked at before any is imported: a plan is done whole, or not begun.
  for (const [i, input] of inputs.entries()) {
    const preview = await importFile(ctx, input, { flags: { ...flags, dryRun: true }, interrupted })
    if (preview.sha256 !== files[i]?.sha256) throw new KehuError('input', 'plan-stale-file', { file: input.path })
  }
  const outcomes: FileOutcome[] = []
  for (const input of inputs) outcomes.push(await importFile(ctx, input, { flags, interrupted }))
  await finishImport(ctx, flags, outcomes)
}
