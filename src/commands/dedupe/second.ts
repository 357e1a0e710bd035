import { agreementOf, type TwoAnswers } from '../../domain/matching/agreement.ts'
import { KehuError } from '../../model/errors.ts'
import { pairText } from '../../render/pair.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { listForSecond, listTwiceAnswered, saveDecision } from '../../store/matching/decisions.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { takeBack } from '../take-back.ts'
import { pairView } from './pair-view.ts'
import { type ReviewItem, type ReviewVerdict, reviewLoop } from './review-loop.ts'

interface SecondItem extends ReviewItem {
  readonly a: number
  readonly b: number
}

/** As many as two people need to compare notes over. */
const most = 100

/** A second person judges what others judged, without seeing a score or their answer; nothing in the book but the answers changes. */
export async function runSecond(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const pairs = listForSecond(book, ctx.staff, most)
  if (pairs.length === 0) note(ctx, ctx.say('review-second-none'))
  else {
    if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: '--second' })
    await reviewLoop(ctx, { ...openDesk(ctx, book), total: pairs.length })
  }
  showAgreement(ctx, book)
}

function openDesk(ctx: Context, book: Book) {
  const putOff = new Set<string>()
  const done: number[] = []
  return {
    next: async (): Promise<SecondItem | null> => {
      const pair = listForSecond(book, ctx.staff, putOff.size + 1).find(({ a, b }) => !putOff.has(`${a} ${b}`))
      if (pair === undefined) return null
      const screen = (): string => pairText(pairView(ctx, book, pair, null), { width: ctx.io.width, lang: ctx.lang })
      return { ...pair, members: 2, screen }
    },
    decide: async ({ a, b }: SecondItem, verdict: ReviewVerdict): Promise<void> =>
      void done.push(saveSecond(ctx, book, { a, b, verdict })),
    skip: async ({ a, b }: SecondItem): Promise<void> => {
      putOff.add(`${a} ${b}`)
      done.push(0)
    },
    undo: async ({ a, b }: SecondItem): Promise<void> => {
      const last = done.pop()
      if (last === 0 || last === undefined) putOff.delete(`${a} ${b}`)
      else takeBack(ctx, book, { id: last })
    },
  }
}

function saveSecond(ctx: Context, book: Book, answer: { a: number; b: number; verdict: ReviewVerdict }): number {
  return inTransaction(book, () => {
    const at = ctx.now()
    const operation = startOperation(book, { kind: 'review', command: ctx.commandLine, staff: ctx.staff, at })
    saveDecision(book, operation, { ...answer, staff: ctx.staff, at, second: true })
    operation.finish(ctx.now(), { second: 1 })
    return operation.id
  })
}

function showAgreement(ctx: Context, book: Book): void {
  const byPair = new Map<string, string[]>()
  for (const { a, b, verdict } of listTwiceAnswered(book))
    byPair.set(`${a} ${b}`, [...(byPair.get(`${a} ${b}`) ?? []), verdict])
  const answers = [...byPair.values()].map(([first, second]): TwoAnswers => ({ first: first!, second: second! }))
  const found = agreementOf(answers)
  showValue(
    ctx,
    found,
    () =>
      `${ctx.say('review-second-end', {
        pairs: found.pairs,
        agreed: `${Math.round(found.agreed * 100)}%`,
        kappa: found.kappa === null ? '—' : found.kappa.toFixed(2),
        word: ctx.say(found.reliable ? 'agreement-reliable' : 'agreement-unreliable'),
      })}\n`,
  )
  ctx.finish('done')
}
