import { businessDay, wallClock } from '../../domain/calendar.ts'
import { formsOf } from '../../domain/forms/built-in.ts'
import { type FormStart, resumeForm, startForm, tieForm } from '../../domain/forms/engine.ts'
import { searchWords } from '../../domain/search/query.ts'
import { fileExists } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef, FormState, FormTie, Profile } from '../../model/forms.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { keepDraft, listDrafts } from '../../store/drafts.ts'
import { findParties } from '../../store/find.ts'
import type { SavedForm } from '../../store/save-form.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import type { IntakeFlags } from '../intake.ts'
import { note, showListing } from '../output.ts'
import { knownByPhone, knownOf, offered } from './known-customers.ts'
import { formCalled, loadForms } from './load-forms.ts'
import { fillWith, readAnswers } from './read-answers.ts'
import { playForm } from './run-form.ts'
import { saveFilled, tellSaved } from './save-filled.ts'
import { offerTiedSheets, readTiedSheets, saveTiedSheets, type TiedDesk } from './tied-sheets.ts'
import { warmWhileTyping } from './warm.ts'

/** Fills a form at prompts or from answers, and saves it after the last yes. */
export async function runIntake(ctx: Context, name: string | undefined, flags: IntakeFlags): Promise<void> {
  const forms = await loadForms(ctx)
  if (flags.list) return listForms(ctx, forms)
  if (flags.sheets) return (await import('./print-blank.ts')).listSheets(ctx)
  if (flags.blank) {
    const profile = name === undefined ? readSettings(await ctx.openBook()).profile : 'general'
    const { short, output: out, from, copies, takenBy } = flags
    const { printBlank } = await import('./print-blank.ts')
    return printBlank(ctx, formCalled(forms, name, profile as Profile), { short, out, from, copies, takenBy })
  }
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const def = formCalled(forms, name, settings.profile as Profile)
  const start: FormStart = {
    today: businessDay(ctx.now(), settings.time_zone),
    staff: ctx.staff,
    variant: flags.short ? 'short' : 'full',
  }
  const about = flags.customer === undefined ? undefined : await knownOf(ctx, book, def, flags.customer)
  const isGiven = flags.answers !== undefined || flags.set.length > 0
  const desk: TiedDesk = {
    formOf: (key) => formCalled(forms, key, settings.profile as Profile),
    start,
    play: (form, known) => atPrompts(ctx, book, form, { start, about: known, fresh: true, sheet: undefined }),
  }
  if (isGiven) {
    const given = await readAnswers(flags)
    const file = flags.answers ?? '--set'
    const sheets = readTiedSheets(ctx, def, given, { desk, file })
    const state = await tied(ctx, book, def, fillWith(ctx, def, given, { start, file }), about?.tie)
    const saved = saveFilled(ctx, book, def, state, { sheet: flags.sheet })
    saveTiedSheets(ctx, book, saved, sheets)
    return finishIntake(ctx, book, saved)
  }
  const saved = await atPrompts(ctx, book, def, { start, about, fresh: flags.new, sheet: flags.sheet })
  if (saved === undefined) return ctx.finish('waiting')
  await finishIntake(ctx, book, saved)
  await offerTiedSheets(ctx, book, def, { desk, saved })
}

async function finishIntake(ctx: Context, book: Book, saved: SavedForm): Promise<void> {
  tellSaved(ctx, saved)
  if (saved.partyId !== null) {
    const { sayFindings } = await import('../verify/say-findings.ts')
    sayFindings(ctx, book, [saved.partyId])
  }
  ctx.finish('done')
}

