import { contactTypes, type PartyChunk } from '../../model/checks.ts'
import { type CitizenId, parseCitizenId } from '../normalize/citizen-id.ts'
import { isLossy, isOtherPaper } from './lossy.ts'

/** A chunk with what several rules ask for, worked out once and only when asked. */
export interface ChunkView {
  readonly chunk: PartyChunk
  /** The column, or undefined when the caller left it out. */
  readonly column: (field: string) => readonly (string | null)[] | undefined
  /** Is there something under this field: a dictionary key, or `name`, `phone`, `email`, `contact`, `address`. */
  readonly has: (field: string) => (party: number) => boolean
  /** The citizen number of a party, read; null when it has none that can be read. */
  readonly citizen: (party: number) => CitizenId | null
}

const phoneTypes = new Set(['mobile', 'landline', 'service', 'intl', 'fax'])

/** Is a contact of this type a number to dial? By index into `contactTypes`. */
export const isPhoneType: readonly boolean[] = contactTypes.map((type) => phoneTypes.has(type))
export const emailType = contactTypes.indexOf('email')
const otherType = contactTypes.indexOf('other')

/** Meant as a number to dial: a phone by its type, or what an import could not read and has digits like one. */
export function isMeantAsPhone(type: number, raw: string, canonical: string | null): boolean {
  if (isPhoneType[type] === true) return true
  return type === otherType && canonical === null && /\d.*\d.*\d.*\d.*\d/.test(raw)
}

export function viewOf(chunk: PartyChunk): ChunkView {
  const presence = new Map<string, Uint8Array>()
  const citizens: (CitizenId | null | undefined)[] = []
  const column = (field: string) => chunk.values[field]
  return {
    chunk,
    column,
    has(field) {
      if (field === 'phone' || field === 'email' || field === 'contact' || field === 'address') {
        const made = presence.get(field) ?? mark(chunk, field)
        presence.set(field, made)
        return (party) => made[party] === 1
      }
      const values = column(field)
      if (values === undefined) return () => false
      if (field === 'name') return (party) => isName(values[party] ?? null)
      return (party) => values[party] !== null
    },
    citizen(party) {
      const known = citizens[party]
      if (known !== undefined) return known
      const made = readCitizen(column('id_number')?.[party] ?? null)
      citizens[party] = made
      return made
    },
  }
}

function mark(chunk: PartyChunk, field: 'phone' | 'email' | 'contact' | 'address'): Uint8Array {
  const marks = new Uint8Array(chunk.count)
  if (field === 'address') {
    for (let i = 0; i < chunk.addresses.count; i++) marks[chunk.addresses.party[i]!] = 1
    return marks
  }
  const { count, party, type, raw, canonical } = chunk.contacts
  for (let i = 0; i < count; i++) {
    const kind = type[i]!
    if (field === 'contact') marks[party[i]!] = 1
    else if (field === 'phone' ? isMeantAsPhone(kind, raw[i]!, canonical[i]!) : kind === emailType) marks[party[i]!] = 1
  }
  return marks
}

/** A name has a letter in it: a row known by its phone only stands under the phone, or `?`. */
function isName(name: string | null): boolean {
  if (name === null) return false
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code > 0xff || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0xc0) return true
  }
  return false
}

function readCitizen(value: string | null): CitizenId | null {
  if (value === null || isLossy(value) || isOtherPaper(value)) return null
  const parsed = parseCitizenId(value)
  return parsed.ok ? parsed.value : null
}
