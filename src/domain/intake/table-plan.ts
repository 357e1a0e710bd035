import type { PartyValues } from '../../model/intake.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { readGuests } from './booking.ts'
import {
  ageReader,
  birthReader,
  type CellReader,
  type ColumnFacts,
  emailReader,
  factReader,
  genderReader,
  handleReader,
  kept,
  memoised,
  paperReader,
  phoneReader,
  readCode,
  readDay,
  readMoney,
  sideFact,
  valueText,
} from './cell-readers.ts'
import { dealReader } from './deal-readers.ts'
import { dealOf, type RowDraft, talkOf } from './row-draft.ts'
import type { TableRole } from './table-role.ts'
import { namedKind, readTalks } from './talks.ts'

/** Where the values of a table's rows go. */
export interface RowMaking {
  readonly role: TableRole
  /** Whether the rows hold a contact with the customer of their own (a visit, a booking, a call). */
  readonly talks: boolean
  readonly deals: boolean
  /** The rows are visits of customers to us. */
  readonly visits: boolean
}

const partyTexts = new Set([
  'honorific',
  'english_name',
  'title',
  'department',
  'occupation',
  'employer',
  'education',
  'industry',
  'legal_rep',
  'website',
  'acquired_from',
  'level',
  'status',
  'region',
])

const placeUses = {
  address: 'unknown',
  home_address: 'home',
  work_address: 'work',
  mailing_address: 'mailing',
  registered_address: 'registered',
} as const

const parts = {
  province: 'province',
  city: 'city',
  district: 'district',
  postcode: 'postcode',
  country: 'country',
} as const

const setText =
  (write: (draft: RowDraft, text: string) => void): CellReader =>
  (draft, cell) => {
    const text = kept(cell)
    if (text !== '') write(draft, text)
  }

/** The reader of one column; undefined for columns that say nothing of the row (序号). */
export function readerFor(target: string, facts: ColumnFacts, making: RowMaking): CellReader | undefined {
  if (target === '' || target === 'row_no') return undefined
  if (target.startsWith('extra:')) return extraReader(target, making)
  if (making.deals && (fieldByKey(target)?.entity === 'deal' || dealToo.has(target))) {
    const reader = dealReader(target, facts, making)
    if (reader !== undefined) return reader
  }
  return (
    identityReader(target, facts) ??
    contactReader(target, facts) ??
    placeReader(target) ??
    talkReader(target, facts, making) ??
    dealReader(target, facts, making) ??
    factReader(target, facts)
  )
}

/** Fields of the customer that belong to the deal where the row is one. */
const dealToo = new Set(['size_wanted', 'status', 'acquired_from', 'payment_terms'])

/** A column nobody knows: kept under its heading, with the customer, else with the row's deal or contact. */
function extraReader(target: string, making: RowMaking): CellReader {
  return setText((draft, value) => {
    const home =
      making.role === 'deals' ? dealOf(draft).facts : making.role === 'interactions' ? talkOf(draft).facts : draft.facts
    home.push({ field: target, value })
  })
}

function identityReader(target: string, facts: ColumnFacts): CellReader | undefined {
  switch (target) {
    case 'name':
      return (draft, cell) => {
        draft.name = kept(cell)
        draft.nameColumn = facts.column
      }
    case 'surname':
      return setText((draft, text) => {
        draft.surname = text
      })
    case 'given_name':
      return setText((draft, text) => {
        draft.givenName = text
      })
    case 'contact_person': {
      const family = /家长|监护|父|母|配偶|爱人|家属/.test(facts.heading)
      return setText((draft, text) => draft.people.push({ text, family }))
    }
    case 'short_name':
      return setText((draft, text) => {
        draft.values.short_name = text
      })
    case 'employer_title':
      return setText((draft, text) => readPost(draft, text))
    case 'former_name':
      return setText((draft, name) => draft.aliases.push({ name, reason: 'former' }))
    case 'wechat_nick':
      return setText((draft, name) => draft.aliases.push({ name, reason: 'nickname' }))
    case 'gender':
      return genderReader(facts)
    case 'birth':
      return birthReader(facts)
    case 'age_band':
      return ageReader(facts)
    case 'id_number':
    case 'uscc':
      return paperReader(facts, target)
    case 'source_code':
      return (draft, cell) => {
        draft.values.source_code = readCode(draft, cell, facts, target)
      }
    case 'customer_type':
      return customerTypeReader(facts)
    case 'opened_on':
      return (draft, cell) => {
        const { iso: day } = readDay(draft, cell, facts, target)
        if (day !== undefined) draft.values.opened_on = day
      }
    case 'owner':
      return setText((draft, text) => {
        draft.values.owner = text
      })
    case 'introducer':
      return setText((draft, text) => {
        draft.introducer = text
        draft.facts.push({ field: 'introducer', value: text })
      })
    case 'agent':
      return setText((draft, text) => {
        draft.agent = text
      })
    case 'remark':
      return setText((draft, text) => draft.remarks.push(text))
    default:
      return partyTexts.has(target) ? valueText(target as Exclude<keyof PartyValues, 'kind' | 'gender'>) : undefined
  }
}

