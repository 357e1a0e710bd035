import type { Book } from '../book.ts'
import type { Cell } from '../column-reader.ts'
import { amountOf, isCounted } from '../counting.ts'
import { readerOf } from './of-parties.ts'

/** Parts of a joined cell stand apart by this. */
const BETWEEN = '; '

const CONTACTS: Readonly<Record<string, readonly string[]>> = {
  phone: ['mobile', 'landline', 'service', 'intl'],
  mobile: ['mobile'],
  landline: ['landline', 'service'],
  email: ['email'],
  wechat: ['wechat'],
  qq: ['qq'],
}
const ADDRESSES: Readonly<Record<string, string>> = {
  address: 'raw',
  province: 'province',
  city: 'city',
  district: 'district',
  postcode: 'postcode',
}
const DEALS = ['deals', 'amount_total', 'first_deal_on', 'last_deal_on']
const INTERACTIONS = ['contacts', 'last_contact_on']

/** Puts what hangs on the customers of a page into the cells of one or more columns. */
type Fill = (roots: readonly number[]) => ReadonlyMap<string, readonly Cell[]>

/** Reads, for some customers at a time, the joined columns asked for: each child table is read once for all its columns. */
export function joinedReader(
  book: Book,
  columns: readonly { readonly key: string }[],
): (roots: readonly number[]) => (readonly Cell[])[] {
  const keys = columns.map(({ key }) => key)
  const facts = keys.filter(
    (key) => !(key in CONTACTS) && !(key in ADDRESSES) && ![...DEALS, ...INTERACTIONS, 'aliases'].includes(key),
  )
  const read = readerOf(book)
  const fills: Fill[] = []
  const add = (wanted: boolean, make: () => Fill): void => {
    if (wanted) fills.push(make())
  }
  const contacts = keys.filter((key) => key in CONTACTS)
  const addresses = keys.filter((key) => key in ADDRESSES)
  add(contacts.length > 0, () => contactFill(read, contacts))
  add(addresses.length > 0, () => addressFill(read, addresses))
  add(keys.includes('aliases'), () => aliasFill(read))
  add(
    keys.some((key) => DEALS.includes(key)),
    () => dealFill(read),
  )
  add(
    keys.some((key) => INTERACTIONS.includes(key)),
    () => interactionFill(read),
  )
  add(facts.length > 0, () => factFill(read, facts))
  return (roots) => {
    // A customer with many rows is read once.
    const unique = [...new Set(roots)]
    const place = new Map(unique.map((root, at) => [root, at]))
    const filled = new Map(fills.flatMap((fill) => [...fill(unique)]))
    if (unique.length === roots.length) return keys.map((key) => filled.get(key)!)
    const at = roots.map((root) => place.get(root)!)
    return keys.map((key) => at.map((one) => filled.get(key)![one]!))
  }
}

type Read = ReturnType<typeof readerOf>

const empty = (roots: readonly number[]): Cell[] => new Array<Cell>(roots.length).fill(null)

function contactFill(read: Read, keys: readonly string[]): Fill {
  const rows = read('contact_point', ['c.type', `coalesce(c.canonical || coalesce('-' || c.ext, ''), c.raw)`])
  return (roots) => {
    const texts = new Map(keys.map((key) => [key, empty(roots)]))
    rows(roots, (at, [type, text]) => {
      for (const key of keys) if (CONTACTS[key]!.includes(String(type))) join(texts.get(key)!, at, String(text))
    })
    return texts
  }
}

/** Adds a part to a cell, unless it is there already: a merge brings the same phone twice. */
function join(cells: Cell[], at: number, part: string): void {
  const known = cells[at]
  if (known === null || known === undefined) cells[at] = part
  else if (!String(known).split(BETWEEN).includes(part)) cells[at] = `${known}${BETWEEN}${part}`
}

function aliasFill(read: Read): Fill {
  const rows = read('alias', ['c.name'])
  return (roots) => {
    const names = empty(roots)
    rows(roots, (at, [name]) => join(names, at, String(name)))
    return new Map([['aliases', names]])
  }
}

/** Parts of one address, the first: never the city of one and the district of another. */
function addressFill(read: Read, keys: readonly string[]): Fill {
  const rows = read(
    'address',
    keys.map((key) => `c.${ADDRESSES[key]}`),
  )
  return (roots) => {
    const cells = new Map(keys.map((key) => [key, empty(roots)]))
    const seen = new Uint8Array(roots.length)
    rows(roots, (at, values) => {
      if (seen[at] === 1) return
      seen[at] = 1
      keys.forEach((key, i) => {
        cells.get(key)![at] = values[i]!
      })
    })
    return cells
  }
}

function dealFill(read: Read): Fill {
  const rows = read('deal', [`c.kind = 'refund'`, 'c.on_day', amountOf('c')], isCounted('c'))
  return (roots) => {
    const deals = new Array<number>(roots.length).fill(0)
    const amounts = new Array<number>(roots.length).fill(0)
    const first = empty(roots)
    const last = empty(roots)
    rows(roots, (at, [isRefund, on, amount]) => {
      amounts[at]! += amount as number
      if (isRefund === 1) return
      deals[at]! += 1
      if (on === null) return
      if (first[at] === null || on! < first[at]!) first[at] = on!
      if (last[at] === null || on! > last[at]!) last[at] = on!
    })
    return new Map<string, Cell[]>([
      ['deals', deals],
      ['amount_total', amounts],
      ['first_deal_on', first],
      ['last_deal_on', last],
    ])
  }
}

function interactionFill(read: Read): Fill {
  const rows = read('interaction', ['c.on_day'])
  return (roots) => {
    const contacts = new Array<number>(roots.length).fill(0)
    const last = empty(roots)
    rows(roots, (at, [on]) => {
      contacts[at]! += 1
      if (on !== null && (last[at] === null || on! > last[at]!)) last[at] = on!
    })
    return new Map<string, Cell[]>([
      ['contacts', contacts],
      ['last_contact_on', last],
    ])
  }
}

/** The newest word on each fact: the latest day it was true, else the latest written. */
function factFill(read: Read, keys: readonly string[]): Fill {
  const list = keys.map((key) => `'${key.replaceAll("'", "''")}'`).join(', ')
  const rows = read(
    'fact',
    ['c.field', 'c.value', `coalesce(c.as_of, '') || ' ' || printf('%015d', c.id)`],
    `c.field in (${list})`,
  )
  return (roots) => {
    const cells = new Map(keys.map((key) => [key, empty(roots)]))
    const ranks = new Map<string, string>()
    rows(roots, (at, [field, value, rank]) => {
      const key = `${at} ${field}`
      if (String(rank) < (ranks.get(key) ?? '')) return
      ranks.set(key, String(rank))
      cells.get(String(field))![at] = value!
    })
    return cells
  }
}
