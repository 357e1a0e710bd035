import type { CheckRule } from '../../model/checks.ts'
import { ruleTitle } from '../../render/finding.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { keepImportSnapshot, partiesOfImport } from '../../store/quality.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadCheckRules } from '../policies/load.ts'
import { judgeParties, readyRules } from '../verify/judge.ts'
import { wordsFor } from '../verify/words.ts'

/** Parties of an import that are judged; of more than that, so many spread over it. */
const MOST = 20_480
const SPAN = 2048

/**
 * Judges what an import brought by the rules of the book, and keeps how good it was.
 *
 * Values that must be unique are left to `kehu verify`, which knows the whole book.
 */
export async function keepQuality(
  ctx: Context,
  outcome: { readonly operationId: number; readonly dryRun: boolean; readonly counts?: unknown },
): Promise<void> {
  if (outcome.dryRun || outcome.counts === undefined) return
  const book = await ctx.openBook()
  const brought = partiesOfImport(book, outcome.operationId)
  if (brought === undefined) return
  const found = judgeImport(ctx, book, outcome.operationId, brought)
  const errors = [...found].filter(([rule]) => rule.severity === 'error')
  if (errors.length === 0) return
  const words = wordsFor(ctx)
  const told = errors.sort(([, a], [, b]) => b - a).map(([rule, count]) => `${ruleTitle(rule, words)} ×${count}`)
  note(ctx, ctx.say('import-quality', { found: told.slice(0, 3).join(ctx.lang === 'zh' ? '；' : '; ') }))
}

interface Brought {
  readonly batchId: number
  readonly first: number
  readonly last: number
}

function judgeImport(
  ctx: Context,
  book: Book,
  operationId: number,
  { batchId, first, last }: Brought,
): Map<CheckRule, number> {
  const rules = loadCheckRules(ctx, book).filter(({ test }) => test !== 'unique')
  const found = new Map<CheckRule, number>()
  const { snapshot } = judgeParties(ctx, book, {
    compiled: readyRules(ctx, book, rules),
    spans: spansOver(first, last),
    quality: true,
    import: operationId,
    take: (_finding, rule) => {
      found.set(rule, (found.get(rule) ?? 0) + 1)
      return true
    },
  })
  if (snapshot !== null)
    inTransaction(book, () => keepImportSnapshot(book, operationId, { at: ctx.now(), batchId, snapshot }))
  return found
}

/** All ids, or spans spread evenly over them where there are too many. */
function spansOver(first: number, last: number): [number, number][] {
  const count = last - first + 1
  const parts = Math.min(Math.ceil(count / SPAN), MOST / SPAN)
  const step = count / parts
  return Array.from({ length: parts }, (_, at) => {
    const from = first + Math.floor(at * step)
    return [from, Math.min(last, from + SPAN - 1)]
  })
}
