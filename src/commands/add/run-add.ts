import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { choiceMeant } from '../../domain/edits/find-word.ts'
import { readChanges } from '../../domain/edits/read-changes.ts'
import { checkOfField } from '../../domain/forms/check-type.ts'
import { parseAddress } from '../../domain/normalize/address.ts'
import { parsePhones } from '../../domain/normalize/phones.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import {
  addressUses,
  aliasReasons,
  decisionRoles,
  occasionKinds,
  preferenceAreas,
  relationTypes,
} from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import type { PartyDraft, PartyKind } from '../../model/intake.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { addOnce } from '../../store/edits.ts'
import { updateParty } from '../../store/import/update-party.ts'
import type { Operation } from '../../store/journal.ts'
import type { Context } from '../context.ts'
import { faultsOf } from '../edit/run-edit.ts'
import { wholeNumber } from '../flags.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { wordOf } from '../word-of.ts'
import { todayOf, write } from '../write.ts'

export interface RelationFlags {
  readonly as: string
  readonly title?: string
  readonly role?: string
  readonly note?: string
}

interface Added {
  readonly what: string
  /** What was added, in the reader's words. */
  readonly shown: string
}

/** Runs one addition and tells what became of it; `step` returns how many rows were added. */
function save(ctx: Context, book: Book, id: number, added: Added, step: (operation: Operation) => number): void {
  const { result, operation } = write(ctx, book, { kind: 'add' }, (operation) => {
    const count = step(operation)
    return { result: count, summary: { customer: codeOf(id), what: added.what, added: count } }
  })
  const params = { code: codeOf(id), shown: added.shown }
  showValue(
    ctx,
    { code: codeOf(id), what: added.what, added: result, operation },
    () => `${ctx.tell({ code: result === 0 ? 'add-known' : 'add-done', params })}\n`,
  )
  if (result > 0) note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

const blank = (kind: PartyKind): PartyDraft => ({
  role: 'customer',
  values: { kind },
  contacts: [],
  addresses: [],
  facts: [],
  aliases: [],
})

async function opened(ctx: Context, customer: string): Promise<{ book: Book; id: number; kind: PartyKind }> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  return { book, id, kind: readCustomerFile(book, id, 0).party['kind'] as PartyKind }
}

function fill(ctx: Context, book: Book, operation: Operation, id: number, draft: PartyDraft): number {
  const options = { today: todayOf(ctx, book), searchKeys: nameKeys, sourceRowId: null, policy: 'replace' as const }
  return updateParty(book, operation, id, draft, options)
}

/** Adds values of any field. */
export async function addFact(ctx: Context, customer: string, texts: readonly string[]): Promise<void> {
  const { book, id, kind } = await opened(ctx, customer)
  const changes = readChanges(texts, { kind, today: todayOf(ctx, book), staff: ctx.staff })
  if (!changes.ok) throw faultsOf(ctx, changes.faults)
  const shown = changes.fields.map((field) => field[ctx.lang]).join('、')
  save(ctx, book, id, { what: 'fact', shown }, (operation) => fill(ctx, book, operation, id, changes.draft))
}

/** Adds a phone beside those there are. */
export async function addPhone(ctx: Context, customer: string, text: string, label: string | undefined): Promise<void> {
  const { book, id, kind } = await opened(ctx, customer)
  const { phones, unread } = parsePhones(text)
  const fault = unread[0]?.reason ?? (phones.length === 0 ? { code: 'phone-none' } : undefined)
  if (fault !== undefined) throw faultsOf(ctx, [{ path: text, reason: fault }])
  const contacts = phones.map((phone) => ({
    type: phone.type,
    raw: phone.raw,
    canonical: phone.canonical,
    ...(phone.ext === undefined ? {} : { ext: phone.ext }),
    ...(label === undefined ? {} : { label }),
  }))
  const shown = contacts.map(({ canonical }) => canonical).join('、')
  save(ctx, book, id, { what: 'phone', shown }, (operation) =>
    fill(ctx, book, operation, id, { ...blank(kind), contacts }),
  )
}

