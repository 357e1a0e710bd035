import type { Book } from './book.ts'
import { amountOf, isCounted } from './counting.ts'
import { cached, type Row } from './journal.ts'

/** Everything the book holds of one customer, children of absorbed parties included. */
export interface CustomerFile {
  readonly party: Row
  readonly customer: Row | undefined
  /** Ids of the parties that were merged into this one. */
  readonly absorbed: readonly number[]
  readonly contacts: readonly Row[]
  readonly addresses: readonly Row[]
  readonly aliases: readonly Row[]
  readonly facts: readonly Row[]
  /** Both ways; `other_id`, `other_name`, and `direction` out or in. */
  readonly relations: readonly Row[]
  readonly deals: readonly Row[]
  readonly interactions: readonly Row[]
  readonly judgements: readonly Row[]
  readonly confirmations: readonly Row[]
  readonly findings: readonly Row[]
  readonly tier: Row | undefined
  readonly dealTotals: { readonly count: number; readonly amount: number; readonly lastOn: string | null }
}

/** The live party an id stands for: itself, or the survivor it was merged into. Undefined where there is none. */
export function survivorOf(book: Book, id: number): { readonly id: number; readonly wasMerged: boolean } | undefined {
  const row = cached(book, 'select id, merged_into from party where id = ?').get(id) as
    | { id: number; merged_into: number | null }
    | undefined
  if (row === undefined) return undefined
  return row.merged_into === null ? { id: row.id, wasMerged: false } : { id: row.merged_into, wasMerged: true }
}

/** One customer whole; `limit` newest deals and interactions. The id must be a live party's. */
export function readCustomerFile(book: Book, id: number, limit: number): CustomerFile {
  const members = `(select id from party where id = @id or merged_into = @id)`
  const children = (table: string, order: string, most = -1): Row[] =>
    cached(book, `select * from ${table} where party_id in ${members} order by ${order} limit ${most}`).all({
      id,
    }) as Row[]
  return {
    party: cached(book, 'select * from party where id = ?').get(id) as Row,
    customer: cached(book, 'select * from customer where party_id = ?').get(id) as Row | undefined,
    absorbed: cached(book, 'select id from party where merged_into = ? order by id').pluck().all(id) as number[],
    contacts: distinct(children('contact_point', `type = 'mobile' desc, id`), 'type', 'canonical', 'raw'),
    addresses: distinct(children('address', 'id'), 'raw'),
    aliases: distinct(children('alias', 'id'), 'name'),
    facts: children('fact', 'field, as_of desc, id desc'),
    relations: cached(
      book,
      `select r.*, p.name as other_name, p.id as other_id, 'out' as direction from relation r join party p on p.id = r.to_id where r.from_id in ${members}
       union all
       select r.*, p.name, p.id, 'in' from relation r join party p on p.id = r.from_id where r.to_id in ${members} order by id`,
    ).all({ id }) as Row[],
    deals: children('deal', 'on_day desc, id desc', limit),
    interactions: children('interaction', 'on_day desc, id desc', limit),
    judgements: children('judgement', 'on_day desc, id desc'),
    confirmations: children('confirmation', 'at desc, id desc'),
    findings: cached(book, `select * from finding where party_id = ? and state = 'open' order by severity, rule`).all(
      id,
    ) as Row[],
    tier: cached(book, 'select * from tier_assignment where party_id = ? order by id desc limit 1').get(id) as
      | Row
      | undefined,
    dealTotals: cached(
      book,
      `select count(*) as count, coalesce(sum(${amountOf('d')}), 0) as amount, max(d.on_day) as lastOn
       from deal d where d.party_id in ${members} and ${isCounted('d')}`,
    ).get({ id }) as CustomerFile['dealTotals'],
  }
}

/** Rows told apart by some columns: a merge brings the same phone twice. */
function distinct(rows: readonly Row[], ...columns: readonly string[]): Row[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = JSON.stringify(columns.map((column) => row[column] ?? null))
    return !seen.has(key) && seen.add(key)
  })
}
