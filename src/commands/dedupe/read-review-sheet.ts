import { resolve } from 'node:path'
import { foldKey } from '../../domain/normalize/fold.ts'
import { openTableFile } from '../../files/open-table-file.ts'
import { KehuError } from '../../model/errors.ts'
import type { Reason } from '../../model/parsed.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Cell } from '../../model/sheet.ts'
import { tell } from '../../render/text/index.ts'
import type { Book } from '../../store/book.ts'
import { survivorOf } from '../../store/customer-file.ts'
import { listWaitingPairs, type WaitingPair } from '../../store/matching/proposals.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { decidePair, inReview } from './answers.ts'
import type { ReviewVerdict } from './review-loop.ts'
import { pairNumber, sheetKeys, verdictKeys } from './review-sheet.ts'

interface JudgedRow {
  readonly pair: string
  readonly verdict: string
  readonly code: string
}

interface Judged {
  readonly pair: WaitingPair
  readonly verdict: ReviewVerdict
}

/** What a judged sheet comes to before anything is written. */
interface SheetRead {
  readonly judged: readonly Judged[]
  readonly left: readonly { readonly pair: string; readonly reason: Reason }[]
  /** Pairs without a verdict. */
  readonly open: number
}

/** Pairs named one by one that could not be taken; `--json` names all. */
const shownLeft = 20

/** Reads a judged sheet: all its verdicts in one operation, which undo takes back; what cannot be taken is told. */
export async function runReviewImport(ctx: Context, file: string, dryRun: boolean): Promise<void> {
  const book = await ctx.openBook()
  const rows = await readRows(resolve(ctx.cwd, file))
  const read = checkRows(book, rows)
  const done = apply(ctx, book, read, dryRun)
  const counts = {
    decided: done.decided.length,
    ...countVerdicts(done.decided),
    left: done.left.length,
    open: read.open,
  }
  for (const { pair, reason } of done.left.slice(0, shownLeft))
    note(ctx, ctx.say('review-left-line', { pair, reason: ctx.tell(reason) }))
  const value = {
    ...counts,
    left: done.left.map(({ pair, reason }) => ({ pair, reason: ctx.tell(reason) })),
    ...(done.operation === null ? {} : { operation: done.operation }),
    dryRun,
  }
  showValue(ctx, value, () => `${ctx.say(dryRun ? 'review-would-import' : 'review-imported', counts)}\n`)
  if (done.operation !== null) note(ctx, ctx.say('import-undo-hint', { id: done.operation }))
  ctx.finish(done.left.length > 0 ? 'partly' : done.decided.length === 0 ? 'nothing' : 'done')
}

const countVerdicts = (judged: readonly Judged[]): Record<ReviewVerdict, number> => {
  const counts = { same: 0, different: 0, related: 0 }
  for (const { verdict } of judged) counts[verdict]++
  return counts
}

interface Applied {
  readonly decided: readonly Judged[]
  readonly left: SheetRead['left']
  readonly operation: number | null
}

/** Writes the verdicts, "different" first, so that a merge of the same sheet cannot hide it; a dry run does the same and rolls back. */
function apply(ctx: Context, book: Book, { judged, left }: SheetRead, dryRun: boolean): Applied {
  if (judged.length === 0) return { decided: [], left, operation: null }
  const order: Record<ReviewVerdict, number> = { different: 0, related: 1, same: 2 }
  const sorted = [...judged].sort((x, y) => order[x.verdict] - order[y.verdict])
  const apart = new Set<string>()
  const decided: Judged[] = []
  const refused: { pair: string; reason: Reason }[] = []
  const operation = inReview(
    ctx,
    book,
    (operation) => {
      for (const one of sorted) {
        const [a, b] = [survivorOf(book, one.pair.a)!.id, survivorOf(book, one.pair.b)!.id]
        if (one.verdict === 'same' && isApart(book, apart, a, b))
          refused.push({ pair: pairNumber(one.pair.id), reason: { code: 'review-contradiction' } })
        else {
          if (one.verdict !== 'same') apart.add(`${one.pair.a} ${one.pair.b}`)
          decidePair(ctx, book, operation, one.pair, one.verdict)
          decided.push(one)
        }
      }
      return { decided: decided.length, ...countVerdicts(decided) }
    },
    dryRun,
  )
  return { decided, left: [...left, ...refused], operation: dryRun ? null : operation }
}

