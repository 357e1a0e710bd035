import type { IsoDate } from '../model/units.ts'
import type { Book } from './book.ts'
import { sourceId } from './import/batches.ts'
import type { Operation, Row } from './journal.ts'

/** A source of the data with what verification made of its facts. */
export interface SourceLine {
  readonly id: number
  readonly name: string
  readonly class: string | null
  readonly initiative: boolean | null
  readonly perMonth: number | null
  /** Days between two collections from it. */
  readonly collectEvery: number | null
  readonly customers: number
  /** Day of the last import from it. */
  readonly lastOn: IsoDate | null
  /** Facts of its customers that were confirmed as they stood, and those that had to be corrected. */
  readonly confirmed: number
  readonly refuted: number
}

/** Every source, by name. */
export function listSources(book: Book): SourceLine[] {
  const rows = book.sqlite
    .prepare(
      `with told as (
         select k.source_id as source, sum(c.state = 'confirmed') as confirmed, sum(c.state = 'corrected' and c.value is not null) as refuted
         from confirmation c join customer k on k.party_id = c.party_id where c.field is not null and k.source_id is not null group by 1)
       select s.id, s.name, s.class, s.initiative, cast(s.contact_frequency as real) as perMonth,
         cast(s.collect_every as integer) as collectEvery,
         (select count(*) from customer k where k.source_id = s.id) as customers,
         (select max(b.started_on) from batch b join operation o on o.id = b.operation_id and o.state = 'done' where b.source_id = s.id) as lastOn,
         coalesce(t.confirmed, 0) as confirmed, coalesce(t.refuted, 0) as refuted
       from source s left join told t on t.source = s.id order by s.name`,
    )
    .all() as (Omit<SourceLine, 'initiative'> & { initiative: number | null })[]
  return rows.map((row) => ({ ...row, initiative: row.initiative === null ? null : row.initiative === 1 }))
}

/** Changes what is known of a source, which is made where it is new. */
export function changeSource(book: Book, operation: Operation, name: string, patch: Row): void {
  operation.update('source', sourceId(book, operation, name), patch)
}

/** Keeps how far each source is trusted; worked out from other tables, so not journalled. */
export function saveReliability(
  book: Book,
  sources: readonly { readonly name: string; readonly reliability: number }[],
): void {
  const put = book.sqlite.prepare('update source set reliability = ? where name = ? and reliability is not ?')
  for (const { name, reliability } of sources) put.run(reliability, name, reliability)
}
