import { bad, good, type Parsed } from '../../model/parsed.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'
import { chineseInteger } from './numerals.ts'

export interface Age {
  readonly age?: number
  /** `30-39`, `60+`, `-18`. */
  readonly band?: string
  /** First year of 80后 and the like. */
  readonly birthDecade?: number
}

/** Reads an age or a span of ages: 35, 35岁, 30-39, 30多岁, 三十出头, 60以上, 80后. */
export function parseAge(cell: string | number): Parsed<Age> {
  const text = foldText(String(cell)).replace(/周岁|虚岁|岁|歲|years? old|y\/?o|约|大概|大约|左右|上下|\s/gi, '')
  if (isMissing(text)) return bad('age-missing')
  const generation = /^(19|20)?([0-9])0(?:后|後)$/.exec(text)
  if (generation !== null) {
    const decade = Number(`${generation[1] ?? (Number(generation[2]) >= 3 ? '19' : '20')}${generation[2]}0`)
    return good({ birthDecade: decade })
  }
  const span = /^(\d{1,3})[-~—–至到](\d{1,3})$/.exec(text)
  if (span !== null) {
    const [low, high] = [Number(span[1]), Number(span[2])]
    return low < high && high <= 120 ? good({ band: `${low}-${high}` }) : bad('age-range', { value: text })
  }
  const open = /^[>≥大于]*(\d{1,3})(?:以上|及以上|\+|多?以上)$|^[>≥](\d{1,3})$/.exec(text)
  if (open !== null) return good({ band: `${open[1] ?? open[2]}+` })
  const below = /^(?:[<≤]|小于|不到)?(\d{1,3})(?:以下|及以下|以内)$|^(?:[<≤]|小于|不到)(\d{1,3})$/.exec(text)
  if (below !== null) return good({ band: `-${below[1] ?? below[2]}` })
  const around = /^([\d一二三四五六七八九十]+)(多|几|来|出头|好几)$/.exec(text)
  if (around !== null) {
    const low = /^\d+$/.test(around[1]!) ? Number(around[1]) : chineseInteger(around[1]!)
    if (low !== null && low % 10 === 0)
      return good({ band: around[2] === '出头' ? `${low}-${low + 4}` : `${low}-${low + 9}` })
  }
  const age = /^\d{1,3}(?:\.0+)?$/.test(text) ? Number(text) : chineseInteger(text)
  if (age === null || !Number.isInteger(age)) return bad('age-unreadable', { value: text })
  return age <= 120 ? good({ age }) : bad('age-range', { value: text })
}
