import { parseAddress } from '../normalize/address.ts'
import { divisionsNamed } from '../normalize/divisions.ts'
import { foldText, toSimplified } from '../normalize/fold.ts'
import { isMissingIdentity } from '../normalize/missing.ts'
import { toPinyin } from '../normalize/pinyin.ts'
import { mix } from './blocks.ts'
import type { AddressField } from './compare-address.ts'
import { loosen } from './compare-person.ts'
import { bitsOf } from './comparer.ts'
import { countNames, type NameKeys } from './fields.ts'
import { foldLatin } from './latin.ts'
import { makeInterner, makePool, shared } from './pool.ts'
import { makeTokens } from './tokens.ts'

/** An address by its elements. Empty, or 0, where not known. */
export interface AddressParts {
  /** GB/T 2260 code of the finest division: six digits, 0 unknown. */
  readonly division: number
  readonly road: string
  readonly number: number
  /** Community, building or park. */
  readonly site: string
  /** Numbers behind the site: block, unit, room. */
  readonly inner: readonly number[]
  /** Letter of a tower, 0 none. */
  readonly tower: number
  /** Folded text of an address in Latin letters. */
  readonly latin: string
}

const digits = '零一二三四五六七八九'
const han = /[\u3400-\u9fff]/

/** Chinese numerals before 幢 栋 单元 号 层 楼 室 to digits: 二十六幢 → 26幢. */
function plainNumerals(text: string): string {
  if (!/[一二三四五六七八九十]/.test(text)) return text
  return text.replace(/([一二三四五六七八九十]{1,3})(?=[幢栋棟号單单層层楼室座期组])/g, (word) => String(numeral(word)))
}

function numeral(word: string): number {
  const ten = word.indexOf('十')
  if (ten < 0) return Number([...word].map((char) => digits.indexOf(char)).join(''))
  const tens = ten === 0 ? 1 : digits.indexOf(word[ten - 1]!)
  const ones = ten === word.length - 1 ? 0 : digits.indexOf(word[ten + 1]!)
  return tens * 10 + ones
}

/** Reads an address with what other columns say of province, city and district; null where there is nothing to compare. */
export function readAddressCells(cell: string, province: string, city: string, district: string): AddressParts | null {
  const hints = {
    ...(province === '' ? {} : { province }),
    ...(city === '' ? {} : { city }),
    ...(district === '' ? {} : { district }),
  }
  const text = isMissingIdentity(cell) ? '' : foldText(cell)
  if (text !== '' && !han.test(text)) {
    const latin = foldLatin(`${text.replace(/\b(?:between|btw|near|opposite|opp|corner of|off)\b.*$/i, '')} ${city}`)
    return latin === '' ? null : { division: 0, road: '', number: 0, site: '', inner: [], tower: 0, latin }
  }
  const read = parseAddress(text, hints)
  if (!read.ok) return null
  const { street = '', division, district: named } = read.value
  const rest = readStreet(toSimplified(street))
  const code = division === undefined ? onlyCode(named ?? '') : Number(division)
  return code === 0 && rest.road === '' && rest.site === '' ? null : { division: code, ...rest, latin: '' }
}

/** A district's name that only one place has. */
function onlyCode(name: string): number {
  if (name === '') return 0
  const found = divisionsNamed(name)
  return found.length === 1 ? Number(found[0]!.code) : 0
}

type Street = Pick<AddressParts, 'road' | 'number' | 'site' | 'inner' | 'tower'>

