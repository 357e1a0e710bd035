import { resolve } from 'node:path'
import { foldKey } from '../../../domain/normalize/fold.ts'
import { searchWords } from '../../../domain/search/query.ts'
import { openTableFile } from '../../../files/open-table-file.ts'
import { KehuError } from '../../../model/errors.ts'
import type { Reason } from '../../../model/parsed.ts'
import { codeOf } from '../../../model/party-code.ts'
import type { Cell } from '../../../model/sheet.ts'
import type { ItemAnswer, VerifyOutcome, VerifyResult } from '../../../model/verification.ts'
import { tell } from '../../../render/text/index.ts'
import type { Book } from '../../../store/book.ts'
import { readCustomerFile, survivorOf } from '../../../store/customer-file.ts'
import { lastVerifiedAt } from '../../../store/verification.ts'
import type { Context } from '../../context.ts'
import { note, showValue } from '../../output.ts'
import { loadVerifyPolicy } from '../../policies/load.ts'
import { type CallColumn, callColumns } from './calls.ts'
import { scopeOf } from './due.ts'
import { verifyItems } from './items.ts'
import { type VerifyMethod, verifyMethods } from './methods.ts'
import { saveOutcome } from './save.ts'
import { resultOf } from './session.ts'

type CallRow = Readonly<Record<CallColumn, string>>

/** Reads a filled call list: each customer is saved as a session would; what can't be is told, and stays due. */
export async function runReadCalls(ctx: Context, file: string): Promise<void> {
  const book = await ctx.openBook()
  const policy = loadVerifyPolicy(ctx, book)
  const groups = groupRows(await readRows(resolve(ctx.cwd, file)))
  const saved: string[] = []
  const left: { code: string; reason: string }[] = []
  for (const rows of groups) {
    const code = rows[0]!['column-code']
    try {
      const scope = scopeOf(ctx, policy, rows[0]!['column-scope'])
      const read = readOutcome(book, rows, scope)
      if ('code' in read) left.push({ code, reason: ctx.tell(read) })
      else {
        saveOutcome(ctx, book, read, policy)
        saved.push(codeOf(read.partyId))
      }
    } catch (error) {
      if (!(error instanceof KehuError) || error.kind === 'locked' || error.kind === 'store') throw error
      left.push({ code, reason: ctx.tell({ code: error.code, params: error.params }) })
    }
  }
  for (const { code, reason } of left) note(ctx, `${code}  ${reason}`)
  showValue(ctx, { saved, left }, () => `${ctx.say('calls-read', { saved: saved.length, left: left.length })}\n`)
  ctx.finish(left.length > 0 ? 'partly' : saved.length === 0 ? 'nothing' : 'done')
}

/** Words of both languages for what may stand in the columns of a call list. */
const wordsOf = (codes: readonly string[]): Map<string, string> =>
  new Map(
    codes.flatMap((code) => (['zh', 'en'] as const).map((lang): [string, string] => [foldKey(tell(lang, code)), code])),
  )

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell)).trim()

/** @throws {KehuError} `calls-no-list` */
async function readRows(path: string): Promise<CallRow[]> {
  const file = await openTableFile(path)
  const headings = wordsOf(callColumns)
  const rows: CallRow[] = []
  let columns: (string | undefined)[] | undefined
  try {
    for await (const sheet of file.sheets) {
      for await (const chunk of sheet.chunks) {
        for (const cells of chunk.rows) {
          if (columns === undefined) {
            const found = cells.map((cell) => headings.get(foldKey(text(cell))))
            if (callColumns.every((key) => key === 'column-name' || found.includes(key))) columns = found
            continue
          }
          const row = Object.fromEntries(callColumns.map((key) => [key, text(cells[columns!.indexOf(key)])]))
          if (row['column-code'] !== '') rows.push(row as CallRow)
        }
      }
    }
  } finally {
    await file.close()
  }
  if (columns === undefined) throw new KehuError('input', 'calls-no-list', { file: path })
  return rows
}

function groupRows(rows: readonly CallRow[]): CallRow[][] {
  const groups = new Map<string, CallRow[]>()
  for (const row of rows) {
    const key = `${row['column-code']} ${row['column-scope']}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

const resultWords = wordsOf([
  ...['item-confirmed', 'item-corrected', 'item-refused', 'result-confirmed', 'result-corrected'],
  ...['result-refused', 'result-unreachable'],
])
const methodWords = wordsOf(verifyMethods.map((method) => `method-${method}`))

const resultIn = (row: CallRow): VerifyResult | 'unknown' | null => {
  if (row['column-result'] === '') return row['column-new-value'] === '' ? null : 'corrected'
  const code = resultWords.get(foldKey(row['column-result']))
  return code === undefined ? 'unknown' : (code.replace(/^(item|result)-/, '') as VerifyResult)
}

/** One customer's rows as an outcome; a reason where nothing was filled in, or the book has changed since the list was made. */
function readOutcome(book: Book, rows: readonly CallRow[], scope: string): VerifyOutcome | Reason {
  const [first] = rows
  const id = searchWords(first!['column-code']).id
  const found = id === null ? undefined : survivorOf(book, id)
  if (found === undefined) return { code: 'customer-missing', params: { code: first!['column-code'] } }
  const results = rows.map(resultIn)
  const unknown = rows.find((_, at) => results[at] === 'unknown')
  if (unknown !== undefined) return { code: 'calls-bad-result', params: { value: unknown['column-result'] } }
  if (results.every((result) => result === null)) return { code: 'calls-empty' }
  const last = lastVerifiedAt(book, found.id, scope)
  if (last !== null && last >= first!['column-listed']) return { code: 'calls-done' }
  const items = new Map(verifyItems(readCustomerFile(book, found.id, 0), scope).map((item) => [item.key, item]))
  const answers: Record<string, ItemAnswer> = {}
  for (const [at, row] of rows.entries()) {
    const result = results[at]
    if (result === null || result === undefined || result === 'unreachable' || result === 'unknown') continue
    const item = items.get(row['column-item'])
    if (item === undefined || (item.value ?? '') !== row['column-now'])
      return { code: 'calls-changed', params: { field: row['column-field'] } }
    if (result === 'corrected' && row['column-new-value'] === '')
      return { code: 'calls-no-value', params: { field: row['column-field'] } }
    answers[item.key] = result === 'corrected' ? { result, text: row['column-new-value'] } : { result }
  }
  const isUnreachable = results.includes('unreachable')
  return {
    partyId: found.id,
    scope,
    method: methodIn(rows),
    note: rows.map((row) => row['column-note']).find((words) => words !== '') ?? null,
    result: isUnreachable ? 'unreachable' : resultOf(answers),
    answers: isUnreachable ? {} : answers,
  }
}

function methodIn(rows: readonly CallRow[]): VerifyMethod {
  const told = rows.map((row) => methodWords.get(foldKey(row['column-method']))).find((code) => code !== undefined)
  return (told?.slice('method-'.length) as VerifyMethod | undefined) ?? 'phone'
}
