import type { EvidenceKind } from '../../model/matching.ts'
import { bitsOf, type Comparer } from './comparer.ts'
import { makeInterner, makePool, type Pool, shared } from './pool.ts'
import { editDistance, likeness, makePairMemo } from './similarity.ts'

/** Texts as sets of words: for each distinct text its words in ascending order, and how rare each word is. */
export interface TokenSets {
  readonly at: Uint32Array
  readonly tokens: Int32Array
  /** Rarity of each word. */
  readonly weight: Int32Array
  readonly words: Pool
}

/** Cuts texts into words; Han runs are cut into pairs of characters. */
export function makeTokens(texts: readonly string[], split: (text: string) => readonly string[]): TokenSets {
  const interner = makeInterner()
  const lists = texts.map((text) => [...new Set(split(text))].map((word) => interner.id(word)).sort((a, b) => a - b))
  const at = new Uint32Array(shared((texts.length + 1) * 4))
  const counts = new Int32Array(interner.texts.length)
  lists.forEach((list, i) => {
    at[i + 1] = at[i]! + list.length
    for (const token of list) counts[token]!++
  })
  const tokens = new Int32Array(shared(at[texts.length]! * 4), 0, at[texts.length]!)
  for (let i = 0; i < lists.length; i++) tokens.set(lists[i]!, at[i]!)
  const weight = new Int32Array(shared(counts.length * 4), 0, counts.length)
  for (let t = 0; t < counts.length; t++) weight[t] = bitsOf((counts[t]! + 0.5) / (texts.length + 5))
  return { at, tokens, weight, words: makePool(interner.texts) }
}

/** Words of a folded text: Latin words whole, Han runs as pairs of neighbours. */
export function wordsOf(text: string): string[] {
  const out: string[] = []
  for (const word of text.split(' ')) {
    if (word === '') continue
    if (/[\u3400-\u9fff]/.test(word) && word.length > 2)
      for (let i = 0; i + 1 < word.length; i++) out.push(word.slice(i, i + 2))
    else out.push(word)
  }
  return out
}

/** Weight that two sets share, in thousandths of all their weight together; a word with a slip counts for three quarters. */
export function overlap(sets: TokenSets, x: number, y: number): number {
  const { at, tokens, weight, words } = sets
  let common = 0
  let all = 0
  let i = at[x]!
  let j = at[y]!
  const i1 = at[x + 1]!
  const j1 = at[y + 1]!
  const aloneX: number[] = []
  const aloneY: number[] = []
  while (i < i1 || j < j1) {
    const a = i < i1 ? tokens[i]! : 0x7fffffff
    const b = j < j1 ? tokens[j]! : 0x7fffffff
    const token = Math.min(a, b)
    if (a === b) {
      common += weight[token]!
      all += weight[token]!
    } else (a < b ? aloneX : aloneY).push(token)
    if (a <= b) i++
    if (b <= a) j++
  }
  for (const a of aloneX) {
    const match = aloneY.length > 12 ? -1 : aloneY.findIndex((b) => b >= 0 && slip(words, a, b))
    if (match < 0) all += weight[a]!
    else {
      const low = Math.min(weight[a]!, weight[aloneY[match]!]!)
      common += Math.round(low * 0.75)
      all += low
      aloneY[match] = -1
    }
  }
  for (const b of aloneY) if (b >= 0) all += weight[b]!
  return all === 0 ? 0 : Math.round((1000 * common) / all)
}

/** Weight of the shared words, in thousandths of the lighter set: 1000 where one text holds the other. */
export function containment(sets: TokenSets, x: number, y: number): number {
  const sum = (z: number): number => {
    let total = 0
    for (let k = sets.at[z]!; k < sets.at[z + 1]!; k++) total += sets.weight[sets.tokens[k]!]!
    return total
  }
  const sx = sum(x)
  const sy = sum(y)
  const share = overlap(sets, x, y) / 1000
  const common = (share * (sx + sy)) / (1 + share)
  const light = Math.min(sx, sy)
  return light === 0 ? 0 : Math.min(1000, Math.round((1000 * common) / light))
}

function slip(words: Pool, a: number, b: number): boolean {
  const la = words.at[a + 1]! - words.at[a]!
  const lb = words.at[b + 1]! - words.at[b]!
  if (la < 4 || lb < 4 || Math.abs(la - lb) > 1) return false
  return words.units[words.at[a]!]! > 57 && editDistance(words, a, b) === 1
}

export const wordLevels = [
  'different',
  'few-words',
  'some-words',
  'half',
  'most-words',
  'nearly-equal',
  'equal',
] as const

export interface WordField {
  readonly ids: Int32Array
  readonly pool: Pool
  readonly rarity: Int32Array
  readonly sets: TokenSets
}

/** Texts of several words: by the weight of the words they share. */
export function compareWords(
  key: string,
  evidence: EvidenceKind,
  field: WordField,
  m = [0.05, 0.05, 0.08, 0.1, 0.12, 0.15, 0.45],
): Comparer {
  const memo = makePairMemo(17)
  const { ids, pool, rarity, sets } = field
  const level = (x: number, y: number): number => {
    const share = overlap(sets, x, y)
    const words = share >= 850 ? 6 : share >= 650 ? 5 : share >= 450 ? 4 : share >= 250 ? 3 : share >= 100 ? 2 : 1
    if (words >= 6) return 6
    const like = likeness(pool, x, y)
    return Math.max(words, like >= 3 ? 6 : like === 2 ? 4 : 1)
  }
  return {
    slots: [{ key, evidence, levels: wordLevels, m, agrees: 4 }],
    compare: (a, b) => {
      const x = ids[a]!
      const y = ids[b]!
      return x < 0 || y < 0 ? 0 : x === y ? 7 : memo(x, y, level)
    },
    rarity: (a, b, _slot, grade) => (grade >= 6 ? Math.min(rarity[ids[a]!]!, rarity[ids[b]!]!) : -1),
  }
}
