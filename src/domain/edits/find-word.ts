import type { Choice } from '../../model/dictionary.ts'
import { foldKey } from '../normalize/fold.ts'

/** The choice that a word means: its value, its label in either language, or another word for it. */
export function choiceMeant<T extends Choice>(choices: readonly T[], text: string): T | undefined {
  const key = foldKey(text)
  return choices.find((one) =>
    [one.value, one.zh, one.en, ...(one.synonyms ?? [])].some((word) => foldKey(word) === key),
  )
}
