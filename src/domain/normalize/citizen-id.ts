import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { isoDay } from './civil.ts'
import { plainCode } from './uscc.ts'

export interface CitizenId {
  /** 18 characters, X upper case. */
  readonly id: string
  /** Missing where the eight digits are no day. */
  readonly birth?: IsoDate
  readonly gender: 'M' | 'F'
  /** Check digit, birth date and province are right. */
  readonly valid: boolean
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** Check character of the first 17 digits. Source: GB 11643-1999, ISO 7064 MOD 11-2. */
export function citizenCheckCharacter(id: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (id.charCodeAt(i) - 48) * weights[i]!
  return '10X98765432'[sum % 11]!
}

/** Reads a citizen number of 18 or 15 digits; faults of its digits are notes, a wrong length is none. */
export function parseCitizenId(cell: string | number): Parsed<CitizenId> {
  const plain =
    typeof cell === 'number'
      ? cell.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 0 })
      : plainCode(cell)
  if (/[*?]{2}|\dX{2,}\d/.test(plain)) return bad('id-masked')
  if (/^\d\.?\d*E\+?\d+$/.test(plain)) return bad('id-digits-lost')
  if (/^\d{15}$/.test(plain)) return upgrade(plain)
  if (!/^[0-9X]+$/.test(plain)) return bad('id-shape')
  if (plain.length !== 18) return bad('id-length', { length: plain.length })
  if (!/^\d{17}[\dX]$/.test(plain)) return bad('id-shape')
  return read(plain, [])
}

function upgrade(old: string): Parsed<CitizenId> {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`
  return read(body + citizenCheckCharacter(body), [{ code: 'id-15-digits', params: { value: old } }])
}

function read(id: string, notes: Reason[]): Parsed<CitizenId> {
  const birth = isoDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))
  const gender = (id.charCodeAt(16) - 48) % 2 === 1 ? 'M' : 'F'
  const checked = citizenCheckCharacter(id) === id[17]
  if (!checked) notes.push(id.endsWith('000') ? { code: 'id-digits-lost' } : { code: 'id-check' })
  if (birth === null || id.slice(6, 10) < '1880') notes.push({ code: 'id-birth' })
  const place = provinces.has(id.slice(0, 2))
  if (!place) notes.push({ code: 'id-province', params: { code: id.slice(0, 2) } })
  return good({ id, gender, valid: checked && birth !== null && place, ...(birth === null ? {} : { birth }) }, notes)
}
