import type { PartyDraft } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import { cached, type Operation, type Row, type Value } from '../journal.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from './columns.ts'
import type { PartyChildren, PartyWriter, SearchKeys } from './write-party.ts'

/**
 * What wins where the book and a row differ; an empty cell never erases. `keep` leaves known customers as they are,
 * `newer` replaces where the row says that it was changed after the customer was.
 */
export type ConflictPolicy = 'fill' | 'keep' | 'replace' | 'newer'

export interface UpdateOptions {
  readonly policy: ConflictPolicy
  readonly searchKeys: (name: string) => SearchKeys
  readonly sourceRowId: number | null
  readonly today: string
  /** Where the new rows of a bulk load go, so that all of its ids are in one run; journalled one by one where missing. */
  readonly parties?: Pick<PartyWriter, 'addTo' | 'flush'>
}

/**
 * Brings a known party up to date with a draft, every change journalled; returns how many values changed.
 *
 * `fill` puts values where there are none; `replace` also overwrites. Contact points, addresses, aliases and facts
 * that the party doesn't have yet are added; none is removed.
 */
export function updateParty(
  book: Book,
  operation: Operation,
  partyId: number,
  draft: PartyDraft,
  asked: UpdateOptions,
): number {
  if (asked.policy === 'keep') return 0
  const options = asked.policy === 'newer' ? { ...asked, policy: newerWins(book, partyId, draft) } : asked
  let changed = 0
  const party = cached(book, 'select * from party where id = ?').get(partyId) as Row
  const patch = patchOf(party, draft, PARTY_COLUMNS, options.policy)
  const { name } = draft.values
  if (name !== undefined && name !== party['name'] && options.policy === 'replace') {
    const keys = options.searchKeys(name)
    Object.assign(patch, { name, name_key: keys.key, pinyin: keys.pinyin, initials: keys.initials })
  }
  if (operation.update('party', partyId, patch)) changed += Object.keys(patch).length
  const card = cached(book, 'select * from customer where party_id = ?').get(partyId) as Row | undefined
  if (card !== undefined) {
    const cardPatch = {
      ...patchOf(card, draft, CUSTOMER_COLUMNS, options.policy),
      ...(card['stub'] === 1 ? { stub: 0 } : {}),
    }
    if (operation.update('customer', partyId, cardPatch)) changed += Object.keys(cardPatch).length
  }
  return changed + addMissing(book, operation, partyId, draft, options)
}

/** A row without a day of change of its own only fills. */
function newerWins(book: Book, partyId: number, draft: PartyDraft): 'fill' | 'replace' {
  const told = draft.facts.find(({ field }) => field === 'modified_on')?.value
  if (told === undefined) return 'fill'
  const known = cached(
    book,
    `select max(day) from (
       select max(value) as day from fact where party_id = @id and field = 'modified_on'
       union all select max(substr(o.started_at, 1, 10)) from change c join operation o on o.id = c.operation_id
         where c.entity in ('party', 'customer') and c.row_id = @id and c.last_id = @id and o.state = 'done' and o.kind <> 'import')`,
  )
    .pluck()
    .get({ id: partyId }) as string | null
  return known === null || told > known ? 'replace' : 'fill'
}

function patchOf(
  row: Row,
  { values }: PartyDraft,
  columns: readonly (keyof PartyDraft['values'])[],
  policy: ConflictPolicy,
): Record<string, Value> {
  const patch: Record<string, Value> = {}
  for (const column of columns) {
    const value = values[column]
    if (value === undefined || row[column] === value) continue
    if (row[column] === null || policy === 'replace') patch[column] = value
  }
  return patch
}

/** Adds contact points, addresses, other names and facts that aren't there; returns how many. */
function addMissing(
  book: Book,
  operation: Operation,
  partyId: number,
  draft: PartyDraft,
  options: UpdateOptions,
): number {
  // What an earlier row of the file has added must be seen.
  options.parties?.flush()
  const has = (sql: string, ...values: Value[]): boolean => cached(book, sql).get(partyId, ...values) !== undefined
  const contacts = draft.contacts.filter(({ raw, canonical }) =>
    canonical === null
      ? !has('select 1 from contact_point where party_id = ? and raw = ?', raw)
      : !has('select 1 from contact_point where party_id = ? and canonical = ?', canonical),
  )
  const addresses = draft.addresses.filter(
    ({ raw }) => !has('select 1 from address where party_id = ? and raw = ?', raw),
  )
  const aliases = draft.aliases.filter(({ name }) => !has('select 1 from alias where party_id = ? and name = ?', name))
  const facts = draft.facts.filter(({ field, value }) => {
    const known = cached(
      book,
      'select value from fact where party_id = ? and field = ? order by as_of desc, id desc',
    ).get(partyId, field) as { value: string } | undefined
    return known === undefined || (known.value !== value && options.policy === 'replace')
  })
  const children = { contacts, addresses, aliases, facts }
  if (options.parties === undefined) insertOneByOne(operation, partyId, children, options)
  else options.parties.addTo(partyId, children, options)
  return contacts.length + addresses.length + aliases.length + facts.length
}

function insertOneByOne(
  operation: Operation,
  partyId: number,
  { contacts, addresses, aliases, facts }: PartyChildren,
  { sourceRowId, today, searchKeys }: UpdateOptions,
): void {
  const origin = { party_id: partyId, source_row_id: sourceRowId }
  for (const { type, raw, canonical, ext, label } of contacts)
    operation.insert('contact_point', { ...origin, type, raw, canonical, ext: ext ?? null, label: label ?? null })
  for (const one of addresses) operation.insert('address', { ...origin, ...defined(one) })
  for (const { name, reason } of aliases)
    operation.insert('alias', { ...origin, name, name_key: searchKeys(name).key, reason })
  for (const { field, value, raw } of facts)
    operation.insert('fact', { ...origin, field, value, raw: raw ?? null, as_of: today })
}

const defined = (values: object): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, Value>
