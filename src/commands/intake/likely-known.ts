import { nameKeys } from '../../domain/search/keys.ts'
import { searchWords } from '../../domain/search/query.ts'
import type { FormState } from '../../model/forms.ts'
import type { Book } from '../../store/book.ts'
import { type EntryFacts, type KnownHit, knownAlready } from '../dedupe/known-already.ts'

/** Questions whose answers tell who somebody is, and the column of the match table each is. */
const told: Readonly<Record<string, string>> = {
  name: 'name',
  phone: 'phone',
  mobile: 'phone',
  email: 'email',
  wechat: 'handle',
  id_number: 'id_number',
  uscc: 'uscc',
  birth: 'birth',
  gender: 'gender',
  employer: 'employer',
  address: 'address',
}

/** Customers whom the book may already hold, by all that was answered so far; best first. */
export function likelyKnown(book: Book, state: FormState): KnownHit[] {
  const facts: Record<string, string[]> = {}
  for (const [path, column] of Object.entries(told)) {
    const value = state.answers[path]?.value
    if (value !== undefined && value !== '') facts[column] = [...(facts[column] ?? []), value]
  }
  if (Object.keys(facts).length === 0) return []
  const one = (column: string): string | null => facts[column]?.[0] ?? null
  const name = one('name')
  const phones = (facts['phone'] ?? []).map((phone) => searchWords(phone).phone).filter((phone) => phone !== null)
  const keys = {
    nameKey: name === null ? null : nameKeys(name).key,
    numbers: [...phones, ...(facts['email'] ?? []).map((email) => email.toLowerCase()), ...(facts['handle'] ?? [])],
    idNumber: one('id_number'),
    uscc: one('uscc'),
  }
  const flat: EntryFacts = Object.fromEntries(
    Object.entries(facts).map(([column, values]) => [column, values.length === 1 ? values[0]! : values]),
  )
  return knownAlready(book, flat, keys)
}
