import type { OpenTalk } from './row-draft.ts'

const tablesWord = /(\d+)\s*[桌台席]/
const peopleWord = /(\d+)\s*(?:人|位|大)/

/** Guests of a booking: `10+2`, `8人`, `3桌(30人)`, `６`; a text that can't be read stays a text. */
export function readGuests(text: string, talk: OpenTalk): void {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const tables = tablesWord.exec(plain)
  if (tables !== null) talk.facts.push({ field: 'tables', value: tables[1]! })
  const people = peopleWord.exec(plain)
  const sum = /^(\d+)(?:\+(\d+))+(?:人|位)?$/.test(plain)
    ? plain.match(/\d+/g)!.reduce((total, n) => total + Number(n), 0)
    : undefined
  const plainNumber = /^\d+(?:\.0+)?$/.test(plain) ? Number(plain) : undefined
  const count = sum ?? plainNumber ?? (people === null ? undefined : Number(people[1]))
  if (count !== undefined) talk.facts.push({ field: 'guests', value: String(count), raw: text })
  else if (tables === null) talk.facts.push({ field: 'guests', value: text })
}
