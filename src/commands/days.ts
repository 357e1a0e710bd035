import { checkDay } from '../domain/forms/check-day.ts'
import { KehuError } from '../model/errors.ts'
import type { IsoDate } from '../model/units.ts'
import type { Context } from './context.ts'

/** A day as people say it: 2026-11-28, 明天, 下周三, 3天后. @throws {KehuError} `flag-bad-day` */
export function dayOfFlag(ctx: Context, flag: string, text: string, today: IsoDate): IsoDate {
  const checked = checkDay(text, today)
  if (checked.ok) return checked.value.value
  throw new KehuError('usage', 'flag-bad-day', { flag, value: text, why: ctx.tell(checked.reason) })
}

/** `HH:MM`, from 9:5, 9点半, 下午3点. @throws {KehuError} `flag-bad-value` */
export function timeOfFlag(flag: string, text: string): string {
  const folded = text.normalize('NFKC').trim()
  const [, half = '', hour, , minute = '', thirty] =
    /^(上午|中午|下午|晚上)?(\d{1,2})(:|点)(\d{1,2})?(半)?分?$/.exec(folded) ?? []
  const isLate = (half === '下午' || half === '晚上') && Number(hour) < 12
  const hours = Number(hour) + (isLate ? 12 : 0)
  const minutes = thirty === undefined ? Number(minute) : 30
  if (hour === undefined || hours > 23 || minutes > 59)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: '09:30 | 下午3点半' })
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