export async function addPlace(ctx: Context, customer: string, text: string, use: string): Promise<void> {
  const { book, id, kind } = await opened(ctx, customer)
  const parsed = parseAddress(text)
  const told = { raw: text.trim(), use: wordOf(ctx, '--use', use, addressUses) as 'home' }
  const address = parsed.ok ? { ...parsed.value, ...told } : told
  save(ctx, book, id, { what: 'address', shown: told.raw }, (operation) =>
    fill(ctx, book, operation, id, { ...blank(kind), addresses: [address] }),
  )
}

export async function addAlias(ctx: Context, customer: string, name: string, reason: string): Promise<void> {
  const { book, id, kind } = await opened(ctx, customer)
  const alias = { name: name.trim(), reason: wordOf(ctx, '--reason', reason, aliasReasons) as 'other' }
  save(ctx, book, id, { what: 'alias', shown: alias.name }, (operation) =>
    fill(ctx, book, operation, id, { ...blank(kind), aliases: [alias] }),
  )
}

export async function addTag(ctx: Context, customer: string, tags: readonly string[], remove: boolean): Promise<void> {
  const { book, id } = await opened(ctx, customer)
  const clean = tags.map((tag) => tag.normalize('NFKC').trim().replace(/^#/, '')).filter((tag) => tag !== '')
  save(ctx, book, id, { what: 'tag', shown: clean.join('、') }, (operation) =>
    clean.reduce((count, tag) => {
      if (remove) return count + operation.removeWhere('party_tag', 'party_id = ? and tag = ?', [id, tag])
      return count + Number(addOnce(book, operation, 'party_tag', { party_id: id, tag }, ['party_id', 'tag']))
    }, 0),
  )
}

/** Ties somebody else of the book to the customer: 李四 is the driver of 张总. */
export async function addRelation(ctx: Context, customer: string, other: string, flags: RelationFlags): Promise<void> {
  const { book, id } = await opened(ctx, customer)
  const otherId = await pickCustomer(ctx, book, other)
  if (otherId === id) throw new KehuError('usage', 'add-relation-self', {})
  const type = wordOf(ctx, '--as', flags.as, relationTypes)
  const row = {
    from_id: otherId,
    to_id: id,
    type,
    title: flags.title ?? null,
    decision_role: flags.role === undefined ? null : wordOf(ctx, '--role', flags.role, decisionRoles),
    since: todayOf(ctx, book),
    note: flags.note ?? null,
  }
  save(ctx, book, id, { what: 'relation', shown: `${codeOf(otherId)} ${flags.as}` }, (operation) =>
    Number(addOnce(book, operation, 'relation', row, ['from_id', 'to_id', 'type', 'title', 'decision_role'])),
  )
}

interface DayFlags {
  readonly kind: string
  readonly day: string
  readonly lead?: string
  readonly note?: string
}

/** Adds a day to be remembered: a known kind, or one of one's own. */
export async function addDay(ctx: Context, customer: string, flags: DayFlags): Promise<void> {
  const { book, id } = await opened(ctx, customer)
  const checked = checkOfField(fieldByKey('wedding')!, flags.day, todayOf(ctx, book))
  if (!checked.ok) throw faultsOf(ctx, [{ path: flags.day, reason: checked.reason }])
  const kind = choiceMeant(occasionKinds, flags.kind)
  const row = {
    party_id: id,
    kind: kind?.value ?? 'other',
    label: kind === undefined ? flags.kind : null,
    day: checked.value.value,
    lead_days: flags.lead === undefined ? null : wholeNumber('--lead', flags.lead),
    note: flags.note ?? null,
  }
  save(ctx, book, id, { what: 'date', shown: `${flags.kind} ${flags.day}` }, (operation) =>
    Number(addOnce(book, operation, 'occasion_date', row, ['party_id', 'kind', 'label', 'day'])),
  )
}

export async function addPreference(
  ctx: Context,
  customer: string,
  area: string,
  { text, dislikes }: { text: string; dislikes: boolean },
): Promise<void> {
  const { book, id } = await opened(ctx, customer)
  const row = {
    party_id: id,
    area: wordOf(ctx, ctx.tell({ code: 'add-preference-area' }), area, preferenceAreas),
    value: text.trim(),
    likes: dislikes ? 0 : 1,
    as_of: todayOf(ctx, book),
  }
  save(ctx, book, id, { what: 'preference', shown: row.value }, (operation) =>
    Number(addOnce(book, operation, 'preference', row, ['party_id', 'area', 'value', 'likes'])),
  )
}
