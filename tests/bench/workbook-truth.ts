import { toSimplified } from '../../src/domain/normalize/fold.ts'
import { formatFen } from '../../src/domain/normalize/money.ts'
import type {
  ContactDraft,
  DealDraft,
  FactDraft,
  InteractionDraft,
  PartyDraft,
  RowReading,
} from '../../src/model/intake.ts'

/** One thing an expected.json lists: a customer, purchase, interaction or contract of a row. */
export interface Listed {
  readonly sheet: string
  readonly row: number
  readonly part?: number
  readonly warnings?: readonly string[]
  readonly [field: string]: unknown
}

export interface ExpectedFile {
  readonly fixture: string
  readonly file: string
  readonly sheets: readonly {
    readonly name: string
    readonly role: string
    readonly layout?: string
    readonly encoding?: string
  }[]
  readonly skipped?: readonly { readonly sheet: string; readonly row: number; readonly reason: string }[]
  readonly rejected?: readonly { readonly sheet: string; readonly row: number; readonly reason: string }[]
  readonly [list: string]: unknown
}

/** What kehu made of the row, seen from one of its things. */
export interface Got {
  readonly reading: RowReading
  readonly party: PartyDraft | undefined
  readonly related: readonly PartyDraft[]
  readonly deal: DealDraft | undefined
  readonly talk: InteractionDraft | undefined
  /** `sheet!row` of the customer a deal or contact goes to; null where there is none. */
  readonly customer: string | null
}

type Read = (got: Got) => unknown

const phoneTypes = new Set(['mobile', 'landline', 'service', 'intl'])

const factsOf = (got: Got): readonly FactDraft[] => [
  ...(got.deal?.facts ?? []),
  ...(got.talk?.facts ?? []),
  ...(got.party?.facts ?? []),
  ...got.reading.interactions.flatMap((talk) => talk.facts),
  ...got.reading.deals.flatMap((deal) => deal.facts),
]

const fact =
  (...keys: string[]): Read =>
  (got) =>
    factsOf(got).find((one) => keys.includes(one.field))?.value ?? null

const value =
  (key: string): Read =>
  (got) =>
    (got.party?.values as unknown as Record<string, unknown> | undefined)?.[key] ?? null

const first =
  (...reads: Read[]): Read =>
  (got) => {
    for (const read of reads) {
      const found = read(got)
      if (found !== null && found !== undefined) return found
    }
    return null
  }

const person = (got: Got): PartyDraft | undefined =>
  got.related.find((party) => party.relation?.type === 'employed_at' || party.relation?.type === 'other')

const ofPerson =
  (key: string): Read =>
  (got) =>
    (person(got)?.values as unknown as Record<string, unknown> | undefined)?.[key] ?? null

const contactsOf = (got: Got): readonly ContactDraft[] => [
  ...(got.party?.contacts ?? []),
  ...got.related.filter((party) => party.relation?.type === 'employed_at').flatMap((party) => party.contacts),
]

const byType =
  (type: string): Read =>
  (got) =>
    contactsOf(got).find((contact) => contact.type === type && contact.canonical !== null)?.canonical ?? null

const raws: Read = (got) =>
  [
    ...contactsOf(got).flatMap((contact) => [contact.raw]),
    ...got.reading.notes.flatMap((note) => [note.value, note.reason.params?.['value']]),
    ...factsOf(got).map((one) => one.raw),
  ]
    .filter((text) => text !== undefined)
    .map(String)

const money = (fen: number | undefined): string | null => (fen === undefined ? null : formatFen(fen))

const visit = (got: Got): InteractionDraft | undefined =>
  got.reading.interactions.find((talk) => talk.kind === 'walk-in') ?? got.reading.interactions[0]

/** `{date}`, `{month_day}`, `{lunar}` as kehu writes birth days. */
const birthText = (wanted: unknown): unknown => {
  const { date, month_day, lunar } = wanted as { date?: string; month_day?: string; lunar?: string }
  return date ?? (month_day === undefined ? `lunar:${lunar}` : `--${month_day}`)
}

const spanText = (wanted: unknown): unknown => {
  if (typeof wanted !== 'object' || wanted === null) return String(wanted)
  const { min, max, value: one, approx } = wanted as { min?: unknown; max?: unknown; value?: unknown; approx?: unknown }
  if (one !== undefined) return String(one)
  if (approx !== undefined) return `≈${approx}`
  return `${min ?? ''}~${max ?? ''}`
}

const moneyText = (wanted: unknown): unknown => {
  if (typeof wanted !== 'object' || wanted === null) return wanted
  const { amount, currency } = wanted as { amount: string; currency: string }
  return currency === 'CNY' ? amount : `${amount} ${currency}`
}

