import { fieldByKey } from '../dictionary/fields.ts'
import { type CellReader, type ColumnFacts, kept } from './cell-values.ts'
import { besideReader, emailReader, handleReader, phoneReader } from './contact-readers.ts'
import { dealReader } from './deal-readers.ts'
import { factReader } from './fact-readers.ts'
import { identityReader } from './identity-readers.ts'
import { type BesideWho, dealOf, talkOf } from './row-draft.ts'
import { type RowMaking, setText } from './row-making.ts'
import { talkReader } from './talk-readers.ts'

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

/** The reader of one column; undefined for columns that say nothing of the row (序号). */
export function readerFor(target: string, facts: ColumnFacts, making: RowMaking): CellReader | undefined {
  if (target === '' || target === 'row_no') return undefined
  if (target.startsWith('extra:')) return extraReader(target, making)
  if (target === 'bank_account') return bankReader(facts)
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

const bankAndAccount = /^(\D{3,40}?)\s*[:：,，;；]?\s*(\d[\d\s-]{8,})$/

/** A bank and the number of an account there, in one cell or only the number. */
function bankReader(facts: ColumnFacts): CellReader {
  const plain = factReader('bank_account', facts)
  return (draft, cell) => {
    const match = bankAndAccount.exec(kept(cell).replace(/\n/g, ' '))
    if (match === null) return plain(draft, cell)
    draft.facts.push(
      { field: 'bank_name', value: match[1]!.trim() },
      { field: 'bank_account', value: match[2]!.replace(/[\s-]/g, '') },
    )
  }
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
    case 'spouse_phone':
    case 'agent_phone':
    case 'introducer_phone':
    case 'emergency_phone':
      return besideReader(facts, target.slice(0, -'_phone'.length) as BesideWho)
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
