import { type Changes, readChanges } from '../../../domain/edits/read-changes.ts'
import { nameKeys } from '../../../domain/search/keys.ts'
import { dueAfter, type VerifyPolicy } from '../../../domain/verification/due.ts'
import { KehuError } from '../../../model/errors.ts'
import type { PartyKind } from '../../../model/intake.ts'
import { codeOf } from '../../../model/party-code.ts'
import type { VerifyItem, VerifyOutcome } from '../../../model/verification.ts'
import type { Book } from '../../../store/book.ts'
import { readCustomerFile } from '../../../store/customer-file.ts'
import { editParty } from '../../../store/edits.ts'
import type { Operation } from '../../../store/journal.ts'
import { addConfirmation, findRelation } from '../../../store/verification.ts'
import { nameColumns } from '../../clean/apply.ts'
import type { Context } from '../../context.ts'
import { todayOf, write } from '../../write.ts'
import { verifyItems } from './items.ts'

/** Reads what somebody said a value is now; the fault in words where it can't be. */
export function readCorrection(
  ctx: Context,
  book: Book,
  item: { readonly field: string; readonly text: string; readonly kind: PartyKind },
): (Changes & { readonly ok: true }) | string {
  const changes = readChanges([`${item.field}=${item.text}`], {
    kind: item.kind,
    today: todayOf(ctx, book),
    staff: ctx.staff,
  })
  if (changes.ok && changes.cleared.length === 0) return changes
  if (changes.ok) return ctx.tell({ code: 'form-empty' })
  return changes.faults.map(({ reason }) => ctx.tell(reason)).join('；')
}

/**
 * Saves what came out for one customer as one operation: corrections, each fact confirmed, and when the scope is due next.
 *
 * @throws {KehuError} `correction-wrong`
 */
export function saveOutcome(
  ctx: Context,
  book: Book,
  outcome: VerifyOutcome,
  policy: VerifyPolicy,
): { operation: number; nextDue: string | null } {
  const { partyId, scope, result, method, note, answers } = outcome
  const file = readCustomerFile(book, partyId, 0)
  const kind = file.party['kind'] as PartyKind
  const items = verifyItems(file, scope)
  const tier = (file.customer?.['tier'] ?? null) as string | null
  const today = todayOf(ctx, book)
  const nextDue = dueAfter({ id: partyId, kind, tier }, scope, policy, { today, reached: result !== 'unreachable' })
  const common = { partyId, scope, method, staff: ctx.staff, at: ctx.now() }
  const { operation } = write(ctx, book, { kind: 'verification', reason: note ?? undefined }, (open) => {
    for (const item of items) {
      const answer = answers[item.key]
      if (answer === undefined) continue
      const value =
        answer.text === undefined ? item.value : correct(ctx, book, open, { item, text: answer.text, partyId, kind })
      addConfirmation(open, { ...common, field: item.key, state: answer.result, value, note: null, nextDue: null })
    }
    addConfirmation(open, { ...common, field: null, state: result, value: null, note, nextDue })
    return { result: null, summary: { customer: codeOf(partyId), scope, result } }
  })
  return { operation, nextDue }
}

interface Correction {
  readonly item: VerifyItem
  readonly text: string
  readonly partyId: number
  readonly kind: PartyKind
}

/** Puts the new value in the place of the old one, and gives it back in its normal form. */
function correct(ctx: Context, book: Book, operation: Operation, { item, text, partyId, kind }: Correction): string {
  const changes = readCorrection(ctx, book, { field: item.field, text, kind })
  if (typeof changes === 'string')
    throw new KehuError('input', 'correction-wrong', {
      code: codeOf(partyId),
      field: item.field,
      value: text,
      detail: changes,
    })
  if (item.field === 'contact_person' && item.rowId !== null)
    return replacePerson(ctx, book, operation, item.rowId, text)
  const { draft } = changes
  const [contact] = draft.contacts
  const [address] = draft.addresses
  if (item.rowId !== null && contact !== undefined) {
    const { type, raw, canonical, ext } = contact
    operation.update('contact_point', item.rowId, { type, raw, canonical, ext: ext ?? null })
    return canonical ?? raw
  }
  if (item.rowId !== null && address !== undefined) {
    const { use: _, ...columns } = address
    operation.update('address', item.rowId, { ...EMPTY_ADDRESS, ...columns })
    return address.raw
  }
  editParty(book, operation, partyId, draft, { today: todayOf(ctx, book), staff: ctx.staff, searchKeys: nameKeys })
  return contact?.canonical ?? address?.raw ?? plainOf(draft, item.field) ?? text
}

/** Another post of the same person, or another person in the same place; who went stays in the book with the day it ended. */
function replacePerson(ctx: Context, book: Book, operation: Operation, relationId: number, text: string): string {
  const [name = '', ...rest] = text.trim().split(/\s+/)
  const title = rest.length === 0 ? null : rest.join(' ')
  const relation = findRelation(book, relationId)
  if (relation.name === name) {
    operation.update('relation', relationId, { title })
    return text.trim()
  }
  const today = todayOf(ctx, book)
  operation.update('relation', relationId, { until: today })
  const person = operation.insert('party', { kind: 'person', ...nameColumns(name, 'person') })
  operation.insert('relation', { from_id: person, to_id: relation.toId, type: relation.type, title, since: today })
  return text.trim()
}

const EMPTY_ADDRESS = {
  province: null,
  city: null,
  district: null,
  street: null,
  division: null,
  postcode: null,
  country: null,
}

const plainOf = ({ values, facts }: (Changes & { readonly ok: true })['draft'], field: string): string | undefined =>
  (values as unknown as Readonly<Record<string, string | undefined>>)[field] ??
  facts.find((fact) => fact.field === field)?.value