interface Rule {
  readonly read: Read
  /** Expected value in kehu's own writing. */
  readonly wanted?: (expected: unknown) => unknown
  readonly same?: (got: unknown, wanted: unknown) => boolean
}

const rule = (read: Read, wanted?: Rule['wanted'], same?: Rule['same']): Rule => ({
  read,
  ...(wanted && { wanted }),
  ...(same && { same }),
})
const among: Rule['same'] = (got, wanted) =>
  (got as string[]).some((text) => text === wanted || text.includes(String(wanted)))
const staff = first(
  (got) => got.deal?.staff,
  (got) => got.talk?.staff,
  value('owner'),
  (got) => visit(got)?.staff,
  (got) => got.reading.deals[0]?.staff,
)

interface PhoneTruth {
  readonly type: string
  readonly number: string
  readonly ext?: string
  readonly label?: string
}

const samePhones: Rule['same'] = (got, wanted) => {
  const list = got as ContactDraft[]
  const truth = wanted as PhoneTruth[]
  return (
    list.length === truth.length &&
    truth.every(({ type, number, ext, label }) =>
      list.some(
        (one) =>
          one.type === type &&
          one.canonical === number &&
          one.ext === ext &&
          (label === undefined || one.label === label),
      ),
    )
  )
}

/** Where each field of an expected.json is found in a row's reading. */
export const rules: Readonly<Record<string, Rule>> = {
  kind: rule(
    (got) => got.deal?.kind ?? value('kind')(got),
    (kind) => (kind === 'company' ? 'org' : kind),
  ),
  name: rule(value('name')),
  surname: rule(first(value('surname'), ofPerson('surname'))),
  honorific: rule(first(value('honorific'), ofPerson('honorific'))),
  gender: rule(first(value('gender'), ofPerson('gender'))),
  name_simplified: rule((got) => toSimplified(String(value('name')(got) ?? ''))),
  english_name: rule(value('english_name')),
  short_name: rule(value('short_name')),
  former_name: rule((got) => got.party?.aliases.find((alias) => alias.reason === 'former')?.name ?? null),
  name_note: rule(fact('name_note')),
  phones: rule(
    (got) => contactsOf(got).filter((one) => phoneTypes.has(one.type) && one.canonical !== null),
    undefined,
    samePhones,
  ),
  emails: rule((got) =>
    contactsOf(got)
      .filter((one) => one.type === 'email' && one.canonical !== null)
      .map((one) => one.canonical),
  ),
  wechat: rule(byType('wechat')),
  qq: rule(byType('qq')),
  fax: rule(byType('fax')),
  phone_raw: rule(raws, undefined, among),
  email_raw: rule(raws, undefined, among),
  date_raw: rule(raws, undefined, among),
  first_contact_raw: rule(raws, undefined, among),
  uscc_raw: rule(raws, undefined, among),
  birthday: rule(value('birth'), birthText),
  birth: rule(value('birth'), birthText),
  age: rule(value('age_band'), String),
  age_band: rule(value('age_band')),
  id_number: rule(value('id_number')),
  uscc: rule(value('uscc')),
  tax_no: rule(fact('tax_no')),
  tax_no_kind: rule((got) =>
    got.reading.notes.some(({ reason }) => reason.code === 'uscc-old-number') ? '15-digit' : null,
  ),
  customer_code: rule(value('source_code')),
  card_no: rule(value('source_code')),
  level: rule(value('level')),
  status: rule(first((got) => got.deal?.status, fact('booking_status'), value('status'))),
  source: rule(value('acquired_from')),
  staff: rule(staff),
  owner: rule(staff),
  area: rule(first(fact('leased_area'), value('region'), fact('size_wanted')), String),
  region: rule(value('region')),
  country: rule((got) => got.party?.addresses[0]?.country ?? null),
  province: rule((got) => got.party?.addresses[0]?.province ?? null),
  city: rule((got) => got.party?.addresses[0]?.city ?? null),
  district: rule((got) => got.party?.addresses[0]?.district ?? null),
  address: rule((got) => got.party?.addresses[0]?.raw ?? null),
  postcode: rule((got) => got.party?.addresses[0]?.postcode ?? null),
  company: rule(first(value('employer'), (got) => (got.party?.values.kind === 'org' ? got.party.values.name : null))),
  contact: rule(ofPerson('name')),
  contact_english: rule(ofPerson('english_name')),
  contact_title: rule(ofPerson('title')),
  title: rule(first(ofPerson('title'), value('title'))),
  department: rule(first(ofPerson('department'), value('department'))),
  job: rule(value('occupation')),
  occupation: rule(value('occupation')),
  industry: rule(first(value('industry'), fact('business_scope'))),
  legal_rep: rule(value('legal_rep')),
  website: rule(value('website')),
  remark: rule(
    first(
      (got) => got.deal?.remark,
      (got) => got.talk?.content,
      value('remark'),
      (got) => got.reading.deals[0]?.remark,
    ),
  ),
  preference: rule(fact('dining_preference', 'hobby', 'product_preference')),
  balance: rule(fact('balance', 'receivable')),
  opening: rule(fact('opening_balance')),
  debit: rule(fact('debit')),
  credit: rule(fact('credit')),
  total_spent: rule(fact('total_spent')),
  turnover: rule(fact('total_spent'), moneyText),
  points: rule(fact('points'), String),
  credit_limit: rule(fact('credit_limit')),
  terms: rule(fact('payment_terms')),
  last_visit: rule(fact('last_visit')),
  last_order: rule(fact('last_order')),
  last_contact: rule(fact('last_contact')),
  first_contact: rule(first(value('opened_on'), fact('first_contact'))),
  registered_on: rule(value('opened_on')),
  next_contact: rule(first((got) => got.talk?.next_on, fact('next_contact'))),
  visit_date: rule((got) => visit(got)?.on ?? null),
  visit_no: rule(fact('visit_no')),
  house_type: rule(fact('house_type')),
  size: rule(fact('size_wanted', 'leased_area'), spanText),
  budget: rule(fact('budget'), spanText),
  purpose: rule(fact('buying_purpose', 'contact_purpose')),
  agent: rule(
    (got) => {
      const agent = got.related.find((party) => party.relation?.type === 'agent')
      return agent === undefined ? null : `${agent.values.name} ${agent.contacts[0]?.canonical}`
    },
    (agent) => `${(agent as { name: string }).name} ${(agent as { phone: string }).phone}`,
  ),
  date: rule((got) => (got.deal ?? got.talk)?.on ?? null),
  time: rule((got) => got.talk?.time ?? fact('contact_time')(got)),
  item: rule((got) => got.deal?.product ?? null),
  unit: rule(first((got) => got.deal?.unit, fact('measure'))),
  room: rule((got) => got.deal?.unit ?? null),
  quantity: rule((got) => got.deal?.quantity ?? null, String),
  unit_price: rule((got) => money(got.deal?.unit_price)),
  amount: rule((got) => money(got.deal?.amount), moneyText),
  paid: rule((got) => money(got.deal?.paid)),
  bonus: rule(fact('bonus')),
  gross: rule(fact('gross')),
  trade_in: rule(fact('trade_in')),
  imei: rule(fact('serial_no')),
  payment: rule((got) => got.deal?.payment ?? null),
  order_no: rule((got) => got.deal?.order_no ?? null),
  contract_no: rule((got) => got.deal?.order_no ?? null),
  channel: rule((got) => got.deal?.channel ?? null),
  currency: rule((got) => got.deal?.currency ?? 'CNY'),
  lease_start: rule(fact('contract_start')),
  lease_end: rule(fact('contract_end')),
  expires: rule(fact('contract_end')),
  signed_on: rule(first((got) => got.deal?.on, fact('contract_on'))),
  monthly_rent: rule(fact('monthly_rent', 'rent')),
  management_fee: rule(fact('management_fee')),
  rent_free: rule(fact('rent_free')),
  start: rule(fact('contract_start')),
  end: rule(fact('contract_end')),
  start_date: rule(fact('contract_start')),
  end_date: rule(fact('contract_end')),
  rent: rule(fact('rent', 'monthly_rent')),
  deposit: rule(fact('booking_deposit', 'deposit')),
  floor: rule(fact('floor')),
  building: rule(fact('building')),
  text: rule((got) => got.talk?.content ?? null),
  content: rule((got) => got.talk?.content ?? null),
  meal: rule(fact('meal')),
  guests: rule(fact('guests'), String),
  tables: rule(fact('tables'), String),
  standard: rule(fact('standard')),
  place: rule((got) => got.talk?.place ?? null),
  customer: rule((got) => got.customer),
  customer_row: rule((got) =>
    got.customer === null ? null : Number(got.customer.slice(got.customer.lastIndexOf('!') + 1)),
  ),
}

/** Fields that place a thing instead of describing it. */
export const placing = new Set(['sheet', 'row', 'part', 'warnings', 'note', 'notes', 'why', 'comment'])

/** Remarks of the fixtures that kehu says under other codes. */
export const warningCodes: Readonly<Record<string, readonly string[]>> = {
  'phone-lossy': ['phone-digits-lost'],
  'imei-lossy': ['code-digits-lost'],
  'email-invalid': ['email-shape'],
  'invisible-characters': ['invisible-characters', 'nul-byte'],
  'too-few-fields': ['cells-few'],
  'too-many-fields': ['cells-many'],
  'mojibake-lost': ['mojibake-cell-lost', 'character-lost'],
  'year-taken-from-title': ['year-taken-from-title', 'year-taken-from-row-above'],
}
