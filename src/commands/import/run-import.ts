import { expandInputs } from '../../files/inputs.ts'
import { KehuError } from '../../model/errors.ts'
import type { Context } from '../context.ts'
import type { ImportFlags } from '../import.ts'
import { note, showValue } from '../output.ts'
import { type FileOutcome, importFile } from './import-file.ts'
import { writeRejects } from './rejects.ts'
import { sayFile } from './say-file.ts'

/** Imports one file after another, each whole or not at all; a file that can't be read doesn't stop the others. */
export async function runImport(ctx: Context, paths: readonly string[], flags: ImportFlags): Promise<void> {
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
  for (const file of files) {
    try {
      const outcome = await importFile(ctx, file, flags, interrupted)
      outcomes.push(outcome)
      const rejectsFile = outcome.dryRun ? undefined : await keepRejects(ctx, outcome, flags.rejects)
      if (ctx.format === 'text') sayFile(ctx, outcome, rejectsFile)
    } catch (error) {
      if (!(error instanceof KehuError) || error.kind === 'cancelled' || error.kind === 'usage' || files.length === 1)
        throw error
      // What was only found in a folder may be no table; what was named had to be one.
      if (file.named || !isNoTable(error.code)) failures.push(error)
      note(ctx, `kehu: ${ctx.tell({ code: error.code, params: error.params })} [${error.code}]`)
    }
  }
  if (ctx.format !== 'text') showValue(ctx, outcomes.map(forJson), () => '')
  if (failures.length > 0) throw failures.at(-1)
  ctx.finish(outcomes.some(({ counts }) => (counts?.rejected ?? 0) > 0) ? 'partly' : 'done')
}

/** Writes the rejected rows; where that can't be done the import stands all the same, and the reason is said. */
async function keepRejects(
  ctx: Context,
  { file, rejects, sheets }: FileOutcome,
  path: string | undefined,
): Promise<string | undefined> {
  try {
    return await writeRejects(ctx, { file, rejects, sheets, path })
  } catch (error) {
    if (!(error instanceof KehuError)) throw error
    ctx.io.err(`kehu: ${ctx.tell({ code: error.code, params: error.params })} [${error.code}]\n`)
    note(ctx, ctx.say('import-rejects-unwritten'))
    return undefined
  }
}

const isNoTable = (code: string): boolean => code.startsWith('not-a-spreadsheet') || code === 'file-empty'

const forJson = ({ rejects, ...outcome }: FileOutcome): unknown => ({ ...outcome, rejected: rejects })
