import { resolve } from 'node:path'
import { writeWholeFile } from '../../../files/write-file.ts'
import { writeXlsx } from '../../../files/write-xlsx.ts'
import { codeOf } from '../../../model/party-code.ts'
import type { Book } from '../../../store/book.ts'
import { readCustomerFile } from '../../../store/customer-file.ts'
import type { Context } from '../../context.ts'
import { note } from '../../output.ts'
import { loadVerifyPolicy } from '../../policies/load.ts'
import { fieldLabel } from '../../show/field-words.ts'
import { dueIn, scopeName, scopeOf } from './due.ts'
import { verifyItems } from './items.ts'
import type { SessionOptions } from './session.ts'

/** Headings of a call list; a list that comes back is known by them, in either language. */
export const callColumns = [
  ...(['column-code', 'column-name', 'column-scope', 'column-field', 'column-now', 'column-result'] as const),
  ...(['column-new-value', 'column-method', 'column-note', 'column-item', 'column-listed'] as const),
] as const
export type CallColumn = (typeof callColumns)[number]

/** Writes who is due with every fact to ask for, a row each, to be filled in by hand and read back. */
export async function runCalls(ctx: Context, file: string, options: SessionOptions): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const policy = loadVerifyPolicy(ctx, book)
  const scope = scopeOf(ctx, policy, options.scope)
  const { lines } = dueIn(ctx, book, policy, { ...options, scopes: [scope] })
  const path = resolve(ctx.cwd, file)
  const name = say('calls-title')
  const columns = callColumns.map((key) => ({ title: say(key), type: 'text' as const }))
  const rows = [lines.flatMap(({ id }) => rowsOf(ctx, book, id, scope))]
  await writeWholeFile(path, (sink) => writeXlsx({ title: name, sheets: [{ name, columns, rows }] }, sink))
  note(ctx, say('calls-written', { path, customers: lines.length }))
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

function rowsOf(ctx: Context, book: Book, id: number, scope: string): string[][] {
  const file = readCustomerFile(book, id, 0)
  return verifyItems(file, scope).map((item) => [
    ...[codeOf(id), String(file.party['name']), scopeName(ctx, scope), fieldLabel(ctx, item.field), item.value ?? ''],
    ...['', '', '', '', item.key, ctx.now()],
  ])
}
