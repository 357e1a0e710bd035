import { resolve } from 'node:path'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { namesOf } from '../../store/party-names.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { fieldLabel } from '../show/field-words.ts'
import { shownValue } from '../verify/words.ts'
import { eachProposal, type Proposal, type Style } from './proposals.ts'
import type { CleanOptions, RepairTally } from './run-clean.ts'

/** What a kind of repair does, in words; what differs from case to case is left out. */
export const repairTitle = (ctx: Context, repair: string): string =>
  ctx.tell({ code: `repair.${repair}` }).replace(/\{\w+\}/g, '…')

const shown = (ctx: Context, field: string, value: string | null): string =>
  value === null ? ctx.say('clean-nothing') : shownValue(ctx, field, value)

/** The repairs by kind with counts and a few examples, before → after; values that lost digits are only told. */
export function showPreview(
  ctx: Context,
  book: Book,
  tallies: readonly RepairTally[],
  told: { readonly lossy: number; readonly applied: number | null },
): void {
  const { say } = ctx
  const names = namesOf(
    book,
    tallies.flatMap(({ examples }) => examples.map(({ partyId }) => partyId)),
  )
  if (ctx.format === 'text' && ctx.io.outIsTty) sayExamples(ctx, tallies, names)
  const text = (key: string, title: string) => ({ key, title, type: 'text' as const })
  showListing(ctx, {
    table: {
      key: 'repairs',
      title: say('clean-summary'),
      columns: [
        text('repair', say('column-rule')),
        text('what', say('column-what')),
        { key: 'count', title: say('column-found'), type: 'integer' },
        text('example', say('column-example')),
      ],
      rows: tallies.map(({ repair, count, examples }) => [
        repair,
        repairTitle(ctx, repair),
        count,
        examples[0] === undefined ? '' : change(ctx, examples[0]),
      ]),
      empty: say('clean-none'),
    },
    json: tallies.map(({ repair, count, examples }) => ({
      repair,
      count,
      operation: told.applied,
      examples: examples.map((one) => ({
        code: codeOf(one.partyId),
        field: one.field,
        before: one.before === null ? null : shownValue(ctx, one.field, one.before),
        after: one.after === null ? null : shownValue(ctx, one.field, one.after),
      })),
    })),
  })
  if (told.lossy > 0) note(ctx, say('clean-lossy', { count: told.lossy }))
}

const change = (ctx: Context, { field, before, after }: Proposal): string =>
  `${shown(ctx, field, before)} → ${shown(ctx, field, after)}`

function sayExamples(ctx: Context, tallies: readonly RepairTally[], names: ReadonlyMap<number, string>): void {
  for (const { repair, count, examples } of tallies) {
    ctx.io.out(`${repairTitle(ctx, repair)}  ×${count}  [${repair}]\n`)
    for (const one of examples)
      ctx.io.out(
        `    ${codeOf(one.partyId)} ${names.get(one.partyId)}  ${fieldLabel(ctx, one.field)}  ${change(ctx, one)}\n`,
      )
  }
  if (tallies.length > 0) ctx.io.out('\n')
}

const titles = ['column-code', 'column-name', 'column-rule', 'column-field', 'column-before', 'column-after'] as const
const CHUNK = 2000

/** Writes every proposal as a workbook, one row each. */
export async function writeProposals(
  ctx: Context,
  book: Book,
  { repairs, rowsFile }: CleanOptions,
  style: Style,
): Promise<void> {
  const { say } = ctx
  const path = resolve(ctx.cwd, rowsFile!)
  const columns = titles.map((key) => ({ title: say(key), type: 'text' as const }))
  const proposals = eachProposal(book, repairs.length === 0 ? null : new Set(repairs), style)
  const rows = rowsOf(ctx, book, proposals)
  const name = say('clean-summary')
  const written = await writeWholeFile(path, (sink) =>
    writeXlsx({ title: name, sheets: [{ name, columns, rows }] }, sink),
  )
  note(ctx, say('written', { path, rows: written.rows }))
}

function* rowsOf(ctx: Context, book: Book, proposals: Iterable<Proposal>): Generator<string[][]> {
  let chunk: string[][] = []
  for (const one of proposals) {
    const name = namesOf(book, [one.partyId]).get(one.partyId)!
    chunk.push([
      ...[codeOf(one.partyId), name, repairTitle(ctx, one.repair), fieldLabel(ctx, one.field)],
      ...[shown(ctx, one.field, one.before), shown(ctx, one.field, one.after)],
    ])
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = []
  }
  yield chunk
}
