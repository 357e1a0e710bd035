import type { FormStart } from '../../domain/forms/engine.ts'
import { type AnswerFile, tiedAnswers } from '../../domain/forms/from-answers.ts'
import type { FormDef, FormState, FormTie } from '../../model/forms.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { namesOf } from '../../store/party-names.ts'
import type { SavedForm } from '../../store/save-form.ts'
import type { Context } from '../context.ts'
import { knownOf } from './known-customers.ts'
import { fillWith } from './read-answers.ts'
import { saveFilled, tellSaved } from './save-filled.ts'

/** What is needed to go on with the people of a form in the same sitting. */
export interface TiedDesk {
  readonly formOf: (key: string) => FormDef
  readonly start: FormStart
  readonly play: (
    form: FormDef,
    known: { readonly tie: FormTie; readonly known: Record<string, string> },
  ) => Promise<SavedForm | undefined>
}

/** Asks of each person just written down whether to fill their own sheet now, and of the people on that one in turn. */
export async function offerTiedSheets(
  ctx: Context,
  book: Book,
  def: FormDef,
  { desk, saved }: { readonly desk: TiedDesk; readonly saved: SavedForm },
): Promise<void> {
  if (def.tied === undefined || ctx.ask === null) return
  const form = desk.formOf(def.tied.form)
  const names = namesOf(book, saved.related)
  for (const id of saved.related) {
    const params = { name: names.get(id) ?? '', code: codeOf(id), form: form[ctx.lang] }
    const answer = await ctx.ask.yesNo({ message: ctx.tell({ code: 'tied-now', params }), initial: false })
    if (answer.kind === 'quit') return
    if (answer.kind !== 'answer' || !answer.value) continue
    const filled = await desk.play(form, await knownOf(ctx, book, form, codeOf(id)))
    if (filled === undefined) return
    tellSaved(ctx, filled)
    await offerTiedSheets(ctx, book, form, { desk, saved: filled })
  }
}

/** A sheet of an answer file, and those of the people on it. */
interface TiedSheet {
  readonly form: FormDef
  readonly state: FormState
  readonly tied: readonly (TiedSheet | undefined)[]
}

/** Reads every sheet of an answer file before anything is saved. @throws {KehuError} `answers-wrong` */
export function readTiedSheets(
  ctx: Context,
  def: FormDef,
  given: AnswerFile,
  from: { readonly desk: TiedDesk; readonly file: string },
): readonly (TiedSheet | undefined)[] {
  if (def.tied === undefined) return []
  const form = from.desk.formOf(def.tied.form)
  const { start } = from.desk
  return tiedAnswers(def, given).map((answers, index) => {
    if (answers === undefined) return undefined
    const name = personName(def, given, index)
    // The name stands in the block already: known, and not said again on the sheet.
    const known = name === undefined ? {} : { known: { name } }
    const state = fillWith(ctx, form, answers, { start: { ...start, ...known }, file: from.file })
    return { form, state, tied: readTiedSheets(ctx, form, answers, from) }
  })
}

/** Saves them as the sheets of the people just saved. */
export function saveTiedSheets(
  ctx: Context,
  book: Book,
  saved: SavedForm,
  sheets: readonly (TiedSheet | undefined)[],
): void {
  sheets.forEach((sheet, index) => {
    const id = saved.related[index]
    if (sheet === undefined || id === undefined) return
    const state: FormState = { ...sheet.state, tie: { code: codeOf(id), as: 'same' } }
    saveTiedSheets(ctx, book, saveFilled(ctx, book, sheet.form, state, { sheet: undefined }), sheet.tied)
  })
}

/** Who a sheet of an answer file is about. */
function personName(def: FormDef, given: AnswerFile, index: number): string | undefined {
  const blocks = def.sections.flatMap(({ repeat, key, zh, en }) => {
    const list = given[key] ?? given[zh] ?? given[en]
    return repeat === undefined || !Array.isArray(list) ? [] : (list as AnswerFile[])
  })
  const block = blocks[index]
  const name = block?.['姓名'] ?? block?.['name'] ?? block?.['Name']
  return name === undefined ? undefined : String(name)
}
