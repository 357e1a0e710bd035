import { codeOf } from '../../model/party-code.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'
import type { Book } from '../book.ts'
import { type Cell, type ColumnChunk, pageReader } from '../column-reader.ts'
import { amountOf, isCounted, isPurchase } from '../counting.ts'
import { childReader } from '../party-chunks/children.ts'
import { DAY_FIELDS } from '../party-chunks/fields.ts'
import { valueReader } from '../party-chunks/values.ts'
import type { ChunkPlace } from '../party-chunks.ts'
import { bookDays } from '../time.ts'

/** Contact types under each heading. */
const CONTACT_KEYS: Readonly<Record<string, readonly string[]>> = {
  mobile: ['mobile'],
  phone: ['landline', 'service', 'intl', 'other'],
  fax: ['fax'],
  email: ['email'],
  wechat: ['wechat'],
  qq: ['qq'],
}
const ADDRESS_KEYS: Readonly<Record<string, string>> = {
  address: 'unknown',
  home_address: 'home',
  work_address: 'work',
  mailing_address: 'mailing',
  registered_address: 'registered',
}
const PLACE_KEYS = ['province', 'city', 'district', 'postcode', 'country']

/** SQL of the columns that stand on the party or its card. */
const PLAIN: Readonly<Record<string, string>> = {
  name: 'p.name',
  kind: 'p.kind',
  tier: 'k.tier',
  own_code: 'k.source_code',
  ...Object.fromEntries(PARTY_COLUMNS.map((key) => [key, `p.${key}`])),
  ...Object.fromEntries(CUSTOMER_COLUMNS.filter((key) => key !== 'source_code').map((key) => [key, `k.${key}`])),
}

/** What a page of customers is read with: plain SQL columns, and everything that hangs on the parties. */
export interface CustomerColumns {
  readonly plain: readonly string[]
  readonly gather: (place: ChunkPlace, page: ColumnChunk) => (readonly Cell[])[]
}

type Made = (place: ChunkPlace) => Readonly<Record<string, readonly Cell[]>>

/** Prepares the reading of some columns of customers, by key. */
export function customerColumns(book: Book, keys: readonly string[]): CustomerColumns {
  const plainKeys = keys.filter((key) => key in PLAIN)
  const wants = (...some: readonly string[]): boolean => some.some((key) => keys.includes(key))
  const isOther = (key: string): boolean =>
    key !== 'source_code' && !(key in PLAIN) && !(key in CONTACT_KEYS) && !(key in ADDRESS_KEYS)
  const valueKeys = keys.filter((key) => isOther(key) && !PLACE_KEYS.includes(key) && !SUMMED.has(key))
  const readers: Made[] = []
  if (wants(...Object.keys(CONTACT_KEYS))) readers.push(contactColumns(book, keys))
  if (wants(...Object.keys(ADDRESS_KEYS), ...PLACE_KEYS)) readers.push(addressColumns(book, keys))
  if (valueKeys.length > 0) readers.push(valueReader(book, valueKeys, bookDays(book)))
  readers.push(...summedColumns(book, keys))
  return {
    plain: plainKeys.map((key) => PLAIN[key]!),
    gather(place, page) {
      const made: Record<string, readonly Cell[]> = Object.assign({}, ...readers.map((read) => read(place)))
      plainKeys.forEach((key, at) => {
        made[key] = page.columns[at]!
      })
      if (keys.includes('source_code')) made['source_code'] = page.keys.map(codeOf)
      return keys.map((key) => made[key] ?? new Array<Cell>(page.keys.length).fill(null))
    },
  }
}

const empty = (place: ChunkPlace): (string | null)[] => new Array<string | null>(place.count).fill(null)

/** Numbers of one kind, in one cell; those of absorbed parties once. */
function contactColumns(book: Book, keys: readonly string[]): Made {
  const wanted = Object.entries(CONTACT_KEYS).filter(([key]) => keys.includes(key))
  const headingOf = new Map(wanted.flatMap(([key, types]) => types.map((type): [string, string] => [type, key])))
  const types = [...headingOf.keys()].map((type) => `'${type}'`).join(', ')
  const text = `coalesce(c.canonical || coalesce('转' || c.ext, ''), c.raw)`
  const read = childReader(book, 'contact_point', ['c.type', text], `c.type in (${types})`)
  return (place) => {
    const made = Object.fromEntries(wanted.map(([key]) => [key, empty(place)]))
    for (const { keys: parties, columns } of read(place)) {
      const [type, number] = columns as [string[], string[]]
      for (let i = 0; i < parties.length; i++) {
        const at = place.at(parties[i]!)
        if (at === -1) continue
        const cells = made[headingOf.get(type[i]!)!]!
        const before = cells[at]
        if (before === null || before === undefined) cells[at] = number[i]!
        else if (!before.split(' / ').includes(number[i]!)) cells[at] = `${before} / ${number[i]}`
      }
    }
    return made
  }
}

