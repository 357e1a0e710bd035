import type { FieldDef, FieldType } from '../../model/dictionary.ts'
import type { FormAnswer } from '../../model/forms.ts'
import { bad, good, type Parsed } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { parseAge } from '../normalize/age.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { parseDate } from '../normalize/date.ts'
import { parseEmail } from '../normalize/email.ts'
import { foldProse, foldText } from '../normalize/fold.ts'
import { formatFen, parseMoney } from '../normalize/money.ts'
import { parseMoneyRange } from '../normalize/money-range.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { parseNumberRange } from '../normalize/number-range.ts'
import { parseOrgName } from '../normalize/org-name.ts'
import { parsePersonName } from '../normalize/person-name.ts'
import { parsePhones } from '../normalize/phones.ts'
import { spanText } from '../normalize/span-text.ts'
import { parseUscc } from '../normalize/uscc.ts'
import { checkDay } from './check-day.ts'

type Check = (text: string, today: IsoDate) => Parsed<FormAnswer>

/** Turns the reading of a normal form into an answer: the same remarks, the same refusals. */
const by =
  <T>(parse: (text: string) => Parsed<T>, toValue: (value: T, today: IsoDate) => string): Check =>
  (text, today) => {
    const parsed = parse(text)
    if (!parsed.ok) return parsed
    const value = toValue(parsed.value, today)
    return good(parsed.notes === undefined ? { text, value } : { text, value, notes: parsed.notes }, parsed.notes)
  }

const asText: Check = (text) => good({ text: foldProse(text), value: foldProse(text) })

/** Every number typed must be readable: one that is not would be lost. */
const asPhones: Check = (text) => {
  const { phones, unread, notes } = parsePhones(text)
  if (unread[0] !== undefined) return { ok: false, reason: unread[0].reason }
  if (phones.length === 0) return bad('phone-none')
  const value = phones
    .map((phone) => (phone.ext === undefined ? phone.canonical : `${phone.canonical}转${phone.ext}`))
    .join(' ')
  return good(notes.length === 0 ? { text, value } : { text, value, notes }, notes)
}

const asInteger: Check = (text) => {
  const parsed = parseNumberRange(text)
  const whole = parsed.ok && Number.isInteger(parsed.value.value) && parsed.value.approx !== true
  return whole ? good({ text, value: String(parsed.value.value) }) : bad('form-not-a-whole-number', { value: text })
}

const asUrl: Check = (text) =>
  /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i.test(foldText(text))
    ? good({ text, value: foldText(text).toLowerCase() })
    : bad('form-not-a-web-address', { value: text })

const inCurrency = (text: string, currency: string): string => (currency === 'CNY' ? text : `${text} ${currency}`)

const asMoneyRange: Check = (text, today) =>
  /^(不限|无所谓|都可以|随意|any)$/i.test(foldText(text))
    ? good({ text, value: '~' })
    : by(parseMoneyRange, (range) => inCurrency(spanText(range, formatFen), range.currency))(text, today)

const asNumbers = by(parseNumberRange, (range) => spanText(range, String))

/** An age grows: it is kept as told, a decade of birth as the ages it means today. */
const asAge = by(parseAge, ({ age, band, birthDecade }, today) => {
  const year = Number(today.slice(0, 4))
  return band ?? (age === undefined ? `${year - birthDecade! - 9}-${year - birthDecade!}` : String(age))
})

const asPerson = by(parsePersonName, ({ full }) => full)
const asOrg = by(parseOrgName, ({ full }) => full)
const asName: Check = (text, today) => (nameKind(text) === 'org' ? asOrg : asPerson)(text, today)

const byType: Readonly<Partial<Record<FieldType, Check>>> = {
  name: asName,
  'person-name': asPerson,
  'org-name': asOrg,
  phone: asPhones,
  email: by(parseEmail, (value) => value),
  'id-number': by(parseCitizenId, ({ id }) => id),
  uscc: by(parseUscc, (value) => value),
  date: checkDay,
  'partial-date': by(parseDate, ({ partial }) => partial),
  money: by(parseMoney, ({ fen, currency }) => inCurrency(formatFen(fen), currency)),
  'money-range': asMoneyRange,
  number: asNumbers,
  'number-range': asNumbers,
  integer: asInteger,
  url: asUrl,
}

const byKey: Readonly<Record<string, Check>> = {
  age_band: asAge,
}

/** Holds a text against the normal form of a field, the one import uses. `today` completes 11月22日 and reads 昨天. */
export function checkOfField(field: FieldDef, text: string, today: IsoDate): Parsed<FormAnswer> {
  return (byKey[field.key] ?? byType[field.type] ?? asText)(text, today)
}
