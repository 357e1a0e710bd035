import { parseMoney } from '../domain/normalize/money.ts'
import { KehuError } from '../model/errors.ts'
import type { Fen } from '../model/units.ts'

/** An amount as people write it (320, 1.2万) in 分. @throws {KehuError} `flag-bad-value` */
export function moneyOfFlag(flag: string, text: string): Fen {
  const parsed = parseMoney(text)
  if (!parsed.ok || parsed.value.fen < 0)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: '0 | 320 | 1.2万' })
  return parsed.value.fen
}
