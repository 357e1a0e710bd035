import { resolve } from 'node:path'
import { maskView } from '../../domain/masking.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Column, ReportTable, ReportView } from '../../model/report.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { namesOf } from '../../store/party-names.ts'
import { type Reach, reaches, recipientsOf } from '../../store/segments/recipients.ts'
import type { Context } from '../context.ts'
import { oneOf } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { rowsOf } from '../report/make.ts'
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
  const reach = flags.reach === undefined ? undefined : oneOf('--reach', flags.reach, Object.keys(reaches) as Reach[])
  const title = segment[ctx.lang]
  const { table, leftOut } =
    reach === undefined ? memberTable(ctx, book, title, members) : recipientTable(ctx, book, title, { members, reach })
  const view: ReportView = {
    key: 'members',
    title,
    subtitle: leftOut ?? ctx.tell({ code: 'segment-list-purpose', params: { condition: segment.when } }),
    lang: ctx.lang,
    madeAt: ctx.now(),
    sections: [{ key: 'members', title, tables: [table] }],
  }
  const path = flags.output === undefined || flags.output === '-' ? undefined : resolve(ctx.cwd, flags.output)
  if (path === undefined) {
    const shown = ctx.showPersonal ? view : maskView(view)
    showListing(ctx, { table: shown.sections[0]!.tables![0]!, ...(leftOut === undefined ? {} : { after: leftOut }) })
  } else {
    await writeMembers(ctx, book, view, { path, what: `segment members ${segment.key}`, filter: reach ?? null })
    if (leftOut !== undefined) note(ctx, leftOut)
    note(ctx, ctx.say('report-written', { path }))
  }
  ctx.finish(table.rows.length === 0 ? 'nothing' : 'done')
}

interface Listed {
  readonly table: ReportTable
  /** Who is not in the table and why, in words. */
  readonly leftOut?: string
}

const whoColumns = ({ say }: Context): Column[] => [
  { key: 'code', title: say('column-code'), type: 'text' },
  { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
]

function memberTable(ctx: Context, book: Book, title: string, members: readonly number[]): Listed {
  const names = namesOf(book, members)
  const rows = members.map((id) => [codeOf(id), names.get(id) ?? ''])
  return {
    table: { key: 'members', title, columns: whoColumns(ctx), rows, empty: ctx.tell({ code: 'segment-empty' }) },
  }
}

function recipientTable(
  ctx: Context,
  book: Book,
  title: string,
  { members, reach }: { readonly members: readonly number[]; readonly reach: Reach },
): Listed {
  const { list, ...left } = recipientsOf(book, members, reach)
  const contact: Column = {
    key: 'contact',
    title: ctx.tell({ code: `reach.${reach}` }),
    type: 'text',
    personal: reach === 'email' ? 'email' : 'phone',
  }
  return {
    table: {
      key: 'members',
      title,
      columns: [...whoColumns(ctx), contact],
      rows: list.map(({ partyId, name, contact: how }) => [codeOf(partyId), name, how]),
      empty: ctx.tell({ code: 'segment-empty' }),
    },
    leftOut: ctx.tell({
      code: 'segment-left-out',
      params: { listed: list.length, members: members.length, ...left },
    }),
  }
}

/** A list of recipients is made to be used: in a file it is whole, and what left the book is logged. */
async function writeMembers(
  ctx: Context,
  book: Book,
  view: ReportView,
  { path, what, filter }: { readonly path: string; readonly what: string; readonly filter: string | null },
): Promise<void> {
  const format = reportFormat(ctx, path)
  const sha256 = await writeReport(view, format, path)
  const rows = rowsOf(view)
  logAccess(book, { at: ctx.now(), staff: ctx.staff, what: `${what} ${format} ${path}`, filter, rows, sha256 })
}
