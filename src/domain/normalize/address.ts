import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { countryOf } from './country.ts'
import { type Division, divisionOf, isMunicipality, namesAt, type Place, pastDivisions, placeOf } from './divisions.ts'
import { foldText, toSimplified } from './fold.ts'
import { isMissingIdentity } from './missing.ts'

export interface Address {
  readonly province?: string
  readonly city?: string
  readonly district?: string
  /** Road, number, building, room: what is left, folded. */
  readonly street?: string
  /** GB/T 2260 code of the finest division found, six digits. */
  readonly division?: string
  /** ISO 3166 alpha-2, where it isn't CN. */
  readonly country?: string
}

export interface AddressHints {
  readonly province?: string
  readonly city?: string
  readonly district?: string
}

/** What has been found so far: every following part must lie inside it. */
interface Trail {
  /** The divisions the last part may mean. */
  candidates: readonly Division[]
  end: number
}

/** Splits an address; missing leading parts are filled in where only one place fits, or from the hints. */
export function parseAddress(text: string, hints: AddressHints = {}): Parsed<Address> {
  const folded = isMissingIdentity(text) ? '' : foldText(text).replace(/^(?:中国|中华人民共和国|地址[:：]?)\s*/, '')
  const known = knownFrom(hints)
  if (folded === '')
    return known === null ? bad('address-missing') : good(resolve({ candidates: known, end: 0 }, '', []))
  if (!/[\u3400-\u9fff]/.test(folded)) return good(readLatin(folded))
  return conclude(folded, walkWithHints(toSimplified(folded), known), known, hints)
}

/** The text by itself where it agrees with the columns beside it (whichever is finer), else inside what they say. */
function walkWithHints(text: string, known: readonly Division[] | null): Trail {
  const alone = walk(text, null)
  if (known === null) return alone
  if (alone.end > 0) {
    const finer = alone.candidates.filter((division) => known.some((parent) => contains(parent, division)))
    if (finer.length > 0) return { candidates: finer, end: alone.end }
    const coarser = known.filter((division) => alone.candidates.some((parent) => contains(parent, division)))
    if (coarser.length > 0) return { candidates: coarser, end: alone.end }
  }
  return walk(text, known)
}

const hintCache = new Map<string, readonly Division[] | null>()

/** Column values of 省, 市 and 区 to the divisions they can mean; null where they tell nothing. */
function knownFrom(hints: AddressHints): readonly Division[] | null {
  const key = `${hints.province ?? ''}|${hints.city ?? ''}|${hints.district ?? ''}`
  if (key === '||') return null
  let known = hintCache.get(key)
  if (known === undefined) {
    if (hintCache.size > 20_000) hintCache.clear()
    known = readHints(hints)
    hintCache.set(key, known)
  }
  return known
}

function readHints(hints: AddressHints): readonly Division[] | null {
  let known: readonly Division[] | null = null
  let level = 0
  for (const hint of [hints.province, hints.city, hints.district]) {
    level++
    if (hint === undefined || isMissingIdentity(hint)) continue
    const text = toSimplified(foldText(hint))
    if (text === '市辖区' || text === '县' || text === '直辖') continue
    const found = walkWithHints(text, known)
    if (found.end < text.length || found.candidates.length === 0) continue
    // 吉林 in the column of cities is the city.
    const meant = found.candidates.filter(
      (division) => division.successors === undefined && levelInColumns(division) === level,
    )
    known = meant.length > 0 ? meant : found.candidates
  }
  return known
}

const levelInColumns = (division: Division): number =>
  division.level === 1 && isMunicipality(division.code) ? 2 : division.level

// 中山路, 南京东路, 西湖大道: the beginning of a road, no place.
const roadNext =
  /^(?![东西南北]大街)(?:[东西南北中一二三四五六七八九十]{0,2}(?:路|街(?!道)|大道|大街|巷|弄|胡同)|环路|支路)/
// 西湖花园, 朝阳小区, 余杭镇: a building or a village; but 公园路 and 花园街 are roads of their own.
const buildingNext =
  /^(?:花园|公园|广场|大厦|国际|小区|新村|公寓|酒店|商厦|大酒店|新城|大桥|中心)(?!路|街|大道|[东西南北中]路)/
const villageNext = /^(?:镇|乡|村|街道|社区|里|园|苑|庄|屯|站|机场)(?!.?[路街])/

/** Follows province, city, district from the start of a text, each inside the one before. */
function walk(text: string, known: readonly Division[] | null): Trail {
  let trail: Trail = { candidates: known ?? [], end: 0 }
  for (let steps = 0; steps < 5; steps++) {
    const next = step(text, trail)
    if (next === null) break
    trail = next
  }
  return trail
}

function step(text: string, trail: Trail): Trail | null {
  let at = trail.end
  while (' ,.·-/'.includes(text[at] ?? 'x')) at++
  if (text.startsWith('市辖区', at)) at += 3
  for (const { length, divisions } of namesAt(text, at)) {
    const end = at + length
    const written = text.slice(at, end)
    const usable = within(divisions, trail.candidates).filter(
      (division) => isWhole(division, written) || isShortUse(text, end, trail, division),
    )
    if (usable.length === 0) continue
    // 内江市中区 is 内江 and 市中区, 青岛市北区 the same.
    const shared = written.endsWith('市') && /^[中南北]区/.test(text.slice(end, end + 2)) ? 1 : 0
    return { candidates: usable, end: end - shared }
  }
  return null
}

const isWhole = (division: Division, written: string): boolean => division.name.length === written.length