/** The first address of each use, and the place of the first of all; `export addresses` has them all. */
function addressColumns(book: Book, keys: readonly string[]): Made {
  const parts = PLACE_KEYS.filter((key) => keys.includes(key))
  const read = childReader(book, 'address', ['c.use', 'c.raw', ...parts.map((key) => `c.${key}`)])
  const headingOf = new Map(Object.entries(ADDRESS_KEYS).map(([key, use]) => [use, key]))
  return (place) => {
    const made = Object.fromEntries([...Object.keys(ADDRESS_KEYS), ...parts].map((key) => [key, empty(place)]))
    const placed = parts.map((key) => made[key]!)
    const seen = new Uint8Array(place.count)
    for (const { keys: parties, columns } of read(place)) {
      const [use, raw, ...cells] = columns as [string[], string[], ...(string | null)[][]]
      for (let i = 0; i < parties.length; i++) {
        const at = place.at(parties[i]!)
        if (at === -1) continue
        const texts = made[headingOf.get(use[i]!) ?? 'address']!
        if (texts[at] === null) texts[at] = raw[i]!
        if (seen[at] === 1) continue
        seen[at] = 1
        for (let part = 0; part < placed.length; part++) placed[part]![at] = cells[part]![i]!
      }
    }
    return made
  }
}

/** Columns summed from the rows of another table, by what each is in SQL over `e`. */
const SUMS: readonly {
  readonly table: string
  readonly where: string
  readonly columns: Readonly<Record<string, string>>
}[] = [
  {
    table: 'deal',
    where: isCounted('e'),
    columns: {
      deals: `sum(${isPurchase('e')})`,
      amount: `sum(${amountOf('e')})`,
      first_deal_on: `min(case when e.kind <> 'refund' then e.on_day end)`,
      last_deal_on: `max(case when e.kind <> 'refund' then e.on_day end)`,
    },
  },
  { table: 'interaction', where: 'e.on_day is not null', columns: { last_contact_on: 'max(e.on_day)' } },
]

const SUMMED = new Set(SUMS.flatMap(({ columns }) => Object.keys(columns)))

/** Reads the summed columns that are asked for: one row a customer crosses from SQLite, however many it was made of. */
function summedColumns(book: Book, keys: readonly string[]): Made[] {
  return SUMS.flatMap(({ table, where, columns }) => {
    const wanted = Object.keys(columns).filter((key) => keys.includes(key))
    if (wanted.length === 0) return []
    const sums = wanted.map((key) => columns[key]!)
    const own = pageReader(book, {
      from: `${table} e`,
      key: 'e.party_id',
      columns: sums,
      where: `${where} group by e.party_id`,
    })
    const absorbed = pageReader(book, {
      from: `party a cross join ${table} e on e.party_id = a.id`,
      key: 'a.merged_into',
      columns: sums,
      where: `${where} group by a.merged_into`,
    })
    return [
      (place: ChunkPlace) =>
        gatherSums(place, wanted, [own(place.first, place.last), absorbed(place.first, place.last)]),
    ]
  })
}

/** A customer's own sums, and those of the parties it absorbed put to them: numbers added, days the later or the first one. */
function gatherSums(
  place: ChunkPlace,
  wanted: readonly string[],
  chunks: readonly ColumnChunk[],
): Record<string, Cell[]> {
  const made = wanted.map(() => new Array<Cell>(place.count).fill(null))
  for (const { keys, columns } of chunks) {
    for (let i = 0; i < keys.length; i++) {
      const at = place.at(keys[i]!)
      if (at === -1) continue
      for (let c = 0; c < wanted.length; c++) {
        const before = made[c]![at]!
        made[c]![at] = before === null ? columns[c]![i]! : joined(wanted[c]!, before, columns[c]![i]!)
      }
    }
  }
  return Object.fromEntries(wanted.map((key, c) => [key, made[c]!]))
}

function joined(key: string, one: Cell, other: Cell): Cell {
  if (one === null || other === null) return one ?? other
  if (typeof one === 'number') return one + Number(other)
  return (key === 'first_deal_on') === one < other ? one : other
}

/** Keys of customers' columns under which the book holds anything at all: facts by their field, `extra:` ones included. */
export function filledColumns(book: Book): ReadonlySet<string> {
  const counted = (table: string, columns: readonly string[]): string[] => {
    const counts = book.sqlite
      .prepare(`select ${columns.map((column) => `count(${column})`).join(', ')} from ${table}`)
      .raw()
      .get() as number[]
    return columns.filter((_, at) => counts[at]! > 0)
  }
  const distinct = (sql: string): string[] => book.sqlite.prepare(sql).pluck().all() as string[]
  const types = distinct('select distinct type from contact_point')
  const uses = distinct('select distinct use from address')
  return new Set([
    ...['source_code', 'name', 'kind', 'tier', 'deals', 'amount', ...DAY_FIELDS],
    ...counted('party', PARTY_COLUMNS),
    ...counted(
      'customer',
      CUSTOMER_COLUMNS.filter((column) => column !== 'source_code'),
    ),
    ...Object.entries(CONTACT_KEYS).flatMap(([key, some]) => (some.some((type) => types.includes(type)) ? [key] : [])),
    ...Object.entries(ADDRESS_KEYS).flatMap(([key, use]) => (uses.includes(use) ? [key] : [])),
    ...(uses.length === 0 ? [] : counted('address', PLACE_KEYS)),
    ...distinct('select distinct field from fact order by field'),
  ])
}
