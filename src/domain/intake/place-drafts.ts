import type { AddressDraft } from '../../model/intake.ts'
import { parseAddress } from '../normalize/address.ts'
import { countryOf } from '../normalize/country.ts'
import { findDivision } from '../normalize/divisions.ts'
import type { RowDraft } from './row-draft.ts'

/** The addresses of a row: its address cells read with its province, city and district as hints. */
export function addressesOf(draft: RowDraft): AddressDraft[] {
  const { province, city, district, postcode, country } = draft
  const hints = {
    ...(province !== '' && { province }),
    ...(city !== '' && { city }),
    ...(district !== '' && { district }),
  }
  const more = {
    ...(postcode !== '' && { postcode }),
    ...(country !== '' && { country: countryOf(country) ?? country }),
  }
  const hinted = province !== '' || city !== '' || district !== ''
  if (draft.places.length === 0) {
    if (!hinted && postcode === '' && country === '') return []
    return [addressOf('unknown', [province, city, district].filter((part) => part !== '').join(''), hints, more)]
  }
  return draft.places.map(({ use, text }) => addressOf(use, text, hints, more))
}

function addressOf(
  use: AddressDraft['use'],
  text: string,
  hints: { province?: string; city?: string; district?: string },
  more: { postcode?: string; country?: string },
): AddressDraft {
  const read = text === '' && Object.keys(hints).length === 0 ? null : parseAddress(text, hints)
  const raw = text === '' ? (more.country ?? '') : text
  if (read === null || !read.ok) return { use, raw, ...hints, ...more }
  const { street, ...place } = read.value
  return { use, raw, ...place, ...(street !== undefined && street !== '' && { street }), ...more }
}

/** The division a short text names, where it is one and nothing else. */
export const isPlaceName = (text: string): boolean => text.length <= 12 && findDivision(text) !== undefined
