import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { daySerial, isoDay, two } from './civil.ts'
import { readNumbers } from './date-numbers.ts'
import { century, type DateOptions, type DateReading, full, monthDay, placeholderNote } from './date-reading.ts'
import { readWordDate } from './date-words.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'

export type { DateOptions, DateReading }

/** Reads a date as people write it; see `DateReading` for what is told apart. */
export function parseDate(cell: Cell, options: DateOptions = {}): Parsed<DateReading> {
  if (typeof cell === 'string') return readText(cell, options)
  if (typeof cell === 'number') return readNumber(cell, options)
  if (cell === null) return bad('date-missing')
  if (typeof cell === 'boolean') return bad('date-unreadable', { value: String(cell) })
  return cell.kind === 'date' ? readIsoCell(cell.iso) : bad('cell-error', { value: cell.code })
}

function readIsoCell(iso: string): Parsed<DateReading> {
  if (!/^\d{4}-/.test(iso)) return bad('date-only-time', { value: iso })
  const day = iso.slice(0, 10)
  return good(iso.length > 11 ? withTime(day, iso.slice(11)) : { partial: day, iso: day })
}

function withTime(day: string, time: string): DateReading {
  const kept = time.endsWith(':00') && time.length === 8 ? time.slice(0, 5) : time
  return kept === '00:00' ? { partial: day, iso: day } : { partial: day, iso: day, time: kept }
}

function readNumber(value: number, options: DateOptions): Parsed<DateReading> {
  if (Number.isInteger(value) && value >= 19000101 && value <= 21001231) return readDigits(String(value), options)
  if (Number.isInteger(value) && value >= 190001 && value <= 210012) return readDigits(String(value), options)
  // Number cells between are days; 1900..2100 can only be a year.
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return good({ partial: String(value) })
  if (options.allowSerial !== false && value >= 7000 && value < 110_000) return readSerial(value)
  if (value > 1 && value < 12.32 && !Number.isInteger(value)) return readMonthDay(value, options)
  return bad('date-unreadable', { value: String(value) })
}

/** 10.18 typed as a number is 18 October; 10.1 may have been 10.10, so it carries a note. */
function readMonthDay(value: number, options: DateOptions): Parsed<DateReading> {
  const text = String(value)
  const read = readText(text, options)
  if (!read.ok || !/\.[123]$/.test(text)) return read
  return good(read.value, [...(read.notes ?? []), { code: 'date-maybe-lost-zero', params: { value: text } }])
}

function readSerial(serial: number): Parsed<DateReading> {
  const iso = daySerial(serial)
  if (iso === null) return bad('date-unreadable', { value: String(serial) })
  const notes: Reason[] = [{ code: 'excel-serial-date', params: { value: String(serial) } }]
  const seconds = Math.round((serial - Math.floor(serial)) * 86400)
  if (seconds === 0 || seconds === 86400) return good({ partial: iso, iso }, notes)
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return good(withTime(iso, time), notes)
}

