import { parseSegments } from '../../domain/policies/segments.ts'
import { KehuError } from '../../model/errors.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { addSegment, removeSegment } from '../../store/segments/saved.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'
import { policyBroken } from '../policies/load.ts'
import { computeSegments, loadSegment, loadSegments } from './load.ts'

export interface AddFlags {
  readonly when: string
  readonly title?: string
  readonly tag?: string
}

/** Saves a segment in the book; its condition is checked from end to end first. */
export async function addSegmentNamed(ctx: Context, key: string, flags: AddFlags): Promise<void> {
  const book = await ctx.openBook()
  const raw = { key, zh: flags.title ?? key, when: flags.when, ...(flags.tag === undefined ? {} : { tag: flags.tag }) }
  const parsed = parseSegments({ segments: [raw] })
  if (!parsed.ok) throw policyBroken(ctx, key, parsed.faults)
  if (loadSegments(ctx, book).some(({ segment }) => segment.key === key))
    throw new KehuError('usage', 'segment-exists', { name: key })
  const [segment] = parsed.value
  const [computed] = computeSegments(ctx, book, [segment!])
  const at = ctx.now()
  const operation = inTransaction(book, () => {
    const started = startOperation(book, { kind: 'segment', command: ctx.commandLine, staff: ctx.staff, at })
    addSegment(started, segment!, { staff: ctx.staff, at })
    started.finish(ctx.now(), { segment: key })
    return started.id
  })
  const { length: members } = computed!.members
  const { unknown } = computed!
  const json = { segment: key, condition: flags.when, members, unknown, operation }
  showValue(ctx, json, () => `${ctx.tell({ code: 'segment-added', params: { name: key, members, unknown } })}\n`)
  ctx.finish('done')
}

/** Takes a saved segment out of the book; what was recorded of it stays. */
export async function removeSegmentNamed(ctx: Context, name: string): Promise<void> {
  const book = await ctx.openBook()
  const { segment, from } = loadSegment(ctx, book, name)
  if (from === 'file') throw new KehuError('usage', 'segment-in-file', { name: segment.key })
  const operation = inTransaction(book, () => {
    const started = startOperation(book, {
      kind: 'segment',
      command: ctx.commandLine,
      staff: ctx.staff,
      at: ctx.now(),
    })
    removeSegment(started, segment.key)
    started.finish(ctx.now(), { removed: segment.key })
    return started.id
  })
  const json = { segment: segment.key, operation }
  showValue(ctx, json, () => `${ctx.tell({ code: 'segment-removed', params: { name: segment.key, operation } })}\n`)
  ctx.finish('done')
}
