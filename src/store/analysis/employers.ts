import type { Book } from '../book.ts'

/** Who works where, as live customers: person and organisation. Ended relations are left out. */
export function readEmployers(book: Book, today: string): [person: number, org: number][] {
  return book.sqlite
    .prepare(
      `select distinct coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id)
       from relation r join party a on a.id = r.from_id join party b on b.id = r.to_id
       where r.type in ('employed_at', 'director', 'owner_of') and a.kind = 'person' and b.kind = 'org'
       and (r.until is null or r.until >= ?) order by 1, 2`,
    )
    .raw()
    .all(today) as [number, number][]
}