function readText(text: string, options: DateOptions): Parsed<DateReading> {
  const fast = readPlain(text)
  if (fast !== null) return fast
  if (text.length === 8 && /^(?:19|20)\d{6}$/.test(text)) return readDigits(text, options)
  if (isMissing(text)) return bad('date-missing')
  const folded = foldText(text).replace(/^(?:['`‘’"“]|(?:生日|出生日期|出生|日期|时间|登记|生于)[:：\s]*)|["”]$/g, '')
  const { day, time } = cutTime(folded)
  if (/^\d+$/.test(day)) return addTime(readDigits(day, options), time)
  const numbers = /^(\d{1,4})\s*[-/.、,·_—–\s]\s*(\d{1,2})(?:\s*[-/.、,·_—–\s]\s*(\d{1,4}))?\.?$/.exec(day)
  if (numbers !== null) return addTime(readNumbers(day, numbers, options), time)
  const monthYear = /^(0?[1-9]|1[0-2])[-/.](\d{4})$/.exec(day)
  if (monthYear !== null) return good({ partial: `${monthYear[2]!}-${two(Number(monthYear[1]))}` })
  if (day === '' && time !== undefined) return bad('date-only-time', { value: text })
  const read = readWordDate(day, options)
  return addTime(
    read.ok || read.reason.code !== 'date-unreadable' ? read : (readAmongWords(day, options) ?? read),
    time,
  )
}

const oneDay = '\\d{4}(?:[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?|\\d{4})|\\d{1,2}[月./]\\d{1,2}[日号]?'
const amongWords = new RegExp(`^([^\\d]{0,8}?)(${oneDay})\\s*([^\\d]{0,12})$`)
const twoDays = new RegExp(`^(?:${oneDay})\\s*[-~至到—–]\\s*(?:${oneDay})$`)

/** 截止2024-03-05, 2024.3.5入会, 10月2日晚: one date among words. */
function readAmongWords(text: string, options: DateOptions): Parsed<DateReading> | null {
  if (twoDays.test(text)) return bad('date-span', { value: text })
  const match = amongWords.exec(text)
  if (match === null || match[2] === text) return null
  const read = readText(match[2]!, options)
  if (!read.ok || /^[晚早中午夜上下]+$/.test(match[1]! + match[3]!)) return read
  return good(read.value, [...(read.notes ?? []), { code: 'date-words', params: { value: text } }])
}

/** `YYYY-M-D` with - / or . and nothing else, which most dates are. */
function readPlain(text: string): Parsed<DateReading> | null {
  const { length } = text
  if (length < 8 || length > 10) return null
  const separator = text.charCodeAt(4)
  if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) return null
  let month = 0
  let day = 0
  let at = 5
  for (; at < length && text.charCodeAt(at) !== separator; at++) month = month * 10 + digitAt(text, at)
  for (at++; at < length; at++) day = day * 10 + digitAt(text, at)
  const year = digitAt(text, 0) * 1000 + digitAt(text, 1) * 100 + digitAt(text, 2) * 10 + digitAt(text, 3)
  if (!(year > 0 && month > 0 && day > 0) || year < 1850 || year > 2199) return null
  const iso = isoDay(year, month, day)
  return iso === null ? bad('date-impossible', { value: text }) : good({ partial: iso, iso }, placeholderNote(iso))
}

function digitAt(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : Number.NaN
}

const timeAtEnd =
  /(?:^|[\sT])(?:星期[一二三四五六日天]|周[一二三四五六日天])?\s*(上午|下午|中午|晚上?|早上?|凌晨|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*(?::\s*(\d{1,2})(?:\.\d+)?|分)?\s*(?:分|秒)?\s*(am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i

function cutTime(folded: string): { day: string; time?: string } {
  if (!/[:时点]/.test(folded)) return { day: cutWeekday(folded) }
  const match = timeAtEnd.exec(folded.replace(/(日|号)(?=\S)/, '$1 '))
  if (match === null) return { day: cutWeekday(folded) }
  const half = (match[1] ?? match[5] ?? '').toLowerCase()
  let hour = Number(match[2])
  if (/^(下午|晚|pm)/.test(half) && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  const [minute, second] = [Number(match[3] ?? 0), Number(match[4] ?? 0)]
  const day = cutWeekday(
    folded
      .replace(/(日|号)(?=\S)/, '$1 ')
      .slice(0, match.index)
      .trim(),
  )
  if (hour > 23 || minute > 59 || second > 59) return { day }
  return { day, time: `${two(hour)}:${two(minute)}${second > 0 ? `:${two(second)}` : ''}` }
}

const cutWeekday = (text: string): string =>
  text
    .replace(/\s*[,，]?\s*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\([一二三四五六日天]\))\s*$/, '')
    .replace(/\s*(?:上午|下午|中午|晚上|早上)$/, '')
    .trim()

function addTime(read: Parsed<DateReading>, time: string | undefined): Parsed<DateReading> {
  if (!read.ok || time === undefined || time === '00:00') return read
  return good({ ...read.value, time }, read.notes)
}

function readDigits(digits: string, options: DateOptions): Parsed<DateReading> {
  const { length } = digits
  if (length === 8) {
    if (/^0+$/.test(digits)) return bad('date-missing')
    return full(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)), digits)
  }
  if (length === 14 || length === 12) {
    const read = full(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)), digits)
    return read.ok
      ? good(
          withTime(
            read.value.partial,
            `${digits.slice(8, 10)}:${digits.slice(10, 12)}${length === 14 ? `:${digits.slice(12)}` : ''}`,
          ),
        )
      : read
  }
  if (length === 6) {
    const [year, month] = [Number(digits.slice(0, 4)), Number(digits.slice(4))]
    if (year >= 1900 && year <= 2100 && month >= 1 && month <= 12) return good({ partial: `${year}-${two(month)}` })
    return full(
      century(Number(digits.slice(0, 2)), options),
      Number(digits.slice(2, 4)),
      Number(digits.slice(4)),
      digits,
    )
  }
  if (length === 7 && options.era === 'roc')
    return full(
      century(Number(digits.slice(0, 3)), options),
      Number(digits.slice(3, 5)),
      Number(digits.slice(5)),
      digits,
    )
  if (length === 5 && options.allowSerial !== false && digits >= '10000' && digits < '73051')
    return readSerial(Number(digits))
  if (length === 4) {
    const year = Number(digits)
    if (year >= 1900 && year <= 2100) return good({ partial: digits })
    return monthDay(Number(digits.slice(0, 2)), Number(digits.slice(2)), digits, options)
  }
  return bad('date-unreadable', { value: digits })
}
