import { type Division, divisionsNamed, isMunicipality, namesAt } from './divisions.ts'
import { foldText, toSimplified } from './fold.ts'
import { isMissingIdentity } from './missing.ts'

/** What the columns 省, 市 and 区 of a row say. */
export interface AddressHints {
  readonly province?: string
  readonly city?: string
  readonly district?: string
}

/** What has been found so far: every following part must lie inside it. */
export interface Trail {
  /** The divisions the last part may mean. */
  candidates: readonly Division[]
  end: number
}

/** The text by itself where it agrees with the columns beside it (whichever is finer), else inside what they say. */
export function walkWithHints(text: string, known: readonly Division[] | null): Trail {
  // Most addresses beside a column of cities begin with their road.
  if (known !== null && namesAt(text, startOf(text, 0)).length === 0) return { candidates: known, end: 0 }
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
export function knownFrom(hints: AddressHints): readonly Division[] | null {
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
// 城西, 江北, 河西: what a part of many a city is called.
const vague = /^[城江河海湖市郊桥东西南北中新老高大][东西南北中区城]$/
const zoneNext = /^(?:经济|高新|工业|科技|产业|开发|示范|综合|物流|港|新)/
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

/** Where the next name may begin. */
function startOf(text: string, from: number): number {
  let at = from
  while (at < text.length && ' ,.·-/()'.includes(text[at]!)) at++
  return text.startsWith('市辖区', at) ? at + 3 : at
}

function step(text: string, trail: Trail): Trail | null {
  const at = startOf(text, trail.end)
  for (const { length, divisions } of namesAt(text, at)) {
    const end = at + length
    const written = text.slice(at, end)
    const inside = within(divisions, trail.candidates)
    const whole = inside.filter((division) => isWhole(division, written, trail))
    const usable = whole.length > 0 ? whole : inside.filter((division) => isShortUse(text, end, trail, division))
    if (usable.length === 0) continue
    // 濮阳濮阳 is the city and its county.
    const deeper = usable.filter((division) => division.level === 3 && division.successors === undefined)
    const twice =
      trail.end > 0 && trail.candidates.every((division) => division.level > 1) && !'市州区县'.includes(text[at - 1]!)
    if (twice && deeper.length > 0 && deeper.length < usable.length && !zoneNext.test(text.slice(end)))
      return { candidates: deeper, end }
    // 内江市中区 is 内江 and 市中区, 青岛市北区 the same.
    const shared = written.endsWith('市') && /^[中南北]区/.test(text.slice(end, end + 2)) ? 1 : 0
    return { candidates: usable, end: end - shared }
  }
  return null
}

// 市区 and 郊区 were names of districts once, and mean nothing without their city.
const isWhole = (division: Division, written: string, trail: Trail): boolean =>
  division.name.length === written.length && (written.length > 2 || division.level < 3 || trail.candidates.length > 0)

/** A name without 市 or 区 counts where it isn't the beginning of a road, and for districts only behind a city. */
function isShortUse(text: string, end: number, trail: Trail, division: Division): boolean {
  const rest = text.slice(end)
  const alone = trail.candidates.length === 0
  if (rest === '') return !alone || division.level < 3 || !(text.length === 2 && (text[1] === '区' || vague.test(text)))
  // 西安新城区 and 台州路桥 go on with a district, 杭州新城 and 台州路 do not.
  if (roadNext.test(rest) || buildingNext.test(rest))
    return namesAt(text, end).some(({ divisions }) =>
      divisions.some((inner) => inner.level > division.level && contains(division, inner)),
    )
  if (division.level < 3) return true
  // 义乌国际商贸城: of the counties only cities are known well enough to stand alone.
  if (villageNext.test(rest)) return false
  return !alone || (division.successors === undefined && division.name.endsWith('市') && cityLevelUnique(text, end))
}

/** True where only one county-level city in force has the short name that ends here. */
function cityLevelUnique(text: string, end: number): boolean {
  const named = divisionsNamed(text.slice(0, end)).filter((division) => division.successors === undefined)
  return named.length === 1
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
