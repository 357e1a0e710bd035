import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { countryOf } from './country.ts'
import { type Division, divisionOf, isMunicipality, namesAt, pastDivisions, placeOf } from './divisions.ts'
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
  const plain = toSimplified(folded)
  const trail = walk(plain, known)
  return conclude(folded, trail, known, hints)
}

/** Column values of 省, 市 and 区 to the divisions they can mean; null where they tell nothing. */
function knownFrom(hints: AddressHints): readonly Division[] | null {
  let known: readonly Division[] | null = null
  for (const hint of [hints.province, hints.city, hints.district]) {
    if (hint === undefined || isMissingIdentity(hint)) continue
    const text = toSimplified(foldText(hint))
    if (text === '市辖区' || text === '县' || text === '直辖') continue
    const found = walk(text, known)
    if (found.end === text.length && found.candidates.length > 0) known = found.candidates
  }
  return known
}

const roadNext =
  /^(?:路|街|大道|巷|弄|镇|乡|村|道|大街|大厦|大桥|广场|花园|公园|国际|中心|小区|新村|里|园|苑|府|公寓|酒店|商厦|大酒店|机场|站|东路|西路|南路|北路|中路|东街|西街|南街|北街|环路|一路|二路|三路|四路|五路|支路|新城|社区|街道|庄|屯)/

/** Follows province, city, district from the start of a text, each inside the one before. */
function walk(text: string, known: readonly Division[] | null): Trail {
  let trail: Trail = { candidates: known ?? [], end: 0 }
  let level = 0
  while (level < 3) {
    const next = step(text, trail, level)
    if (next === null) break
    level = Math.max(...next.candidates.map((division) => division.level))
    trail = next
  }
  return trail
}

function step(text: string, trail: Trail, level: number): Trail | null {
  let at = trail.end
  while (' ,，.·-/'.includes(text[at] ?? 'x')) at++
  if (text.startsWith('市辖区', at)) at += 3
  for (const { length, divisions } of namesAt(text, at)) {
    const end = at + length
    const inside = within(divisions, trail.candidates).filter(
      (division) => division.level > level || (division.level === level && isRepeat(division, trail)),
    )
    const usable = inside.filter(
      (division) => isWhole(division, text.slice(at, end)) || isShortUse(text, end, trail, division),
    )
    if (usable.length > 0) return { candidates: usable, end }
  }
  return null
}

/** 吉林省吉林市 and 北京市北京市: the same name once more. */
const isRepeat = (division: Division, trail: Trail): boolean =>
  trail.candidates.some((other) => other.code === division.code)

const isWhole = (division: Division, written: string): boolean => division.name === written

/** A name without 市 or 区 counts where it isn't the beginning of a road, and for districts only behind a city. */
function isShortUse(text: string, end: number, trail: Trail, division: Division): boolean {
  const rest = text.slice(end)
  if (roadNext.test(rest) || (division.level === 3 && /^(?:工业|科技|产业|创业|软件|电子)/.test(rest))) return false
  return division.level < 3 || trail.candidates.length > 0 || rest === ''
}

/** The divisions that lie inside one of the candidates (all where there are none), present ones first. */
function within(divisions: readonly Division[], candidates: readonly Division[]): readonly Division[] {
  if (candidates.length === 0) return divisions
  return divisions.filter((division) => candidates.some((parent) => contains(parent, division)))
}

function contains(parent: Division, division: Division): boolean {
  if (parent.code === division.code) return true
  if (parent.level === 1) return division.code.startsWith(parent.code.slice(0, 2))
  if (parent.level === 2) {
    if (division.code.startsWith(parent.code.slice(0, 4))) return true
    // A county may have stood under another city, or right under the province, before.
    return division.successors?.some((code) => code.startsWith(parent.code.slice(0, 4))) ?? false
  }
  return false
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
  if (place === undefined) return rest
  const { code, ...names } = place
  return { ...names, ...rest, division: code, ...abroad(code) }
}

const abroad = (code: string): { country?: string } =>
  code.startsWith('81')
    ? { country: 'HK' }
    : code.startsWith('82')
      ? { country: 'MO' }
      : code.startsWith('71')
        ? { country: 'TW' }
        : {}

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
