import type { PartyChunk } from '../../../model/checks.ts'
import { toSimplified } from '../../normalize/fold.ts'
import { surnameLength } from '../../normalize/surname.ts'
import { mendText } from '../garbled.ts'
import { looksLikeOrg } from '../names.ts'
import { partEmployerAndTitle, partNameAndPhone } from './glued.ts'
import type { Propose } from './propose.ts'
import { inScript, type Script } from './script.ts'
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

/** Garbled texts mended, spaces and wide letters tidied, what stood in one cell parted, name and company put the right way round. */
export function repairTexts(chunk: PartyChunk, propose: Propose, script?: Script): void {
  const { values, count } = chunk
  const done = { name: new Set<number>(), employer: new Set<number>() }
  swapNames(chunk, propose, { done, script })
  partNames(chunk, propose, { done: done.name, script })
  partEmployers(chunk, propose, { done: done.employer, script })
  for (const field of garbledFields) {
    const column = values[field]
    if (column === undefined) continue
    const passed = field === 'name' || field === 'employer' ? done[field] : undefined
    for (let party = 0; party < count; party++) {
      const before = column[party]!
      if (before === null || passed?.has(party) === true) continue
      const mended = mend(field, before)
      const after = written(field, mended, script)
      if (after === before || after === '') continue
      const repair = mended === before ? 'script' : mendText(before) === null ? 'format-text' : 'mojibake'
      propose({ repair, party, field, before, after })
    }
  }
}

/** A text in the script of the house, where it can be told for certain; what people wrote as a remark stays as they wrote it. */
const written = (field: string, text: string, script: Script | undefined): string =>
  script === undefined || field === 'remark' ? text : (inScript(text, script) ?? text)

function swapNames(
  { values, count, kind }: PartyChunk,
  propose: Propose,
  {
    done,
    script,
  }: { readonly done: Readonly<Record<'name' | 'employer', Set<number>>>; readonly script: Script | undefined },
): void {
  const [names, employers] = [values['name'], values['employer']]
  for (let party = 0; party < count; party++) {
    const [name, employer] = [names?.[party] ?? null, employers?.[party] ?? null]
    if (name === null || employer === null || kind[party] !== 'person') continue
    const [mendedName, mendedEmployer] = [mend('name', name), mend('name', employer)]
    if (!looksLikeOrg(toSimplified(mendedName)) || !isPersonal(toSimplified(mendedEmployer))) continue
    const [newName, newEmployer] = [
      written('name', mendedEmployer, script),
      written('employer', mend('employer', name), script),
    ]
    done.name.add(party)
    done.employer.add(party)
    propose({ repair: 'swap-name-company', party, field: 'name', before: name, after: newName })
    propose({ repair: 'swap-name-company', party, field: 'employer', before: employer, after: newEmployer })
  }
}

/** A number in the cell of the name becomes a contact, unless it is one already. */
function partNames(
  { values, count, contacts }: PartyChunk,
  propose: Propose,
  { done, script }: { readonly done: Set<number>; readonly script: Script | undefined },
): void {
  const names = values['name']
  for (let party = 0; party < count; party++) {
    const before = names?.[party] ?? null
    if (before === null || done.has(party) || !/\d{4}/.test(before)) continue
    const parted = partNameAndPhone(mend('name', before))
    if (parted === null) continue
    // A firm in the place of a person, whose name stands as the employer: too much at once for a machine to put right.
    const employer = values['employer']?.[party] ?? null
    if (employer !== null && looksLikeOrg(toSimplified(mend('name', parted.first)))) continue
    done.add(party)
    const after = written('name', mend('name', parted.first), script)
    propose({ repair: 'split-name-phone', party, field: 'name', before, after })
    if (!hasContact(contacts, party, parted.second))
      propose({
        ...{ repair: 'split-name-phone', party, field: 'phone', before: null, after: parted.second },
        params: { type: parted.type },
      })
  }
}

function hasContact({ count, party, canonical }: PartyChunk['contacts'], who: number, number: string): boolean {
  for (let i = 0; i < count; i++) if (party[i] === who && canonical[i] === number) return true
  return false
}

function partEmployers(
  { values, count }: PartyChunk,
  propose: Propose,
  { done, script }: { readonly done: Set<number>; readonly script: Script | undefined },
): void {
  const [employers, titles] = [values['employer'], values['title']]
  for (let party = 0; party < count; party++) {
    const before = employers?.[party] ?? null
    if (before === null || done.has(party) || (titles?.[party] ?? null) !== null) continue
    const mended = mend('employer', before)
    const parted = partEmployerAndTitle(mended) ?? partEmployerAndTitle(written('employer', mended, script))
    if (parted === null) continue
    done.add(party)
    const [first, second] = [written('employer', parted.first, script), written('title', parted.second, script)]
    propose({ repair: 'split-employer-title', party, field: 'employer', before, after: first })
    propose({ repair: 'split-employer-title', party, field: 'title', before: null, after: second })
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
