import { areaCodes } from './data/area-codes.ts'

export interface AreaCode {
  /** With its 0: `0571`. */
  readonly code: string
  /** Digits of a local number today, 7 or 8. */
  readonly digits: number
  readonly places: readonly string[]
}

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
