import { contactTypes } from '../../model/checks.ts'
import { areaCodeOfCity, areaOf } from '../normalize/area.ts'
import { divisionsNamed } from '../normalize/divisions.ts'
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

/** An address whose district lies in another city; past districts count where their place lies today. */
export function findDistrictAgainstCity({ chunk: { addresses } }: ChunkView, report: Report): number {
  let judged = 0
  for (let i = 0; i < addresses.count; i++) {
    const [city, district] = [addresses.city[i] ?? null, addresses.district[i] ?? null]
    if (city === null || district === null) continue
    judged++
    const key = `${city}/${district}`
    let wrong = remembered.get(key)
    if (wrong === undefined) {
      wrong = liesElsewhere(city, district)
      remembered.set(key, wrong)
    }
    if (wrong) report(addresses.party[i]!, 'address', district, { city })
  }
  return judged
}

function liesElsewhere(city: string, district: string): boolean {
  const cities = divisionsNamed(city).filter(({ level }) => level < 3)
  const districts = divisionsNamed(district)
  if (cities.length === 0 || districts.length === 0) return false
  const codes = districts.flatMap(({ code, successors }) => [code, ...(successors ?? [])])
  return !cities.some(({ code, level }) => codes.some((each) => each.startsWith(code.slice(0, level * 2))))
}
