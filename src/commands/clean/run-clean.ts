import { repairIds } from '../../domain/checks/repairs/propose.ts'
import type { Script } from '../../domain/checks/repairs/script.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadScript } from '../policies/load.ts'
import { applyProposals } from './apply.ts'
import { eachProposal, lossyCounter, type Proposal, type Style } from './proposals.ts'
import { repairTitle, showPreview, writeProposals } from './show.ts'

export interface CleanOptions {
  /** Ids of repairs; all where empty. */
  readonly repairs: readonly string[]
  /** Do it without asking. */
  readonly apply: boolean
  readonly rowsFile: string | undefined
  readonly examples: number
  /** The script names shall be in; that of the policy where nothing is told. */
  readonly script: Script | undefined
}

/** What one kind of repair would do. */
export interface RepairTally {
  readonly repair: string
  count: number
  readonly examples: Proposal[]
}

/** Proposes repairs by rule, with before and after; does those that a person (or `--apply`) agrees to, in one operation. */
export async function runClean(ctx: Context, options: CleanOptions): Promise<void> {
  for (const id of options.repairs)
    if (!repairIds.includes(id)) throw new KehuError('usage', 'repair-missing', { id, names: repairIds.join(', ') })
  const book = await ctx.openBook()
  const script = options.script ?? loadScript(ctx, book)
  const style: Style = script === undefined ? {} : { script }
  const counter = lossyCounter(ctx, book, style)
  const tallies = tally(book, options, { style, look: counter })
  const lossy = options.repairs.length === 0 ? counter.found.count : 0
  if (counter.found.unsure > 0) note(ctx, ctx.say('clean-unsure', { count: counter.found.unsure }))
  if (options.rowsFile !== undefined) await writeProposals(ctx, book, options, style)
  const isAsked = ctx.format === 'text' && ctx.ask !== null && !options.apply && !ctx.yes
  if (isAsked || !options.apply || tallies.length === 0) showPreview(ctx, book, tallies, { lossy, applied: null })
  const agreed =
    options.apply || ctx.yes ? tallies.map(({ repair }) => repair) : isAsked ? await agree(ctx, tallies) : []
  if (agreed.length === 0) {
    if (tallies.length > 0 && !isAsked) note(ctx, ctx.say('clean-next'))
    return ctx.finish(tallies.length > 0 ? 'waiting' : 'done')
  }
  const applied = applyProposals(ctx, book, new Set(agreed), style)
  if (!isAsked && options.apply) showPreview(ctx, book, tallies, { lossy, applied: applied.operationId })
  note(ctx, ctx.say('clean-done', { count: applied.changed, findings: applied.closed }))
  note(ctx, ctx.say('clean-undo', { id: applied.operationId }))
  ctx.finish('done')
}

function tally(
  book: Book,
  { repairs, examples }: CleanOptions,
  { style, look }: { readonly style: Style; readonly look: ReturnType<typeof lossyCounter> },
): RepairTally[] {
  const tallies = new Map<string, RepairTally>()
  for (const proposal of eachProposal(book, repairs.length === 0 ? null : new Set(repairs), style, look)) {
    const known = tallies.get(proposal.repair) ?? { repair: proposal.repair, count: 0, examples: [] }
    tallies.set(proposal.repair, known)
    known.count++
    if (known.examples.length < examples) known.examples.push(proposal)
  }
  return [...tallies.values()].sort((a, b) => b.count - a.count)
}

/** Asks about each kind of repair; leaving in the middle changes nothing. @throws {KehuError} `cancelled` */
async function agree(ctx: Context, tallies: readonly RepairTally[]): Promise<string[]> {
  const agreed: string[] = []
  for (const { repair, count } of tallies) {
    const message = ctx.say('clean-ask', { what: repairTitle(ctx, repair), count })
    const answer = await ctx.ask!.yesNo({ message, initial: false })
    if (answer.kind === 'quit') throw new KehuError('cancelled', 'cancelled')
    if (answer.kind === 'answer' && answer.value) agreed.push(repair)
  }
  return agreed
}
