import type { FormDef, FormDrafts, FormQuestion, FormSection, FormState } from '../../model/forms.ts'
import type { PartyDraft, RelationType } from '../../model/intake.ts'
import { dealDraft, interactionDraft } from './event-drafts.ts'
import { partyDraft } from './party-draft.ts'
import { itemPath, listQuestions, morePath, valueAt } from './questions.ts'
import { recordDrafts } from './record-drafts.ts'

/** A question with its answer, as the drafts are made of them. */
export interface Answered {
  readonly question: FormQuestion
  readonly key: string
  readonly text: string
  readonly value: string
}

/** What a filled form asks the book to keep; what was known already is not said again. */
export function toDrafts(def: FormDef, state: FormState): FormDrafts {
  const questions = listQuestions(def, state)
  const all = answered(questions, state)
  const own = all.filter(({ question }) => question.section.repeat === undefined)
  const { records, taken } = recordDrafts(def, own, state)
  const about = def.about === 'none' ? null : own.filter(({ key }) => key === 'phone' || key === 'name' || !taken(key))
  return {
    form: def.key,
    version: def.version,
    tie: state.tie,
    party: about === null ? null : partyDraft(about, def, state),
    related: def.about === 'none' ? [] : tiedParties(def, state, all),
    deals: def.makes.includes('deal') ? dealDraft(own, state) : [],
    interactions: def.makes.includes('interaction') ? interactionDraft(own, def, state) : [],
    records,
    // In the order of the form: what was corrected last stands where it belongs.
    values: Object.fromEntries(
      questions.flatMap(({ path }) => (state.answers[path] === undefined ? [] : [[path, state.answers[path].value]])),
    ),
  }
}

function answered(questions: readonly FormQuestion[], state: FormState): readonly Answered[] {
  return questions.flatMap((question) => {
    const answer = state.answers[question.path]
    if (question.item === null || answer === undefined) return []
    return [{ question, key: question.item.field, text: answer.text, value: answer.value }]
  })
}

function tiedParties(def: FormDef, state: FormState, all: readonly Answered[]): readonly PartyDraft[] {
  const parties: PartyDraft[] = []
  for (const section of def.sections) {
    if (section.repeat === undefined) continue
    for (let turn = 0; valueAt(state, morePath(section, turn)) === 'yes'; turn += 1) {
      const own = all.filter((one) => one.question.path === itemPath(section, { field: one.key }, turn))
      if (own.length > 0)
        parties.push({ ...partyDraft(own, def, state), role: 'related', relation: relationOf(section, own) })
    }
  }
  return parties
}

const relationWords: readonly (readonly [RegExp, RelationType])[] = [
  [/司机|driver/i, 'driver'],
  [/主任|秘书|助理|经理|director|secretary/i, 'director'],
  [/妻|夫|爱人|太太|老公|老婆|儿|女儿|父|母|兄|弟|姐|妹|家|wife|husband|son|daughter/i, 'family'],
  [/朋友|同学|战友|friend/i, 'friend'],
]

/** The block says the kind of tie; what was typed may say it better (主任、司机 stand in one block). */
function relationOf(section: FormSection, own: readonly Answered[]): NonNullable<PartyDraft['relation']> {
  const told = own.find(({ key }) => key === 'relation')?.value
  const type = section.repeat?.relation ?? 'other'
  if (told === undefined) return { type }
  return { type: relationWords.find(([words]) => words.test(told))?.[1] ?? type, title: told }
}