/** Joining the two would join a pair that the sheet tells apart. */
function isApart(book: Book, apart: ReadonlySet<string>, a: number, b: number): boolean {
  for (const key of apart) {
    const [x, y] = key.split(' ').map((id) => survivorOf(book, Number(id))!.id) as [number, number]
    if ((x === a && y === b) || (x === b && y === a)) return true
  }
  return false
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell)).trim()

/** Words of both languages for a heading or a verdict. */
const wordsOf = (codes: readonly string[]): Map<string, string> =>
  new Map(
    codes.flatMap((code) => (['zh', 'en'] as const).map((lang): [string, string] => [foldKey(tell(lang, code)), code])),
  )

const verdictWords = new Map<string, ReviewVerdict>([
  ...[...wordsOf(verdictKeys)].map(([word, code]): [string, ReviewVerdict] => [
    word,
    code.slice('verdict-'.length) as ReviewVerdict,
  ]),
  ...(['y', '是', '同', '相同', 'yes'] as const).map((word): [string, ReviewVerdict] => [word, 'same']),
  ...(['n', '否', '不是', '不同', 'no'] as const).map((word): [string, ReviewVerdict] => [word, 'different']),
  ...(['r', '有关', '有关联'] as const).map((word): [string, ReviewVerdict] => [word, 'related']),
])

/** @throws {KehuError} `review-no-sheet` */
async function readRows(path: string): Promise<JudgedRow[]> {
  const file = await openTableFile(path)
  const headings = wordsOf(sheetKeys)
  const rows: JudgedRow[] = []
  let places: number[] | undefined
  try {
    for await (const sheet of file.sheets)
      for await (const chunk of sheet.chunks)
        for (const cells of chunk.rows) {
          if (places === undefined) {
            const found = cells.map((cell) => headings.get(foldKey(text(cell))))
            if (sheetKeys.every((key) => found.includes(key))) places = sheetKeys.map((key) => found.indexOf(key))
            continue
          }
          const [pair, verdict, code] = places.map((place) => text(cells[place])) as [string, string, string]
          if (pair !== '') rows.push({ pair, verdict, code })
        }
  } finally {
    await file.close()
  }
  if (places === undefined) throw new KehuError('input', 'review-no-sheet', { file: path })
  return rows
}

function checkRows(book: Book, rows: readonly JudgedRow[]): SheetRead {
  const groups = new Map<string, JudgedRow[]>()
  for (const row of rows) groups.set(row.pair, [...(groups.get(row.pair) ?? []), row])
  const waiting = new Map(listWaitingPairs(book, 'review').map((pair) => [pairNumber(pair.id), pair]))
  const judged: Judged[] = []
  const left: { pair: string; reason: Reason }[] = []
  let open = 0
  for (const [name, group] of groups) {
    const words = [...new Set(group.map(({ verdict }) => verdict).filter((word) => word !== ''))]
    if (words.length === 0) {
      open++
      continue
    }
    const read = checkPair(waiting.get(name), group, words)
    if ('code' in read) left.push({ pair: name, reason: read })
    else judged.push(read)
  }
  return { judged, left, open }
}

function checkPair(
  pair: WaitingPair | undefined,
  group: readonly JudgedRow[],
  words: readonly string[],
): Judged | Reason {
  if (pair === undefined) return { code: 'review-pair-gone' }
  const codes = [codeOf(pair.a), codeOf(pair.b)]
  const told = group.map(({ code }) => code)
  if (told.length !== 2 || !codes.every((code) => told.includes(code)))
    return { code: 'review-pair-other', params: { codes: told.join(' ') } }
  const verdicts = words.map((word) => verdictWords.get(foldKey(word)))
  const unknown = words.find((_, at) => verdicts[at] === undefined)
  if (unknown !== undefined) return { code: 'review-bad-verdict', params: { value: unknown } }
  if (new Set(verdicts).size > 1) return { code: 'review-two-verdicts' }
  return { pair, verdict: verdicts[0]! }
}
