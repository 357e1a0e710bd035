import type { Reason } from '../../model/parsed.ts'
import { areaOf, retiredArea } from './area.ts'
import { isIotShape, isMobileShape, isPlaceholder, mobileNotes } from './mobile.ts'
import type { Phone, PhoneOptions } from './phone.ts'
import { parseIntl } from './phone-intl.ts'

/** A number read at the beginning of a stretch; `length` is how much of the stretch it took. */
export interface DigitReading {
  readonly type: Phone['type']
  readonly canonical: string
  readonly ext?: string
  readonly notes?: readonly Reason[]
  readonly length: number
}

interface Group {
  readonly digits: string
  readonly end: number
}

/** A cell that holds one landline with its area code and nothing else but brackets, hyphens and spaces; else null. */
export function plainLandline(text: string): string | null {
  const { length } = text
  if (length < 10 || length > 16) return null
  let digits = ''
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) digits += text[i]!
    else if (code !== 0x2d && code !== 0x20 && code !== 0x28 && code !== 0x29 && code !== 0xff08 && code !== 0xff09)
      return null
  }
  if (digits.charCodeAt(0) !== 0x30 || digits.charCodeAt(1) === 0x30 || digits.length < 10 || digits.length > 12)
    return null
  const read = withArea(digits)
  return read?.exact && read.notes === undefined ? read.canonical : null
}

/** Reads the longest number of ours that a stretch of digit groups begins with; else a foreign one. */
export function readDigitRun(stretch: string, options: PhoneOptions): DigitReading | null {
  const groups = groupsOf(stretch)
  const foreign = foreignPrefix(stretch, groups)
  if (foreign === null) {
    for (let count = Math.min(groups.length, 6); count > 0; count--) {
      const read = readOwn(groups.slice(0, count), groups.length === 1, options)
      if (read !== null) return { ...read, length: groups[count - 1]!.end }
    }
  }
  return readForeign(stretch, groups, foreign)
}

function groupsOf(stretch: string): Group[] {
  const groups: Group[] = []
  for (const match of stretch.matchAll(/\d+/g)) groups.push({ digits: match[0], end: match.index + match[0].length })
  return groups
}

