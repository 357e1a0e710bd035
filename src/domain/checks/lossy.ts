import { citizenCheckCharacter } from '../normalize/citizen-id.ts'
import type { Report } from './finding.ts'
import type { ChunkView } from './view.ts'

const exponent = /^\d(?:\.\d+)?E\+?\d+$/i

/**
 * Did a table program lose digits of this number for good?
 *
 * Fewer digits before the exponent than the number is long (`1.38571E+10`), or 18 digits that end in 000 because
 * Excel keeps 15 of them.
 */
export function isLossy(value: string): boolean {
  const length = value.length
  if (length < 6 || length > 26) return false
  if (exponent.test(value)) {
    const [mantissa = '', power = ''] = value.toUpperCase().split('E')
    return mantissa.replace('.', '').length < Number(power.replace('+', '')) + 1
  }
  return length === 18 && value.endsWith('000') && /^\d{18}$/.test(value) && citizenCheckCharacter(value) !== value[17]
}

/** Passports, permits and the like: begin with a letter, so they are no citizen number that went wrong. */
export function isOtherPaper(value: string): boolean {
  return /^[A-Z]{1,3}\d{6,12}(?:\(?[0-9A-Z]\)?)?$/i.test(value)
}

const fields = ['id_number', 'uscc', 'source_code'] as const

/** `lossy-number`: reported only, for the digits are gone; the source must be asked again. */
export function findLossyNumbers({ chunk, column }: ChunkView, report: Report): number {
  let judged = 0
  for (const field of fields) {
    const values = column(field)
    if (values === undefined) continue
    for (let i = 0; i < chunk.count; i++) {
      const value = values[i]!
      if (value === null) continue
      judged++
      if (isLossy(value)) report(i, field, value)
    }
  }
  const { count, party, raw, canonical } = chunk.contacts
  for (let i = 0; i < count; i++) {
    judged++
    if (canonical[i] === null && isLossy(raw[i]!.trim())) report(party[i]!, 'phone', raw[i]!)
  }
  return judged
}
