import type { ContactDraft, PartyValues } from '../../model/intake.ts'
import type { Parsed } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { parseAge } from '../normalize/age.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { type DateOptions, type DateReading, parseDate } from '../normalize/date.ts'
import { parseEmails } from '../normalize/email.ts'
import { foldText } from '../normalize/fold.ts'
import { parseGender } from '../normalize/gender.ts'
import { isMobileShape, mobileNotes } from '../normalize/mobile.ts'
import { formatFen, type MoneyOptions, parseMoney } from '../normalize/money.ts'
import { parseMoneyRange } from '../normalize/money-range.ts'
import { parseNumberRange } from '../normalize/number-range.ts'
import type { Phone } from '../normalize/phone.ts'
import { parsePhones } from '../normalize/phones.ts'
import { parseUscc } from '../normalize/uscc.ts'
import { cellText } from './cells.ts'
import { readChoice, readChoices } from './choices.ts'
import { note, notes, type RowDraft } from './row-draft.ts'
import { keptText } from './text.ts'
import { wechatIn } from './wechat.ts'

/** Reads one cell that holds something into the row; made once for a column. */
export type CellReader = (draft: RowDraft, cell: Exclude<Cell, null>) => void

/** What the table says of one column, beside its field. */
export interface ColumnFacts {
  readonly column: number
  readonly heading: string
  readonly money: MoneyOptions
  readonly dates: DateOptions
  /** Year of the nearest date above with one, where no title says it. */
  readonly lastYear: { value: number | undefined }
  /** Digits of codes that Excel has cut zeros from. */
  readonly codeWidth: number
  readonly today: string
  /** Numbers are written as in Taiwan: 09xx mobiles, 02-2712-3456. */
  readonly taiwan?: boolean
}

/** Remembers what values of few kinds became, so that each is read once. */
export function memoised<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size < 5000) known.set(text, value)
    return value
  }
}

export const kept = (cell: Exclude<Cell, null>): string => keptText(cellText(cell))

/** A plain text column of the party. */
export const valueText =
  (key: Exclude<keyof PartyValues, 'kind' | 'gender'>): CellReader =>
  (draft, cell) => {
    const text = kept(cell)
    if (text !== '') draft.values[key] = text
  }

const plainNumber = (cell: Exclude<Cell, null>): string | number => (typeof cell === 'number' ? cell : cellText(cell))

/** A day; texts without a year take that of the title, else that of the rows above. */
export function readDay(
  draft: RowDraft,
  cell: Exclude<Cell, null>,
  facts: ColumnFacts,
  field: string,
): Partial<DateReading> {
  const { dates, lastYear } = facts
  const near = dates.year === undefined && lastYear.value !== undefined
  const read = parseDate(cell, near ? { ...dates, year: lastYear.value! } : dates)
  if (!read.ok) {
    if (read.reason.code !== 'date-missing') note(draft, read.reason, facts.column, field, cellText(cell))
    return {}
  }
  for (const reason of read.notes ?? []) {
    const code =
      near && reason.code === 'year-taken-from-title' ? { ...reason, code: 'year-taken-from-row-above' } : reason
    note(draft, code, facts.column, field)
  }
  const { iso } = read.value
  if (iso !== undefined && dates.year === undefined) lastYear.value = Number(iso.slice(0, 4))
  return read.value
}

/** Money as decimal text; another currency than the yuan is named behind it. */
export function readMoney(
  draft: RowDraft,
  cell: Exclude<Cell, null>,
  facts: ColumnFacts,
  field: string,
): { fen: number; text: string; currency: string } | null {
  const read = parseMoney(plainNumber(cell), facts.money)
  if (!read.ok) {
    if (read.reason.code !== 'amount-missing') note(draft, read.reason, facts.column, field, cellText(cell))
    return null
  }
  notes(draft, read.notes, facts.column, field)
  const { fen, currency } = read.value
  return { fen, currency, text: currency === 'CNY' ? formatFen(fen) : `${formatFen(fen)} ${currency}` }
}

interface Span {
  readonly min?: number
  readonly max?: number
  readonly value?: number
  readonly approx?: boolean
}

/** `90~110`, `~90`, `90~`, `≈100`, `100`. */
function spanText(span: Span, format: (n: number) => string): string {
  if (span.value !== undefined) return `${span.approx ? '≈' : ''}${format(span.value)}`
  return `${span.min === undefined ? '' : format(span.min)}~${span.max === undefined ? '' : format(span.max)}`
}

