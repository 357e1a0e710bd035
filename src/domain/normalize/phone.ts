import { bad, good, type Parsed } from '../../model/parsed.ts'
import { mobileNotes, plainMobile } from './mobile.ts'
import { parsePhones } from './phones.ts'

export interface Phone {
  readonly type: 'mobile' | 'landline' | 'service' | 'intl'
  /** `13857101234`, `0571-88651234` (or `88651234` where the area is not known), `400-820-8820`, E.164. */
  readonly canonical: string
  readonly ext?: string
  /** 老公电话, 公司, WhatsApp … */
  readonly label?: string
  readonly raw: string
}

export interface PhoneOptions {
  /** Area code with its 0, for local numbers written without one. */
  readonly areaCode?: string
}

/** Reads the one number of a cell; of several the first. Numbers typed as numbers are exact. */
export function parsePhone(cell: string | number, options?: PhoneOptions): Parsed<Phone> {
  const text = typeof cell === 'number' ? String(cell) : cell
  const mobile = plainMobile(text)
  if (mobile !== null) return good({ type: 'mobile', canonical: mobile, raw: text }, mobileNotes(mobile))
  const { phones, unread, notes } = parsePhones(cell, options)
  const [first] = phones
  if (first !== undefined) return good(first, notes)
  return unread[0] === undefined ? bad('phone-none') : { ok: false, reason: unread[0].reason }
}
