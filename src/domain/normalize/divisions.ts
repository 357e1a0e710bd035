import { divisionList } from './data/divisions.ts'
import { toSimplified } from './fold.ts'

/** One entry of GB/T 2260, in force or past. */
export interface Division {
  /** Six digits. */
  readonly code: string
  readonly name: string
  readonly level: 1 | 2 | 3
  /** Codes that took its place; undefined while it is in force. */
  readonly successors?: readonly string[]
  /** Its last year, where it is no longer in force. */
  readonly until?: number
}

export interface Place {
  readonly province: string
  readonly city?: string
  readonly district?: string
  /** Six digits of the finest part. */
  readonly code: string
}

let current: Map<string, Division> | undefined
/** Every way to write a division, full and short, to the divisions it may mean. */
let byName: Map<string, Division[]> | undefined
/** Names by the two characters they begin with, longest first. */
let byStart: Map<number, NameAt[]>
let past: Division[] = []

function load(): Map<string, Division> {
  current = new Map()
  byName = new Map()
  byStart = new Map()
  past = []
  let before = ''
  for (const entry of divisionList.split(',')) {
    const digits = /^\d+/.exec(entry)![0]
    const code = digits.length === 6 ? digits : before + digits
    before = code.slice(0, 4)
    const mark = entry.indexOf('=')
    const name = entry.slice(digits.length, mark < 0 ? undefined : mark)
    const level = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3
    if (mark < 0) current.set(code, { code, name, level })
    else {
      const successors = entry
        .slice(mark + 3)
        .split('/')
        .filter((part) => part !== '')
        .map((part) => (part.length === 2 ? code.slice(0, 4) + part : part))
      const year = Number(entry.slice(mark + 1, mark + 3))
      past.push({ code, name, level, successors, until: year < 80 ? 2000 + year : 1900 + year })
    }
  }
  const cities = citiesByName(current)
  past = past.map((one) => (one.level === 2 ? { ...one, successors: cityHeirs(one, cities) } : one))
  for (const division of current.values()) addNames(division)
  for (const division of past) addNames(division)
  return current
}

// Prefectures that went on under another name or inside another one.
const movedCities: Readonly<Record<string, string>> = {
  襄樊市: '420600',
  思茅市: '530800',
  思茅地区: '530800',
  淮阴市: '320800',
  莱芜市: '370100',
  徽州地区: '341000',
  万县市: '500101',
  万县地区: '500101',
  涪陵市: '500102',
  涪陵地区: '500102',
  黔江地区: '500114',
}

/** Cities in force by province and short name; of two of one name the first. */
function citiesByName(divisions: ReadonlyMap<string, Division>): ReadonlyMap<string, string> {
  const cities = new Map<string, string>()
  for (const division of divisions.values()) {
    if (division.level !== 2) continue
    const name = cityName(division)
    if (!cities.has(name)) cities.set(name, division.code)
  }
  return cities
}

const cityName = (city: Division): string => city.code.slice(0, 2) + shortName(city)

/** What took the place of a prefecture: by its new name, else the city of its own name; its code may have gone to another. */
function cityHeirs(old: Division, cities: ReadonlyMap<string, string>): readonly string[] {
  const heir = movedCities[old.name] ?? cities.get(cityName(old))
  return heir === undefined ? (old.successors ?? []) : [heir]
}

function addNames(division: Division): void {
  if (division.name === '市辖区' || division.name === '县') return
  add(division.name, division)
  const short = shortName(division)
  if (short !== division.name && short.length >= 2) add(short, division)
  const kind = /自治(州|县|旗)$/.exec(division.name)
  if (kind === null || short === division.name) return
  // 恩施州, 务川县, 黔东南苗族: the autonomous ones are cut anywhere between.
  add(short + kind[1]!, division)
  for (
    let at = division.name.indexOf('族', short.length);
    at > 0 && at < kind.index - 1;
    at = division.name.indexOf('族', at + 1)
  ) {
    add(division.name.slice(0, at + 1), division)
  }
  add(division.name.slice(0, kind.index), division)
}

function add(written: string, division: Division): void {
  const name = toSimplified(written)
  const known = byName!.get(name)
  if (known === undefined) addName(name, division)
  // A past division counts only where no present one of the same place has the name.
  else if (
    division.successors === undefined ||
    !known.some(
      (other) =>
        other.successors === undefined &&
        other.code.slice(0, 2) === division.code.slice(0, 2) &&
        other.name === division.name,
    )
  )
    known.push(division)
}

