import { resolve } from 'node:path'
import { maskView } from '../../domain/masking.ts'
import { codeOf } from '../../domain/search/query.ts'
import type { ReportTable, ReportView } from '../../model/report.ts'
import { logAccess } from '../../store/access-log.ts'
import { namesOf } from '../../store/findings.ts'
import { type Reach, reaches, recipientsOf } from '../../store/segments/recipients.ts'
import type { Context } from '../context.ts'
import { oneOf } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { reportContext } from '../report/make.ts'
import { reportFormat, writeReport } from '../report/write.ts'
import { computeSegments, loadSegment } from './load.ts'

export interface MembersFlags {
  readonly output?: string
  readonly reach?: string
}

/**
 * Lists who is in a segment now; with `--reach`, whom may be reached in that way and how.
 *
 * Those who said no, and numbers and addresses marked "do not use", are left out and counted. Who never was asked is in the list.
 */
export async function showMembers(ctx: Context, name: string, flags: MembersFlags): Promise<void> {
  const book = await ctx.openBook()
  const { segment } = loadSegment(ctx, book, name)
  const { members } = computeSegments(ctx, book, [segment])[0]!
  const { say, lang } = ctx
  const tell = (code: string, params = {}): string => ctx.tell({ code, params })
  const reach = flags.reach === undefined ? undefined : oneOf('--reach', flags.reach, Object.keys(reaches) as Reach[])
  const found = reach === undefined ? undefined : recipientsOf(book, members, reach)
  const names = found === undefined ? namesOf(book, members) : new Map<number, string>()
  const table: ReportTable = {
    key: 'members',
    title: segment[lang],
    columns: [
      { key: 'code', title: say('column-code'), type: 'text' },
      { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
      ...(reach === undefined
        ? []
        : [
            {
              key: 'contact',
              title: tell(`reach.${reach}`),
              type: 'text' as const,
              personal: reach === 'email' ? ('email' as const) : ('phone' as const),
            },
          ]),
    ],
    rows:
      found === undefined
        ? members.map((id) => [codeOf(id), names.get(id) ?? ''])
        : found.list.map(({ partyId, name: who, contact }) => [codeOf(partyId), who, contact]),
    empty: tell('segment-empty'),
  }
  const leftOut =
    found === undefined
      ? undefined
      : tell('segment-left-out', {
          listed: found.list.length,
          members: members.length,
          doNotUse: found.doNotUse,
          refused: found.refused,
          none: found.none,
          shared: found.shared,
        })
  const purpose = tell('segment-list-purpose', { condition: segment.when })
  const view: ReportView = {
    key: 'members',
    title: segment[lang],
    subtitle: leftOut ?? purpose,
    lang,
    madeAt: reportContext(ctx, book, undefined, {}).madeAt ?? ctx.now(),
    sections: [{ key: 'members', title: segment[lang], tables: [table] }],
  }
  // A list of recipients is made to be used: in a file it is whole; on the screen it is masked as everywhere.
  const path = flags.output === undefined || flags.output === '-' ? undefined : resolve(ctx.cwd, flags.output)
  if (path === undefined) {
    const shown = ctx.showPersonal ? view : maskView(view)
    showListing(ctx, { table: shown.sections[0]!.tables![0]!, ...(leftOut === undefined ? {} : { after: leftOut }) })
  } else {
    const format = reportFormat(ctx, path)
    const sha256 = await writeReport(view, format, path)
    const { length: rows } = table.rows
    logAccess(book, {
      ...{ at: ctx.now(), staff: ctx.staff, what: `segment members ${segment.key} ${format} ${path}` },
      ...{ filter: reach ?? null, rows, sha256 },
    })
    if (leftOut !== undefined) note(ctx, leftOut)
    note(ctx, say('report-written', { path }))
  }
  ctx.finish(table.rows.length === 0 ? 'nothing' : 'done')
}