const roadShape = /^([\u3400-\u9fff]{1,9}?(?:路|大道|大街|街|巷|弄|胡同|道))(?=[\s(（]*\d|[\u3400-\u9fff]|$)/

function readStreet(street: string): Street {
  let text = plainNumerals(
    street
      .replace(/[（(]\s*(\d+)\s*(?:号|#)?\s*[）)]/g, '$1号')
      .replace(/[（(][^）)]*[）)]?/g, '')
      .replace(/\s/g, ''),
  )
  let road = ''
  let number = 0
  const named = roadShape.exec(text)
  if (named !== null) {
    road = named[1]!
    text = text.slice(road.length)
    const at = /^(\d{1,5})(?:号(?!楼)|#|[皓浩豪])?/.exec(text)
    if (at !== null) {
      number = Number(at[1])
      text = text.slice(at[0].length)
    }
  }
  const site = /^[\u3400-\u9fffA-Za-z]*[\u3400-\u9fff]/.exec(text)?.[0] ?? ''
  let behind = text.slice(site.length)
  const tower = /^([A-Za-z])(?:座|区|栋|幢)?/.exec(behind)
  if (tower !== null) behind = behind.slice(tower[0].length)
  const inner = [...behind.matchAll(/\d+/g)].map(([n]) => Number(n)).filter((n) => n > 0)
  return {
    road,
    number,
    site: site.replace(/(?:小区|座|区)$/, ''),
    inner: withoutFloor(inner),
    tower: tower === null ? 0 : tower[1]!.toUpperCase().charCodeAt(0),
  }
}

/** 28楼2806室: the floor says nothing that the room doesn't. */
function withoutFloor(inner: readonly number[]): readonly number[] {
  const room = inner.at(-1) ?? 0
  return room < 100
    ? inner
    : inner.filter((n, i) => i === inner.length - 1 || (i === 0 && inner.length > 2) || n !== Math.floor(room / 100))
}

export interface AddressBuilder {
  readonly set: (record: number, parts: AddressParts) => void
  readonly finish: (names: NameKeys) => AddressField
}

/** Collects the addresses of records, at most one of each. */
export function buildAddresses(records: number): AddressBuilder {
  const parts: AddressParts[] = []
  const ids = new Int32Array(shared(records * 4), 0, records).fill(-1)
  return {
    set: (record, part) => {
      ids[record] = parts.length
      parts.push(part)
    },
    finish: (names) => layOutAddresses(records, ids, parts, names),
  }
}

function layOutAddresses(
  records: number,
  ids: Int32Array,
  parts: readonly AddressParts[],
  names: NameKeys,
): AddressField {
  const texts = makeInterner()
  const column = (value: (part: AddressParts) => number): Int32Array => {
    const out = new Int32Array(shared(parts.length * 4), 0, parts.length)
    for (let i = 0; i < parts.length; i++) out[i] = value(parts[i]!)
    return out
  }
  const sound = soundsIn(texts)
  const road = column((part) => sound(part.road))
  const site = column((part) => sound(part.site))
  const number = column((part) => part.number)
  const room = column((part) => part.inner.at(-1) ?? 0)
  const block = column((part) => (part.inner.length > 1 ? part.inner[0]! : 0))
  const division = column((part) => part.division)
  const latin = column((part) => (part.latin === '' ? -1 : texts.id(part.latin)))
  const tower = column((part) => part.tower)
  const place = column(() => 0)
  const places = numberPlaces(place, { road, number, site, room, block, tower, latin })
  const owners: number[] = []
  const values: number[] = []
  for (let r = 0; r < records; r++) {
    if (ids[r]! < 0) continue
    owners.push(r)
    values.push(place[ids[r]!]!)
  }
  const { distinct } = countNames(places, owners, values, names)
  const rarity = new Int32Array(shared(parts.length * 4), 0, parts.length)
  for (let id = 0; id < parts.length; id++)
    rarity[id] = bitsOf((distinct[place[id]!]! - 1 + 0.3) / (owners.length + 50))
  return {
    ids,
    division,
    road,
    number,
    site,
    room,
    block,
    tower,
    latin,
    pool: makePool(texts.texts),
    rarity,
    words: makeTokens(
      parts.map((part) => part.latin),
      (text) =>
        text
          .split(' ')
          .map((word) => shortened.get(word) ?? word)
          .filter((word) => word !== ''),
    ),
  }
}

/** The loosened sound of a text as a number in `texts`, -1 for no text; each text is sounded once. */
function soundsIn(texts: ReturnType<typeof makeInterner>): (text: string) => number {
  const sounds = new Map<string, number>()
  return (text) => {
    if (text === '') return -1
    const known = sounds.get(text)
    if (known !== undefined) return known
    const id = texts.id(loosen(toPinyin(`·${text}`).pinyin).replaceAll(' ', ''))
    sounds.set(text, id)
    return id
  }
}

type PlaceColumns = Readonly<Record<'road' | 'number' | 'site' | 'room' | 'block' | 'tower' | 'latin', Int32Array>>

/** Writes into `place` the number of the place each address is; returns how many places there are. */
function numberPlaces(place: Int32Array, { road, number, site, room, block, tower, latin }: PlaceColumns): number {
  const places = new Map<number, number>()
  for (let id = 0; id < place.length; id++) {
    const key =
      latin[id]! >= 0
        ? mix(latin[id]!, 71)
        : site[id]! >= 0
          ? mix(mix(site[id]!, block[id]!, room[id]!), tower[id]!, 72)
          : mix(mix(road[id]!, number[id]!, room[id]!), 73)
    const known = places.get(key)
    place[id] = known ?? places.size
    if (known === undefined) places.set(key, places.size)
  }
  return places.size
}

const shortened = new Map(
  'street st|road rd|avenue ave|av ave|boulevard blvd|blv blvd|drive dr|lane ln|court ct|place pl|square sq|terrace tce|crescent cres|parade pde|highway hwy|parkway pkwy|circle cir|north n|south s|east e|west w|suite ste|apartment apt|building bldg|strasse str|straße str|floor fl|mount mt|saint st|circuit cct|close cl|grove gr|way wy|first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** Abbreviated words of a Latin address, so that `435 S. La Cienega Blv.` and `435 South La Cienega Boulevard` are one. */
export const shortWords = (text: string): string =>
  text
    .split(' ')
    .map((word) => shortened.get(word) ?? word)
    .join(' ')
