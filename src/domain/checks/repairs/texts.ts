import type { PartyChunk } from '../../../model/checks.ts'
import { surnameLength } from '../../normalize/surname.ts'
import { mendText } from '../garbled.ts'
import { looksLikeOrg } from '../names.ts'
import type { Propose } from './propose.ts'
import { tidyName, tidyText } from './tidy.ts'

const textFields = [
  'name',
  'employer',
  'title',
  'department',
  'occupation',
  'short_name',
  'english_name',
  'legal_rep',
  'industry',
] as const
export const garbledFields = [...textFields, 'remark'] as const

/** Garbled texts mended, spaces and wide letters tidied, name and company put the right way round. */
export function repairTexts({ values, count, kind }: PartyChunk, propose: Propose): void {
  const [names, employers] = [values['name'], values['employer']]
  const swapped = new Set<number>()
  for (let party = 0; party < count; party++) {
    const [name, employer] = [names?.[party] ?? null, employers?.[party] ?? null]
    if (name === null || employer === null || kind[party] !== 'person') continue
    const [mendedName, mendedEmployer] = [mend('name', name), mend('name', employer)]
    if (!looksLikeOrg(mendedName) || !isPersonal(mendedEmployer)) continue
    swapped.add(party)
    propose({ repair: 'swap-name-company', party, field: 'name', before: name, after: mendedEmployer })
    propose({ repair: 'swap-name-company', party, field: 'employer', before: employer, after: mend('employer', name) })
  }
  for (const field of garbledFields) {
    const column = values[field]
    if (column === undefined) continue
    for (let party = 0; party < count; party++) {
      const before = column[party]!
      if (before === null || ((field === 'name' || field === 'employer') && swapped.has(party))) continue
      const after = mend(field, before)
      if (after === before || after === '') continue
      propose({ repair: mendText(before) === null ? 'format-text' : 'mojibake', party, field, before, after })
    }
  }
}

const tidyFields = new Set(['name', 'legal_rep', 'short_name'])

/** Mended and tidied until nothing changes any more; remarks are mended only, their spaces may be meant. */
function mend(field: string, text: string): string {
  let value = text
  for (let round = 0; round < 4; round++) {
    const mended = mendText(value) ?? value
    const next = field === 'remark' ? mended : tidyFields.has(field) ? tidyName(mended) : tidyText(mended)
    if (next === value) return value
    value = next
  }
  return value
}

/** Two to four Chinese characters that begin with a surname. */
function isPersonal(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 4 &&
    /^[\u3400-\u9fff]+$/.test(text) &&
    surnameLength(text) > 0 &&
    !looksLikeOrg(text)
  )
}
