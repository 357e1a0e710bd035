import { contactTypes, type PartyChunk } from '../../model/checks.ts'
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
export function findDistrictAgainstCity({ chunk: { addresses, unread } }: ChunkView, report: Report): number {
  let judged = 0
  for (let i = 0; i < (unread?.count ?? 0); i++) {
    if (!toldPlaces.has(unread!.field[i]!)) continue
    const [party, told] = [unread!.party[i]!, plainCity(unread!.value[i]!)]
    const at = addressOf(addresses, party)
    const here = [addresses.province[at], addresses.city[at], addresses.district[at]]
    judged++
    if (at >= 0 && !here.some((place) => place?.startsWith(told) === true))
      report(party, 'address', unread!.value[i]!, { city: addresses.city[at] ?? addresses.province[at] ?? '' })
  }
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

/** Columns that may name another place than the address they stand beside. */
const toldPlaces = new Set(['city', 'district'])

function addressOf({ party, count }: PartyChunk['addresses'], wanted: number): number {
  for (let i = 0; i < count; i++) if (party[i] === wanted) return i
  return -1
}

function liesElsewhere(city: string, district: string): boolean {
  const cities = divisionsNamed(city).filter(({ level }) => level < 3)
  const districts = divisionsNamed(district)
  if (cities.length === 0 || districts.length === 0) return false
  const codes = districts.flatMap(({ code, successors }) => [code, ...(successors ?? [])])
  return !cities.some(({ code, level }) => codes.some((each) => each.startsWith(code.slice(0, level * 2))))
}

/** An address that begins with another province or city than the one it is filed under. */
export function findAddressAgainstCity({ chunk: { addresses } }: ChunkView, report: Report): number {
  let judged = 0
  for (let i = 0; i < addresses.count; i++) {
    const city = addresses.city[i] ?? addresses.province[i] ?? null
    const raw = addresses.raw[i]!
    if (city === null || raw.length < 4) continue
    judged++
    const told = beginsElsewhere(raw, city)
    if (told !== null) report(addresses.party[i]!, 'address', raw, { city, told })
  }
  return judged
}

/** 广东省 深圳市, in full: short forms may be the names of roads (北京路) and estates (东方名城). */
const opening =
  /^(?:中国|中华人民共和国)?([\u4e00-\u9fff]{2,6}?(?:省|自治区))?([\u4e00-\u9fff]{2,12}?(?:市|自治州|地区|盟)(?!场|政|民|区|中心|委|集))?/

function beginsElsewhere(raw: string, city: string): string | null {
  if (raw.startsWith(city) || raw.includes(plainCity(city))) return null
  const [, province, town] = opening.exec(raw) ?? []
  if (province !== undefined && isAnotherPlace(province, city)) return province
  if (town === undefined) return null
  // A province may stand before it in short: 新疆昌吉回族自治州.
  const told = [town, town.slice(2), town.slice(3)].find((name) => name.length > 2 && isPlace(name))
  return told !== undefined && isAnotherPlace(told, city) ? told : null
}

const isPlace = (name: string): boolean => divisionsNamed(name).some((division) => division.name === name)

function isAnotherPlace(told: string, city: string): boolean {
  const key = `${told}|${city}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  // What a road is called (上海市场路) is no place; a county-level city lies in its city, a city in its province.
  const full = divisionsNamed(told).filter(({ name }) => name === told)
  const homes = divisionsNamed(city).filter(({ level }) => level < 3)
  const codes = full.flatMap(({ code, successors }) => [code, ...(successors ?? [])])
  const within = (one: string, other: string): boolean =>
    one.startsWith(other.replace(/(?:00)+$/, '')) || other.startsWith(one.replace(/(?:00)+$/, ''))
  const made = codes.length > 0 && homes.length > 0 && !homes.some(({ code }) => codes.some((one) => within(one, code)))
  remembered.set(key, made)
  return made
}
