import { expandInputs } from '../../files/inputs.ts'
import { closeBook, openBook } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { importFile } from '../import/import-file.ts'
import { note } from '../output.ts'
import type { ProfileFlags } from '../profile.ts'
import { runSuggestRules } from '../verify/suggest.ts'

/** Writes rules that files already keep to: they are taken into a book in memory, which is thrown away. */
export async function suggestFromFiles(ctx: Context, paths: readonly string[], flags: ProfileFlags): Promise<void> {
  const interrupted = ctx.watchInterrupt()
  const { files, skipped } = expandInputs(paths)
  for (const { reason } of skipped) note(ctx, ctx.tell(reason))
  const book = openBook(':memory:', { create: true })
  try {
    const inMemory: Context = { ...ctx, openBook: async () => book }
    const taken = { ...flags, map: [], onConflict: 'fill', conflictFields: {}, force: true, dryRun: false } as const
    for (const file of files) await importFile(inMemory, file, { flags: taken, interrupted })
    await runSuggestRules(inMemory)
  } finally {
    closeBook(book)
  }
}
