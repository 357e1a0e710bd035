import { legalForms, orgEndings, tradeWords } from './data/org-words.ts'

/** Finds the longest of some words that a text ends with (and is longer than); its table is made at the first question. */
function suffixFinder(words: string): (text: string) => string | undefined {
  let byLast: Map<string, string[]> | undefined
  return (text) => {
    byLast ??= byLastCharacter(words)
    const list = byLast.get(text[text.length - 1] ?? '')
    if (list === undefined) return undefined
    for (const word of list) if (text.length > word.length && text.endsWith(word)) return word
    return undefined
  }
}

function byLastCharacter(words: string): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const word of new Set(words.split(' '))) {
    const last = word.at(-1)!
    const list = table.get(last)
    if (list === undefined) table.set(last, [word])
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
