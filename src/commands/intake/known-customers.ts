import { searchWords } from '../../domain/search/query.ts'
import type { FormDef, FormState, FormTie } from '../../model/forms.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { type CustomerFile, readCustomerFile } from '../../store/customer-file.ts'
import { findParties } from '../../store/find.ts'
import type { Context } from '../context.ts'
import { pickCustomer } from '../pick-customer.ts'
import type { KnownCustomer } from './recognise.ts'

/** Customers who have this phone already, with what the book knows of each by question path. */
export function knownByPhone(ctx: Context, book: Book, def: FormDef, phone: string): KnownCustomer[] {
  const words = searchWords(phone)
  if (words.phone === null) return []
  const only = { id: null, key: '', letters: null, digits: null, called: null, mark: null }
  const found = findParties(book, { ...words, ...only, limit: 9 })
  return found.map((one) => known(ctx, book, def, one))
}

interface Asked {
  /** Path of the question that was just answered. */
  readonly field: string
  readonly state: FormState
}

const mostOffered = 9

/**
 * Customers who may be the one being typed in: all who have the phone, and whom the matching engine takes for the same by all
 * that was answered; the likeliest first, with how likely.
 */
export async function offered(
  ctx: Context,
  book: Book,
  def: FormDef,
  { field, state }: Asked,
): Promise<KnownCustomer[]> {
  const value = state.answers[field]?.value ?? ''
  const byPhone = field === 'phone' || field === 'mobile' ? knownByPhone(ctx, book, def, value) : []
  const { likelyKnown } = await import('./likely-known.ts')
  const hits = likelyKnown(book, state)
  const chance = new Map(hits.map(({ id, probability }) => [codeOf(id), probability]))
  const others = hits
    .filter(({ id }) => !byPhone.some(({ code }) => code === codeOf(id)))
    .map(({ id }) => known(ctx, book, def, { id, ...nameAndPlace(book, id) }))
  return [...byPhone, ...others]
    .sort((x, y) => (chance.get(y.code) ?? 0) - (chance.get(x.code) ?? 0))
    .slice(0, mostOffered)
    .map((one) => withChance(ctx, one, chance.get(one.code)))
}

function withChance(ctx: Context, one: KnownCustomer, chance: number | undefined): KnownCustomer {
  if (chance === undefined) return one
  const percent = `${Math.min(99, Math.round(chance * 100))}%`
  return { ...one, label: `${one.label}  ${ctx.tell({ code: 'form-likely', params: { percent } })}` }
}

const nameAndPlace = (book: Book, id: number): Omit<Shown, 'id'> => {
  const { party, contacts, addresses } = readCustomerFile(book, id, 0)
  const phone = contacts.find((one) => String(one['type']) === 'mobile')?.['canonical']
  return {
    name: String(party['name']),
    phone: phone === undefined || phone === null ? null : String(phone),
    city: addresses[0]?.['city'] === undefined || addresses[0]['city'] === null ? null : String(addresses[0]['city']),
    tier: null,
  }
}

interface Shown {
  readonly id: number
  readonly name: string
  readonly phone: string | null
  readonly city: string | null
  readonly tier: string | null
}

function known(ctx: Context, book: Book, def: FormDef, { id, name, phone, city, tier }: Shown): KnownCustomer {
  const parts = [codeOf(id), name, phone, city, tier === null ? null : `${tier}${ctx.lang === 'zh' ? '级' : ''}`]
  return {
    code: codeOf(id),
    label: parts.filter((part) => part !== null).join('  '),
    known: knownValues(def, readCustomerFile(book, id, 0)),
  }
}

/** What a form begins with for a customer named on the command line. */
export async function knownOf(
  ctx: Context,
  book: Book,
  def: FormDef,
  customer: string,
): Promise<{ tie: FormTie; known: Record<string, string> }> {
  const id = await pickCustomer(ctx, book, customer)
  return { tie: { code: codeOf(id), as: 'same' }, known: knownValues(def, readCustomerFile(book, id, 0)) }
}

/** The values the book holds for the questions of a form: columns, first contact of each kind, newest fact of each field. */
export function knownValues(
  def: FormDef,
  { party, customer, contacts, addresses, facts }: CustomerFile,
): Record<string, string> {
  const values: Record<string, string> = {}
  const put = (key: string, value: unknown): void => {
    if (value !== null && value !== undefined && values[key] === undefined) values[key] = String(value)
  }
  for (const [key, value] of Object.entries({ ...customer, ...party })) put(key, value)
  for (const one of contacts) {
    const isPhone = ['mobile', 'landline', 'service', 'intl'].includes(String(one['type']))
    if (isPhone) put('phone', one['canonical'] ?? one['raw'])
    put(String(one['type']), one['canonical'] ?? one['raw'])
  }
  for (const one of addresses) put('address', one['raw'])
  for (const one of facts) put(String(one['field']), one['value'])
  const asked = new Set(
    def.sections.flatMap(({ repeat, items }) => (repeat === undefined ? items.map(({ field }) => field) : [])),
  )
  return Object.fromEntries(Object.entries(values).filter(([key]) => asked.has(key)))
}
