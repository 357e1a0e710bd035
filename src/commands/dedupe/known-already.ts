import { type EntryHit, scoreAgainst } from '../../domain/matching/entry.ts'
import type { MatchColumn, MatchKind, MatchModel, MatchTable } from '../../model/matching.ts'
import type { Book } from '../../store/book.ts'
import { customersIn, type EntryKeys, entryCandidates, keysOf } from '../../store/matching/entry-candidates.ts'
import { pinnedModel } from '../../store/matching/models.ts'
import { latestModel } from '../../store/matching/proposals.ts'
import { readMatchTable } from '../../store/matching/read-table.ts'

/** Somebody who is being typed in: values under the names of the match table's columns (`name`, `phone`, `birth` …). */
export type EntryFacts = Readonly<Record<string, string | readonly string[]>>

/** A customer of the book who may be the one being typed in. */
export interface KnownHit extends Omit<EntryHit, 'row'> {
  readonly id: number
}

const kinds: Readonly<Record<string, MatchKind>> = {
  name: 'name',
  kind: 'party-kind',
  gender: 'gender',
  birth: 'date',
  id_number: 'id-code',
  uscc: 'id-code',
  employer: 'employer',
  phone: 'phone',
  email: 'email',
  handle: 'handle',
  province: 'province',
  city: 'city',
  district: 'district',
  address: 'address',
}

/** Whether the book knows somebody already, by the same engine and weights as a run over the whole book; best first. */
export function knownAlready(book: Book, facts: EntryFacts, keys: EntryKeys, except?: number): KnownHit[] {
  const ids = entryCandidates(book, keys, except)
  if (ids.length === 0) return []
  const { table, ids: read } = readMatchTable(book, ids)
  return scoreAgainst(withEntry(table, facts), weightsFor(book)).map(({ row, ...hit }) => ({
    id: read[row - 1]!,
    ...hit,
  }))
}

/** The model of the book, else the number of customers that the shipped weights are fitted to. */
function weightsFor(book: Book): MatchModel | { readonly records: number } {
  const model = (pinnedModel(book) ?? latestModel(book)) as MatchModel | undefined
  return model ?? { records: customersIn(book) }
}

/** Has the engine load its tables and weights, which it does with the first two records it is given; nothing is read of any customer. */
export function readyEngine(book: Book): void {
  const columns: MatchColumn[] = [
    { name: 'name', kind: 'name', values: ['王小明', '王小明'] },
    { name: 'phone', kind: 'phone', values: ['13800000000', '13800000000'] },
  ]
  scoreAgainst({ size: 2, columns }, weightsFor(book))
}

/** Whether another customer is taken for one that stands in the book. */
export function twinsOf(book: Book, id: number): KnownHit[] {
  const { table } = readMatchTable(book, [id])
  if (table.size === 0) return []
  const facts = Object.fromEntries(
    table.columns.flatMap(({ name, values }) => (values[0] == null ? [] : [[name, values[0]]])),
  )
  const keys = keysOf(book, id)
  return keys === null ? [] : knownAlready(book, facts, keys, id)
}

/** The entry as the first row of the table. */
function withEntry(table: MatchTable, facts: EntryFacts): MatchTable {
  const names = new Set([...table.columns.map(({ name }) => name), ...Object.keys(facts)])
  const columns = [...names].flatMap((name): MatchColumn[] => {
    const column = table.columns.find((one) => one.name === name)
    const kind = column?.kind ?? kinds[name]
    if (kind === undefined) return []
    const rest = column?.values ?? new Array<null>(table.size).fill(null)
    return [{ name, kind, values: [facts[name] ?? null, ...rest] }]
  })
  return { size: table.size + 1, columns }
}
