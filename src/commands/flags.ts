import { parseDate } from '../domain/normalize/date.ts'
import { KehuError } from '../model/errors.ts'
import type { IsoDate } from '../model/units.ts'
import type { Context } from './context.ts'

/** A whole number of nought or more. @throws {KehuError} `flag-bad-value` */
export function wholeNumber(flag: string, text: string): number {
  const folded = text.normalize('NFKC').trim()
  if (!/^\d{1,15}$/.test(folded))
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: '0, 1, 2 …' })
  return Number(folded)
}

/** One of a few words. @throws {KehuError} `flag-bad-value` */
export function oneOf<T extends string>(flag: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text)
  if (found === undefined)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: words.join(' | ') })
  return found
}

/** A day as people write it. @throws {KehuError} `flag-bad-value` */
export function dayFlag(ctx: Pick<Context, 'now'>, flag: string, text: string): IsoDate {
  const parsed = parseDate(text, { year: Number(ctx.now().slice(0, 4)) })
  if (!parsed.ok || parsed.value.iso === undefined)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: '2026-11-22' })
  return parsed.value.iso
}
