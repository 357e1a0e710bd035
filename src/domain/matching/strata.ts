import type { MatchColumn } from '../../model/matching.ts'
import { type Columns, eachCell, first } from './columns.ts'
import type { PersonNames } from './compare-person.ts'
import { plainText } from './read-cells.ts'
import { orgOrPerson } from './read-org.ts'
import { readPersonCell } from './read-person.ts'

const orgWords = /公司|单位|企业|机构|商户|组织|org|company|business|firm|corporate/i
const personWords = /个人|自然人|私人|person|individual/i

/** Person (0), organisation (1) or unknown (2): by what a column says, then by the name, then by who else is named. */
export function readStrata(records: number, order: Int32Array, columns: Columns): Uint8Array {
  const out = new Uint8Array(records).fill(2)
  const kind = columns('party-kind')
  const orgs = columns('org-name')
  const people = [...columns('person-name'), ...columns('surname'), ...columns('given-name')]
  const guess = guesser(columns)
  for (let r = 0; r < records; r++) {
    const row = order[r]!
    const told = first(kind, row)
    if (told !== '' && orgWords.test(told)) out[r] = 1
    else if (told !== '' && personWords.test(told)) out[r] = 0
    else if (filled(orgs, row)) out[r] = 1
    else if (filled(people, row)) out[r] = 0
    else out[r] = guess(row)
  }
  return out
}

function guesser(columns: Columns): (row: number) => 0 | 1 | 2 {
  const names = columns('name')
  const contacts = columns('contact-name')
  const others = [...columns('gender'), ...columns('date'), ...columns('year')]
  return (row) => {
    const name = first(names, row)
    const guess = name === '' ? 2 : orgOrPerson(name)
    if (guess !== 2) return guess
    if (filled(contacts, row)) return 1
    return filled(others, row) || (name !== '' && readPersonCell(name).some((part) => part.surname !== '')) ? 0 : 2
  }
}

function filled(list: readonly MatchColumn[], row: number): boolean {
  let found = false
  eachCell(list, row, (cell) => {
    found ||= plainText(cell) !== ''
  })
  return found
}

/** Adds to each stratum 4 where the name is Han, and 8 where there is no person's name. */
export function markScripts(stratum: Uint8Array, { at, surnames, givens, han }: PersonNames): void {
  for (let r = 0; r < stratum.length; r++) {
    const i = at[r]!
    if (i === at[r + 1]) stratum[r]! |= 8
    else if (han[surnames[i]! >= 0 ? surnames[i]! : givens[i]!] === 1) stratum[r]! |= 4
  }
}