const post =
  /^(.*?(?:公司|集团|大学|医院|学院|学校|中学|小学|委员会|协会|商会|银行|事务所|研究院|中心|[局厂院所处部]))[\s,，、/]*(\S.*)?$/

/** A firm and the post in it, in one cell: `杭州宏达科技有限公司 总经理`. */
function readPost(draft: RowDraft, text: string): void {
  const match = post.exec(text)
  const [firm, title] = match === null ? text.split(/[\s,，、/]+/) : [match[1], match[2]]
  if (firm !== undefined && firm !== '') draft.values.employer = firm.trim()
  if (title !== undefined && title !== '') draft.values.title = title.trim()
}

function customerTypeReader(facts: ColumnFacts): CellReader {
  const kindOf = memoised((text): 'person' | 'org' | null =>
    /个人|自然人|私人|散客|零售|person|individual/i.test(text) && !/公司|企业|单位/.test(text)
      ? 'person'
      : /企业|公司|单位|法人|机构|集团|团体|工厂|贸易|经销|代理|organi|compan|business|corporate/i.test(text)
        ? 'org'
        : null,
  )
  const fact = factReader('customer_type', facts)
  return (draft, cell) => {
    draft.kindTold = kindOf(kept(cell)) ?? undefined
    fact(draft, cell)
  }
}

function contactReader(target: string, facts: ColumnFacts): CellReader | undefined {
  switch (target) {
    case 'mobile':
    case 'phone':
      return /传真|fax/i.test(facts.heading) && !/电话|tel|phone/i.test(facts.heading)
        ? phoneReader(facts, target, 'fax')
        : phoneReader(facts, target)
    case 'fax':
      return phoneReader(facts, target, 'fax')
    case 'whatsapp':
      return phoneReader(facts, target)
    case 'email':
      return emailReader(facts)
    case 'wechat':
    case 'qq':
      return handleReader(target, facts)
    default:
      return undefined
  }
}

function placeReader(target: string): CellReader | undefined {
  if (target in placeUses) {
    const use = placeUses[target as keyof typeof placeUses]
    return setText((draft, text) => draft.places.push({ use, text }))
  }
  if (!(target in parts)) return undefined
  const part = parts[target as keyof typeof parts]
  return setText((draft, text) => {
    draft[part] = text
  })
}

const bookingFacts = new Set([
  'meal',
  'tables',
  'standard',
  'booking_status',
  'occasion',
  'visit_no',
  'result',
  'contact_purpose',
  'companions',
  'contact_time',
  'register_no',
  'cost',
])

function talkReader(target: string, facts: ColumnFacts, making: RowMaking): CellReader | undefined {
  switch (target) {
    case 'visit_on':
    case 'contact_on':
      return (draft, cell) => {
        const { iso: day, time } = readDay(draft, cell, facts, target)
        const talk = talkOf(draft)
        if (day !== undefined) talk.on = day
        if (time !== undefined) talk.time = time.slice(0, 5)
      }
    case 'contact_kind':
      return setText((draft, text) => {
        const kind = namedKind(text)
        talkOf(draft).kind = kind ?? 'other'
        if (kind === undefined) talkOf(draft).facts.push({ field: target, value: text })
      })
    case 'visit_no':
      return setText((draft, text) => {
        const talk = talkOf(draft)
        const kind = namedKind(text)
        if (kind !== undefined && kind !== 'walk-in') talk.kind ??= kind
        talk.facts.push({ field: target, value: text })
      })
    case 'content':
      return setText((draft, text) => {
        const talk = talkOf(draft)
        talk.content = talk.content === undefined ? text : `${talk.content}\n${text}`
      })
    case 'follow_up':
      return setText((draft, text) => draft.talks.push(...readTalks(text, yearly(facts), undefined)))
    case 'next_contact':
      return (draft, cell) => {
        const { iso: day } = readDay(draft, cell, { ...facts, lastYear: { value: facts.lastYear.value } }, target)
        if (day === undefined) return
        if (making.talks) talkOf(draft).next_on = day
        else draft.facts.push({ field: target, value: day })
      }
    case 'contact_staff':
      return setText((draft, text) => {
        talkOf(draft).staff = text
      })
    case 'contact_place':
    case 'table':
      return setText((draft, text) => {
        talkOf(draft).place = text
      })
    case 'guests':
      return setText((draft, text) => readGuests(text, talkOf(draft)))
    case 'booking_deposit':
      return (draft, cell) => {
        const money = readMoney(draft, cell, facts, target)
        if (money === null) return
        // 免 is no payment.
        if (money.fen !== 0 || /\d/.test(kept(cell)))
          talkOf(draft).facts.push({ field: target, value: money.text, raw: kept(cell) })
      }
    default:
      return bookingFacts.has(target) && making.talks ? sideFact(target, facts, talkOf) : undefined
  }
}

/** Follow-up notes take the title's year, else that of the row's own date column. */
const yearly = (facts: ColumnFacts) => {
  const year = facts.dates.year ?? facts.lastYear.value
  return year === undefined ? {} : { year }
}
