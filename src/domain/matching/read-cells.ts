import { parseEmails } from '../normalize/email.ts'
import { foldText, toSimplified } from '../normalize/fold.ts'
import { isMissing } from '../normalize/missing.ts'
import { isPlaceholder } from '../normalize/mobile.ts'
import { parsePhones } from '../normalize/phones.ts'

/** A phone as it is compared: `line` for landlines and service numbers, else `phone`. */
export interface ReadPhone {
  readonly sort: 'phone' | 'line'
  readonly number: string
}

/** Phones of a cell as digits alone; a number of another country that no plan knows is taken as it stands. */
export function readPhones(cell: string): ReadPhone[] {
  const { phones, unread } = parsePhones(cell)
  const out: ReadPhone[] = []
  for (const phone of phones) {
    const digits = phone.canonical.replace(/\D/g, '')
    if (isPlaceholder(digits)) continue
    const line = phone.type === 'landline' || phone.type === 'service'
    out.push({ sort: line ? 'line' : 'phone', number: digits })
  }
  // A digit too few or too many is no phone, but may be somebody's with a slip
  for (const { raw } of unread) {
    const digits = raw.replace(/\D/g, '')
    if (/^1[3-9]\d{8}(?:\d\d)?$/.test(digits) && !raw.includes('*')) out.push({ sort: 'phone', number: digits })
  }
  return out
}

/** Phones of a table from abroad: digits alone, without a leading 1 or country code signs. */
export function readDigits(cell: string): ReadPhone[] {
  return cell
    .split(/[;,|\n]|\s\/\s/)
    .map((piece) => piece.replace(/\D/g, '').replace(/^00/, ''))
    .map((digits) => (digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits))
    .filter((digits) => digits.length >= 7 && digits.length <= 15 && !/^(\d)\1*$/.test(digits))
    .map((number) => ({ sort: 'phone', number }))
}

/** E-mail addresses of a cell; one with a slip in it is kept as it stands, folded. */
export function readEmails(cell: string): string[] {
  const read = parseEmails(cell)
  if (read.emails.length > 0) return read.emails
  const text = foldText(cell).toLowerCase().replaceAll(' ', '').replace(/@+/g, '@').replace(',', '.')
  return text.includes('@') && text.length > 5 ? [text] : []
}

/** An account name; `同手机` (same as the mobile) is told apart by the caller. */
export function readHandle(cell: string): string {
  return foldText(cell).toLowerCase().replaceAll(' ', '')
}

/** An identity number: letters and digits only, upper case; null where it is no number. */
export function readIdCode(cell: string): string | null {
  const code = foldText(cell)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return code.length < 4 || !/\d/.test(code) || /^(.)\1*$/.test(code) ? null : code
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A birth date as yyyymmdd with 0 for what is not known; 0 where nothing is. Month first where both readings are possible. */
export function readDay(cell: string): number {
  const text = foldText(cell).toLowerCase()
  const digits = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(text)
  if (digits !== null) return whole(+digits[1]!, +digits[2]!, +digits[3]!)
  const iso = /^(\d{4})[-/.年、\s]+(\d{1,2})[-/.月、\s]+(\d{1,2})/.exec(text)
  if (iso !== null) return whole(+iso[1]!, +iso[2]!, +iso[3]!)
  const noYear = /^(\d{1,2})(?:月|\.)(\d{1,2})(?:日|号)?$/.exec(text)
  if (noYear !== null) return whole(0, +noYear[1]!, +noYear[2]!)
  const three = /^(\d{1,4})[-/.\s]+(\d{1,2})[-/.\s]+(\d{1,4})$/.exec(text)
  if (three !== null) return threeParts(+three[1]!, +three[2]!, +three[3]!)
  const named = /([a-z]{3,9})/.exec(text)
  if (named !== null) return namedMonth(text, named[1]!)
  const year = /^(1[6-9]\d\d|20\d\d)(?:年)?$/.exec(text)
  if (year !== null) return +year[1]! * 10_000
  if (/^\d{4,5}$/.test(text)) return serialDay(+text)
  return 0
}

function whole(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day
}

function threeParts(a: number, b: number, c: number): number {
  if (c >= 100 || (a <= 31 && b <= 31 && c <= 99 && a <= 12))
    return a > 12 ? whole(century(c), b, a) : whole(century(c), a, b)
  if (a <= 31 && b <= 12 && c <= 99 && a > 31) return whole(century(a), b, c)
  return a > 31 ? whole(century(a), b, c) : whole(century(c), b, a)
}

const century = (year: number): number => (year >= 100 ? year : year > 26 ? 1900 + year : 2000 + year)

function namedMonth(text: string, word: string): number {
  const month = monthNames.indexOf(word.slice(0, 3)) + 1
  const numbers = [...text.matchAll(/\d+/g)].map(([n]) => Number(n))
  if (month === 0 || numbers.length < 2) return 0
  const [a, b] = numbers as [number, number]
  return a > 31 ? whole(century(a), month, b) : whole(century(b), month, a)
}

/** A spreadsheet's day number: 1900 system, 1920..2060 only. */
function serialDay(serial: number): number {
  if (serial < 3000 || serial > 58_000) return 0
  const days = serial - 25_569
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return whole(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1)
}

/** Text as any comparison sees it: one width, simplified, lower case, single spaces; empty where the cell says nothing. */
export function plainText(cell: string): string {
  const text = toSimplified(foldText(cell)).toLowerCase()
  return isMissing(text) ? '' : text
}
