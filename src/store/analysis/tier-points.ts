import type { Book } from '../book.ts'

/** A run of a scheme that still stands. */
export interface TierRunLine {
  readonly id: number
  readonly scheme: string
  readonly on: string
  readonly at: string
  readonly customers: number
  readonly operation: number
  /** JSON: level → customers. */
  readonly summary: string
}

/** Runs that were not undone, newest first. */
export function listTierRuns(book: Book, scheme: string | null, limit: number): TierRunLine[] {
  return book.sqlite
    .prepare(
      `select id, scheme, on_day as "on", at, customers, operation_id as operation, summary from tier_run
       where @scheme is null or scheme = @scheme order by id desc limit @limit`,
    )
    .all({ scheme, limit }) as TierRunLine[]
}

/** Levels as they were at the end of a day, or after an operation, by party; who had none then is not in it. */
export function levelsAt(
  book: Book,
  scheme: string,
  point: { readonly day: string } | { readonly operation: number },
): Map<number, string | null> {
  const [condition, value] =
    'day' in point ? (['on_day <= ?', point.day] as const) : (['operation_id <= ?', point.operation] as const)
  const rows = book.sqlite
    .prepare(
      `select m.party_id, m.to_level from tier_move m join party p on p.id = m.party_id and p.status = 'active'
       where m.id in (select max(id) from tier_move where scheme = ? and ${condition} group by party_id)`,
    )
    .raw()
    .iterate(scheme, value) as Iterable<[number, string | null]>
  return new Map(rows)
}

/** Puts a scheme in force inside `operation`, so that an undo puts the former one back. */
export function usePrimary(
  book: Book,
  operation: { readonly update: (entity: string, id: number, patch: Record<string, string>) => boolean },
  { from, to }: { readonly from: string; readonly to: string },
): void {
  book.sqlite.prepare(`insert or ignore into setting (key, value) values ('tier_scheme', ?)`).run(from)
  const row = Number(book.sqlite.prepare(`select rowid from setting where key = 'tier_scheme'`).pluck().get())
  operation.update('setting', row, { value: to })
}
