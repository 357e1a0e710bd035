import { foldKey, foldText } from '../normalize/fold.ts'
import { parsePhone } from '../normalize/phone.ts'

/** What a person typed to find somebody, read in every way it can be meant. */
export interface SearchWords {
  /** Party number of a customer code (`C000123`). */
  readonly id: number | null
  readonly key: string
  /** Only letters: pinyin or initials. */
  readonly letters: string | null
  readonly digits: string | null
  /** A whole phone in its normal form. */
  readonly phone: string | null
}

/** Reads search words: a code, a phone or its tail, a name, pinyin, initials. */
export function searchWords(text: string): SearchWords {
  const folded = foldText(text)
  const key = foldKey(text)
  const code = /^c(\d{1,15})$/i.exec(folded)
  const digits = folded.replace(/[\s\-()+]/g, '')
  const isNumber = /^\d+[xX]?$/.test(digits)
  const phone = isNumber && digits.length >= 7 ? parsePhone(folded) : null
  const letters = /^[a-z' ]+$/i.test(folded) ? folded.toLowerCase().replace(/[' ]/g, '') : null
  return {
    id: code === null ? null : Number(code[1]),
    key,
    letters,
    digits: isNumber ? digits : null,
    phone: phone?.ok === true ? phone.value.canonical : null,
  }
}

/** A party's code as people see it: C and at least six digits. */
export const codeOf = (partyId: number): string => `C${String(partyId).padStart(6, '0')}`
