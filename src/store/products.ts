import type { Book } from './book.ts'
import { amountOf, isCounted, isPurchase } from './counting.ts'
import { cached, type Operation, type Row } from './journal.ts'

/** One of our products, with what was sold of it. */
export interface ProductLine {
  readonly id: number
  readonly name: string
  readonly kind: string | null
  readonly unit: string | null
  /** 分 */
  readonly price: number | null
  readonly note: string | null
  readonly sold: number
  /** 分 */
  readonly amount: number
  readonly lastOn: string | null
}

/** Our products by name, those whose name or kind holds the words. */
export function listProducts(book: Book, words: string | undefined): ProductLine[] {
  return cached(
    book,
    `select p.id, p.name, p.kind, p.unit, p.price, p.note, coalesce(sum(${isPurchase('d')}), 0) as sold,
       coalesce(sum(${amountOf('d')}), 0) as amount, max(d.on_day) as lastOn
     from product p left join deal d on d.product = p.name and ${isCounted('d')}
     where @words is null or instr(p.name, @words) > 0 or instr(p.kind, @words) > 0
     group by p.id order by p.name`,
  ).all({ words: words ?? null }) as ProductLine[]
}

/** Writes a product down, or changes what is told of a known one; its number, and whether it is new. */
export function putProduct(
  book: Book,
  operation: Operation,
  name: string,
  told: Row,
): { readonly id: number; readonly isNew: boolean } {
  const known = cached(book, 'select id from product where name = ?').pluck().get(name) as number | undefined
  if (known === undefined) return { id: operation.insert('product', { name, ...told }), isNew: true }
  operation.update('product', known, told)
  return { id: known, isNew: false }
}

/** A note on a competitor (F20), with the customer it was met at. */
export type RivalNote = Row & { readonly id: number; readonly competitor: string; readonly customer: string | null }

/** Notes on competitors, the newest of each first; those of one where it is told. */
export function listRivalNotes(book: Book, competitor: string | undefined): RivalNote[] {
  return cached(
    book,
    `select n.*, q.id as customer_id, q.name as customer from competitor_note n left join party p on p.id = n.party_id
     left join party q on q.id = coalesce(p.merged_into, p.id)
     where @competitor is null or instr(n.competitor, @competitor) > 0
     order by n.competitor, n.on_day desc, n.id desc`,
  ).all({ competitor: competitor ?? null }) as RivalNote[]
}
