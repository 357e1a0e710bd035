import type { AddressDraft } from '../../model/intake.ts'
import { type AddressHints, parseAddress } from '../normalize/address.ts'
import { countryOf } from '../normalize/country.ts'
import { divisionsNamed } from '../normalize/divisions.ts'
import { note, type RowDraft } from './row-draft.ts'

/** The addresses of a row: its address cells read with its province, city and district as hints. */
export function addressesOf(draft: RowDraft): readonly AddressDraft[] {
  const { places, province, city, district, postcode, country } = draft
  if (places.length === 0 && province === '' && city === '' && district === '' && postcode === '' && country === '') {
    return noAddresses
  }
  if (places.length === 0) return [addressOf(draft, 'unknown', province + city + district)]
  if (places.length === 1) return [addressOf(draft, places[0]!.use, places[0]!.text)]
  return places.map(({ use, text }) => addressOf(draft, use, text))
}

const noAddresses: readonly AddressDraft[] = []

type Open<T> = { -readonly [K in keyof T]: T[K] }

function hintsOf({ province, city, district }: RowDraft): AddressHints {
  const hints: Open<AddressHints> = {}
  if (province !== '') hints.province = province
  if (city !== '') hints.city = city
  if (district !== '') hints.district = district
  return hints
}

function addressOf(draft: RowDraft, use: AddressDraft['use'], text: string): AddressDraft {
  const address: Open<AddressDraft> = { use, raw: text }
  const hints = hintsOf(draft)
  const read = text === '' ? null : parseAddress(text, hints)
  if (read?.ok) {
    const { value } = read
    if (value.province !== undefined) address.province = value.province
    if (value.city !== undefined) address.city = value.city
    if (value.district !== undefined) address.district = value.district
    if (value.street !== undefined && value.street !== '') address.street = value.street
    if (value.division !== undefined) address.division = value.division
    if (value.country !== undefined) address.country = value.country
    if (value.division !== undefined) noteOtherPlaces(draft, hints, value.division)
  } else Object.assign(address, hints)
  if (draft.postcode !== '') address.postcode = draft.postcode
  if (draft.country !== '') address.country = countryOf(draft.country) ?? draft.country
  if (text === '') address.raw = address.country ?? draft.postcode
  return address
}

/** What the columns of the row say, and the place the address was read as does not lie there, is noted with its value. */
function noteOtherPlaces(draft: RowDraft, hints: AddressHints, division: string): void {
  for (const field of ['city', 'district'] as const) {
    const told = hints[field]
    if (told === undefined || told === '') continue
    const key = `${told}|${division}`
    let lies = remembered.get(key)
    if (lies === undefined) {
      if (remembered.size > 50_000) remembered.clear()
      lies = liesElsewhere(told, division)
      remembered.set(key, lies)
    }
    if (lies) note(draft, { code: 'place-told-otherwise', params: { value: told } }, undefined, field, told)
  }
}

const remembered = new Map<string, boolean>()

/** Only a place that is known can lie elsewhere: 高新区 and the like may be anywhere. */
function liesElsewhere(told: string, division: string): boolean {
  const codes = divisionsNamed(told).flatMap(({ code, successors }) => [code, ...(successors ?? [])])
  return codes.length > 0 && !codes.some((code) => isWithin(code, division) || isWithin(division, code))
}

const isWithin = (one: string, other: string): boolean => one.startsWith(other.replace(/(?:00){1,2}$/, ''))