/** Digits with the country code first where another country is meant (`+49…`, `0049…`, `(49) …`), else null. */
function foreignPrefix(stretch: string, groups: readonly Group[]): string | null {
  const all = groups.map((group) => group.digits).join('')
  if (/^[+(\s]*\+/.test(stretch)) return /^0*86/.test(all) ? null : all.replace(/^0+/, '')
  if (all.startsWith('00') && !all.startsWith('0086') && all.length >= 9) return all.slice(2)
  // (1) 212… and 1-212-555-0142 are how America writes.
  if (/^\(1\)|^1[-. ]\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/.test(stretch)) return all
  return null
}

function readOwn(groups: readonly Group[], alone: boolean, options: PhoneOptions): Omit<DigitReading, 'length'> | null {
  let digits = ''
  for (const group of groups) digits += group.digits
  const mobile = mobileIn(digits)
  if (mobile !== null) {
    const notes = mobileNotes(mobile)
    return notes === undefined ? { type: 'mobile', canonical: mobile } : { type: 'mobile', canonical: mobile, notes }
  }
  if (digits.length > 8 && digits.length <= 12 && isPlaceholder(digits))
    return { type: 'mobile', canonical: digits, notes: [{ code: 'phone-placeholder' }] }
  if (isIotShape(digits)) return { type: 'mobile', canonical: digits, notes: [{ code: 'phone-machine-card' }] }
  return readService(digits, alone) ?? readLandline(groups, digits, options)
}

/** The eleven digits of a mobile behind +86, 0086, 0 or an IP dialling prefix. */
function mobileIn(digits: string): string | null {
  if (isMobileShape(digits)) return digits
  if (digits.length < 12 || digits.length > 18) return null
  const mobile = digits.slice(-11)
  if (!isMobileShape(mobile)) return null
  return /^(?:0|86|0086|860|00860|17951|12593|17911|17909|17901|10193|1795186|179510)$/.test(digits.slice(0, -11))
    ? mobile
    : null
}

function readService(digits: string, alone: boolean): Omit<DigitReading, 'length'> | null {
  const toll = /^(?:86|0086)?0?([48]00)(\d{3})(\d{4})$/.exec(digits)
  if (toll !== null) return { type: 'service', canonical: `${toll[1]}-${toll[2]}-${toll[3]}` }
  if (!alone) return null
  if (/^(?:95\d{3}|95\d{4,6}|96\d{3,4}|1010\d{4}|100\d{2}|123\d{2}|106\d{9,17}|1(?:10|14|19|20|22))$/.test(digits))
    return { type: 'service', canonical: digits }
  return null
}

function readLandline(
  groups: readonly Group[],
  digits: string,
  options: PhoneOptions,
): Omit<DigitReading, 'length'> | null {
  const national = digits.replace(/^(?:0086|86)0?(?=[1-9]\d{8})/, '0').replace(/^(?:17951|12593)(?=0)/, '')
  if (national.startsWith('0')) {
    const read = withArea(national)
    if (read !== null || national === digits) return read
  }
  const first = groups[0]!.digits
  if (groups.length === 1 || first.length <= 3) {
    const read =
      !digits.startsWith('0') && digits.length >= 9
        ? withArea(`0${digits}`, groups.length > 1 ? first : undefined)
        : null
    if (read?.exact)
      return {
        type: 'landline',
        canonical: read.canonical,
        notes: [...(read.notes ?? []), { code: 'phone-zero-restored' }],
      }
  }
  return readLocal(digits, options)
}

interface LandlineReading {
  readonly type: 'landline'
  readonly canonical: string
  readonly notes?: readonly Reason[]
  /** The local number has the digits its area has today. */
  readonly exact: boolean
}

/** `national` begins with 0. `area` must be the area code without its 0 where the groups say so. */
function withArea(national: string, area?: string): LandlineReading | null {
  const code = national[1]! <= '2' && national[1] !== '0' ? national.slice(0, 3) : national.slice(0, 4)
  if (area !== undefined && code !== `0${area}`) return null
  const local = national.slice(code.length)
  const gone = area === undefined && local.length === 7 ? retiredArea(code) : undefined
  if (gone !== undefined) return movedLandline(code, local, gone)
  const known = areaOf(code)
  if (known === undefined || (local.length !== 7 && local.length !== 8)) return null
  if (local[0] === '0' || local[0] === '1') return null
  const exact = local.length === known.digits && local[0] !== '9'
  const notes: Reason[] = []
  if (local.length !== known.digits)
    notes.push({
      code: local.length < known.digits ? 'phone-old-length' : 'phone-local-length',
      params: { code, digits: known.digits },
    })
  if (isPlaceholder(local)) notes.push({ code: 'phone-placeholder' })
  return notes.length === 0
    ? { type: 'landline', canonical: `${code}-${local}`, exact }
    : { type: 'landline', canonical: `${code}-${local}`, exact, notes }
}

/** 0732-2345678 of 湘潭 is 0731-52345678 today; where the new digit isn't known the number stays as it is. */
function movedLandline(
  code: string,
  local: string,
  { now, prefix }: NonNullable<ReturnType<typeof retiredArea>>,
): LandlineReading {
  const canonical = prefix === undefined ? `${code}-${local}` : `${now}-${prefix}${local}`
  return { type: 'landline', canonical, exact: true, notes: [{ code: 'phone-area-retired', params: { code, now } }] }
}

function readLocal(digits: string, options: PhoneOptions): Omit<DigitReading, 'length'> | null {
  if (digits.length !== 7 && digits.length !== 8) return null
  if (isPlaceholder(digits)) return { type: 'landline', canonical: digits, notes: [{ code: 'phone-placeholder' }] }
  if (digits[0]! < '2' || digits[0]! > '8') return null
  const area = options.areaCode === undefined ? undefined : areaOf(options.areaCode)
  if (area !== undefined && area.digits === digits.length) {
    return {
      type: 'landline',
      canonical: `${area.code}-${digits}`,
      notes: [{ code: 'phone-area-added', params: { code: area.code } }],
    }
  }
  return { type: 'landline', canonical: digits, notes: [{ code: 'phone-no-area' }] }
}

function readForeign(stretch: string, groups: readonly Group[], prefix: string | null): DigitReading | null {
  const all = prefix ?? groups.map((group) => group.digits).join('')
  if (prefix === null && (all.length < 10 || all.length > 15 || /^(?:1[3-9]|86|0)/.test(all))) return null
  const text = prefix === null ? all : stretch.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^0+/, '')
  const length = groups.at(-1)!.end
  const number = text.length > 15 ? null : parseIntl(`+${text}`)
  if (prefix === null) {
    return number?.valid || (number !== null && /^\([1-9]\d{0,2}\)/.test(stretch))
      ? { type: 'intl', canonical: number.canonical, notes: [{ code: 'phone-country-guessed' }], length }
      : null
  }
  if (number === null) {
    if (text.length < 7 || text.length > 15) return null
    return { type: 'intl', canonical: `+${text}`, notes: [{ code: 'phone-intl-unverified' }], length }
  }
  const notes = number.valid ? undefined : [{ code: 'phone-intl-unverified' }]
  return {
    type: 'intl',
    canonical: number.canonical,
    ...(number.ext ? { ext: number.ext } : {}),
    ...(notes ? { notes } : {}),
    length,
  }
}
