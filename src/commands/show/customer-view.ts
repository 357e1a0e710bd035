import { isPlanLate } from '../../domain/contacts/plan-period.ts'
import { nextOccasion } from '../../domain/occasions/coming.ts'
import { codeOf } from '../../model/party-code.ts'
import type { CustomerSection, CustomerView, ShownValue } from '../../model/view.ts'
import { money } from '../../render/number.ts'
import type { Book } from '../../store/book.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import type { DeskFile } from '../../store/desk-file.ts'
import type { Row } from '../../store/journal.ts'
import type { Context } from '../context.ts'
import { contactWord } from '../word-of.ts'
import { dayText, deskSections, occasionLabel, planOf } from './desk-sections.ts'
import { dealTable, interactionTable } from './event-tables.ts'
import {
  addressValue,
  contactValue,
  factValues,
  newestFacts,
  type Origins,
  originsOf,
  relationValue,
  rowValues,
  saidOnce,
  section,
  tableSection,
} from './row-values.ts'
import { verifiedOf } from './verified.ts'

/** Columns of the profile, in the order people look for them. */
const PROFILE = [
  ...['surname', 'given_name', 'honorific', 'gender', 'birth', 'age_band', 'id_number', 'uscc'],
  ...['short_name', 'english_name'],
]
const WORK = [
  ...['employer', 'department', 'title', 'occupation', 'education', 'industry', 'legal_rep', 'website', 'region'],
]
const CARD = ['source_code', 'acquired_from', 'level', 'opened_on', 'status']

export interface ViewParts {
  readonly file: CustomerFile
  readonly desk: DeskFile
  readonly today: string
}

/** Puts what the book holds of a customer into the reader's words. */
export function customerView(ctx: Context, book: Book, parts: ViewParts): CustomerView {
  const { file } = parts
  const origins = originsOf(ctx, book, verifiedOf(ctx, book, file))
  const id = Number(file.party['id'])
  return {
    code: codeOf(id),
    name: String(file.party['name']),
    headline: headline(ctx, parts),
    first: firstScreen(ctx, parts, origins),
    warnings: warnings(ctx, parts),
    sections: sections(ctx, parts, origins).filter(
      ({ values = [], table }) => values.length > 0 || (table?.rows.length ?? 0) > 0,
    ),
  }
}

function firstScreen(ctx: Context, { file, desk, today }: ViewParts, origins: Origins): ShownValue[] {
  const { say } = ctx
  const title = [file.party['employer'], file.party['title']].filter((one) => typeof one === 'string').join(' ')
  const value = (label: string, text: string | null): ShownValue[] =>
    text === null || text === '' ? [] : [{ label, value: text }]
  const label = (code: string): string => ctx.tell({ code })
  return [
    ...contactValues(ctx, file, origins).slice(0, 4),
    ...addressValues(ctx, file, origins).slice(0, 1),
    ...value(label('show-position'), title),
    ...value(label('show-tags'), desk.tags.map((tag) => `#${tag}`).join(' ')),
    {
      label: say('show-purchases'),
      value: say('show-purchase-total', { count: file.dealTotals.count, amount: money(file.dealTotals.amount) }),
    },
    ...value(label('show-cost'), desk.cost === 0 ? null : money(desk.cost)),
    ...lastContact(ctx, desk),
    ...value(label('show-next'), nextStep(ctx, desk, today)),
    ...value(label('show-next-date'), nextDate(ctx, { file, desk, today })),
  ]
}

const contactValues = (ctx: Context, file: CustomerFile, origins: Origins): ShownValue[] =>
  saidOnce(file.contacts.map((row) => contactValue(ctx, row, origins)))

const addressValues = (ctx: Context, file: CustomerFile, origins: Origins): ShownValue[] =>
  saidOnce(file.addresses.map((row) => addressValue(ctx, row, origins)))

/** The nearest follow-up or open plan. */
function nextStep(ctx: Context, { nextOn, plans }: DeskFile, today: string): string | null {
  const plan = plans.find((row) => row['state'] === 'open')
  const steps = [
    ...(nextOn === null ? [] : [{ day: nextOn, isLate: nextOn < today }]),
    ...(plan === undefined ? [] : [{ day: String(plan['on_day']), isLate: isPlanLate(planOf(plan), today) }]),
  ].sort((a, b) => a.day.localeCompare(b.day))
  const [first] = steps
  if (first === undefined) return null
  return first.isLate ? `${first.day}  ${ctx.tell({ code: 'plan-late' })}` : first.day
}

/** The remembered day that comes first: a birthday, or one of the customer's own. */
function nextDate(ctx: Context, { file, desk, today }: ViewParts): string | null {
  const { birth } = file.party
  const facts = newestFacts(file.facts).filter((row) => ['wedding', 'anniversary'].includes(String(row['field'])))
  const days: { label: string; day: string }[] = [
    ...(typeof birth === 'string' ? [{ label: ctx.tell({ code: 'occasion-birthday' }), day: birth }] : []),
    ...facts.map((row) => ({ label: ctx.tell({ code: `occasion-${row['field']}` }), day: String(row['value']) })),
    ...desk.dates.map((row) => ({ label: occasionLabel(ctx, row), day: String(row['day']) })),
  ]
  const [next] = days
    .flatMap(({ label, day }) => {
      const coming = nextOccasion(day, today)
      return coming === null ? [] : [{ label, day, ...coming }]
    })
    .sort((a, b) => a.inDays - b.inDays)
  if (next === undefined) return null
  const when = ctx.tell({ code: 'dates-next', params: { on: next.on, days: next.inDays } })
  return `${next.label} ${dayText(ctx, next.day)}  ${when}`
}

