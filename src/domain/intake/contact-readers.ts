import type { ContactDraft } from '../../model/intake.ts'
import { parseEmails } from '../normalize/email.ts'
import { foldText } from '../normalize/fold.ts'
import { isMobileShape, mobileNotes } from '../normalize/mobile.ts'
import type { Phone } from '../normalize/phone.ts'
import { parsePhones } from '../normalize/phones.ts'
import { type CellReader, type ColumnFacts, kept } from './cell-values.ts'
import { cellText } from './cells.ts'
import { type BesideWho, note, notes } from './row-draft.ts'
import { keptText } from './text.ts'
import { wechatIn } from './wechat.ts'

const taiwanNumber = /(?<![\d+])\(?0(9\d{2}|[2-8]\d?)\)?[-\s]?(\d{3,4})[-\s]?(\d{3,4})(?!\d)/g

const hongKongNumber = /(?<![\d+]|\+852[\s-]?)([235-9]\d{3})[-\s]?(\d{4})(?!\d)/g

/** Local numbers of Taiwan or Hong Kong with their country code, for the reader of international ones. */
function withCountryCode(text: string, place: ColumnFacts['place']): string {
  const folded = foldText(text).replace(/分機/g, '转')
  return place === 'taiwan'
    ? folded.replace(taiwanNumber, '+886 $1 $2 $3')
    : folded.replace(hongKongNumber, '+852 $1 $2')
}

/** A number as a contact of the party. */
export function contactOf(phone: Phone, type?: ContactDraft['type']): ContactDraft {
  const contact: { -readonly [K in keyof ContactDraft]: ContactDraft[K] } = {
    type: type ?? phone.type,
    raw: phone.raw,
    canonical: phone.canonical,
  }
  if (phone.ext !== undefined) contact.ext = phone.ext
  if (phone.label !== undefined) contact.label = phone.label
  return contact
}

/** The reader of a phone column; numbers of a named person go to that person. */
export const phoneReader =
  (facts: ColumnFacts, field: string, type?: ContactDraft['type']): CellReader =>
  (draft, cell) => {
    draft.phoneCells++
    if (facts.person === undefined && typeof cell === 'string' && isMobileShape(cell)) {
      draft.contacts.push({ type: type ?? 'mobile', raw: cell, canonical: cell })
      notes(draft, mobileNotes(cell), facts.column, field)
      return
    }
    const text = typeof cell === 'number' ? cell : keptText(cellText(cell))
    const read = parsePhones(facts.place === undefined ? text : withCountryCode(String(text), facts.place))
    const first = draft.contacts.length
    for (const phone of read.phones) draft.contacts.push(contactOf(phone, type))
    for (const { raw, reason } of read.unread) {
      draft.contacts.push({ type: 'other', raw, canonical: null })
      note(draft, reason, facts.column, field, raw)
    }
    if (facts.person !== undefined) {
      for (const contact of draft.contacts.splice(first)) draft.theirs.push({ person: facts.person, contact })
    }
    notes(draft, read.notes, facts.column, field)
    const handle = read.phones.length === 0 && typeof text === 'string' ? wechatIn(text) : null
    if (handle !== null) draft.contacts.push({ type: 'wechat', raw: String(text), canonical: handle })
    else if (read.rest !== '')
      draft.phoneWords.push({ words: read.rest, first, count: read.phones.length, column: facts.column })
  }

/** A number that belongs to somebody beside the customer, as its heading says. */
export const besideReader =
  (facts: ColumnFacts, who: BesideWho): CellReader =>
  (draft, cell) => {
    const text = typeof cell === 'number' ? cell : keptText(cellText(cell))
    const read = parsePhones(facts.place === undefined ? text : withCountryCode(String(text), facts.place))
    const contacts = read.phones.map((phone) => contactOf(phone))
    for (const { raw, reason } of read.unread) {
      contacts.push({ type: 'other', raw, canonical: null })
      note(draft, reason, facts.column, 'phone', raw)
    }
    if (contacts.length > 0) draft.besides.push({ who, heading: facts.heading, contacts })
    else if (read.rest !== '') draft.remarks.push(`${facts.heading}：${read.rest}`)
  }

const bounced = /bounced|退信|无效|undeliverable|returned|已失效/i

/** The reader of an e-mail column. */
export const emailReader =
  (facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const text = cellText(cell)
    const read = parseEmails(text)
    for (const email of read.emails)
      draft.contacts.push({ type: 'email', raw: read.emails.length === 1 ? keptText(text) : email, canonical: email })
    for (const { raw, reason } of read.unread) {
      draft.contacts.push({ type: 'email', raw, canonical: null })
      note(draft, reason, facts.column, 'email', raw)
    }
    notes(draft, read.notes, facts.column, 'email')
    if (bounced.test(text)) note(draft, { code: 'email-bounced' }, facts.column, 'email')
  }

const sameAsMobile =
  /^(?:同(?:手机|电话|号|上|左|微信)?号?|手机(?:同)?号?|同手机号码?|即手机号?|same as (?:mobile|phone))$/i

/** A name on a network: WeChat, QQ. `同手机` is the row's own mobile. */
export const handleReader =
  (type: 'wechat' | 'qq', facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const text = kept(cell)
    if (text === '') return
    if (sameAsMobile.test(text)) {
      const mobile = draft.contacts.find((contact) => contact.type === 'mobile')?.canonical
      if (mobile) draft.contacts.push({ type, raw: text, canonical: mobile })
      else note(draft, { code: 'contact-same-as-none', params: { value: text } }, facts.column, type)
      return
    }
    const folded = foldText(text).replace(/^(?:微信号?|vx|wechat|qq)\s*[:：]\s*/i, '')
    draft.contacts.push({ type, raw: text, canonical: type === 'qq' ? folded.replace(/\.0$/, '') : folded })
  }
