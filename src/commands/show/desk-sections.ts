import { isPlanLate } from '../../domain/contacts/plan-period.ts'
import { demandStages } from '../../domain/dictionary/choices.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { contactPurposes, planGrains } from '../../domain/dictionary/record-choices.ts'
import { plainValue } from '../../domain/forms/shown-value.ts'
import { nextOccasion } from '../../domain/occasions/coming.ts'
import { contactWays, feedbackKinds, occasionKinds, preferenceAreas, seatPositions } from '../../model/desk.ts'
import type { CustomerSection, ShownValue } from '../../model/view.ts'
import { money } from '../../render/number.ts'
import type { DeskFile } from '../../store/desk-file.ts'
import type { Row } from '../../store/journal.ts'
import type { SatMeal } from '../../store/seats.ts'
import type { Context } from '../context.ts'
import { signedText } from '../tier/signed-text.ts'
import { labelIn } from '../word-of.ts'
import { section } from './row-values.ts'

/** A remembered day in the reader's words: 农历8月15日. */
export const dayText = (ctx: Context, partial: string): string => plainValue(fieldByKey('wedding')!, partial, ctx.lang)

export const occasionLabel = (ctx: Context, row: Row): string =>
  row['label'] === null || row['label'] === undefined ? labelIn(ctx, occasionKinds, row['kind']) : String(row['label'])

/** The sections of what the desk keeps: dates, preferences, plans, complaints, demands, credit, notes. */
export function deskSections(ctx: Context, desk: DeskFile, today: string): CustomerSection[] {
  const say = (code: string): string => ctx.tell({ code })
  return [
    section(
      'dates',
      say('show-dates'),
      desk.dates.map((row) => dateValue(ctx, row, today)),
    ),
    section(
      'preferences',
      say('show-preferences'),
      desk.preferences.map((row) => preferenceValue(ctx, row)),
    ),
    section(
      'plans',
      say('show-plans'),
      desk.plans.map((row) => planValue(ctx, row, today)),
    ),
    section(
      'feedback',
      say('show-feedback'),
      desk.feedback.map((row) => feedbackValue(ctx, row)),
    ),
    section(
      'demands',
      say('show-demands'),
      desk.demands.map((row) => demandValue(ctx, row)),
    ),
    section(
      'credit',
      say('show-credit'),
      desk.credits.map((row) => creditValue(ctx, row)),
    ),
    section(
      'judgements',
      say('show-judgements'),
      desk.judgements.map((row) => judgementValue(ctx, row)),
    ),
    section(
      'seats',
      say('show-seats'),
      desk.seats.map((meal) => seatValue(ctx, meal)),
    ),
    section('rivals', say('show-rivals'), desk.rivals.map(rivalValue)),
    section(
      'surveys',
      say('show-surveys'),
      desk.surveys.map((row) => surveyValue(ctx, row)),
    ),
    section('notes', say('show-notes'), desk.notes.map(noteValue)),
  ]
}

function dateValue(ctx: Context, row: Row, today: string): ShownValue {
  const coming = nextOccasion(String(row['day']), today)
  const next =
    coming === null ? '' : `  ${ctx.tell({ code: 'dates-next', params: { on: coming.on, days: coming.inDays } })}`
  return { label: occasionLabel(ctx, row), value: `${dayText(ctx, String(row['day']))}${next}` }
}

function preferenceValue(ctx: Context, row: Row): ShownValue {
  const sign = row['likes'] === 0 ? ctx.tell({ code: 'preference-dislikes' }) : ''
  return { label: labelIn(ctx, preferenceAreas, row['area']), value: `${sign}${row['value']}` }
}

/** What of a plan's row says when it is due. */
export const planOf = (row: Row) => ({
  state: String(row['state']),
  on_day: String(row['on_day']),
  grain: String(row['grain']),
})

function planValue(ctx: Context, row: Row, today: string): ShownValue {
  const isLate = isPlanLate(planOf(row), today)
  const state = ctx.tell({ code: isLate ? 'plan-late' : `plan-${row['state']}` })
  const parts = [
    labelIn(ctx, planGrains, row['grain']),
    labelIn(ctx, contactWays, row['way']),
    ...(row['purpose'] === null ? [] : [labelIn(ctx, contactPurposes, row['purpose'])]),
    ...(row['content'] === null ? [] : [String(row['content'])]),
  ]
  return { label: String(row['on_day']), value: `${parts.join(' · ')}（${state}）` }
}

function feedbackValue(ctx: Context, row: Row): ShownValue {
  const answer = row['answer'] === null ? '' : `  → ${row['answer']}`
  const state = ctx.tell({ code: `feedback-${row['state']}` })
  return {
    label: `${row['on_day']} ${labelIn(ctx, feedbackKinds, row['kind'])}`,
    value: `${row['content']}（${state}）${answer}`,
  }
}

function judgementValue(ctx: Context, row: Row): ShownValue {
  const { label, value } = signedText(ctx, { kind: String(row['kind']), value: String(row['value']) })
  const reason = row['note'] === null ? '' : `  ${row['note']}`
  return { label, value: `${value}（${row['author']} ${row['on_day']}）${reason}` }
}

const demandValue = (ctx: Context, row: Row): ShownValue => ({
  label: `D${row['id']} ${row['grade']}`,
  value: `${row['content']}（${labelIn(ctx, demandStages, row['stage'])}）`,
})

function creditValue(ctx: Context, row: Row): ShownValue {
  const amount = (column: string, code: string): string[] =>
    row[column] === null ? [] : [`${ctx.tell({ code })} ${money(Number(row[column]))}`]
  const parts = [
    ...(row['rating'] === null ? [] : [String(row['rating'])]),
    ...amount('credit_limit', 'credit-limit'),
    ...amount('overdue', 'credit-overdue'),
    ...(row['next_review'] === null ? [] : [`${ctx.tell({ code: 'credit-next' })} ${row['next_review']}`]),
  ]
  return { label: String(row['on_day']), value: parts.join(' · ') }
}

const rivalValue = (row: Row): ShownValue => ({
  label: String(row['competitor']),
  value: [
    'product',
    'price',
    'terms',
    'strategy',
    'satisfaction',
    'rep',
    'selling',
    'relation',
    'reviews',
    'regions',
    'content',
  ]
    .flatMap((column) => (row[column] === null ? [] : [String(row[column])]))
    .join(' · '),
})

function seatValue(ctx: Context, { on, room, position, others }: SatMeal): ShownValue {
  const names = (others ?? '').split('\n').flatMap((text) => {
    const [place, name] = text.split('=')
    return name === undefined ? [] : [`${labelIn(ctx, seatPositions, place)} ${name}`]
  })
  const comma = ctx.lang === 'zh' ? '、' : ', '
  const table = names.length === 0 ? [] : [ctx.tell({ code: 'seat-with', params: { others: names.join(comma) } })]
  return {
    label: on,
    value: [labelIn(ctx, seatPositions, position), ...(room === null ? [] : [room]), ...table].join(' · '),
  }
}

const surveyValue = (ctx: Context, row: Row): ShownValue => ({
  label: `${row['on_day']} ${row['survey']}`,
  value:
    row['score'] === null
      ? ''
      : ctx.tell({ code: 'survey-score', params: { score: String(Math.round(Number(row['score']) * 10) / 10) } }),
})

const noteValue = (row: Row): ShownValue => ({
  label: String(row['as_of']),
  value: `${row['value']}${row['collected_by'] === null ? '' : `（${row['collected_by']}）`}`,
})