function lastContact(ctx: Context, { lastContact }: DeskFile): ShownValue[] {
  if (lastContact === undefined) return []
  const kind = contactWord(ctx, lastContact['kind'], lastContact['customer_initiated'])
  const content = lastContact['content'] === null ? '' : `  ${String(lastContact['content']).slice(0, 40)}`
  return [{ label: ctx.say('show-last-contact'), value: `${lastContact['on_day']}  ${kind}${content}` }]
}

function headline(ctx: Context, { file: { party, customer, tier } }: ViewParts): string[] {
  const { say } = ctx
  const level = tier?.['level'] ?? customer?.['tier']
  return [
    say(party['kind'] === 'org' ? 'kind-org' : 'kind-person'),
    ...(typeof level === 'string' ? [say('show-tier', { level })] : []),
    ...(typeof customer?.['owner'] === 'string' ? [say('show-owner', { owner: customer['owner'] })] : []),
    ...(typeof customer?.['status'] === 'string' ? [customer['status']] : []),
    ...(customer === undefined ? [say('show-not-customer')] : []),
    ...(customer?.['stub'] === 1 ? [say('show-stub')] : []),
    ...(party['status'] === 'archived' ? [say('show-archived')] : []),
  ]
}

/** What should be seen to before the customer is spoken to. */
function warnings(ctx: Context, { file, desk, today }: ViewParts): string[] {
  const count = (code: string, rows: readonly Row[]): string[] =>
    rows.length === 0 ? [] : [ctx.tell({ code, params: { count: rows.length } })]
  const open = desk.feedback.filter((row) => row['state'] === 'open')
  const late = desk.plans.filter((row) => isPlanLate(planOf(row), today))
  const [credit] = desk.credits
  const isOverdue = Number(credit?.['overdue'] ?? 0) > 0
  const disliked = desk.preferences.filter((row) => row['likes'] === 0).map((row) => String(row['value']))
  return [
    ...count(
      'alert-complaints',
      open.filter((row) => row['kind'] === 'complaint'),
    ),
    ...count(
      'alert-questions',
      open.filter((row) => row['kind'] !== 'complaint'),
    ),
    ...count('alert-plans', late),
    ...count(
      'alert-demands',
      desk.demands.filter((row) => row['stage'] !== 'closed'),
    ),
    ...(isOverdue ? [ctx.tell({ code: 'alert-overdue', params: { amount: money(Number(credit!['overdue'])) } })] : []),
    ...(disliked.length === 0 ? [] : [ctx.tell({ code: 'alert-dislikes', params: { what: disliked.join('、') } })]),
    ...findings(ctx, file),
  ]
}

function findings(ctx: Context, file: CustomerFile): string[] {
  const serious = file.findings.filter((row) => row['severity'] !== 'info')
  return serious.length > 0 ? [ctx.say('show-findings', { count: serious.length })] : []
}

function sections(ctx: Context, { file, desk, today }: ViewParts, origins: Origins): CustomerSection[] {
  const { say } = ctx
  const { party, customer } = file
  const card = customer === undefined ? [] : { ...customer, source_row_id: party['source_row_id'] ?? null }
  return [
    section('profile', say('show-profile'), rowValues(ctx, party, PROFILE, origins)),
    section('work', say('show-work'), rowValues(ctx, party, WORK, origins)),
    section('card', say('show-card'), Array.isArray(card) ? [] : rowValues(ctx, card, CARD, origins)),
    section('contacts', say('show-contacts'), contactValues(ctx, file, origins).slice(4)),
    section('addresses', say('show-addresses'), addressValues(ctx, file, origins).slice(1)),
    section('facts', say('show-facts'), factValues(ctx, file.facts, origins)),
    section('remark', say('show-remark'), rowValues(ctx, party, ['remark'], origins)),
    section(
      'aliases',
      say('show-aliases'),
      file.aliases.map((row) => ({ label: say(`alias-${aliasReason(row)}`), value: String(row['name']) })),
    ),
    section(
      'relations',
      say('show-relations'),
      file.relations.map((row) => relationValue(ctx, row)),
    ),
    ...deskSections(ctx, desk, today),
    tableSection('interactions', interactionTable(ctx, file)),
    tableSection('deals', dealTable(ctx, file)),
    section(
      'merged',
      say('show-merged'),
      file.absorbed.map((one) => ({ label: codeOf(one), value: say('show-merged-here') })),
    ),
  ]
}

const aliasReason = (row: Row): 'former' | 'short' | 'english' | 'nickname' | 'other' => {
  const reason = String(row['reason'])
  return reason === 'former' || reason === 'short' || reason === 'english' || reason === 'nickname' ? reason : 'other'
}
