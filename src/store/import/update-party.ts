import type { PartyDraft } from '../../model/intake.ts'
import type { SearchKeys } from '../../model/packed-rows.ts'
import { codeOf } from '../../model/party-code.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'
import type { Book } from '../book.ts'
import { cached, type Operation, type Row, type Value } from '../journal.ts'
import type { PartyChildren, PartyWriter } from './write-party.ts'

/**
 * What wins where the book and a row differ; an empty cell never erases. `keep` leaves known customers as they are,
 * `newer` replaces where the row says that it was changed after the customer was.
 */
export type ConflictPolicy = 'fill' | 'keep' | 'replace' | 'newer'

/** A value of the book and another one of the row. */
export interface Conflict {
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface UpdateOptions {
  readonly policy: ConflictPolicy
  /** Fields with a policy of their own. */
  readonly fields?: Readonly<Record<string, ConflictPolicy>>
  readonly onConflict?: (conflict: Conflict) => void
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
  options: UpdateOptions,
): number {
  const wins = judge(book, partyId, draft, options)
  let changed = 0
  const party = cached(book, 'select * from party where id = ?').get(partyId) as Row
  const patch = patchOf(party, draft, PARTY_COLUMNS, wins)
  const { name } = draft.values
  if (name !== undefined && name !== party['name'] && wins('name', party['name'] ?? null, name)) {
    const keys = options.searchKeys(name)
    Object.assign(patch, { name, name_key: keys.key, pinyin: keys.pinyin, initials: keys.initials })
  }
  if (operation.update('party', partyId, patch)) changed += Object.keys(patch).length
  const card = cached(book, 'select * from customer where party_id = ?').get(partyId) as Row | undefined
  if (card !== undefined) {
    const cardPatch = {
      ...patchOf(card, draft, CUSTOMER_COLUMNS, wins),
      ...(card['stub'] === 1 && options.policy !== 'keep' ? { stub: 0 } : {}),
    }
    if (operation.update('customer', partyId, cardPatch)) changed += Object.keys(cardPatch).length
  }
  return changed + addMissing(book, operation, partyId, draft, { ...options, wins })
}

/** Whether the row's value is taken for a field, in place of what the book has (null for nothing). */
type Wins = (field: string, before: Value, after: string | number) => boolean

function judge(book: Book, partyId: number, draft: PartyDraft, options: UpdateOptions): Wins {
  let newer: boolean | undefined
  return (field, before, after) => {
    const policy = options.fields?.[field] ?? options.policy
    if (before === null) return policy !== 'keep'
    options.onConflict?.({ field, before: String(before), after: String(after) })
    if (policy !== 'newer') return policy === 'replace'
    newer ??= isNewer(book, partyId, draft)
    return newer
  }
}

/** A row without a day of change of its own is never newer. */
function isNewer(book: Book, partyId: number, draft: PartyDraft): boolean {
  const told = draft.facts.find(({ field }) => field === 'modified_on')?.value
  if (told === undefined) return false
  const known = cached(
    book,
    `select max(day) from (
       select max(value) as day from fact where party_id = @id and field = 'modified_on'
       union all select max(substr(o.started_at, 1, 10)) from change c join operation o on o.id = c.operation_id
         where c.entity in ('party', 'customer') and c.row_id = @id and c.last_id = @id and o.state = 'done' and o.kind <> 'import')`,
  )
    .pluck()
    .get({ id: partyId }) as string | null
  return known === null || told > known
}

function patchOf(
  row: Row,
  { values }: PartyDraft,
  columns: readonly (keyof PartyDraft['values'])[],
  wins: Wins,
): Record<string, Value> {
  const patch: Record<string, Value> = {}
  for (const column of columns) {
    const value = values[column]
    if (value === undefined || row[column] === value) continue
    // A card that kehu wrote bears its own code, which is no other system's number.
    if (column === 'source_code' && value === codeOf(Number(row['party_id']))) continue
    if (wins(column, row[column] ?? null, value)) patch[column] = value
  }
  return patch
}

/** A party and those that were merged into it: what these have need not be added again. */
const OWN = '(select ? union all select id from party where merged_into = ?)'

/** Adds contact points, addresses, other names and facts that aren't there; returns how many. */
function addMissing(
  book: Book,
  operation: Operation,
  partyId: number,
  draft: PartyDraft,
  options: UpdateOptions & { readonly wins: Wins },
): number {
  // What an earlier row of the file has added must be seen.
  options.parties?.flush()
  const has = (sql: string, ...values: Value[]): boolean =>
    cached(book, sql.replace('?', OWN)).get(partyId, partyId, ...values) !== undefined
  const contacts = draft.contacts.filter(({ raw, canonical }) =>
    canonical === null
      ? !has('select 1 from contact_point where party_id in ? and raw = ?', raw)
      : !has('select 1 from contact_point where party_id in ? and canonical = ?', canonical),
  )
  const addresses = draft.addresses.filter(
    ({ raw, city, street }) =>
      !has('select 1 from address where party_id in ? and raw = ?', raw) &&
      // The same street of the same town is the same place, whatever was written before it.
      !has('select 1 from address where party_id in ? and street = ? and city = ?', street ?? null, city ?? null),
  )
  const aliases = draft.aliases.filter(({ name }) => !has('select 1 from alias where party_id in ? and name = ?', name))
  const facts = draft.facts.filter(({ field, value }) => {
    const known = cached(
      book,
      `select value from fact where party_id in ${OWN} and field = ? order by as_of desc, id desc`,
    ).get(partyId, partyId, field) as { value: string } | undefined
    return known?.value !== value && options.wins(field, known?.value ?? null, value)
  })
  const whole = options.policy !== 'keep'
  const children = whole ? { contacts, addresses, aliases, facts } : { contacts: [], addresses: [], aliases: [], facts }
  if (options.parties === undefined) insertOneByOne(operation, partyId, children, options)
  else options.parties.addTo(partyId, children, options)
  const { contacts: added, addresses: placed, aliases: named } = children
  return added.length + placed.length + named.length + facts.length
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
