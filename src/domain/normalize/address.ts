import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { countryInFront, countryOf } from './country.ts'
import { type AddressHints, knownFrom, type Trail, walkWithHints } from './division-walk.ts'
import { type Division, divisionOf, isMunicipality, type Place, pastDivisions, placeOf } from './divisions.ts'
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
  /** Six digits, where the text holds one. */
  readonly postcode?: string
  /** ISO 3166 alpha-2, where it isn't CN. */
  readonly country?: string
}

export type { AddressHints }

const lead = /^(?:中国|中华人民共和国|(?:通讯|联系|详细|家庭|公司|单位|收货)?地址[:：])\s*/
const cutLead = (folded: string): string =>
  '中通联详家公单收地'.includes(folded[0] ?? ' ') ? folded.replace(lead, '') : folded

// 310000 before or behind the address, with or without 邮编 and brackets.
const postcodes =
  /^(?:邮编|邮政编码)?[:：]?\s*(\d{6})(?=[\s,]*[\u3400-\u9fff])|(?:[\s,(]+|邮编[:：]?\s*|邮政编码[:：]?\s*)(\d{6})\)?$/

/** Splits an address; missing leading parts are filled in where only one place fits, or from the hints. */
export function parseAddress(text: string, hints: AddressHints = {}): Parsed<Address> {
  const folded = isMissingIdentity(text) ? '' : cutLead(foldText(text))
  const known = knownFrom(hints)
  if (folded === '') {
    const notes: Reason[] = []
    return known === null ? bad('address-missing') : good(resolve({ candidates: known, end: 0 }, '', notes), notes)
  }
  if (!/[\u3400-\u9fff]/.test(folded)) return good(readLatin(folded))
  const post = /\d{6}/.test(folded) ? postcodes.exec(folded) : null
  if (post === null) return readHan(folded, known, hints)
  const rest = folded
    .replace(postcodes, '')
    .replace(/(?:[,\s(]|邮编|邮政编码)+[:：]?$/, '')
    .trim()
  const read = readHan(rest, known, hints)
  return read.ok ? good({ ...read.value, postcode: post[1] ?? post[2]! }, read.notes) : read
}

function readHan(folded: string, known: readonly Division[] | null, hints: AddressHints): Parsed<Address> {
  const plain = toSimplified(folded)
  const special = known === null ? (specialRegion(folded, plain) ?? abroadInFront(folded, plain)) : null
  return special ?? conclude(folded, walkWithHints(plain, known), known, hints)
}

/** 美国加州…, 日本东京: another country, written first. */
function abroadInFront(folded: string, plain: string): Parsed<Address> | null {
  const country = countryInFront(plain)
  return country === undefined ? null : good({ street: folded, country })
}

function conclude(
  folded: string,
  trail: Trail,
  known: readonly Division[] | null,
  hints: AddressHints,
): Parsed<Address> {
  const street = folded.slice(trail.end).replace(/^[\s,，.·)-]+/, '')
  if (trail.end === 0 && trail.candidates === known && street !== '') return besideColumns(known, street)
  const notes: Reason[] = []
  const candidates = trail.candidates.length > 0 ? trail.candidates : (known ?? [])
  if (candidates.length === 0) return good({ ...hinted(hints), ...(street === '' ? {} : { street }) })
  return good(resolve({ candidates, end: trail.end }, street, notes), notes)
}

const columnPlaces = new WeakMap<readonly Division[], Parsed<Address>>()

/** A street whose place stands in columns of its own: what they mean is found out once. */
function besideColumns(known: readonly Division[], street: string): Parsed<Address> {
  let place = columnPlaces.get(known)
  if (place === undefined) {
    const notes: Reason[] = []
    place = good(resolve({ candidates: known, end: 0 }, '', notes), notes)
    columnPlaces.set(known, place)
  }
  return place.ok ? good({ ...place.value, street }, place.notes) : place
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
  const pool = present.length > 0 ? highest(present) : latest(highest(trail.candidates))
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

/** Of several past ones in one province the last that was. */
function latest(past: readonly Division[]): readonly Division[] {
  const [first] = past
  if (past.length < 2 || past.some((division) => division.code.slice(0, 2) !== first!.code.slice(0, 2))) return past
  return [past.reduce((a, b) => ((b.until ?? 0) > (a.until ?? 0) ? b : a))]
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
  // Its parts may lie in another city today: 莱芜 went to 济南.
  const [heir] = next
  const moved = heir !== undefined && next.every((division) => division.code.slice(0, 4) === heir.code.slice(0, 4))
  const code4 = (moved ? heir.code : old.code).slice(0, 4)
  const city = divisionOf(isMunicipality(code4) ? `${code4.slice(0, 2)}0000` : `${code4}00`)
  const place = city === undefined ? undefined : placeOf(city.code)
  const to = next.map((division) => division.name).join('/')
  notes.push(
    to === ''
      ? { code: 'division-gone', params: { from: old.name } }
      : { code: 'division-parted', params: { from: old.name, to } },
  )
  const district = old.level === 3 ? { district: old.name } : {}
  if (place === undefined) {
    const province = placeOf(`${old.code.slice(0, 2)}0000`)
    const kept = old.level === 2 ? { city: old.name } : district
    return province === undefined ? kept : { province: province.province, ...kept, division: province.code }
  }
  const { code, ...names } = place
  return { ...names, ...district, division: code }
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

const taiwan =
  /^(?:台湾省?)?\s*((?:台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义)市|(?:新竹|苗栗|彰化|南投|云林|嘉义|屏东|宜兰|花莲|台东|澎湖)县)/
// 九龙 alone may be 九龙仓 or 九龙坡; with a quarter behind it can't.
const hongKong =
  /^(?:香港(?:特别行政区)?\s*(?=九龙|新界|港岛|离岛)|(?=九龙(?:尖沙|旺角|油麻|深水|观塘|黄大|红磡|塘|城|湾|佐敦|何文|土瓜|新蒲|长沙湾|荔枝)|新界(?:荃湾|沙田|元朗|屯门|葵涌|大埔|粉岭|上水|将军澳|西贡)))/

/** Places GB/T 2260 knows only as one province: cities of Taiwan, 九龙 and 新界. */
function specialRegion(folded: string, plain: string): Parsed<Address> | null {
  if (!'台新桃高基嘉苗彰南云屏宜花澎香九'.includes(plain[0]!)) return null
  const city = taiwan.exec(plain)
  if (city !== null)
    return good(addressOf({ province: '台湾省', city: city[1]!, code: '710000' }, folded.slice(city[0].length).trim()))
  const kong = hongKong.exec(plain)
  return kong === null
    ? null
    : good(addressOf({ province: '香港特别行政区', code: '810000' }, folded.slice(kong[0].length)))
}
