import { resolve } from 'node:path'
import { chanceOf } from '../../domain/matching/calibrate.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import type { MatchModel } from '../../model/matching.ts'
import { codeOf } from '../../model/party-code.ts'
import type { WrittenColumn, WrittenRow } from '../../model/workbook.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { latestModel, listWaitingPairs, type WaitingPair } from '../../store/matching/proposals.ts'
import { veiled } from '../access/session.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { evidenceWord, recordFields } from './pair-view.ts'

/** Headings a judged sheet is known by, in either language. */
export const sheetKeys = ['review-sheet-pair', 'review-sheet-verdict', 'column-code'] as const
export const verdictKeys = ['verdict-same', 'verdict-different', 'verdict-related'] as const

/** What a pair is called in the sheet. */
export const pairNumber = (id: number): string => `P${id}`

/** Writes the waiting pairs to a workbook, two rows each, with a list of verdicts to choose from. */
export async function runReviewExport(ctx: Context, file: string, blind: boolean): Promise<void> {
  const book = await ctx.openBook()
  const pairs = listWaitingPairs(book, 'review')
  const { say } = ctx
  if (pairs.length === 0) {
    note(ctx, say('review-none'))
    return ctx.finish('nothing')
  }
  const path = resolve(ctx.cwd, file)
  const sheets = [
    {
      name: say('review-sheet-title'),
      columns: columnsOf(ctx, book, pairs[0]!, blind),
      rows: rowsOf(ctx, book, pairs, blind),
    },
    {
      name: say('review-sheet-choices'),
      columns: [{ title: say('review-sheet-verdict'), type: 'text' as const }],
      rows: [verdictKeys.map((key) => [say(key)])],
    },
  ]
  await writeWholeFile(path, (sink) => writeXlsx({ title: say('review-sheet-title'), sheets }, sink))
  logAccess(book, {
    at: ctx.now(),
    staff: ctx.staff,
    what: `dedupe review ${file}`,
    filter: null,
    rows: pairs.length * 2,
    sha256: null,
  })
  note(ctx, say('review-exported', { path: file, pairs: pairs.length }))
  ctx.finish('done')
}

function columnsOf(ctx: Context, book: Book, first: WaitingPair, blind: boolean): WrittenColumn[] {
  const { say } = ctx
  const text = (title: string): WrittenColumn => ({ title, type: 'text' })
  const list = { sheet: say('review-sheet-choices'), column: 0, rows: verdictKeys.length }
  return [
    text(say('review-sheet-pair')),
    { ...text(say('review-sheet-verdict')), width: 14, list },
    text(say('column-code')),
    ...recordFields(ctx, book, first.a).map(({ label }) => text(label)),
    text(say('review-sheet-differs')),
    ...(blind
      ? []
      : [
          { title: say('review-sheet-chance'), type: 'percent' as const },
          { ...text(say('review-sheet-why')), width: 50 },
        ]),
  ]
}

const chunk = 500

function* rowsOf(ctx: Context, book: Book, pairs: readonly WaitingPair[], blind: boolean): Generator<WrittenRow[]> {
  const model = latestModel(book) as MatchModel
  for (let at = 0; at < pairs.length; at += chunk)
    yield pairs.slice(at, at + chunk).flatMap((pair) => pairRows(ctx, book, pair, blind ? null : model))
}

function pairRows(ctx: Context, book: Book, pair: WaitingPair, model: MatchModel | null): WrittenRow[] {
  const [a, b] = [recordFields(ctx, book, pair.a), recordFields(ctx, book, pair.b)]
  const differing = a.filter(({ value }, i) => value !== null && b[i]!.value !== null && value !== b[i]!.value)
  const row = (id: number, fields: typeof a): (string | null)[] => [
    pairNumber(pair.id),
    null,
    codeOf(id),
    ...fields.map(({ value }) => (value === null ? null : veiled(ctx.session, value))),
  ]
  const why = model === null ? [] : [chanceOf(model, pair.weight), evidenceWords(ctx, pair)]
  return [
    [...row(pair.a, a), differing.map(({ label }) => label).join('、'), ...why],
    [...row(pair.b, b), null, ...why.map(() => null)],
  ]
}

/** What speaks for the pair and against it, strongest first. */
function evidenceWords(ctx: Context, { evidence }: WaitingPair): string {
  const { comparisons = [] } = evidence as {
    comparisons?: readonly { key: string; level: string; weight: number; rarity: number }[]
  }
  return comparisons
    .map(({ key, level, weight, rarity }) => ({ key, level, sum: weight + rarity }))
    .filter(({ sum }) => sum !== 0)
    .sort((x, y) => Math.abs(y.sum) - Math.abs(x.sum))
    .map(
      ({ key, level, sum }) =>
        `${sum > 0 ? '+' : ''}${(sum / 100).toFixed(1)} ${evidenceWord(ctx, key)}: ${ctx.tell({ code: `level-${level}` })}`,
    )
    .join('\n')
}