/** The canonical text of a fact's value; null where nothing can be read (a note says why). */
function factValue(draft: RowDraft, cell: Exclude<Cell, null>, facts: ColumnFacts, field: string): string | null {
  const raw = kept(cell)
  switch (fieldByKey(field)?.type) {
    case 'money':
      return readMoney(draft, cell, facts, field)?.text ?? null
    case 'money-range': {
      const read = parseMoneyRange(plainNumber(cell), facts.money)
      if (read.ok && read.value.approx) note(draft, { code: 'amount-approx' }, facts.column, field)
      return said(
        draft,
        read,
        facts,
        field,
        raw,
        (range) => spanText(range, formatFen) + (range.currency === 'CNY' ? '' : ` ${range.currency}`),
      )
    }
    case 'number-range':
      return said(draft, parseNumberRange(plainNumber(cell)), facts, field, raw, (range) => spanText(range, String))
    case 'integer':
    case 'number':
      return said(draft, parseNumberRange(plainNumber(cell)), facts, field, raw, (range) => spanText(range, String))
    case 'date': {
      const { iso, partial } = readDay(draft, cell, facts, field)
      return iso ?? partial ?? null
    }
    case 'partial-date':
      return said(draft, parseDate(cell), facts, field, raw, (date) => date.partial)
    case 'choice':
    case 'yes-no':
      return readChoice(field, raw) ?? raw
    case 'choices':
      return readChoices(field, raw)
    default:
      return raw
  }
}

/** The text of what was read; where it can't be, what stands there is kept, with the reason. */
function said<T>(
  draft: RowDraft,
  read: Parsed<T>,
  facts: ColumnFacts,
  field: string,
  raw: string,
  text: (value: T) => string,
): string | null {
  if (!read.ok) {
    if (read.reason.code.endsWith('-missing')) return null
    note(draft, read.reason, facts.column, field, raw)
    return raw
  }
  for (const reason of read.notes ?? []) if (reason.code !== 'amount-approx') note(draft, reason, facts.column, field)
  return text(read.value)
}

/** A value that has no column of its own. */
export const factReader =
  (field: string, facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const value = factValue(draft, cell, facts, field)
    if (value === null || value === '') return
    const raw = kept(cell)
    draft.facts.push(raw === value ? { field, value } : { field, value, raw })
  }

/** A fact of the row's deal or contact instead of its customer. */
export const sideFact =
  (
    field: string,
    facts: ColumnFacts,
    of: (draft: RowDraft) => { facts: { field: string; value: string; raw?: string }[] },
  ): CellReader =>
  (draft, cell) => {
    const value = factValue(draft, cell, facts, field)
    if (value === null || value === '') return
    const raw = kept(cell)
    of(draft).facts.push(raw === value ? { field, value } : { field, value, raw })
  }

const taiwanNumber = /(?<![\d+])\(?0(9\d{2}|[2-8]\d?)\)?[-\s]?(\d{3,4})[-\s]?(\d{3,4})(?!\d)/g

/** Local numbers of Taiwan with their country code, for the reader of international ones. */
const withTaiwanCode = (text: string): string =>
  foldText(text).replace(taiwanNumber, '+886 $1 $2 $3').replace(/分機/g, '转')

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

export const phoneReader =
  (facts: ColumnFacts, field: string, type?: ContactDraft['type']): CellReader =>
  (draft, cell) => {
    draft.phoneCells++
    if (typeof cell === 'string' && isMobileShape(cell)) {
      draft.contacts.push({ type: type ?? 'mobile', raw: cell, canonical: cell })
      notes(draft, mobileNotes(cell), facts.column, field)
      return
    }
    const text = typeof cell === 'number' ? cell : keptText(cellText(cell))
    const read = parsePhones(facts.taiwan === true ? withTaiwanCode(String(text)) : text)
    const first = draft.contacts.length
    for (const phone of read.phones) draft.contacts.push(contactOf(phone, type))
    for (const { raw, reason } of read.unread) {
      draft.contacts.push({ type: 'other', raw, canonical: null })
      note(draft, reason, facts.column, field, raw)
    }
    notes(draft, read.notes, facts.column, field)
    const handle = read.phones.length === 0 && typeof text === 'string' ? wechatIn(text) : null
    if (handle !== null) draft.contacts.push({ type: 'wechat', raw: String(text), canonical: handle })
    else if (read.rest !== '')
      draft.phoneWords.push({ words: read.rest, first, count: read.phones.length, column: facts.column })
  }

const bounced = /bounced|退信|无效|undeliverable|returned|已失效/i

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