/** A name without 市 or 区 counts where it isn't the beginning of a road, and for districts only behind a city. */
function isShortUse(text: string, end: number, trail: Trail, division: Division): boolean {
  const rest = text.slice(end)
  if (rest === '') return true
  // 西安新城区 and 台州路桥 go on with a district, 杭州新城 and 台州路 do not.
  if (roadNext.test(rest) || buildingNext.test(rest))
    return namesAt(text, end).some(({ divisions }) =>
      divisions.some((inner) => inner.level > division.level && contains(division, inner)),
    )
  return division.level < 3 || (trail.candidates.length > 0 && !villageNext.test(rest))
}

/** The divisions that lie inside one of the candidates (all where there are none), present ones first. */
function within(divisions: readonly Division[], candidates: readonly Division[]): readonly Division[] {
  if (candidates.length === 0) return divisions
  return divisions.filter((division) => candidates.some((parent) => contains(parent, division)))
}

/** True where a division lies in another one, or is it once more (吉林省吉林市, 北京北京市). */
function contains(parent: Division, division: Division): boolean {
  if (parent.code === division.code) return true
  if (division.level <= parent.level) return false
  if (parent.level === 1) return division.code.startsWith(parent.code.slice(0, 2))
  const city = parent.code.slice(0, 4)
  // A county may have stood under another city, or right under the province, before.
  return division.code.startsWith(city) || (division.successors?.some((code) => code.startsWith(city)) ?? false)
}

function conclude(
  folded: string,
  trail: Trail,
  known: readonly Division[] | null,
  hints: AddressHints,
): Parsed<Address> {
  const street = folded.slice(trail.end).replace(/^[\s,，.·-]+/, '')
  const notes: Reason[] = []
  const candidates = trail.candidates.length > 0 ? trail.candidates : (known ?? [])
  if (candidates.length === 0) return good({ ...hinted(hints), ...(street === '' ? {} : { street }) })
  return good(resolve({ candidates, end: trail.end }, street, notes), notes)
}

/** Hints that are no division are kept as they stand. */
function hinted(hints: AddressHints): Address {
  const kept: { province?: string; city?: string; district?: string } = {}
  for (const level of ['province', 'city', 'district'] as const) {
    const hint = hints[level]
    if (hint !== undefined && !isMissingIdentity(hint)) kept[level] = foldText(hint)
  }
  return kept
}

function resolve(trail: Trail, street: string, notes: Reason[]): Address {
  const rest = street === '' ? {} : { street }
  const present = trail.candidates.filter((division) => division.successors === undefined)
  const pool = present.length > 0 ? highest(present) : trail.candidates
  const [only] = pool
  if (only === undefined) return rest
  if (pool.length > 1) return { ...ambiguous(pool, notes), ...rest }
  if (only.successors !== undefined) return { ...renamed(only, notes), ...rest }
  const place = placeOf(only.code)
  return place === undefined ? rest : addressOf(place, street)
}

function addressOf(place: Place, street: string): Address {
  const address: Mutable<Address> = { province: place.province }
  if (place.city !== undefined) address.city = place.city
  if (place.district !== undefined) address.district = place.district
  if (street !== '') address.street = street
  address.division = place.code
  const country = abroad.get(place.code.slice(0, 2))
  if (country !== undefined) address.country = country
  return address
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const abroad = new Map([
  ['81', 'HK'],
  ['82', 'MO'],
  ['71', 'TW'],
])

function highest(divisions: readonly Division[]): readonly Division[] {
  const top = Math.min(...divisions.map((division) => division.level))
  return divisions.filter((division) => division.level === top)
}

/** 西湖区 without a city: kept by name, and as far up as all that it may mean agree. */
function ambiguous(pool: readonly Division[], notes: Reason[]): Address {
  const [first] = pool
  notes.push({ code: 'division-ambiguous', params: { value: first!.name, count: pool.length } })
  const sameProvince = pool.every((division) => division.code.slice(0, 2) === first!.code.slice(0, 2))
  const province = sameProvince ? divisionOf(`${first!.code.slice(0, 2)}0000`) : undefined
  const name = first!.level === 3 ? { district: first!.name } : { city: first!.name }
  return province === undefined ? name : { province: province.name, ...name, division: province.code }
}

/** A division that is no more: its one successor, or the city where it was parted. */
function renamed(old: Division, notes: Reason[]): Address {
  const next = lastSuccessors(old)
  if (next.length === 1) {
    const place = placeOf(next[0]!.code)
    if (place !== undefined) {
      notes.push({
        code: 'division-renamed',
        params: { from: old.name, to: place.district ?? place.city ?? place.province },
      })
      const { code, ...names } = place
      return { ...names, division: code }
    }
  }
  const city = isMunicipality(old.code)
    ? divisionOf(`${old.code.slice(0, 2)}0000`)
    : divisionOf(`${old.code.slice(0, 4)}00`)
  const place = city === undefined ? undefined : placeOf(city.code)
  notes.push({
    code: 'division-parted',
    params: { from: old.name, to: next.map((division) => division.name).join('/') },
  })
  if (place === undefined) return { district: old.name }
  const { code, ...names } = place
  return { ...names, district: old.name, division: code }
}

/** Follows successors of successors to those in force. */
function lastSuccessors(old: Division): Division[] {
  const found = new Map<string, Division>()
  const follow = (division: Division, depth: number): void => {
    for (const code of division.successors ?? []) {
      const next = divisionOf(code)
      if (next !== undefined) found.set(next.code, next)
      else if (depth < 4) for (const past of pastDivisions(code)) follow(past, depth + 1)
    }
  }
  follow(old, 0)
  return [...found.values()]
}

function readLatin(text: string): Address {
  const country = countryOf(text)
  return country === undefined ? { street: text } : { street: text, country }
}
