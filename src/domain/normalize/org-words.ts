import { legalForms, orgEndings, tradeWords } from './data/org-words.ts'

/** Longest-suffix lookup: words by their last character, longest first. */
function bySuffix(words: string): Map<string, string[]> {
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

let forms: Map<string, string[]> | undefined
let endings: Map<string, string[]> | undefined
let trades: Map<string, string[]> | undefined
let tradeSet: Set<string> | undefined

function suffixIn(table: Map<string, string[]>, text: string): string | undefined {
  const list = table.get(text[text.length - 1] ?? '')
  if (list === undefined) return undefined
  for (const word of list) if (text.length > word.length && text.endsWith(word)) return word
  return undefined
}

/** The legal form a simplified name ends with (full-width brackets), or undefined. */
export const formSuffix = (name: string): string | undefined => suffixIn((forms ??= bySuffix(legalForms)), name)

/** The shop, office or body word it ends with: 店, 面馆, 事务所. */
export const endingSuffix = (name: string): string | undefined => suffixIn((endings ??= bySuffix(orgEndings)), name)

/** The trade it ends with: 科技, 国际贸易. */
export const tradeSuffix = (name: string): string | undefined => suffixIn((trades ??= bySuffix(tradeWords)), name)

/** True where a word is a word of trade. */
export const isTrade = (word: string): boolean => (tradeSet ??= new Set(tradeWords.split(' '))).has(word)
