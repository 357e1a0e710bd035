import { foldKey } from '../normalize/fold.ts'
import { toPinyin } from '../normalize/pinyin.ts'

/** What a name is found by: folded text, toneless pinyin without spaces, initials. */
export interface NameKeys {
  readonly key: string
  readonly pinyin: string
  readonly initials: string
}

/** Search keys of a name; empty pinyin and initials where there is nothing to read aloud. */
export function nameKeys(name: string): NameKeys {
  const { pinyin, initials } = toPinyin(name, '')
  return { key: foldKey(name), pinyin, initials }
}
