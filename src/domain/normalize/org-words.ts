import { legalForms, orgEndings, tradeWords } from './data/org-words.ts'

/** Finds the longest of some words that a text ends with (and is longer than); its table is made at the first question. */
function suffixFinder(words: string): (text: string) => string | undefined {
  let table: Map<string, string[]> | undefined
  return (text) => {
    table ??= byEnding(words)
    const { length } = text
    if (length < 2) return undefined
    for (const word of table.get(text.slice(length - 2)) ?? [])
      if (length > word.length && text.endsWith(word)) return word
    return table.get(text[length - 1]!)?.[0]
  }
}

/** Words by their last two characters, longest first; those of one character by that. */
function byEnding(words: string): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const word of new Set(words.split(' '))) {
    const list = table.get(word.slice(-2))
    if (list === undefined) table.set(word.slice(-2), [word])
    else list.push(word)
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length)
  return table
}

/** The legal form a simplified name ends with (full-width brackets), or undefined. */
export const formSuffix = suffixFinder(legalForms)

/** The shop, office or body word a simplified name ends with: 店, 面馆, 事务所. */
export const endingSuffix = suffixFinder(orgEndings)

/** The trade a simplified name ends with: 科技, 国际贸易. */
export const tradeSuffix = suffixFinder(tradeWords)
