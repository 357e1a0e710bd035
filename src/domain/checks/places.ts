import { contactTypes } from '../../model/checks.ts'
import { areaCodeOfCity, areaOf } from '../normalize/area.ts'
import type { Report } from './finding.ts'
import type { ChunkView } from './view.ts'

const landline = contactTypes.indexOf('landline')

/** A city as lists write it: without 市, 地区, 盟, 自治州. */
export const plainCity = (city: string): string => city.replace(/(?:市|地区|盟|自治州)$/, '')

/**
 * A landline whose area code belongs to another city than any address of the party.
 *
 * Silent where the party has no address with a city that has a code, and where one address agrees.
 */
export function findAreaCodeAgainstCity({ chunk }: ChunkView, report: Report): number {
  const { contacts, addresses } = chunk
  const cities = new Map<number, string[]>()
  for (let i = 0; i < addresses.count; i++) {
    const city = addresses.city[i] ?? null
    if (city === null) continue
    const party = addresses.party[i]!
    const known = cities.get(party)
    if (known === undefined) cities.set(party, [city])
    else known.push(city)
  }
  let judged = 0
  for (let i = 0; i < contacts.count; i++) {
    const number = contacts.type[i] === landline ? contacts.canonical[i]! : null
    if (number === null || number.charCodeAt(0) !== 0x30) continue
    const party = contacts.party[i]!
    const where = cities.get(party)
    if (where === undefined) continue
    judged++
    const code = number.slice(0, number.indexOf('-'))
    if (where.every((city) => contradicts(code, city)))
      report(party, 'phone', number, { city: where[0]!, place: areaOf(code)?.places[0] ?? code })
  }
  return judged
}

const remembered = new Map<string, boolean>()

function contradicts(code: string, city: string): boolean {
  const key = `${code}${city}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const area = areaOf(code)
  const made =
    area !== undefined && hasAreaCode(city) && !area.places.some((place) => plainCity(place) === plainCity(city))
  if (remembered.size > 100_000) remembered.clear()
  remembered.set(key, made)
  return made
}

const hasAreaCode = (city: string): boolean => areaCodeOfCity(city) !== undefined
