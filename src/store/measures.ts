import type { IsoDate } from '../model/units.ts'
import type { MeasureColumns, MeasureDef } from '../model/tiers.ts'
import type { Book } from './book.ts'
import { amountOf, isCounted, isVisit, NOT_LIVE, sourceOf } from './counting.ts'
import { type ColumnsUnderWay, dayNumbers, startColumns } from './measure-columns.ts'

export interface MeasureQuery {
  readonly today: IsoDate
  /** First day of the scheme's period, which ends today. */
  readonly periodFrom: IsoDate
  /** Only these measures; all where nothing is told. What a scheme doesn't read need not be read. */
  readonly keys?: ReadonlySet<string>
  /** Whose words a judgement may be written in: `重大` for 2. */
  readonly defs?: readonly MeasureDef[]
}

/** One customer, or all live ones in the order of their ids. */
interface Whom {
  readonly book: Book
  readonly query: MeasureQuery
  readonly columns: ColumnsUnderWay
  readonly wants: (...keys: string[]) => boolean
  /** Row of a party, absorbed ones that of their survivor; -1 for whoever is not asked about. */
  readonly rowOf: (party: number) => number
  /** ` and <column> in (…)` for one customer, '' for all. */
  readonly only: (column: string) => string
  readonly day: (day: string) => number
}

/** Every live customer's inputs of tiers and segments, by column; one scan of each table that is needed. */
export function readMeasures(book: Book, query: MeasureQuery): MeasureColumns {
  const ids = Int32Array.from(
    book.sqlite.prepare(`select party_id from customer where party_id not in ${NOT_LIVE} order by party_id`).pluck().all() as number[],
  )
  const rows = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1)
  for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row
  const absorbed = new Map<number, number>()
  const merged = book.sqlite.prepare('select id, merged_into from party where merged_into is not null').raw()
  for (const [id, into] of merged.iterate() as Iterable<[number, number]>) absorbed.set(id, rows[into] ?? -1)
  return readAll(book, query, ids, {
    rowOf: (party) => {
      const row = rows[party] ?? -1
      return row === -1 && absorbed.size > 0 ? (absorbed.get(party) ?? -1) : row
    },
    only: () => '',
  })
}

/** One live customer's inputs, as `readMeasures` gives them; no rows where there is no such customer. */
export function readMeasuresOf(book: Book, partyId: number, query: MeasureQuery): MeasureColumns {
  const exists = book.sqlite.prepare(`select 1 from customer where party_id = ? and party_id not in ${NOT_LIVE}`).get(partyId)
  const family = book.sqlite.prepare('select id from party where id = ? or merged_into = ?').pluck().all(partyId, partyId) as number[]
  return readAll(book, query, exists === undefined ? [] : [partyId], {
    rowOf: () => (exists === undefined ? -1 : 0),
    only: (column) => ` and ${column} in (${family.join(', ')})`,
  })
}

function readAll(book: Book, query: MeasureQuery, ids: ArrayLike<number>, who: Pick<Whom, 'rowOf' | 'only'>): MeasureColumns {
  const columns = startColumns(ids.length)
  const { keys } = query
  const wants = (...asked: string[]): boolean => keys === undefined || asked.some((key) => keys.has(key))
  const whom: Whom = { book, query, columns, wants, ...who, day: dayNumbers() }
  readDeals(whom)
  readProducts(whom)
  readInteractions(whom)
  readJudgements(whom)
  readProfile(whom)
  readPlaces(whom)
  readFacts(whom)
  return columns.finish(ids)
}

