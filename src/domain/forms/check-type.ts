import type { FieldDef, FieldType } from '../../model/dictionary.ts'
import type { FormAnswer } from '../../model/forms.ts'
import { bad, good, type Parsed } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { parseAge } from '../normalize/age.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { parseEmail } from '../normalize/email.ts'
import { foldText } from '../normalize/fold.ts'
import { parsePersonName } from '../normalize/person-name.ts'
import { parsePhones } from '../normalize/phones.ts'
import { parseUscc } from '../normalize/uscc.ts'

type Check = (text: string, today: IsoDate) => Parsed<FormAnswer>

/** Turns the reading of a normal form into an answer: the same remarks, the same refusals. */
const by =
  <T>(parse: (text: string, today: IsoDate) => Parsed<T>, toValue: (value: T) => string): Check =>
  (text, today) => {
    const parsed = parse(text, today)
    if (!parsed.ok) return parsed
    const value = toValue(parsed.value)
    return good(parsed.notes === undefined ? { text, value } : { text, value, notes: parsed.notes }, parsed.notes)
  }

const asText: Check = (text) => good({ text: foldText(text), value: foldText(text) })

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
  const plain = foldText(text).replaceAll(',', '')
  return /^-?\d{1,15}$/.test(plain)
    ? good({ text, value: String(Number(plain)) })
    : bad('form-not-a-whole-number', { value: text })
}

const asUrl: Check = (text) =>
  /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i.test(foldText(text))
    ? good({ text, value: foldText(text).toLowerCase() })
    : bad('form-not-a-web-address', { value: text })

const asAge = by(parseAge, ({ age, band, birthDecade }) => {
  if (band !== undefined) return band
  if (age !== undefined) return String(age)
  return `${birthDecade}s`
})

const byType: Readonly<Partial<Record<FieldType, Check>>> = {
  name: by(parsePersonName, ({ full }) => full),
  'person-name': by(parsePersonName, ({ full }) => full),
  phone: asPhones,
  email: by(parseEmail, (value) => value),
  'id-number': by(parseCitizenId, ({ id }) => id),
  uscc: by(parseUscc, (value) => value),
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
