import { contactTypes, type PartyChunk } from '../../model/checks.ts'
import { type CitizenId, parseCitizenId } from '../normalize/citizen-id.ts'
import { isLossy, isOtherPaper } from './lossy.ts'

/** A chunk with what several rules ask for, worked out once and only when asked. */
export interface ChunkView {
  readonly chunk: PartyChunk
  /** The column, or undefined when the caller left it out or nobody in the chunk has a value. */
  readonly column: (field: string) => readonly (string | null)[] | undefined
  /** Is there something under this field: a dictionary key, or `name`, `phone`, `email`, `contact`, `address`, `postal`. */
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

const views = new WeakMap<PartyChunk, ChunkView>()

/** The view of a chunk; the same one for whoever asks again. */
export function viewOf(chunk: PartyChunk): ChunkView {
  const known = views.get(chunk)
  if (known !== undefined) return known
  const made = newView(chunk)
  views.set(chunk, made)
  return made
}

function newView(chunk: PartyChunk): ChunkView {
  let presence: Presence | undefined
  const citizens: (CitizenId | null | undefined)[] = []
  const columns = new Map<string, readonly (string | null)[] | undefined>()
  const column = (field: string): readonly (string | null)[] | undefined => {
    if (!columns.has(field)) {
      const cells = chunk.values[field]
      columns.set(field, cells?.some((cell) => cell !== null) === true ? cells : undefined)
    }
    return columns.get(field)
  }
  return {
    chunk,
    column,
    has(field) {
      if (isPresence(field)) {
        presence ??= presenceIn(chunk)
        const marks = presence[field]
        return (party) => marks[party] === 1
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

type Presence = Readonly<Record<(typeof presences)[number], Uint8Array>>
const presences = ['phone', 'email', 'contact', 'address', 'postal'] as const
const isPresence = (field: string): field is keyof Presence => presences.some((one) => one === field)

/** What only addresses have that a letter can be sent to: a road, a number, a house. */
const street = /[路街道巷弄里号楼栋幢座室村屯组园厦\d]|\b(?:road|rd|street|st|avenue|ave|lane|drive|blvd|box)\b/i

/** Who has a way to be reached, of which kind, and an address: 1 where there is one. */
function presenceIn({ count, contacts, addresses }: PartyChunk): Presence {
  const none = (): Uint8Array => new Uint8Array(count)
  const [phone, email, contact, address, postal] = [none(), none(), none(), none(), none()]
  for (let i = 0; i < addresses.count; i++) {
    const who = addresses.party[i]!
    address[who] = 1
    if (postal[who] === 0 && isPostal(addresses, i)) postal[who] = 1
  }
  const { party, type, raw, canonical } = contacts
  for (let i = 0; i < contacts.count; i++) {
    const [who, kind] = [party[i]!, type[i]!]
    contact[who] = 1
    if (kind === emailType) email[who] = 1
    if (isMeantAsPhone(kind, raw[i]!, canonical[i]!)) phone[who] = 1
  }
  return { phone, email, contact, address, postal }
}

/** What is left of an address without its city and district tells a street. */
function isPostal({ raw, city, district }: PartyChunk['addresses'], at: number): boolean {
  const text = raw[at]!
  if (!street.test(text)) return false
  const [town, part] = [city[at] ?? '', district[at] ?? '']
  return street.test(
    text
      .replaceAll(town, '')
      .replaceAll(part, '')
      .replace(/^.{0,8}[省市]/, ''),
  )
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
