import { contactTypes } from '../../model/checks.ts'
import { areaOf } from '../normalize/area.ts'
import { mistypedDomain } from '../normalize/email.ts'
import { isPlaceholder, mobileNotes } from '../normalize/mobile.ts'
import type { Report } from './finding.ts'
import { type ChunkView, emailType } from './view.ts'

const mobile = contactTypes.indexOf('mobile')
const landline = contactTypes.indexOf('landline')
const other = contactTypes.indexOf('other')

/** Numbers typed to fill the cell: 13800000000, 12345678901. A hotline of equal digits (0571-88888888) is a real thing. */
export function findPlaceholderPhones({ chunk }: ChunkView, report: Report): number {
  const { count, party, type, canonical, raw } = chunk.contacts
  let judged = 0
  for (let i = 0; i < count; i++) {
    const kind = type[i]!
    if (kind !== mobile && kind !== landline && kind !== other) continue
    const number = canonical[i]!
    const digits = number === null ? raw[i]!.replaceAll(/\D/g, '') : number
    judged++
    if (
      kind === landline ? isFillerLandline(digits) : digits.length >= 7 && digits.length <= 13 && isFillerMobile(digits)
    ) {
      report(party[i]!, 'phone', number ?? raw[i]!)
    }
  }
  return judged
}

function isFillerMobile(digits: string): boolean {
  // Three equal digits at the end or a run upwards: only these are looked at closely.
  const last = digits.charCodeAt(digits.length - 1)
  const suspicious =
    last === digits.charCodeAt(digits.length - 2) ||
    digits.includes('3456789') ||
    digits.includes('345678') ||
    digits === '13800138000'
  return suspicious && isPlaceholder(digits)
}

function isFillerLandline(number: string): boolean {
  // Eight equal digits are a hotline behind an area code, and a filler without one.
  if (!number.includes('-')) return isPlaceholder(number)
  const local = number.slice(number.indexOf('-') + 1)
  return local === '12345678' || local === '1234567' || local === '87654321' || /^0+$/.test(local) || /^1+$/.test(local)
}

/** Mobiles of a segment that nobody has been given. */
export function findUnknownSegments({ chunk }: ChunkView, report: Report): number {
  const { count, party, type, canonical } = chunk.contacts
  let judged = 0
  for (let i = 0; i < count; i++) {
    if (type[i] !== mobile || canonical[i] === null) continue
    judged++
    const number = canonical[i]!
    if (number.length !== 11) continue
    const note = mobileNotes(number)?.find(({ code }) => code === 'phone-segment')
    if (note !== undefined) report(party[i]!, 'phone', number, { segment: number.slice(0, 3) })
  }
  return judged
}

const fillerLocals = new Set(
  'test abc aaa xxx xx 123 1234 12345 123456 111 1111 111111 000 noemail no none null nomail noreply na aa a asdf qwe'.split(
    ' ',
  ),
)
const fillerDomains = new Set(
  'test.com xxx.com abc.com aaa.com 123.com noemail.com none.com email.com domain.com a.com'.split(' '),
)

/** Addresses that reach nobody: test@test.com, 123@123.com. */
export function isPlaceholderEmail(email: string): boolean {
  const at = email.lastIndexOf('@')
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)]
  if (fillerDomains.has(domain)) return true
  return fillerLocals.has(local) && !/^\d{5,}$/.test(local) ? true : domain.startsWith(`${local}.`) && local.length <= 4
}

export function findPlaceholderEmails({ chunk }: ChunkView, report: Report): number {
  const { count, party, type, canonical } = chunk.contacts
  let judged = 0
  for (let i = 0; i < count; i++) {
    if (type[i] !== emailType || canonical[i] === null) continue
    judged++
    if (isPlaceholderEmail(canonical[i]!)) report(party[i]!, 'email', canonical[i]!)
  }
  return judged
}

/** Addresses at a well-known host whose name was mistyped (gmial.com, qq.con). */
export function findMistypedDomains({ chunk }: ChunkView, report: Report): number {
  const { count, party, type, canonical } = chunk.contacts
  let judged = 0
  for (let i = 0; i < count; i++) {
    const email = type[i] === emailType ? canonical[i]! : null
    if (email === null) continue
    judged++
    const suggestion = mistypedDomain(email.slice(email.lastIndexOf('@') + 1))
    if (suggestion !== undefined) report(party[i]!, 'email', email, { suggestion })
  }
  return judged
}

/** Landlines with fewer digits than their city has had for years, or more. */
export function findShortLandlines({ chunk }: ChunkView, report: Report): number {
  const { count, party, type, canonical } = chunk.contacts
  let judged = 0
  for (let i = 0; i < count; i++) {
    const number = type[i] === landline ? canonical[i]! : null
    if (number === null || number.charCodeAt(0) !== 0x30) continue
    judged++
    const cut = number.indexOf('-')
    const area = areaOf(number.slice(0, cut))
    const length = number.length - cut - 1
    if (area !== undefined && length < area.digits)
      report(party[i]!, 'phone', number, { digits: area.digits, length, place: area.places[0] ?? '' })
  }
  return judged
}
