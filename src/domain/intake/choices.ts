import { choicesOf } from '../dictionary/fields.ts'
import { foldKey } from '../normalize/fold.ts'

const tables = new Map<string, ReadonlyMap<string, string>>()

function tableOf(field: string): ReadonlyMap<string, string> {
  const known = tables.get(field)
  if (known !== undefined) return known
  const table = new Map<string, string>()
  for (const choice of choicesOf(field)) {
    for (const word of [choice.value, choice.zh, choice.en, ...(choice.synonyms ?? [])]) {
      const key = foldKey(word)
      if (!table.has(key)) table.set(key, choice.value)
    }
  }
  tables.set(field, table)
  return table
}

const ticked = /[☑✓✔√■●☒◉⊙]\s*([^□○☐☑✓✔√■●☒◉⊙\s][^□○☐☑✓✔√■●☒◉⊙]*)/g
const boxes = /[□○☐☑✓✔√■●☒◉⊙]/

/** The texts behind ticked boxes; undefined where the text has no boxes at all. */
export function tickedIn(text: string): string[] | undefined {
  if (!boxes.test(text)) return undefined
  return [...text.matchAll(ticked)].map((match) => match[1]!.trim()).filter((word) => word !== '')
}

/** The choice a text means: its words or synonyms in either language; undefined where it is none of them. */
export const readChoice = (field: string, text: string): string | undefined => {
  const marked = tickedIn(text)
  return tableOf(field).get(foldKey(marked?.[0] ?? text))
}

/** Several choices of one cell, joined by `,` in the order of the text; words that are none stay as they are. */
export function readChoices(field: string, text: string): string {
  const words = tickedIn(text) ?? text.split(/[,，、;；/\n]+/)
  return words
    .map((word) => tableOf(field).get(foldKey(word)) ?? word.trim())
    .filter((word) => word !== '')
    .join(',')
}
