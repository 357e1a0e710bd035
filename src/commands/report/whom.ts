import type { CustomerFilter } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { namesOf } from '../../store/party-names.ts'
import type { Context } from '../context.ts'
import { segmentIds } from '../export/segment-ids.ts'
import { pickCustomer } from '../pick-customer.ts'
import { primaryScheme } from '../policies/load.ts'
import { loadSegment } from '../segment/load.ts'

/** Flags that say of whom a report or an export speaks. */
export const whomFlags = ['owner', 'region', 'tier', 'source', 'segment'] as const

/** The filter of some flags, the customer by its code. @throws {KehuError} `customer-missing`, `customer-ambiguous` */
export async function filterOf(ctx: Context, flags: CustomerFilter): Promise<CustomerFilter> {
  const told = whomFlags.flatMap((flag) => (flags[flag] === undefined ? [] : [[flag, flags[flag]]]))
  if (flags.customer === undefined) return Object.fromEntries(told)
  const id = await pickCustomer(ctx, await ctx.openBook(), flags.customer)
  return { ...Object.fromEntries(told), customer: codeOf(id) }
}

/** Ids of the segment's members now and of the one customer a filter names; undefined where it names neither. */
export function membersOf(
  ctx: Context,
  book: Book,
  { segment, customer }: CustomerFilter,
): readonly number[] | undefined {
  const one = customer === undefined ? undefined : Number(customer.slice(1))
  if (segment === undefined) return one === undefined ? undefined : [one]
  const members = segmentIds(ctx, book, segment)
  return one === undefined ? members : members.filter((id) => id === one)
}

/** A filter as the first line of a report says it; empty for everyone. */
export function filterWords(ctx: Context, book: Book, filter: CustomerFilter): string {
  const words = Object.entries(filter).map(([key, value]) =>
    ctx.tell({ code: `whom.${key}`, params: { value: wordOf(ctx, book, key, value) } }),
  )
  return words.join(ctx.tell({ code: 'whom.and' }))
}

function wordOf(ctx: Context, book: Book, key: string, value: string): string {
  if (key === 'segment') return loadSegment(ctx, book, value).segment[ctx.lang]
  if (key === 'tier') {
    const level = primaryScheme(ctx, book).levels.find((one) => one.level === value)
    return level === undefined ? value : `${value} ${level[ctx.lang]}`
  }
  if (key !== 'customer') return value
  const id = Number(value.slice(1))
  const name = namesOf(book, [id]).get(id) ?? ''
  return ctx.showPersonal ? `${name} ${value}` : value
}
