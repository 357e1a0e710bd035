import { businessDay } from '../../domain/calendar.ts'
import { toDrafts } from '../../domain/forms/to-drafts.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import type { FormDef, FormState } from '../../model/forms.ts'
import { codeOf } from '../../model/party-code.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { dropDraft } from '../../store/drafts.ts'
import { startOperation } from '../../store/journal.ts'
import { type SavedForm, saveForm } from '../../store/save-form.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'

export interface Paper {
  /** Number of the printed sheet the answers stood on. */
  readonly sheet: string | undefined
  /** Goes with the saving, in one step: a form that was saved is not offered again. */
  readonly draftId?: number | undefined
}

/** Saves a filled form as one operation. */
export function saveFilled(
  ctx: Context,
  book: Book,
  def: FormDef,
  state: FormState,
  { sheet, draftId }: Paper,
): SavedForm {
  const at = ctx.now()
  const today = businessDay(at, readSettings(book).time_zone)
  return inTransaction(book, () => {
    const operation = startOperation(book, {
      kind: 'intake',
      command: ctx.commandLine,
      staff: ctx.staff,
      at,
      reason: `${def.number} ${def.zh}`,
    })
    const saved = saveForm(book, operation, toDrafts(def, state), {
      today,
      searchKeys: nameKeys,
      staff: ctx.staff,
      at,
      sheet,
    })
    operation.finish(ctx.now(), {
      form: def.key,
      ...(saved.partyId === null ? {} : { customer: codeOf(saved.partyId) }),
      changed: saved.changed,
    })
    if (draftId !== undefined) dropDraft(book, draftId)
    return saved
  })
}

/** Says what a form became. */
export function tellSaved(ctx: Context, saved: SavedForm): void {
  const code = saved.partyId === null ? '' : codeOf(saved.partyId)
  showValue(ctx, { code, new: saved.isNew, changed: saved.changed, related: saved.related.map(codeOf) }, () =>
    code === ''
      ? `${ctx.say('intake-saved-record')}\n`
      : `${ctx.say(saved.isNew ? 'intake-saved-new' : 'intake-saved-known', { code })}\n`,
  )
}
