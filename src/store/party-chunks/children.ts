import { contactTypes, type PartyChunk } from '../../model/checks.ts'
import type { Book } from '../book.ts'
import { type Cell, type ColumnChunk, pageReader } from '../column-reader.ts'
import type { ChunkPlace } from '../party-chunks.ts'

/** Reads rows of a child table: those of the chunk's own parties, then those of the parties they absorbed. */
export function childReader(
  book: Book,
  table: string,
  columns: readonly string[],
  where = '1',
): (place: ChunkPlace) => readonly [ColumnChunk, ColumnChunk] {
  const own = pageReader(book, { from: `${table} c`, key: 'c.party_id', columns, where })
  const absorbed = pageReader(book, {
    from: `party a cross join ${table} c on c.party_id = a.id`,
    key: 'a.merged_into',
    columns,
    where,
  })
  return ({ first, last }) => [own(first, last), absorbed(first, last)]
}

const typeNumber = `case c.type ${contactTypes.map((type, at) => `when '${type}' then ${at}`).join(' ')} else ${contactTypes.indexOf('other')} end`

/** Reads the contacts of a stretch of parties; `withRows` adds their row ids, for repairs. */
export function contactReader(book: Book, withRows = false): (place: ChunkPlace) => PartyChunk['contacts'] {
  const read = childReader(book, 'contact_point', [
    typeNumber,
    'c.raw',
    'c.canonical',
    ...(withRows ? ['c.rowid'] : []),
  ])
  return (place) => {
    const { party, columns } = gathered(read(place), place)
    const [type, raw, canonical, rows] = columns as unknown as [
      number[],
      string[],
      (string | null)[],
      number[] | undefined,
    ]
    return { count: party.length, party, type, raw, canonical, ...(rows === undefined ? {} : { rows }) }
  }
}

/** Reads the addresses of a stretch of parties; `withRows` adds their row ids, for repairs. */
export function addressReader(book: Book, withRows = false): (place: ChunkPlace) => PartyChunk['addresses'] {
  const columns = ['c.province', 'c.city', 'c.district', 'c.division', 'c.raw', ...(withRows ? ['c.rowid'] : [])]
  const read = childReader(book, 'address', columns)
  type Texts = (string | null)[]
  return (place) => {
    const { party, columns } = gathered(read(place), place)
    const [province, city, district, division, raw, rows] = columns as [
      ...[Texts, Texts, Texts, Texts, string[]],
      number[] | undefined,
    ]
    return {
      ...{ count: party.length, party, province, city, district, division, raw },
      ...(rows === undefined ? {} : { rows }),
    }
  }
}

/** Rows of live parties with the party's place; those of others, in the same stretch of ids, are dropped. */
function gathered(
  [own, absorbed]: readonly [ColumnChunk, ColumnChunk],
  place: ChunkPlace,
): { party: ArrayLike<number>; columns: readonly (readonly Cell[])[] } {
  if (absorbed.keys.length === 0) {
    const party = Int32Array.from(own.keys, place.at)
    if (!party.includes(-1)) return { party, columns: own.columns }
  }
  const party: number[] = []
  const columns: Cell[][] = own.columns.map(() => [])
  for (const { keys, columns: cells } of [own, absorbed]) {
    for (let i = 0; i < keys.length; i++) {
      const at = place.at(keys[i]!)
      if (at === -1) continue
      party.push(at)
      for (let c = 0; c < cells.length; c++) columns[c]!.push(cells[c]![i]!)
    }
  }
  return { party, columns }
}
