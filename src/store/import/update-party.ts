import type { PartyDraft } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import { cached, type Operation, type Row, type Value } from '../journal.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from './columns.ts'
import type { SearchKeys } from './write-party.ts'

/** What wins where the book and a row differ. An empty cell never erases. */
export type ConflictPolicy = 'fill' | 'replace'

export interface UpdateOptions {
  readonly policy: ConflictPolicy
  readonly searchKeys: (name: string) => SearchKeys
  readonly sourceRowId: number | null
  readonly today: string
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

function addMissing(
  book: Book,
  operation: Operation,
  partyId: number,
  draft: PartyDraft,
  options: UpdateOptions,
): number {
  const has = (sql: string, ...values: Value[]): boolean => cached(book, sql).get(partyId, ...values) !== undefined
  const origin = { party_id: partyId, source_row_id: options.sourceRowId }
  let added = 0
  for (const { type, raw, canonical, ext, label } of draft.contacts) {
    const known =
      canonical === null
        ? has('select 1 from contact_point where party_id = ? and raw = ?', raw)
        : has('select 1 from contact_point where party_id = ? and canonical = ?', canonical)
    if (known) continue
    operation.insert('contact_point', { ...origin, type, raw, canonical, ext: ext ?? null, label: label ?? null })
    added++
  }
  for (const one of draft.addresses) {
    if (has('select 1 from address where party_id = ? and raw = ?', one.raw)) continue
    operation.insert('address', { ...origin, ...defined(one) })
    added++
  }
  for (const { name, reason } of draft.aliases) {
    if (has('select 1 from alias where party_id = ? and name = ?', name)) continue
    operation.insert('alias', { ...origin, name, name_key: options.searchKeys(name).key, reason })
    added++
  }
  for (const { field, value, raw } of draft.facts) {
    const known = cached(
      book,
      'select value from fact where party_id = ? and field = ? order by as_of desc, id desc',
    ).get(partyId, field) as { value: string } | undefined
    if (known !== undefined && (known.value === value || options.policy === 'fill')) continue
    operation.insert('fact', { ...origin, field, value, raw: raw ?? null, as_of: options.today })
    added++
  }
  return added
}

const defined = (values: object): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, Value>
