import { foldKey, foldText } from '../normalize/fold.ts'
import { honorificGender, splitHonorific } from '../normalize/honorific.ts'
import { parsePhone } from '../normalize/phone.ts'
import { isSurname } from '../normalize/surname.ts'
import { foldMark, searchSetting } from './setting.ts'

/** 张总: a surname and how its bearer is spoken of. */
export interface CalledWords {
  readonly surname: string
  readonly word: string
  /** 女士 and 先生 say so much of anybody. */
  readonly gender: 'M' | 'F' | null
}

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
  readonly called: CalledWords | null
  /** Folded as a number plate, an account or a file number would be; null where the words can be none. */
  readonly mark: string | null
  readonly setting: typeof searchSetting
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
    called: calledWords(folded),
    mark: markOf(folded),
    setting: searchSetting,
  }
}

/** At least three letters or digits: 浙A88888, 88888, wjg_1975. */
function markOf(text: string): string | null {
  const mark = foldMark(text)
  return (mark.match(/[a-z\d]/g) ?? []).length >= 3 ? mark : null
}

function calledWords(text: string): CalledWords | null {
  const split = text.length < 2 || text.length > 5 ? null : splitHonorific(text)
  if (split === null || !isSurname(split.stem)) return null
  return { surname: split.stem, word: split.word, gender: honorificGender(split.word) ?? null }
}
