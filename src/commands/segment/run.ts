import { businessDay } from '../../domain/calendar.ts'
import { membershipChanges } from '../../domain/segments/segments.ts'
import type { IsoDate, IsoInstant } from '../../model/units.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { currentMembers, listSegmentRuns, saveSegmentRun, tagMembers } from '../../store/segments/runs.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'
import { type ComputedSegment, computeSegments, loadSegment, loadSegments } from './load.ts'

/** Computes segments, keeps their counts and who came or left since the run before, and tags their members. */
export async function runSegments(
  ctx: Context,
  names: readonly string[],
  flags: { readonly tag?: string; readonly dryRun: boolean },
): Promise<void> {
  const book = await ctx.openBook()
  const { time_zone: zone } = readSettings(book)
  const asked =
    names.length === 0
      ? loadSegments(ctx, book).map(({ segment }) => segment)
      : names.map((name) => loadSegment(ctx, book, name).segment)
  const at = ctx.now()
  const onDay = businessDay(at, zone)
  const lines = computeSegments(ctx, book, asked).map((each) => ({
    ...each,
    ...membershipChanges(currentMembers(book, each.segment.key), each.members),
    isFirst: listSegmentRuns(book, each.segment.key, 1).length === 0,
    tag: flags.tag ?? each.segment.tag,
  }))
  if (!flags.dryRun && lines.length > 0) keep(ctx, book, lines, { at, onDay })
  showLines(ctx, lines, flags.dryRun)
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

interface Line extends ComputedSegment {
  readonly joined: readonly number[]
  readonly left: readonly number[]
  /** Nothing to compare with yet. */
  readonly isFirst: boolean
  readonly tag: string | undefined
}

function keep(
  ctx: Context,
  book: Book,
  lines: readonly Line[],
  { at, onDay }: { readonly at: IsoInstant; readonly onDay: IsoDate },
): void {
  inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'segment', command: ctx.commandLine, staff: ctx.staff, at })
    for (const { segment, members, unknown, joined, left, tag } of lines) {
      const run = { segment: segment.key, condition: segment.when, at, onDay, unknown, members, joined, left }
      saveSegmentRun(book, operation, run)
      if (tag !== undefined) tagMembers(book, operation, { tag, members, left })
    }
    operation.finish(ctx.now(), Object.fromEntries(lines.map(({ segment, members }) => [segment.key, members.length])))
  })
}

function showLines(ctx: Context, lines: readonly Line[], dryRun: boolean): void {
  const { say, lang } = ctx
  const tell = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'segments',
      title: tell('segment-run-summary'),
      columns: [
        { key: 'key', title: tell('column-segment'), type: 'text' },
        { key: 'name', title: say('column-name'), type: 'text' },
        { key: 'members', title: tell('column-members'), type: 'integer' },
        { key: 'joined', title: tell('column-joined'), type: 'integer' },
        { key: 'left', title: tell('column-left'), type: 'integer' },
        { key: 'unknown', title: tell('column-unknown'), type: 'integer' },
        { key: 'tag', title: tell('column-tag'), type: 'text' },
      ],
      rows: lines.map(({ segment, members, joined, left, unknown, isFirst, tag }) => [
        segment.key,
        segment[lang],
        members.length,
        isFirst ? null : joined.length,
        isFirst ? null : left.length,
        unknown,
        tag ?? null,
      ]),
      empty: tell('segment-none'),
    },
    json: lines.map(({ segment, members, joined, left, unknown, isFirst, tag }) => ({
      segment: segment.key,
      condition: segment.when,
      members: members.length,
      joined: isFirst ? null : joined.length,
      left: isFirst ? null : left.length,
      unknown,
      tag: tag ?? null,
      dryRun,
    })),
  })
}
