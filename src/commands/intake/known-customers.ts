import { searchWords } from '../../domain/search/query.ts'
import type { FormDef, FormTie } from '../../model/forms.ts'
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
  return found.map((one) => {
    const file = readCustomerFile(book, one.id, 0)
    const parts = [
      codeOf(one.id),
      one.name,
      one.phone,
      one.city,
      one.tier === null ? null : `${one.tier}${ctx.lang === 'zh' ? '级' : ''}`,
    ]
    return {
      code: codeOf(one.id),
      label: parts.filter((part) => part !== null).join('  '),
      known: knownValues(def, file),
    }
  })
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
