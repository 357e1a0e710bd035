import type { Cell } from '../../model/sheet.ts'
import { toSimplified } from '../normalize/fold.ts'
import { plainText } from './cells.ts'

/** What titles, notes, sheet and file names say of all rows below. */
export interface TableHints {
  readonly year?: number
  /** 1..12, where a title or the sheet's name says one. */
  readonly month?: number
  readonly yearFrom?: 'title' | 'sheet' | 'file'
  /** What one unit of money in the table is worth: 万元 = 10000. */
  readonly moneyUnit?: number
  /** `2025-10`, where a title says a period. */
  readonly period?: string
  readonly currency?: string
  /** Whose table it is, where a line above the header says so: `客户：宁波海达…`. */
  readonly customer?: string
}

const units: readonly (readonly [RegExp, number])[] = [
  [/百万/, 1_000_000],
  [/亿/, 100_000_000],
  [/万/, 10_000],
  [/千/, 1000],
  [/元|rmb|cny|¥|￥/i, 1],
]

/** What one money unit of a text in words is worth: 万元 10000, 千元 1000; undefined where none is named. */
export function unitWorth(text: string): number | undefined {
  for (const [word, worth] of units) if (word.test(text)) return worth
  return undefined
}

const unitNote =
  /(?:金额)?单位\s*[:：]?\s*(?:人民币)?\s*((?:百|千|万|亿)*元)|[(（](?:单位[:：]?)?((?:百|千|万|亿)+元)[)）]|\bin\s+(thousands?|millions?)\b/i

/** 单位：万元 in a title or note. */
export function moneyUnitIn(text: string): number | undefined {
  const found = unitNote.exec(toSimplified(text))
  if (found === null) return undefined
  const english = found[3]?.toLowerCase()
  if (english !== undefined) return english.startsWith('m') ? 1_000_000 : 1000
  return unitWorth(found[1] ?? found[2] ?? '')
}

const roc = /民国\s*(\d{2,3})\s*年/
const western = /(?<!\d)((?:19|20)\d\d)(?:\s*年|(?!\d))/
const short = /(?<!\d)(\d\d)\s*年(?:度|\s*\d{1,2}\s*月)/
const monthWord = /(?<!\d)(1[0-2]|0?[1-9])\s*月/
const yearMonth = /(?<!\d)(20\d\d)\s*[-./年]?\s*(1[0-2]|0[1-9]|[1-9])(?!\d)/

/** The year a text names, 民国 and two digits (25年度) included. */
export function yearIn(text: string): number | undefined {
  const plain = toSimplified(text)
  const found = western.exec(plain)
  if (found !== null) return Number(found[1])
  const taiwan = roc.exec(plain)
  if (taiwan !== null) return 1911 + Number(taiwan[1])
  const two = short.exec(plain)
  return two === null ? undefined : 2000 + Number(two[1])
}

/** The month a text names, 1 to 12. */
export function monthIn(text: string): number | undefined {
  const found = monthWord.exec(text)
  if (found !== null) return Number(found[1])
  const both = yearMonth.exec(text)
  return both === null ? undefined : Number(both[2])
}

const period = /期间\s*[:：]\s*(20\d\d)\s*[年\-./]\s*(\d{1,2})/
const customerNote =
  /(?:^|\s)(?:客户|客户名称|客户姓名|购货单位|往来单位|会员|会员姓名|甲方|需方|customer|client|bill to)\s*[:：]\s*([^\s:：]{2,40})/i
const currencyNote =
  /币[种别]\s*[:：]\s*(美元|欧元|港币|日元|人民币|USD|EUR|HKD|JPY|CNY)|\b(?:in|all amounts in)\s+(USD|EUR|HKD|GBP|AUD|CNY|RMB)\b/i
const currencyCodes: Readonly<Record<string, string>> = {
  美元: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  日元: 'JPY',
  人民币: 'CNY',
  RMB: 'CNY',
}

/** Reads the hints of the rows above a header, of the sheet's name and of the file's name, the nearest first. */
export function readHints(above: readonly (readonly Cell[])[], sheet: string, file: string): TableHints {
  const texts = above.flatMap((row) => row.map(plainText).filter((text) => text !== ''))
  const hints: { -readonly [K in keyof TableHints]: TableHints[K] } = {}
  const places: readonly (readonly [readonly string[], 'title' | 'sheet' | 'file'])[] = [
    [texts, 'title'],
    [[sheet], 'sheet'],
    [[file], 'file'],
  ]
  for (const [words, from] of places) {
    for (const text of words) {
      const year = yearIn(text)
      if (hints.year === undefined && year !== undefined) Object.assign(hints, { year, yearFrom: from })
      const month = monthIn(text)
      if (hints.month === undefined && month !== undefined && (from !== 'title' || hints.year === year))
        hints.month = month
      const unit = from === 'file' ? undefined : moneyUnitIn(text)
      if (hints.moneyUnit === undefined && unit !== undefined) hints.moneyUnit = unit
      const span = period.exec(text)
      if (hints.period === undefined && span !== null) hints.period = `${span[1]}-${span[2]!.padStart(2, '0')}`
      const whose = from === 'title' ? customerNote.exec(text) : null
      if (hints.customer === undefined && whose !== null) hints.customer = whose[1]!
      const money = currencyNote.exec(text)
      const code = money?.[1] ?? money?.[2]
      if (hints.currency === undefined && code !== undefined)
        hints.currency = currencyCodes[code.toUpperCase()] ?? code.toUpperCase()
    }
  }
  return hints
}