/** Purchases: refunds lessen the totals and are no purchases, cancelled and twice entered orders don't count. */
function readDeals({ book, query, columns, wants, rowOf, only, day }: Whom): void {
  if (!wants(...DEAL_KEYS)) return
  const total = columns.number('purchases_total', 0)
  const inPeriod = columns.number('purchases_in_period', 0)
  const largest = columns.number('largest_purchase', 0)
  const count = columns.number('deal_count', 0)
  const countInPeriod = columns.number('deals_in_period', 0)
  const first = columns.number('first_purchase_on', Number.NaN)
  const last = columns.number('last_purchase_on', Number.NaN)
  const { periodFrom, today } = query
  const rows = book.sqlite
    .prepare(`select d.party_id, d.on_day, ${amountOf('d')}, d.kind = 'refund' from deal d where ${isCounted('d')}${only('d.party_id')}`)
    .raw()
  for (const [party, on, amount, isRefund] of rows.iterate() as Iterable<[number, string | null, number, 0 | 1]>) {
    const row = rowOf(party)
    if (row === -1) continue
    const isNow = on !== null && on >= periodFrom && on <= today
    total[row]! += amount
    if (isNow) inPeriod[row]! += amount
    if (isRefund === 1) continue
    count[row]! += 1
    if (isNow) countInPeriod[row]! += 1
    if (amount > largest[row]!) largest[row] = amount
    if (on === null) continue
    const number = day(on)
    if (!(number >= first[row]!)) first[row] = number
    if (!(number <= last[row]!)) last[row] = number
  }
}

const DEAL_KEYS = [
  ...['purchases_total', 'purchases_in_period', 'largest_purchase', 'deal_count', 'deals_in_period'],
  ...['first_purchase_on', 'last_purchase_on'],
]

/** Words by which a product is a detached villa, and by which it is of that type (独立别墅同类型物业). Source: requirements.md a.6. */
const DETACHED = ['独立别墅', '独栋', 'detached']
const SIMILAR = ['别墅', '同类', '双拼', '叠拼', '联排', 'villa']
/** A semi-detached house is no detached one, though its name holds the word. */
const NOT_DETACHED = ['semi-detached', 'semi detached']

type Villa = 'detached' | 'similar' | 'other'

function villaOf(product: string): Villa {
  const what = product.toLowerCase()
  const has = (words: readonly string[]): boolean => words.some((word) => what.includes(word))
  if (has(NOT_DETACHED)) return 'similar'
  return has(DETACHED) ? 'detached' : has(SIMILAR) ? 'similar' : 'other'
}

/** Owners of detached villas and the like; unknown where a purchase doesn't say what it was of. */
function readProducts({ book, columns, wants, rowOf, only }: Whom): void {
  if (!wants('has_detached', 'has_similar')) return
  const detached = columns.flag('has_detached', 0)
  const similar = columns.flag('has_similar', 0)
  // One look at each product lets through what may be a villa; the words are judged here, once each.
  const maybe = (column: string): string =>
    `(${column} glob '*[墅栋类拼排]*' or ${column} like '%villa%' or ${column} like '%detached%')`
  const rows = book.sqlite
    .prepare(
      `select d.party_id, case when d.product is null then d.product_kind when d.product_kind is null then d.product
         else d.product_kind || ' ' || d.product end
       from deal d where ((d.product is null and d.product_kind is null) or ${maybe('d.product')} or ${maybe('d.product_kind')})
         and ${isCounted('d')} and d.kind <> 'refund'${only('d.party_id')}`,
    )
    .raw()
  const judged = new Map<string, Villa>()
  const note = (flags: Uint8Array, row: number, value: 1 | 2): void => {
    if (value === 1 || flags[row] === 0) flags[row] = value
  }
  for (const [party, product] of rows.iterate() as Iterable<[number, string | null]>) {
    const row = rowOf(party)
    if (row === -1) continue
    if (product === null) {
      note(detached, row, 2)
      note(similar, row, 2)
      continue
    }
    let villa = judged.get(product)
    if (villa === undefined) judged.set(product, (villa = villaOf(product)))
    if (villa !== 'other') note(villa === 'detached' ? detached : similar, row, 1)
  }
}

