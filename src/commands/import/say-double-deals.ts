import { countDoubleDeals } from '../../store/duplicate-deals.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import type { FileOutcome } from './import-file.ts'

/** Says how many deals of an import stand in the book twice, and how to settle them: totals count both until then. */
export async function sayDoubleDeals(ctx: Context, { operationId, dryRun, counts }: FileOutcome): Promise<void> {
  if (dryRun || counts === undefined || counts.deals === 0) return
  const count = countDoubleDeals(await ctx.openBook(), operationId)
  if (count > 0) note(ctx, ctx.tell({ code: 'import-double-deals', params: { count } }))
}
