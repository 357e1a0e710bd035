import { codeOf } from '../../model/party-code.ts'
import { listSegmentMoves, listSegmentRuns } from '../../store/segments/runs.ts'
import type { Context } from '../context.ts'
import { dayFlag, wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { computeSegments, loadSegment, loadSegments } from './load.ts'

/** Lists the segments there are, each with its condition and what its last run found. */
export async function listSegments(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const all = loadSegments(ctx, book).map((each) => ({ ...each, last: listSegmentRuns(book, each.segment.key, 1)[0] }))
  const { say, lang } = ctx
  const tell = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'segments',
      title: tell('segment-summary'),
      columns: [
        { key: 'key', title: tell('column-segment'), type: 'text' },
        { key: 'name', title: say('column-name'), type: 'text' },
        { key: 'when', title: tell('column-condition'), type: 'text' },
        { key: 'members', title: tell('column-members'), type: 'integer' },
        { key: 'on', title: tell('column-last-run'), type: 'date' },
        { key: 'tag', title: tell('column-tag'), type: 'text' },
      ],
      rows: all.map(({ segment, last }) => [
        segment.key,
        segment[lang],
        segment.when,
        last?.members ?? null,
        last?.on ?? null,
        segment.tag ?? null,
      ]),
      empty: tell('segment-none'),
    },
    json: all.map(({ segment, from, last }) => ({ ...segment, from, lastRun: last ?? null })),
  })
  ctx.finish(all.length === 0 ? 'nothing' : 'done')
}

/** A segment's condition, how many are in it now, and its counts over time. */
export async function showSegment(ctx: Context, name: string, flags: { readonly limit: string }): Promise<void> {
  const book = await ctx.openBook()
  const { segment, from } = loadSegment(ctx, book, name)
  const [now] = computeSegments(ctx, book, [segment])
  const runs = listSegmentRuns(book, segment.key, wholeNumber('--limit', flags.limit))
  const { say, lang } = ctx
  const tell = (code: string, params = {}): string => ctx.tell({ code, params })
  const members = now!.members.length
  showListing(ctx, {
    table: {
      key: 'runs',
      title: `${segment.key} ${segment[lang]}: ${segment.when}`,
      columns: [
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'members', title: tell('column-members'), type: 'integer' },
        { key: 'joined', title: tell('column-joined'), type: 'integer' },
        { key: 'left', title: tell('column-left'), type: 'integer' },
        { key: 'unknown', title: tell('column-unknown'), type: 'integer' },
        { key: 'when', title: tell('column-condition'), type: 'text' },
      ],
      rows: runs.map((run) => [run.on, run.members, run.joined, run.left, run.unknown, run.condition]),
      empty: tell('segment-never-run', { name: segment.key }),
    },
    json: [{ ...segment, from, members, unknown: now!.unknown, runs }],
    after: tell('segment-now', { name: segment[lang], members, unknown: now!.unknown, condition: segment.when }),
  })
  ctx.finish('done')
}

/** Who came into a segment and who left it, newest first. */
export async function showChanges(
  ctx: Context,
  name: string,
  flags: { readonly since?: string; readonly limit: string },
): Promise<void> {
  const book = await ctx.openBook()
  const { segment } = loadSegment(ctx, book, name)
  const since = flags.since === undefined ? null : dayFlag(ctx, '--since', flags.since)
  const moves = listSegmentMoves(book, segment.key, { since, limit: wholeNumber('--limit', flags.limit) })
  const { say } = ctx
  const tell = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'changes',
      title: tell('segment-changes-summary'),
      columns: [
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'change', title: say('column-change'), type: 'text' },
        { key: 'code', title: say('column-code'), type: 'text' },
        { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
      ],
      rows: moves.map((move) => [
        move.on,
        tell(move.joined ? 'column-joined' : 'column-left'),
        codeOf(move.partyId),
        move.name,
      ]),
      empty: say('move-none'),
    },
    json: moves.map(({ partyId, ...move }) => ({ code: codeOf(partyId), ...move })),
  })
  ctx.finish(moves.length === 0 ? 'nothing' : 'done')
}
