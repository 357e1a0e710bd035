import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { foldText } from './fold.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Check character of the first 17 characters; null where one of them is not of the alphabet. Source: GB 32100-2015. */
export function usccCheckCharacter(code: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(code[i] ?? ' ')
    if (value < 0) return null
    sum += value * weights[i]!
  }
  return alphabet[(31 - (sum % 31)) % 31]!
}

const letters: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' }

/** Upper case, without spaces and hyphens: how numbers of papers are compared. */
export const plainCode = (text: string): string =>
  foldText(text)
    .replace(/[\s'`·.*-]+/g, (run) => (run.includes('*') ? run : ''))
    .toUpperCase()

/**
 * Reads a unified social credit code, or one of the older numbers.
 *
 * A wrong check character is a note (`uscc-check`), for the checks to judge: two true codes are known to fail it.
 */
export function parseUscc(text: string): Parsed<string> {
  const plain = plainCode(text)
  if (plain.includes('*')) return bad('uscc-masked')
  const notes: Reason[] = []
  let code = plain
  if (code.length === 18 && /[OISZ]/.test(code)) {
    code = code.replace(/[OISZ]/g, (letter) => letters[letter]!)
    notes.push({ code: 'uscc-letters-corrected', params: { value: plain } })
  }
  if (/^\d{15}$/.test(code)) return good(code, [{ code: 'uscc-old-number' }])
  if (/^[0-9A-Z]{8}[0-9X]$/.test(code)) return good(code, [{ code: 'uscc-organisation-code' }])
  if (code.length !== 18) return bad('uscc-length', { length: code.length })
  const check = usccCheckCharacter(code)
  if (check === null || !alphabet.includes(code[17]!) || !/^..\d{6}/.test(code)) return bad('uscc-shape')
  if (check !== code[17]) notes.push({ code: 'uscc-check' })
  return good(code, notes)
}