/** Contacts of every kind; meals and contacts of the period; what was spent on the customer. */
function readInteractions({ book, query, columns, wants, rowOf, only, day }: Whom): void {
  if (!wants('contacts', 'contacts_in_period', 'events_attended', 'enquiries', 'meals_in_period', 'last_contact_on', 'cost_total')) return
  const contacts = columns.number('contacts', 0)
  const inPeriod = columns.number('contacts_in_period', 0)
  const events = columns.number('events_attended', 0)
  const enquiries = columns.number('enquiries', 0)
  const meals = columns.number('meals_in_period', 0)
  const last = columns.number('last_contact_on', Number.NaN)
  const cost = columns.number('cost_total', 0)
  const { periodFrom, today } = query
  const rows = book.sqlite
    .prepare(
      `select i.party_id, i.on_day, case i.kind when 'event' then 1 when 'meal' then 2 else 0 end, ${isVisit('i')}, i.cost
       from interaction i where 1${only('i.party_id')}`,
    )
    .raw()
  type Row = [party: number, on: string | null, kind: 0 | 1 | 2, isVisit: 0 | 1, cost: number | null]
  for (const [party, on, kind, isEnquiry, spent] of rows.iterate() as Iterable<Row>) {
    const row = rowOf(party)
    if (row === -1) continue
    const isNow = on !== null && on >= periodFrom && on <= today
    contacts[row]! += 1
    enquiries[row]! += isEnquiry
    if (kind === 1) events[row]! += 1
    if (isNow) inPeriod[row]! += 1
    if (isNow && kind === 2) meals[row]! += 1
    if (spent !== null) cost[row]! += spent
    if (on === null) continue
    const number = day(on)
    if (!(number <= last[row]!)) last[row] = number
  }
}

const FLAG_JUDGEMENTS = new Set(['brings_others', 'prefers_detached'])
const YES = new Set(['1', 'yes', 'true', '是', 'y'])
const NO = new Set(['0', 'no', 'false', '否', 'n'])

/** The newest opinion of each kind; a word nobody knows is unknown. */
function readJudgements({ book, query, columns, wants, rowOf, only }: Whom): void {
  const words = new Map<string, number>()
  for (const def of query.defs ?? [])
    for (const { value, zh, en } of def.words ?? []) words.set(`${def.key} ${zh}`, value).set(`${def.key} ${en}`, value)
  const rows = book.sqlite
    .prepare(`select j.party_id, j.kind, j.value from judgement j where 1${only('j.party_id')} order by j.on_day, j.id`)
    .raw()
  for (const [party, kind, value] of rows.iterate() as Iterable<[number, string, string]>) {
    const row = rowOf(party)
    if (row === -1 || !wants(kind)) continue
    const word = value.trim().toLowerCase()
    if (FLAG_JUDGEMENTS.has(kind)) columns.flag(kind, 2)[row] = YES.has(word) ? 1 : NO.has(word) ? 0 : 2
    else columns.number(kind, Number.NaN)[row] = words.get(`${kind} ${value.trim()}`) ?? (word === '' ? Number.NaN : Number(word))
  }
}

/** Columns of party and card that are texts as they stand, by measure. */
const TEXTS: Readonly<Record<string, string>> = {
  kind: 'p.kind',
  gender: 'p.gender',
  occupation: 'p.occupation',
  education: 'p.education',
  industry: 'p.industry',
  region: 'p.region',
  source: sourceOf('k'),
  owner: 'k.owner',
  status: 'k.status',
  tier: 'k.tier',
}

