import { areaCodes } from './data/area-codes.ts'

export interface AreaCode {
  /** With its 0: `0571`. */
  readonly code: string
  /** Digits of a local number today, 7 or 8. */
  readonly digits: number
  readonly places: readonly string[]
}

/** Codes that went into another one, with the digit that was put in front of the local number where it is known. */
const retired: Readonly<Record<string, { readonly now: string; readonly prefix?: string }>> = {
  '0565': { now: '0551', prefix: '8' },
  '0732': { now: '0731', prefix: '5' },
  '0733': { now: '0731', prefix: '2' },
  '0852': { now: '0851', prefix: '2' },
  '0853': { now: '0851', prefix: '3' },
  '0378': { now: '0371' },
  '0410': { now: '024' },
  '0413': { now: '024' },
  '0414': { now: '024' },
  '0634': { now: '0531' },
  '0910': { now: '029' },
}

/** What became of an area code that is no longer in use; undefined for those that are. Source: facts/area-codes.json. */
export const retiredArea = (code: string): { readonly now: string; readonly prefix?: string } | undefined =>
  retired[code]

let byCode: Map<string, AreaCode> | undefined
let byPlace: Map<string, AreaCode> | undefined

function load(): Map<string, AreaCode> {
  byCode = new Map()
  byPlace = new Map()
  for (const entry of areaCodes.split(',')) {
    const cut = entry.search(/[+-]/)
    const area = {
      code: `0${entry.slice(0, cut)}`,
      digits: entry[cut] === '+' ? 8 : 7,
      places: entry.slice(cut + 1).split('/'),
    }
    byCode.set(area.code, area)
    for (const place of area.places) byPlace.set(place.replace(/(市|地区|盟|自治州)$/, ''), area)
  }
  return byCode
}

/** The area of a code with its 0 (`0571`), or undefined where there is none. */
export const areaOf = (code: string): AreaCode | undefined => (byCode ?? load()).get(code)

/** The area code of a city (`杭州` or `杭州市`), for numbers written without it. */
export function areaCodeOfCity(city: string): string | undefined {
  if (byPlace === undefined) load()
  return byPlace?.get(city.replace(/(市|地区|盟|自治州)$/, ''))?.code
}
