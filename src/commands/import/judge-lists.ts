import { builtinListRules, headingsShared, judgeList, listShape } from '../../domain/quality/list-shape.ts'
import type { ListFault, ListShape } from '../../model/list-rules.ts'
import type { Book } from '../../store/book.ts'
import { type ImportedList, listsBefore, listsOfImport, sampleOf } from '../../store/list-samples.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadListRules } from '../policies/load.ts'

/** Lists that share so many headings are the same list of another day. */
const SAME_LIST = 0.5

/**
 * Holds the lists of an import to the rules about lists: rows, headings, and whether they still look like the last time.
 *
 * Gives back whether one of them failed.
 */
export async function judgeLists(ctx: Context, batchId: number): Promise<boolean> {
  const book = await ctx.openBook()
  const lists = listsOfImport(book, batchId)
  if (lists.length === 0) return false
  const rules = [...builtinListRules, ...loadListRules(ctx, book)]
  const earlier = listsBefore(book, batchId)
  let failed = false
  for (const list of lists) {
    const faults = judgeList(rules, {
      file: list.file,
      shape: shapeIn(book, list),
      before: lastLike(book, list, earlier),
    })
    for (const fault of faults) note(ctx, sentence(ctx, list, fault))
    failed ||= faults.some(({ severity }) => severity === 'error')
  }
  return failed
}

const sentence = (ctx: Context, { sheet }: ImportedList, { severity, rule, reason }: ListFault): string =>
  `${severity === 'info' ? ' ' : '!'} ${ctx.say('list-fault', { sheet, rule, what: ctx.tell(reason) })}`

const shapeIn = (book: Book, list: ImportedList): ListShape => listShape(list.table.columns, sampleOf(book, list))

function lastLike(book: Book, list: ImportedList, earlier: readonly ImportedList[]): ListShape | undefined {
  const headings = (one: ImportedList): string[] => one.table.columns.map(({ heading }) => heading)
  const like = earlier.find((one) => headingsShared(headings(one), headings(list)) >= SAME_LIST)
  return like === undefined ? undefined : shapeIn(book, like)
}
