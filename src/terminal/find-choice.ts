import type { AskChoice } from './ask.ts'
import { foldKeys } from './reply.ts'

/** How well a choice answers to what was typed: smaller is better, null is not at all. */
function rankOf(choice: AskChoice, number: number, typed: string): number | null {
  if (typed === String(number)) return 0
  const label = foldKeys(choice.label)
  if (label === typed || choice.value.toLowerCase() === typed) return 1
  const keys = choice.keys?.map(foldKeys) ?? []
  if (keys.includes(typed)) return 2
  // Digits are a number of the list or nothing: 35 is an age, not the list's 26–35.
  if (/^\d+$/.test(typed)) return null
  if (label.startsWith(typed)) return 3
  if (keys.some((key) => key.startsWith(typed))) return 4
  if (label.includes(typed)) return 5
  return keys.some((key) => key.includes(typed)) ? 6 : null
}

export interface FoundChoice {
  readonly choice: AskChoice
  /** 1-based place in the whole list: it stays while the list is narrowed. */
  readonly number: number
}

/** The choices that answer to what was typed (number, Chinese, pinyin, initials, synonym), best first; all of them for nothing typed. */
export function findChoices(choices: readonly AskChoice[], typed: string): readonly FoundChoice[] {
  const folded = foldKeys(typed)
  const all = choices.map((choice, index) => ({ choice, number: index + 1 }))
  if (folded === '') return all
  return all
    .map((found) => ({ found, rank: rankOf(found.choice, found.number, folded) }))
    .filter((entry): entry is { found: FoundChoice; rank: number } => entry.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.found.number - b.found.number)
    .map((entry) => entry.found)
}

/** Several choices typed on one line, `1 3 5` or `忠诚客户、有消费卡`; null when a part finds none. */
export function findSeveral(choices: readonly AskChoice[], typed: string): readonly AskChoice[] | null {
  const parts = typed.split(/[\s,，、;；/]+/).filter((part) => part !== '')
  const found = new Set<AskChoice>()
  for (const part of parts) {
    const [best] = findChoices(choices, part)
    if (best === undefined) return null
    found.add(best.choice)
  }
  return choices.filter((choice) => found.has(choice))
}
