import type { Reason } from '../../model/parsed.ts'
import type { Phone } from './phone.ts'

/** What has been read of a cell so far. */
export interface Work {
  phones: Phone[]
  unread: { raw: string; reason: Reason }[]
  rest: string[]
  notes: Reason[]
}

/** The digits of a number cell; beyond 2^53 JavaScript's own text shows what was lost. */
export function numberText(cell: number): string {
  if (Number.isSafeInteger(cell)) return String(cell)
  return Number.isInteger(cell) ? cell.toLocaleString('en-US', { useGrouping: false }) : String(cell)
}

/** `1.3957104002E+10` is exact, `1.38571E+10` has lost its last digits: null where lost. */
export function readScientific(segment: string, work: Work): string | null {
  if (!/\de|\.0/i.test(segment)) return segment
  const plain = /^(\d{6,13})\.0+$/.exec(segment)
  if (plain !== null) return plain[1]!
  const match = /^(.*?)(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})(.*)$/.exec(segment)
  if (match === null || !/^\d\.\d|^\d[eE]/.test(segment.slice(match[1]!.length))) return segment
  const [, head = '', first = '', fraction = '', power = '', tail = ''] = match
  const missing = Number(power) - fraction.length
  if (missing < 0 || Number(power) < 6) return segment
  // Excel shows five decimals; two zeros or fewer can have fallen off the end of a number that was shown whole.
  if (missing > 2) {
    work.unread.push({ raw: segment, reason: { code: 'phone-digits-lost' } })
    return null
  }
  if (missing > 0) work.notes.push({ code: 'phone-zeros-restored' })
  return `${head}${first}${fraction}${'0'.repeat(missing)}${tail}`
}

/** O for 0 and l, I, i for 1 where a single letter touches digits of what is long enough for a number. */
export function lettersToDigits(text: string, work: Work): string {
  if (!/\d[OoQlIi]|[OoQlIi]\d/.test(text)) return text
  const mended = text.replace(/(?<![A-Za-z])[OoQlIi]{1,2}(?![A-Za-z])/g, (letters, at: number) => {
    const near = /\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + letters.length] ?? '')
    return near ? letters.replace(/[OoQ]/g, '0').replace(/[lIi]/g, '1') : letters
  })
  if (mended === text) return text
  work.notes.push({ code: 'phone-letter-for-digit', params: { value: text } })
  return mended
}
