import { contactWays } from '../../model/desk.ts'
import type { FormDef, FormState, RecordDraft } from '../../model/forms.ts'
import { gradeOf, type Level } from '../demands/grade.ts'
import { choiceMeant } from '../edits/find-word.ts'
import type { Answered } from './to-drafts.ts'

type Values = (key: string) => string | null
type Make = (value: Values, state: FormState) => readonly RecordDraft[]

/** The records that forms F9, F18, F20, F24, F25 and F26 are made of, by the form's key. */
const records: Readonly<Record<string, { readonly prefix: RegExp; readonly make: Make }>> = {
  information: { prefix: /^(info_|method$|phone$|collector$)/, make: information },
  plan: { prefix: /^(plan_|contact_|content$)/, make: plan },
  rival: { prefix: /^competitor/, make: rival },
  demand: { prefix: /^(demand_|importance$|priority$|feasibility$|cost_benefit$|market_competition$)/, make: demand },
  complaint: { prefix: /^complaint_/, make: complaint },
  verification: { prefix: /^verify_/, make: verification },
}

/** What the answers become in the tables of the desk, and which questions they took. */
export function recordDrafts(
  def: FormDef,
  own: readonly Answered[],
  state: FormState,
): { readonly records: readonly RecordDraft[]; readonly taken: (key: string) => boolean } {
  const kind = records[def.key]
  if (kind === undefined) return { records: [], taken: () => false }
  const answers = new Map(own.map(({ key, value }) => [key, value]))
  return { records: kind.make((key) => answers.get(key) ?? null, state), taken: (key) => kind.prefix.test(key) }
}

function information(value: Values, state: FormState): readonly RecordDraft[] {
  const reported = value('info_report_to')
  return [
    {
      entity: 'info_item',
      row: {
        on_day: value('info_on') ?? state.startedOn,
        provider: value('info_provider'),
        phone: value('phone'),
        content: value('info_content'),
        class: value('info_class'),
        source_kind: value('info_source_kind'),
        source: value('info_source'),
        method: value('method'),
        credibility: value('info_credibility'),
        usefulness: value('info_use'),
        departments: value('info_departments'),
        important: value('info_important') === 'yes' ? 1 : 0,
        reported_to: reported,
        reported_on: reported === null ? null : state.startedOn,
        staff: value('collector') ?? state.staff,
      },
    },
  ]
}

function plan(value: Values, state: FormState): readonly RecordDraft[] {
  const way = value('contact_kind') ?? 'call'
  return [
    {
      entity: 'plan_item',
      row: {
        grain: value('plan_grain') ?? 'day',
        on_day: value('plan_on') ?? state.startedOn,
        way: choiceMeant(contactWays, way)?.value ?? way,
        purpose: value('contact_purpose'),
        content: value('content'),
        staff: value('contact_staff') ?? state.staff,
      },
    },
  ]
}

function rival(value: Values, state: FormState): readonly RecordDraft[] {
  return [
    {
      entity: 'competitor_note',
      row: {
        competitor: value('competitor'),
        on_day: state.startedOn,
        product: value('competitor_usage') ?? value('competitor_features'),
        satisfaction: value('competitor_satisfaction'),
        rep: value('competitor_rep'),
        selling: value('competitor_style'),
        relation: value('competitor_relation'),
        price: value('competitor_price'),
        terms: value('competitor_terms'),
        strategy: value('competitor_strategy'),
        reviews: value('competitor_reviews'),
        regions: value('competitor_regions'),
        content: value('competitor_usage') === null ? null : value('competitor_features'),
        staff: state.staff,
      },
    },
  ]
}

function demand(value: Values, state: FormState): readonly RecordDraft[] {
  const importance = (value('importance') ?? 'middle') as Level
  const urgency = (value('priority') ?? 'middle') as Level
  return [
    {
      entity: 'demand',
      row: {
        on_day: state.startedOn,
        class: value('demand_class'),
        channel: value('demand_channel'),
        content: value('demand_content'),
        importance,
        urgency,
        grade: gradeOf(importance, urgency),
        stage: value('demand_stage') ?? 'collect',
        owner: state.staff,
        feasibility: value('feasibility'),
        cost_benefit: value('cost_benefit'),
        market_competition: value('market_competition'),
        conclusion: [value('demand_status'), value('demand_answer')].filter((one) => one !== null).join('；') || null,
      },
    },
  ]
}

function complaint(value: Values, state: FormState): readonly RecordDraft[] {
  const answer = value('complaint_answer')
  return [
    {
      entity: 'feedback',
      row: {
        kind: 'complaint',
        on_day: value('contact_on') ?? state.startedOn,
        content: value('complaint_content'),
        analysis: value('complaint_analysis'),
        state: answer === null ? 'open' : 'answered',
        answer,
        answered_on: answer === null ? null : state.startedOn,
        staff: value('contact_staff') ?? state.staff,
        due_on: value('next_contact'),
      },
    },
  ]
}

const scopes = { base: 'verify_base', credit: 'verify_credit', decision_makers: 'verify_decision' } as const

function verification(value: Values, state: FormState): readonly RecordDraft[] {
  return Object.entries(scopes).flatMap(([scope, key]) => {
    const result = value(key)
    if (result === null || result === 'open') return []
    const row = {
      scope,
      state: result,
      note: value('verify_note'),
      staff: value('verify_by') ?? state.staff,
      at: value('verify_on') ?? state.startedOn,
    }
    return [{ entity: 'confirmation', row }]
  })
}
