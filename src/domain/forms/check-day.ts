import type { FormAnswer } from '../../model/forms.ts'
import { bad, good, type Parsed } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { addDays, toDayNumber } from '../calendar.ts'
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
  const relative = relativeDays(foldKey(text))
  if (relative !== null) return good({ text, value: addDays(today, relative) })
  const parsed = parseDate(text)
  if (!parsed.ok) return parsed
  const { iso, partial } = parsed.value
  if (iso !== undefined) return good({ text, value: iso }, parsed.notes)
  return partial.startsWith('--') ? nearestYear(text, today) : bad('form-date-incomplete', { value: text })
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
