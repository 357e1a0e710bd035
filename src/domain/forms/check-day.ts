import type { FormAnswer } from '../../model/forms.ts'
import { bad, good, type Parsed } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { addDays, addMonths, toDayNumber, weekday } from '../calendar.ts'
import { parseDate } from '../normalize/date.ts'
import { foldKey } from '../normalize/fold.ts'

const words: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
  大前天: -3,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
}

/** A whole day: as import reads it, or told from today (昨天, 3天后, 一周后); without a year the one nearest to today. */
export function checkDay(text: string, today: IsoDate): Parsed<FormAnswer> {
  const named = weekdayNamed(foldKey(text), today) ?? endNamed(foldKey(text), today)
  if (named !== null) return good({ text, value: named })
  const relative = relativeDays(foldKey(text))
  if (relative !== null) return good({ text, value: addDays(today, relative) })
  const parsed = parseDate(text)
  if (!parsed.ok) return parsed
  const { iso, partial } = parsed.value
  if (iso !== undefined) return good({ text, value: iso }, parsed.notes)
  return partial.startsWith('--') ? nearestYear(text, today) : bad('form-date-incomplete', { value: text })
}

/** 周三 is the next one to come, today included; 本周三, 下周三 and 上周三 are those of a week from Monday. */
function weekdayNamed(key: string, today: IsoDate): IsoDate | null {
  const told = /^(这|本|下下|下|上)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(key)
  if (told === null) return null
  const [, week, name = ''] = told
  const wanted = name === '天' ? 7 : '一二三四五六日'.indexOf(name) + 1
  if (week === undefined) return addDays(today, (wanted - weekday(today) + 7) % 7)
  const weeks = week === '下下' ? 2 : week === '下' ? 1 : week === '上' ? -1 : 0
  return addDays(today, 1 - weekday(today) + weeks * 7 + wanted - 1)
}

/** 月底, 下月底, 月初 of the next month. */
function endNamed(key: string, today: IsoDate): IsoDate | null {
  const told = /^(本|这个?|下个?)?月(底|末|初)$/.exec(key)
  if (told === null) return null
  const first = `${today.slice(0, 8)}01`
  const isNext = told[1]?.startsWith('下') === true || (told[1] === undefined && told[2] === '初')
  const start = addMonths(first, isNext ? 1 : 0)
  return told[2] === '初' ? start : addDays(addMonths(start, 1), -1)
}

function relativeDays(key: string): number | null {
  const known = words[key]
  if (known !== undefined) return known
  const told = /^(\d{1,3}|[一二两三四五六七八九十])(天|日|周|星期|个?月)(后|前)$/.exec(key)
  if (told === null) return null
  const count = /\d/.test(told[1]!) ? Number(told[1]) : '一二三四五六七八九十'.indexOf(told[1]!.replace('两', '二')) + 1
  const unit = /天|日/.test(told[2]!) ? 1 : told[2]!.includes('月') ? 30 : 7
  return count * unit * (told[3] === '后' ? 1 : -1)
}

/** 12月30日 said on 2 January is last year's. */
function nearestYear(text: string, today: IsoDate): Parsed<FormAnswer> {
  const year = Number(today.slice(0, 4))
  const awayFrom = (day: IsoDate): number => Math.abs(toDayNumber(day) - toDayNumber(today))
  const days = [year, year - 1, year + 1].flatMap((one) => {
    const parsed = parseDate(text, { year: one })
    return parsed.ok && parsed.value.iso !== undefined ? [parsed.value.iso] : []
  })
  const [nearest] = days.sort((a, b) => awayFrom(a) - awayFrom(b))
  return nearest === undefined ? bad('form-date-incomplete', { value: text }) : good({ text, value: nearest })
}
