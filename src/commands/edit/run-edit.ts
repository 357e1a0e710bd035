import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { type Changes, readChanges } from '../../domain/edits/read-changes.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormFault } from '../../model/forms.ts'
import type { PartyKind } from '../../model/intake.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { type CustomerFile, readCustomerFile } from '../../store/customer-file.ts'
import { addOnce, clearField, editParty } from '../../store/edits.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { sayFindings } from '../verify/say-findings.ts'
import { todayOf, write } from '../write.ts'
import { askChanges } from './ask-changes.ts'

export interface EditFlags {
  readonly set: readonly string[]
  /** Keep the name that is given up as a former one. */
  readonly former: boolean
  readonly reason?: string | undefined
}

/** Changes values of one customer: by `--set`, else at prompts. */
export async function runEdit(ctx: Context, customer: string, flags: EditFlags): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const file = readCustomerFile(book, id, 0)
  const asked = flags.set.length > 0 ? undefined : await askChanges(ctx, book, file)
  if (asked === null) return ctx.finish('done')
  const changes = readChanges(asked?.texts ?? flags.set, {
    kind: file.party['kind'] as PartyKind,
    today: todayOf(ctx, book),
    staff: ctx.staff,
  })
  if (!changes.ok) throw faultsOf(ctx, changes.faults)
  const { result, operation } = save(ctx, book, file, { changes, flags })
  asked?.drop()
  showValue(ctx, { code: codeOf(id), changed: result, operation }, () =>
    result === 0
      ? `${ctx.tell({ code: 'edit-nothing' })}\n`
      : `${ctx.tell({ code: 'edit-done', params: { code: codeOf(id), name: String(file.party['name']), count: result } })}\n`,
  )
  if (result > 0) {
    sayFindings(ctx, book, [id])
    note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  }
  ctx.finish('done')
}

interface Edit {
  readonly changes: Changes & { readonly ok: true }
  readonly flags: EditFlags
}

function save(
  ctx: Context,
  book: Book,
  { party }: CustomerFile,
  { changes, flags }: Edit,
): { result: number; operation: number } {
  const id = Number(party['id'])
  const options = { today: todayOf(ctx, book), staff: ctx.staff, searchKeys: nameKeys }
  return write(ctx, book, { kind: 'edit', reason: flags.reason }, (operation) => {
    let changed = editParty(book, operation, id, changes.draft, options)
    for (const field of changes.cleared) if (clearField(operation, id, field)) changed++
    const former = String(party['name'])
    const isRenamed = changes.draft.values.name !== undefined && changes.draft.values.name !== former
    if (flags.former && isRenamed) {
      const row = { party_id: id, name: former, name_key: nameKeys(former).key, reason: 'former' }
      addOnce(book, operation, 'alias', row, ['party_id', 'name'])
    }
    return { result: changed, summary: { customer: codeOf(id), changed } }
  })
}

/** Every fault in one error, a line each. */
export function faultsOf(ctx: Context, faults: readonly FormFault[]): KehuError {
  const colon = ctx.lang === 'zh' ? '：' : ': '
  const detail = faults
    .map(
      ({ path, reason, value }) =>
        `\n  ${fieldByKey(path)?.[ctx.lang] ?? path}${value === undefined ? '' : ` “${value}”`}${colon}${ctx.tell(reason)}`,
    )
    .join('')
  return new KehuError('input', 'edit-wrong', { detail })
}