export const genderReader = (facts: ColumnFacts): CellReader => {
  const read = memoised((text) => parseGender(text))
  return (draft, cell) => {
    const gender = read(cellText(cell))
    if (gender.ok) draft.values.gender = gender.value
    else if (gender.reason.code !== 'gender-missing') note(draft, gender.reason, facts.column, 'gender', cellText(cell))
  }
}

export const birthReader =
  (facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const read = parseDate(cell, facts.dates.order === undefined ? {} : { order: facts.dates.order })
    if (read.ok) {
      draft.values.birth = read.value.partial
      notes(draft, read.notes, facts.column, 'birth')
    } else if (read.reason.code !== 'date-missing') note(draft, read.reason, facts.column, 'birth', cellText(cell))
  }

export const ageReader =
  (facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const read = parseAge(typeof cell === 'number' ? cell : cellText(cell))
    if (!read.ok) {
      if (read.reason.code !== 'age-missing') note(draft, read.reason, facts.column, 'age_band', cellText(cell))
      return
    }
    const { age, band, birthDecade } = read.value
    const year = Number(facts.today.slice(0, 4))
    const told =
      band ??
      (age === undefined ? undefined : String(age)) ??
      (birthDecade === undefined ? undefined : `${year - birthDecade - 9}-${year - birthDecade}`)
    if (told === undefined) return
    draft.values.age_band = told
    draft.values.age_band_on = facts.today
  }

/** A number of papers: a citizen number, or a credit code where organisations stand in the same column. */
export const paperReader =
  (facts: ColumnFacts, expected: 'id_number' | 'uscc'): CellReader =>
  (draft, cell) => {
    const [text = '', ...more] = foldText(cellText(cell))
      .replace(/^'/, '')
      .split(/[/、,，;；\s]+(?=\d{17})/)
    draft.moreIds.push(...more)
    const citizen =
      /^[1-9]\d{16}[\dXx]$/.test(text) && (expected === 'id_number' || !/^9[1-3]/.test(text)) && !/^9[1-3]/.test(text)
    if (citizen || (expected === 'id_number' && !/^[0-9A-Za-z]{2}\d{6}[0-9A-Za-z]{10}$/.test(text))) {
      const read = parseCitizenId(typeof cell === 'number' ? cell : text)
      if (read.ok) {
        draft.values.id_number = read.value.id
        notes(draft, read.notes, facts.column, 'id_number')
      } else {
        if (!read.reason.code.endsWith('-missing')) note(draft, read.reason, facts.column, 'id_number', text)
        if (/^[A-Za-z0-9()]{5,20}$/.test(text) && /[A-Za-z]/.test(text))
          draft.facts.push({ field: 'id_other', value: text.toUpperCase() })
      }
      return
    }
    const read = parseUscc(text)
    if (!read.ok) {
      note(draft, read.reason, facts.column, 'uscc', text)
      draft.facts.push({ field: 'tax_no', value: text })
      return
    }
    const old = read.notes?.some(
      (reason) => reason.code === 'uscc-old-number' || reason.code === 'uscc-organisation-code',
    )
    if (old) draft.facts.push({ field: 'tax_no', value: read.value })
    else draft.values.uscc = read.value
    notes(draft, read.notes, facts.column, old ? 'tax_no' : 'uscc')
  }

/** A code; zeros that Excel cut off are put back where all codes of the column have one width. */
export function readCode(draft: RowDraft, cell: Exclude<Cell, null>, facts: ColumnFacts, field: string): string {
  const text = foldText(cellText(cell)).replace(/^'/, '')
  if (facts.codeWidth > text.length && /^\d+$/.test(text)) {
    note(draft, { code: 'leading-zeros-restored', params: { value: text } }, facts.column, field)
    return text.padStart(facts.codeWidth, '0')
  }
  return text
}

const lossy = /^\d(?:\.\d+)?E\+?\d{1,2}$/i

/** A serial number; one in scientific notation has lost its digits. */
export function readSerial(
  draft: RowDraft,
  cell: Exclude<Cell, null>,
  facts: ColumnFacts,
  field: string,
): string | null {
  const text = foldText(cellText(cell)).replace(/^'/, '')
  if (!lossy.test(text)) return text
  const [digits = '', power = ''] = text.toUpperCase().replace('+', '').split('E')
  const fraction = digits.split('.')[1] ?? ''
  if (fraction.length === Number(power)) return digits.replace('.', '')
  note(draft, { code: 'code-digits-lost', params: { value: text } }, facts.column, field, text)
  return null
}
