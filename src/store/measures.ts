import type { MeasureColumns } from '../model/tiers.ts'
import type { Book } from './book.ts'
import { NOT_LIVE } from './counting.ts'
import { dayNumbers, startColumns } from './measures/columns.ts'
import { readDeals, readProducts } from './measures/deals.ts'
import { readInteractions } from './measures/events.ts'
import { readOpinions } from './measures/opinions.ts'
import { readFacts, readPlaces, readProfile } from './measures/profile.ts'
import type { MeasureQuery, Whom } from './measures/whom.ts'

/** Every live customer's inputs of tiers and segments, by column; one scan of each table that is needed. */
export function readMeasures(book: Book, query: MeasureQuery): MeasureColumns {
  const ids = Int32Array.from(
    book.sqlite
      .prepare(`select party_id from customer where party_id not in ${NOT_LIVE} order by party_id`)
      .pluck()
      .all() as number[],
  )
  const rows = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1)
  for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row
  const absorbed = new Map<number, number>()
  const merged = book.sqlite.prepare('select id, merged_into from party where merged_into is not null').raw()
  for (const [id, into] of merged.iterate() as Iterable<[number, number]>) absorbed.set(id, rows[into] ?? -1)
  return readAll(book, query, ids, {
    rowOf: (party) => {
      const row = rows[party] ?? -1
      return row === -1 && absorbed.size > 0 ? (absorbed.get(party) ?? -1) : row
    },
    family: undefined,
  })
}

/** One live customer's inputs, as `readMeasures` gives them; no rows where there is no such customer. */
export function readMeasuresOf(book: Book, partyId: number, query: MeasureQuery): MeasureColumns {
  const exists = book.sqlite
    .prepare(`select 1 from customer where party_id = ? and party_id not in ${NOT_LIVE}`)
    .get(partyId)
  const family = book.sqlite
    .prepare('select id from party where id = ? or merged_into = ?')
    .pluck()
    .all(partyId, partyId) as number[]
  return readAll(book, query, exists === undefined ? [] : [partyId], {
    rowOf: () => (exists === undefined ? -1 : 0),
    family,
  })
}

function readAll(
  book: Book,
  query: MeasureQuery,
  ids: ArrayLike<number>,
  who: Pick<Whom, 'rowOf' | 'family'>,
): MeasureColumns {
  const columns = startColumns(ids.length)
  const { keys } = query
  const wants = (...asked: string[]): boolean => keys === undefined || asked.some((key) => keys.has(key))
  const whom: Whom = { book, query, columns, wants, ids, ...who, day: dayNumbers() }
  readDeals(whom)
  readProducts(whom)
  readInteractions(whom)
  readOpinions(whom)
  readProfile(whom)
  readPlaces(whom)
  readFacts(whom)
  return columns.finish(ids)
}
