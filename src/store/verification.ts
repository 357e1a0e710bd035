import type { PartyKind } from '../model/intake.ts'
import type { IsoDate, IsoInstant } from '../model/units.ts'
import type { VerifyDraft, VerifyResult } from '../model/verification.ts'
import type { Book } from './book.ts'
import { cached, type Operation } from './journal.ts'

/** A customer with all that says when a scope of it is to be verified next. */
export interface VerifiableRow {
  readonly id: number
  readonly name: string
  readonly kind: PartyKind
  readonly tier: string | null
  readonly owner: string | null
  readonly lastOn: IsoDate | null
  readonly retryOn: IsoDate | null
  readonly openedOn: IsoDate
  readonly secondHand: boolean
}

export interface VerifiableQuery {
  readonly scope: string
  readonly owner?: string
  readonly dayOf: (at: IsoInstant) => IsoDate
  readonly today: IsoDate
}

/** Words with which an import says that its rows were bought or copied from somewhere, folded. */
const SECOND_HAND = [
  'purchase',
  '购买',
  '直接购买法',
  'directory',
  '名单查找',
  '名单查找法',
  'search',
  '网上搜索',
  'third-party',
  '第三方',
]

/** Every live customer with its last verification of a scope, one at a time in the order of ids. */
export function* readVerifiables(book: Book, query: VerifiableQuery): Generator<VerifiableRow> {
  const { scope, owner, dayOf, today } = query
  const last = lastByParty(book, scope, dayOf)
  const sheets = secondHandSheets(book)
  const rows = book.sqlite
    .prepare(
      `select p.id, p.name, p.kind, k.tier, k.owner, k.opened_on as openedOn,
         ${sheets.length === 0 ? '0' : `p.source_row_id in (select id from source_row where sheet_id in (${sheets.join(', ')}))`} as secondHand
       from customer k join party p on p.id = k.party_id
       where p.status = 'active' ${owner === undefined ? '' : 'and k.owner = @owner'} order by p.id`,
    )
    .iterate(owner === undefined ? {} : { owner })
  for (const row of rows as Iterable<
    Omit<VerifiableRow, 'lastOn' | 'retryOn' | 'secondHand'> & { secondHand: number }
  >) {
    const known = last.get(row.id)
    yield {
      ...row,
      openedOn: row.openedOn ?? today,
      secondHand: row.secondHand === 1,
      lastOn: known?.lastOn ?? null,
      retryOn: known?.retryOn ?? null,
    }
  }
}

interface Last {
  lastOn: IsoDate | null
  retryOn: IsoDate | null
}

/** The newest result of each customer: the day it held, or the day to try again. Those of absorbed parties are their survivor's. */
function lastByParty(book: Book, scope: string, dayOf: (at: IsoInstant) => IsoDate): Map<number, Last> {
  const last = new Map<number, Last>()
  const rows = book.sqlite
    .prepare(
      `select coalesce(p.merged_into, p.id), c.state, c.at, c.next_due from confirmation c join party p on p.id = c.party_id
       where c.scope = ? and c.field is null order by c.at, c.id`,
    )
    .raw()
  for (const [id, state, at, due] of rows.iterate(scope) as Iterable<[number, VerifyResult, string, string | null]>) {
    const known = last.get(id) ?? { lastOn: null, retryOn: null }
    last.set(id, known)
    const held = state === 'confirmed' || state === 'corrected'
    if (held) known.lastOn = dayOf(at)
    known.retryOn = held ? null : due
  }
  return last
}

/** Sheets of batches that were bought, or came from a third party. */
export function secondHandSheets(book: Book): number[] {
  const words = SECOND_HAND.map((word) => `'${word}'`).join(', ')
  return book.sqlite
    .prepare(
      `select s.id from sheet s join batch b on b.id = s.batch_id left join source o on o.id = b.source_id
       where b.supplier is not null or lower(b.method) in (${words}) or lower(o.class) in (${words}) or lower(o.kind) in (${words})
         or o.name like '%购买%' or o.name like '%第三方%' or o.name like '%购入%' or o.name like '%租用%' or o.name like '%third party%' or o.name like '%purchase%'`,
    )
    .pluck()
    .all() as number[]
}

export interface NewConfirmation {
  readonly partyId: number
  readonly scope: string
  /** Null: the scope as a whole. */
  readonly field: string | null
  readonly state: VerifyResult
  /** The value as it was confirmed. */
  readonly value: string | null
  readonly method: string
  readonly note: string | null
  readonly staff: string
  readonly at: IsoInstant
  readonly nextDue: IsoDate | null
}

/** Writes down who confirmed what, when and how. */
export function addConfirmation(operation: Operation, one: NewConfirmation): void {
  operation.insert('confirmation', {
    party_id: one.partyId,
    scope: one.scope,
    field: one.field,
    state: one.state,
    value: one.value,
    method: one.method,
    note: one.note,
    staff: one.staff,
    at: one.at,
    next_due: one.nextDue,
  })
}

/** When a scope of a customer was last gone through; null: never. */
export const lastVerifiedAt = (book: Book, party: number, scope: string): IsoInstant | null =>
  cached(book, 'select max(at) from confirmation where party_id = ? and scope = ? and field is null')
    .pluck()
    .get(party, scope) as IsoInstant | null

/** What is kept of a customer whose verification somebody left in the middle. */
export function readVerifyDraft(book: Book, staff: string, scope: string): VerifyDraft | undefined {
  const text = cached(book, 'select state from verify_draft where staff = ? and scope = ?').pluck().get(staff, scope)
  return text === undefined ? undefined : (JSON.parse(String(text)) as VerifyDraft)
}

/** Keeps an unfinished verification, or drops it where null is given. */
export function keepVerifyDraft(
  book: Book,
  of: { readonly staff: string; readonly scope: string; readonly at: IsoInstant },
  draft: VerifyDraft | null,
): void {
  const { staff, scope, at } = of
  if (draft === null) {
    cached(book, 'delete from verify_draft where staff = ? and scope = ?').run(staff, scope)
    return
  }
  cached(
    book,
    `insert into verify_draft (staff, scope, party_id, state, updated_at) values (?, ?, ?, ?, ?)
     on conflict do update set party_id = excluded.party_id, state = excluded.state, updated_at = excluded.updated_at`,
  ).run(staff, scope, draft.partyId, JSON.stringify(draft), at)
}
