import { legalForms, orgEndings, tradeWords } from './data/org-words.ts'

interface Words {
  /** The longest of the words that a text ends with and is longer than. */
  readonly atEndOf: (text: string) => string | undefined
  /** Whether a text is one of the words and nothing else. */
  readonly has: (text: string) => boolean
}

/** Some words to be looked for at the ends of texts; their tables are made at the first question. */
function wordsOf(list: string): Words {
  let byPair: Map<number, string[]> | undefined
  let whole: Set<string> | undefined
  return {
    atEndOf(text) {
      byPair ??= byEnding(list)
      const { length } = text
      if (length < 2) return undefined
      const last = text.charCodeAt(length - 1)
      const words = byPair.get(pairOf(text.charCodeAt(length - 2), last))
      if (words !== undefined) for (const word of words) if (length > word.length && text.endsWith(word)) return word
      return byPair.get(pairOf(0, last))?.[0]
    },
    has(text) {
      whole ??= new Set(list.split(' '))
      return whole.has(text)
    },
  }
}

// Two characters as one small number: no text is cut out to be looked up.
const pairOf = (first: number, second: number): number => ((first & 0x7fff) << 15) | (second & 0x7fff)

/** Words by their last two characters, longest first; those of one character by that. */
function byEnding(list: string): Map<number, string[]> {
  const table = new Map<number, string[]>()
  for (const word of new Set(list.split(' '))) {
    const { length } = word
    const pair = pairOf(length < 2 ? 0 : word.charCodeAt(length - 2), word.charCodeAt(length - 1))
    const known = table.get(pair)
    if (known === undefined) table.set(pair, [word])
    else known.push(word)
  }
  for (const words of table.values()) words.sort((a, b) => b.length - a.length)
  return table
}

const forms = wordsOf(legalForms)
const endings = wordsOf(orgEndings)
const trades = wordsOf(tradeWords)

/** The legal form a simplified name ends with (full-width brackets), or undefined. */
export const formSuffix = forms.atEndOf

/** The shop, office or body word a simplified name ends with: 店, 面馆, 事务所. */
export const endingSuffix = endings.atEndOf

/** The trade a simplified name ends with: 科技, 国际贸易. */
export const tradeSuffix = trades.atEndOf

/** A legal form and nothing else. */
export const isFormWord = forms.has

/** A shop, office or body word and nothing else. */
export const isEndingWord = endings.has

/** A trade and nothing else. */
export const isTradeWord = trades.has