function addName(name: string, division: Division): void {
  const divisions = [division]
  byName!.set(name, divisions)
  const start = pairAt(name, 0)
  const entry = { name, length: name.length, divisions }
  const known = byStart!.get(start)
  if (known === undefined) {
    byStart!.set(start, [entry])
    return
  }
  const at = known.findIndex(({ length }) => length < name.length)
  known.splice(at < 0 ? known.length : at, 0, entry)
}

// Two characters as one small number: no text is cut out to be looked up.
const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff)

const peoples =
  '蒙古族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族|回族|蒙古|锡伯|各族'
const autonomous = new RegExp(`(?:${peoples})*(?:自治州|自治县|自治旗|联合旗)$`)

/** The name without what says its kind: 杭州, 西湖, 恩施, 务川, 内蒙古. */
export function shortName({ name, level }: Pick<Division, 'name' | 'level'>): string {
  if (level === 1) return name.replace(/(?:省|市|特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '')
  const plain = name.replace(autonomous, '')
  if (plain !== name && plain.length >= 2) return plain
  // 浦东新区 to 浦东, but 碑林区 to 碑林.
  const cut = name.replace(/(?:新区|林区|特区|矿区|地区)$/, '')
  if (cut !== name && cut.length >= 2) return cut
  const short = name.replace(/[市盟区县旗]$/, '')
  return short.length >= 2 ? short : name
}

/** Divisions no longer in force that bore a code. */
export const pastDivisions = (code: string): readonly Division[] => past.filter((division) => division.code === code)

export const divisionOf = (code: string): Division | undefined => (current ?? load()).get(code)

/** Divisions that a name, full or short, may mean, in force ones first; traditional characters are understood. */
export function divisionsNamed(name: string): readonly Division[] {
  if (byName === undefined) load()
  return byName!.get(toSimplified(name)) ?? []
}

/** A name at a place of a text, and what it may mean. */
export interface NameAt {
  readonly name: string
  readonly length: number
  readonly divisions: readonly Division[]
}

const none: readonly NameAt[] = []

/** All names a simplified text holds at a position, longest first. */
export function namesAt(text: string, at: number): readonly NameAt[] {
  if (byName === undefined) load()
  const possible = byStart.get(pairAt(text, at))
  if (possible === undefined) return none
  return possible.filter(({ name }) => text.startsWith(name, at))
}

const municipalities = new Set(['11', '12', '31', '50'])

/** True for 北京, 天津, 上海, 重庆 and the special regions: their city is the province itself. */
export const isMunicipality = (code: string): boolean => municipalities.has(code.slice(0, 2))

const places = new Map<string, Place | undefined>()

/** Province, city and district of a code in force; undefined for another. */
export function placeOf(code: string): Place | undefined {
  let place = places.get(code)
  if (place === undefined) {
    place = readPlace(code)
    places.set(code, place)
  }
  return place
}

function readPlace(code: string): Place | undefined {
  const table = current ?? load()
  const division = table.get(code)
  const province = table.get(`${code.slice(0, 2)}0000`)
  if (division === undefined || province === undefined) return undefined
  if (division.level === 1)
    return isMunicipality(code)
      ? { province: province.name, city: province.name, code }
      : { province: province.name, code }
  const city = isMunicipality(code) ? province : table.get(`${code.slice(0, 4)}00`)
  if (division.level === 2) return { province: province.name, city: division.name, code }
  // 济源, 仙桃: county-level cities right under the province stand for their own city.
  if (city === undefined) return { province: province.name, city: division.name, code }
  return { province: province.name, city: city.name, district: division.name, code }
}

/** What one name alone means where only one place in force has it: `余杭区`, `杭州`, `浙江省杭州市西湖区`. */
export function findDivision(text: string): Place | undefined {
  const named = divisionsNamed(text)
  const now = named.filter((division) => division.successors === undefined)
  const [only, second] = now.length > 0 ? preferHigher(now) : named
  if (only === undefined || second !== undefined) return undefined
  if (only.successors === undefined) return placeOf(only.code)
  return only.successors.length === 1 ? placeOf(only.successors[0]!) : undefined
}

/** 吉林 means the province, 朝阳 the city: the highest level of those that share a name. */
function preferHigher(divisions: readonly Division[]): readonly Division[] {
  const top = Math.min(...divisions.map((division) => division.level))
  return divisions.filter((division) => division.level === top)
}
