import type { IsoDate, IsoInstant } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { isCounted } from '../counting.ts'
import type { ChunkPlace } from '../party-chunks.ts'
import { childReader } from './children.ts'
import { CARD_FIELDS, DAY_FIELDS, PARTY_FIELDS } from './fields.ts'
import { touchReader } from './touched.ts'

type Texts = (string | null)[]
type ReadValues = (place: ChunkPlace) => Record<string, Texts>

/** Reads the columns that aren't plain columns of party or card: days, and facts by their field. */
export function valueReader(book: Book, fields: readonly string[], dayOf: (at: IsoInstant) => IsoDate): ReadValues {
  const others = ['phone', 'email', 'contact', 'address']
  const facts = fields.filter(
    (field) => !PARTY_FIELDS.has(field) && !CARD_FIELDS.has(field) && !DAY_FIELDS.has(field) && !others.includes(field),
  )
  const wants = (...days: string[]): boolean => days.some((day) => fields.includes(day))
  const readers: ReadValues[] = []
  if (facts.length > 0) readers.push(factReader(book, facts))
  if (wants('first_deal_on', 'last_deal_on')) readers.push(dealReader(book))
  if (wants('last_contact_on')) readers.push(contactDayReader(book))
  if (wants('confirmed_on')) readers.push(confirmationReader(book, dayOf))
  if (wants('added_on', 'updated_on')) readers.push(touchReader(book, { dayOf, updated: wants('updated_on') }))
  return (place) => Object.assign({}, ...readers.map((read) => read(place))) as Record<string, Texts>
}

const empty = ({ count }: ChunkPlace): Texts => new Array<string | null>(count).fill(null)

const EXTRA = 'extra:'

/**
 * The newest word on each field: the latest day it was true, else the latest written.
 *
 * A column of a list that no field of the dictionary stands for is read under its heading too.
 */
function factReader(book: Book, fields: readonly string[]): ReadValues {
  const names = fields.flatMap((field) => (field.startsWith(EXTRA) ? [field] : [field, `${EXTRA}${field}`]))
  const list = names.map((field) => `'${field.replaceAll("'", "''")}'`).join(', ')
  const wanted = new Set(fields)
  const nameOf = (field: string): string => (wanted.has(field) ? field : field.slice(EXTRA.length))
  const read = childReader(
    book,
    'fact',
    ['c.field', 'c.value', `coalesce(c.as_of, '')`, 'c.id'],
    `c.field in (${list})`,
  )
  return (place) => {
    const none = empty(place)
    const values: Record<string, Texts> = Object.fromEntries(fields.map((field) => [field, none]))
    const newest = new Map<string, string>()
    for (const { keys, columns } of read(place)) {
      const [ofField, value, asOf, id] = columns as [string[], string[], string[], number[]]
      for (let i = 0; i < keys.length; i++) {
        const at = place.at(keys[i]!)
        if (at === -1) continue
        const name = nameOf(ofField[i]!)
        const key = `${at} ${name}`
        const rank = `${asOf[i]} ${String(id[i]).padStart(15, '0')}`
        if (rank < (newest.get(key) ?? '')) continue
        newest.set(key, rank)
        if (values[name] === none) values[name] = empty(place)
        values[name]![at] = value[i]!
      }
    }
    return values
  }
}

function dealReader(book: Book): ReadValues {
  const read = childReader(
    book,
    'deal',
    ['c.on_day'],
    `c.on_day is not null and ${isCounted('c')} and c.kind <> 'refund'`,
  )
  return (place) => {
    const first = empty(place)
    const last = empty(place)
    for (const { keys, columns } of read(place)) {
      const days = columns[0] as string[]
      for (let i = 0; i < keys.length; i++) {
        const at = place.at(keys[i]!)
        if (at === -1) continue
        const day = days[i]!
        if (first[at] === null || day < first[at]!) first[at] = day
        if (last[at] === null || day > last[at]!) last[at] = day
      }
    }
    return { first_deal_on: first, last_deal_on: last }
  }
}

function contactDayReader(book: Book): ReadValues {
  const read = childReader(book, 'interaction', ['c.on_day'], 'c.on_day is not null')
  return (place) => ({ last_contact_on: latest(read(place), place, (day) => day) })
}

function confirmationReader(book: Book, dayOf: (at: IsoInstant) => IsoDate): ReadValues {
  const read = childReader(book, 'confirmation', ['c.at'], `c.state in ('confirmed', 'corrected')`)
  return (place) => ({ confirmed_on: latest(read(place), place, dayOf) })
}

function latest(
  chunks: ReturnType<ReturnType<typeof childReader>>,
  place: ChunkPlace,
  toDay: (text: string) => string,
): Texts {
  const days = empty(place)
  for (const { keys, columns } of chunks) {
    const texts = columns[0] as string[]
    for (let i = 0; i < keys.length; i++) {
      const at = place.at(keys[i]!)
      if (at === -1) continue
      const day = toDay(texts[i]!)
      if (days[at] === null || day > days[at]!) days[at] = day
    }
  }
  return days
}
