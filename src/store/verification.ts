import type { PartyKind } from '../model/intake.ts'
import type { IsoDate, IsoInstant } from '../model/units.ts'
import type { VerifyDraft, VerifyResult } from '../model/verification.ts'
import type { Book } from './book.ts'
import { readColumns } from './column-reader.ts'
import { cached, type Operation } from './journal.ts'

/** Some thousand live customers by column, with what says when they are to be verified. */
export interface VerifiableChunk {
  readonly ids: readonly number[]
  readonly kind: readonly PartyKind[]
  readonly tier: readonly (string | null)[]
  readonly owner: readonly (string | null)[]
  readonly openedOn: readonly (IsoDate | null)[]
  /** 1 where the row was bought or came from a third party. */
  readonly secondHand: readonly number[]
}

/** The newest result of a scope: the day it held, or the day to try again. */
export interface LastVerification {
  lastOn: IsoDate | null
  retryOn: IsoDate | null
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

/** Every live customer, chunk by chunk in the order of ids. */
export function* readVerifiables(book: Book): Generator<VerifiableChunk> {
  const sheets = secondHandSheets(book)
  const secondHand =
    sheets.length === 0
      ? '0'
      : `p.source_row_id in (select id from source_row where sheet_id in (${sheets.join(', ')}))`
  const pages = readColumns(book, {
    from: 'party p join customer k on k.party_id = p.id',
    key: 'p.id',
    columns: ['p.kind', 'k.tier', 'k.owner', 'k.opened_on', secondHand],
    where: `p.status = 'active'`,
  })
  for (const { keys, columns } of pages) {
    const [kind, tier, owner, openedOn] = columns as readonly (readonly (string | null)[])[]
    yield {
      ids: keys,
      kind: kind as readonly PartyKind[],
      tier: tier!,
      owner: owner!,
      openedOn: openedOn!,
      secondHand: columns[4] as readonly number[],
    }
  }
}

/** The newest result of each customer: the day it held, or the day to try again. Those of absorbed parties are their survivor's. */
export function lastVerifications(
  book: Book,
  scope: string,
  dayOf: (at: IsoInstant) => IsoDate,
): Map<number, LastVerification> {
  const last = new Map<number, LastVerification>()
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

/** Somebody's relation to a customer. */
export const findRelation = (
  book: Book,
  id: number,
): { readonly toId: number; readonly type: string; readonly name: string } =>
  cached(
    book,
    'select r.to_id as toId, r.type, p.name from relation r join party p on p.id = r.from_id where r.id = ?',
  ).get(id) as { toId: number; type: string; name: string }
