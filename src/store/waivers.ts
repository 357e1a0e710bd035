import type { Book } from './book.ts'
import type { Operation } from './journal.ts'

/** A finding somebody has decided to live with, for one customer or for all. */
export interface Waiver {
  readonly id: number
  readonly rule: string
  /** Null: whoever it concerns. */
  readonly partyId: number | null
  readonly why: string
  readonly staff: string
  readonly at: string
  /** Last day it holds; null: until it is taken back. */
  readonly until: string | null
}

/** Adds a waiver and applies it at once. */
export function addWaiver(book: Book, operation: Operation, waiver: Omit<Waiver, 'id'>, today: string): number {
  const { rule, partyId, why, staff, at, until } = waiver
  const id = operation.insert('waiver', { rule, party_id: partyId, why, staff, at, until })
  applyWaivers(book, today)
  return id
}

/** Waivers, the newest first. */
export function listWaivers(book: Book): Waiver[] {
  return book.sqlite
    .prepare('select id, rule, party_id as partyId, why, staff, at, until from waiver order by id desc')
    .all() as Waiver[]
}

/** Brings the findings' state in line with the waivers that hold today; call it after waivers came, went or ran out. */
export function applyWaivers(book: Book, today: string): void {
  const holds = `w.rule = finding.rule and (w.party_id is null or w.party_id = finding.party_id) and (w.until is null or w.until >= @today)`
  const { sqlite } = book
  sqlite
    .prepare(
      `update finding set state = 'open', waived_by = null, waived_why = null, waived_until = null
       where state = 'waived' and not exists (select 1 from waiver w where ${holds})`,
    )
    .run({ today })
  if (sqlite.prepare('select 1 from waiver limit 1').get() === undefined) return
  sqlite
    .prepare(
      `update finding set state = 'waived', (waived_by, waived_why, waived_until) =
         (select w.staff, w.why, w.until from waiver w where ${holds} order by w.id desc limit 1)
       where state = 'open' and rule in (select rule from waiver) and exists (select 1 from waiver w where ${holds})`,
    )
    .run({ today })
}
