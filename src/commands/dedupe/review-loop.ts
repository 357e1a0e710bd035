import { quitKey } from '../../terminal/ask.ts'
import type { Context } from '../context.ts'

export type ReviewVerdict = 'same' | 'different' | 'related'

/** One question of a review: a pair, or a cluster whose members can be split off by their digits. */
export interface ReviewItem {
  /** Records on screen: 2 for a pair, at most 9. */
  readonly members: number
  /** The records side by side; `split` are the members (from 1) marked to be taken out. */
  readonly screen: (split: ReadonlySet<number>) => string
}

/** What a review is given and what it writes to. Every answer is kept at once, so that it can be left at any key. */
export interface ReviewDesk<Item extends ReviewItem> {
  /**
   * The most useful question that has no answer yet and was not put off; null when none is left.
   *
   * Asked after each answer: one answer may settle others, and an undone one is open again.
   */
  readonly next: () => Promise<Item | null>
  /** `split` holds the members taken out of a cluster before the rest was called the same. */
  readonly decide: (item: Item, verdict: ReviewVerdict, split: readonly number[]) => Promise<void>
  /** Not now: it comes again in another session. */
  readonly skip: (item: Item) => Promise<void>
  /** Takes the last answer or skip of this session back. */
  readonly undo: (item: Item) => Promise<void>
  readonly total: number
}

export interface ReviewEnd {
  readonly decided: number
  readonly skipped: number
  /** The person left before the last question. */
  readonly left: boolean
}

const verdicts: Readonly<Record<string, ReviewVerdict>> = { y: 'same', n: 'different', r: 'related' }

/** Asks pair after pair, one key each: y same, n not, r related, s skip, u undo, q leave, digits split a cluster. */
export async function reviewLoop<Item extends ReviewItem>(ctx: Context, desk: ReviewDesk<Item>): Promise<ReviewEnd> {
  const past: { readonly item: Item; readonly key: string }[] = []
  const count = (isSkip: boolean): number => past.filter(({ key }) => (key === 's') === isSkip).length
  let item = await desk.next()
  let remark = ''
  while (item !== null) {
    const { key, split } = await askItem(ctx, item, { done: past.length + 1, total: desk.total, remark })
    remark = ''
    if (key === 'q' || key === quitKey) return { decided: count(false), skipped: count(true), left: true }
    if (key === 'u') {
      const last = past.pop()
      if (last === undefined) remark = ctx.tell({ code: 'review-nothing-to-undo' })
      else {
        await desk.undo(last.item)
        item = last.item
      }
      continue
    }
    if (key === 's') await desk.skip(item)
    else await desk.decide(item, verdicts[key] ?? 'same', split)
    past.push({ item, key })
    item = await desk.next()
  }
  return { decided: count(false), skipped: count(true), left: false }
}

interface Place {
  readonly done: number
  readonly total: number
  readonly remark: string
}

/** One screen until it is answered; digits only mark. */
async function askItem(
  ctx: Context,
  item: ReviewItem,
  place: Place,
): Promise<{ key: string; split: readonly number[] }> {
  const { ask } = ctx
  if (ask === null) return { key: quitKey, split: [] }
  const digits =
    item.members > 2 ? Array.from({ length: Math.min(9, item.members) }, (_, index) => String(index + 1)) : []
  const split = new Set<number>()
  const code = digits.length === 0 ? 'review-keys' : 'review-keys-cluster'
  for (;;) {
    const marked = [...split].sort((a, b) => a - b)
    const question = ctx.tell({ code, params: { done: place.done, total: place.total } })
    const message =
      marked.length > 0 ? ctx.tell({ code: 'review-split', params: { members: marked.join('、') } }) : question
    const screen =
      place.remark === '' ? item.screen(split) : `${item.screen(split).replace(/\n$/, '')}\n${place.remark}`
    const key = await ask.key({
      screen,
      message,
      keys: ['y', 'n', 'r', 's', 'u', 'q', ...digits, ...(split.size > 0 ? ['return'] : [])],
    })
    const digit = Number(key)
    if (!(digit >= 1)) return { key: key === 'return' ? 'y' : key, split: marked }
    if (!split.delete(digit) && split.size < item.members - 1) split.add(digit)
  }
}
