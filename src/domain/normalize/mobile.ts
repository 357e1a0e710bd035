import type { Reason } from '../../model/parsed.ts'

/** Segments of three digits nobody was given. Source: facts/mobile-segments.json, state of 2026-07-17. */
const unusedSegments = new Set([
  '140',
  '141',
  '142',
  '143',
  '144',
  '146',
  '148',
  '154',
  '160',
  '163',
  '164',
  '168',
  '169',
  '179',
  '194',
])

/** Eleven digits that begin as mainland mobiles do, in use or not. */
export function isMobileShape(digits: string): boolean {
  if (digits.length !== 11 || digits.charCodeAt(0) !== 0x31) return false
  const second = digits.charCodeAt(1)
  if (second < 0x33 || second > 0x39) return false
  for (let i = 2; i < 11; i++) {
    const code = digits.charCodeAt(i)
    if (code < 0x30 || code > 0x39) return false
  }
  return true
}

/** The eleven digits of a cell that holds one mobile and only spaces, hyphens, +86 or wide digits beside; else null. */
export function plainMobile(text: string): string | null {
  if (isMobileShape(text)) return text
  const { length } = text
  // 1-800-555-0199 is of America.
  if (length < 11 || length > 24 || text[1] === '-' || text[1] === ' ') return null
  let digits = ''
  let abroad = false
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) digits += text[i]!
    else if (code >= 0xff10 && code <= 0xff19) digits += String.fromCharCode(code - 0xfee0)
    else if (code === 0x2b || code === 0x28 || code === 0x29) abroad = true
    else if (code !== 0x20 && code !== 0x2d && code !== 0xa0 && code !== 0x3000 && code !== 0x09) return null
  }
  if (digits.length === 13 && digits.startsWith('86')) digits = digits.slice(2)
  else if (abroad) return null
  return isMobileShape(digits) ? digits : null
}

/** Cards of machines: 13 digits. */
export const isIotShape = (digits: string): boolean =>
  digits.length === 13 && /^1(?:410|44[01]|46\d|48\d)\d+$/.test(digits)

function segmentNote(mobile: string): Reason | undefined {
  const segment = mobile.slice(0, 3)
  if (segment === '161') return mobile[3] === '0' ? undefined : { code: 'phone-segment', params: { segment } }
  if (segment === '174')
    return mobile[3] === '0' || mobile[3] === '9' ? undefined : { code: 'phone-segment', params: { segment } }
  return unusedSegments.has(segment) ? { code: 'phone-segment', params: { segment } } : undefined
}

const placeholders = new Set([
  '13800138000',
  '13812345678',
  '13912345678',
  '13512345678',
  '15812345678',
  '18812345678',
  '13123456789',
  '13456789012',
])

/** Numbers typed to fill the cell: eight equal digits at the end, or counted up. */
export function isPlaceholder(digits: string): boolean {
  const last = digits.charCodeAt(digits.length - 1)
  let equal = 1
  for (let i = digits.length - 2; i >= 0 && digits.charCodeAt(i) === last; i--) equal++
  return (
    equal >= Math.min(8, digits.length - 1) ||
    placeholders.has(digits) ||
    digits === '12345678' ||
    digits === '87654321' ||
    digits.startsWith('123456789')
  )
}

/** Remarks on a mobile whose shape is right; undefined for the ordinary one. */
export function mobileNotes(mobile: string): Reason[] | undefined {
  const d = mobile.charCodeAt(10)
  // Cheap look first: nearly no number ends in five equal digits or holds 12345.
  const suspicious =
    (d === mobile.charCodeAt(9) && d === mobile.charCodeAt(6) && d === mobile.charCodeAt(5)) ||
    mobile.endsWith('0138000') ||
    mobile.includes('3456789') ||
    mobile.endsWith('12345678')
  if (suspicious && isPlaceholder(mobile)) return [{ code: 'phone-placeholder' }]
  const third = mobile.charCodeAt(1)
  if (third === 0x33 || third === 0x38) return undefined
  const note = segmentNote(mobile)
  return note === undefined ? undefined : [note]
}