function readProfile({ book, query, columns, wants, rowOf, only, day }: Whom): void {
  const texts = Object.keys(TEXTS).filter((key) => wants(key))
  const wantsAge = wants('age')
  const wantsOpened = wants('opened_on')
  if (texts.length === 0 && !wantsAge && !wantsOpened) return
  const needsParty = wantsAge || texts.some((key) => TEXTS[key]!.startsWith('p.'))
  const picked = [wantsAge ? 'p.birth' : 'null', wantsOpened ? 'k.opened_on' : 'null', ...texts.map((key) => TEXTS[key]!)]
  const rows = book.sqlite
    .prepare(
      `select k.party_id, ${picked.join(', ')} from customer k ${needsParty ? 'join party p on p.id = k.party_id' : ''}
       where k.party_id not in ${NOT_LIVE}${only('k.party_id')}`,
    )
    .raw()
  const age = ageOn(query.today)
  for (const cells of rows.iterate() as Iterable<[number, ...(string | null)[]]>) {
    const row = rowOf(cells[0])
    if (row === -1) continue
    const birth = cells[1] as string | null
    const opened = cells[2] as string | null
    if (birth !== null) {
      const years = age(birth)
      if (years !== null) columns.number('age', Number.NaN)[row] = years
    }
    if (opened !== null) columns.number('opened_on', Number.NaN)[row] = day(opened)
    for (let i = 0; i < texts.length; i++) {
      const text = cells[i + 3] as string | null
      if (text !== null) columns.text(texts[i]!)[row] = columns.word(text)
    }
  }
}

/** Whole years on a day of a birth date as known; null where its year isn't, or it lies ahead. By the moon: to the year. */
function ageOn(today: IsoDate): (birth: string) => number | null {
  const year = Number(today.slice(0, 4))
  return (birth) => {
    const born = birth.startsWith('lunar:') ? birth.slice(6) : birth
    const bornYear = Number(born.slice(0, 4))
    if (!/^\d{4}(-|$)/.test(born)) return null
    const isBefore = !birth.startsWith('lunar:') && born.length > 4 && today.slice(5, born.length) < born.slice(5)
    const years = year - bornYear - (isBefore ? 1 : 0)
    return years < 0 ? null : years
  }
}

/** Province and city of the first address that has one. */
function readPlaces({ book, columns, wants, rowOf, only }: Whom): void {
  if (!wants('province', 'city')) return
  const rows = book.sqlite
    .prepare(
      `select a.party_id, a.province, a.city from address a where (a.province is not null or a.city is not null)${only('a.party_id')} order by a.id`,
    )
    .raw()
  for (const [party, province, city] of rows.iterate() as Iterable<[number, string | null, string | null]>) {
    const row = rowOf(party)
    if (row === -1) continue
    const provinces = columns.text('province')
    const cities = columns.text('city')
    if (provinces[row] !== null || cities[row] !== null) continue
    provinces[row] = province === null ? null : columns.word(province)
    cities[row] = city === null ? null : columns.word(city)
  }
}

const FACT_NUMBERS: readonly string[] = ['registered_capital', 'staff_size', 'meal_spend']
const FACT_TEXTS: readonly string[] = ['credit_rating']

/** The newest word on each fact that is a measure; money facts are kept in 分, a range counts by its lower end. */
function readFacts({ book, columns, wants, rowOf, only }: Whom): void {
  const keys = [...FACT_NUMBERS, ...FACT_TEXTS].filter((key) => wants(key))
  if (keys.length === 0) return
  const rows = book.sqlite
    .prepare(
      `select f.party_id, f.field, f.value from fact f
       where f.field in (${keys.map(() => '?').join(', ')})${only('f.party_id')} order by f.as_of nulls first, f.id`,
    )
    .raw()
  for (const [party, field, value] of rows.iterate(...keys) as Iterable<[number, string, string]>) {
    const row = rowOf(party)
    if (row === -1) continue
    if (FACT_TEXTS.includes(field)) columns.text(field)[row] = columns.word(value)
    else columns.number(field, Number.NaN)[row] = firstNumber(value)
  }
}

/** The number a canonical text begins with: `300-500` is 300. */
function firstNumber(value: string): number {
  const match = /^\s*(-?\d+(?:\.\d+)?)/.exec(value)
  return match === null ? Number.NaN : Number(match[1])
}