/** The forms of the book's trade; without a book, all. */
async function listForms(ctx: Context, forms: readonly FormDef[]): Promise<void> {
  const { say, lang } = ctx
  const profile = fileExists(ctx.findBook().path) ? (readSettings(await ctx.openBook()).profile as Profile) : undefined
  const own = profile === undefined ? forms : formsOf(forms, profile)
  const isTable = ctx.format === 'text' || ctx.format === 'table'
  const others = forms.filter((form) => !own.includes(form)).map(({ number, key }) => `${number} ${key}`)
  const trade = (name: string): string => ctx.tell({ code: `trade-${name}` })
  const comma = lang === 'zh' ? '、' : ', '
  showListing(ctx, {
    table: {
      key: 'forms',
      title: say('intake-list'),
      columns: [
        { key: 'number', title: say('column-id'), type: 'date' },
        { key: 'key', title: say('intake-form'), type: 'date' },
        { key: 'title', title: say('column-name'), type: 'text' },
        { key: 'profiles', title: say('column-profiles'), type: 'text' },
      ],
      rows: (isTable ? own : forms).map((form) => [
        ...[form.number, form.key, form[lang]],
        isTable ? form.profiles.map(trade).join(' ') : form.profiles.join(' '),
      ]),
    },
    ...(profile === undefined || others.length === 0
      ? {}
      : { after: say('intake-list-more', { trade: trade(profile), list: others.join(comma) }) }),
  })
  ctx.finish('done')
}

interface Beginning {
  readonly start: FormStart
  /** The known customer the form is about. */
  readonly about: { readonly tie: FormTie; readonly known: Record<string, string> } | undefined
  /** Leave a draft alone. */
  readonly fresh: boolean
  /** Number of the printed sheet the answers stand on. */
  readonly sheet: string | undefined
}

/** A person at the terminal; undefined when they leave with a draft kept. @throws {KehuError} `answer-needed` */
async function atPrompts(
  ctx: Context,
  book: Book,
  def: FormDef,
  { start, about, fresh, sheet }: Beginning,
): Promise<SavedForm | undefined> {
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: '--answers FILE, --set field=value' })
  const [draft] = fresh ? [] : listDrafts(book, ctx.staff, def.key)
  let draftId = draft?.id
  let state = about === undefined ? startForm(def, start) : tieForm(def, startForm(def, start), about.tie, about.known)
  if (draft !== undefined) {
    const again = await ctx.ask.yesNo({
      message: ctx.say('intake-resume', { at: wallClock(draft.updatedAt, readSettings(book).time_zone) }),
      initial: true,
    })
    if (again.kind === 'quit') return undefined
    if (again.kind === 'answer' && again.value) state = resumeForm(def, draft.state)
    else draftId = undefined
  }
  const keep = (now: FormState): void => {
    draftId = keepDraft(book, { id: draftId, staff: ctx.staff, form: def.key, state: now, at: ctx.now() })
  }
  warmWhileTyping(book)
  const end = await playForm(ctx, def, state, {
    keep,
    lookUp: (field, state) => offered(ctx, book, def, { field, state }),
  })
  if (end.kind === 'quit') {
    if (draftId !== undefined) note(ctx, ctx.say('intake-kept', { form: def.key }))
    return undefined
  }
  return saveFilled(ctx, book, def, end.state, { sheet, draftId })
}

/** Nobody is there to ask: the customer is a known one where phone and name are its own, else a new one that is told of. */
async function tied(
  ctx: Context,
  book: Book,
  def: FormDef,
  state: FormState,
  told: FormTie | undefined,
): Promise<FormState> {
  const phone = (state.answers['phone'] ?? state.answers['mobile'])?.value
  if (told !== undefined) return { ...state, tie: told }
  if (phone === undefined) return { ...state, tie: def.makes.includes('customer') ? null : namesake(book, state) }
  const found = knownByPhone(ctx, book, def, phone)
  const [same, other] = found.filter(({ known }) => known['name'] === state.answers['name']?.value)
  if (same !== undefined && other === undefined) return { ...state, tie: { code: same.code, as: 'same' } }
  // Whom the engine would merge without asking is taken without asking; the merely likely are told of
  const { likelyKnown } = await import('./likely-known.ts')
  const sure = likelyKnown(book, state).filter(({ band }) => band === 'sure')
  if (sure.length === 1) return { ...state, tie: { code: codeOf(sure[0]!.id), as: 'same' } }
  for (const { label } of found) note(ctx, ctx.tell({ code: 'form-number-known', params: { who: label } }))
  return state
}

/** A record about somebody whose name only one customer has is that customer's; a new customer by a known name is another one. */
function namesake(book: Book, state: FormState): FormTie | null {
  const name = state.answers['name']?.value
  if (name === undefined) return null
  const found = findParties(book, { ...searchWords(name), limit: 2 }).filter(({ by }) => by === 'name')
  return found.length === 1 ? { code: codeOf(found[0]!.id), as: 'same' } : null
}
