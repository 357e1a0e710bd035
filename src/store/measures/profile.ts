import type { IsoDate } from '../../model/units.ts'
import { readColumns } from '../column-reader.ts'
import { sourceOf } from '../counting.ts'
import type { ColumnsUnderWay } from './columns.ts'
import { only, type Whom } from './whom.ts'

/** Columns of the party and of the card that are texts as they stand, by measure. */
const PARTY_TEXTS: Readonly<Record<string, string>> = {
  kind: 'p.kind',
  gender: 'p.gender',
  occupation: 'p.occupation',
  education: 'p.education',
  industry: 'p.industry',
  region: 'p.region',
}
const CARD_TEXTS: Readonly<Record<string, string>> = {
  source: sourceOf('k'),
  owner: 'k.owner',
  status: 'k.status',
  tier: 'k.tier',
}

/** Two scans side by side are far cheaper than one join of a million rows. */
export function readProfile(whom: Whom): void {
  const age = ageOn(whom.query.today)
  readTexts(whom, { from: 'party p', key: 'p.id', texts: PARTY_TEXTS }, ['age', 'p.birth', age])
  readTexts(whom, { from: 'customer k', key: 'k.party_id', texts: CARD_TEXTS }, ['opened_on', 'k.opened_on', whom.day])
}

interface TextQuery {
  readonly from: string
  readonly key: string
  readonly texts: Readonly<Record<string, string>>
}

type Reckoned = readonly [measure: string, column: string, reckon: (text: string) => number]

function readTexts(
  { book, columns, wants, rowOf, family, ids }: Whom,
  { from, key, texts }: TextQuery,
  reckoned: Reckoned,
): void {
  const keys = Object.keys(texts).filter((measure) => wants(measure))
  const [measure, column, reckon] = reckoned
  const asked = [...keys.map((each) => texts[each]!), ...(wants(measure) ? [column] : [])]
  if (asked.length === 0) return
  for (const page of readColumns(book, { from, key, columns: asked, where: '1' }, family)) {
    // The survivor's own words: what it took over at the merge stands in its row.
    const rows = page.keys.map((id) => (ids[rowOf(id)] === id ? rowOf(id) : -1))
    asked.forEach((_, at) => {
      const cells = page.columns[at] as (string | null)[]
      const put = at < keys.length ? putText(columns, keys[at]!) : putNumber(columns, measure, reckon)
      for (let i = 0; i < cells.length; i++) if (cells[i] !== null && rows[i] !== -1) put(rows[i]!, cells[i]!)
    })
  }
}

const putText = (columns: ColumnsUnderWay, measure: string) => (row: number, text: string) => {
  columns.text(measure)[row] = columns.word(text)
}

const putNumber =
  (columns: ColumnsUnderWay, measure: string, reckon: (text: string) => number) => (row: number, text: string) => {
    const number = reckon(text)
    if (!Number.isNaN(number)) columns.number(measure, Number.NaN)[row] = number
  }

/** Whole years on a day of a birth date as known; NaN where its year isn't, or it lies ahead. By the moon: to the year. */
function ageOn(today: IsoDate): (birth: string) => number {
  const year = Number(today.slice(0, 4))
  return (birth) => {
    const born = birth.startsWith('lunar:') ? birth.slice(6) : birth
    const bornYear = Number(born.slice(0, 4))
    if (!/^\d{4}(-|$)/.test(born)) return Number.NaN
    const isBefore = !birth.startsWith('lunar:') && born.length > 4 && today.slice(5, born.length) < born.slice(5)
    const years = year - bornYear - (isBefore ? 1 : 0)
    return years < 0 ? Number.NaN : years
  }
}

/** Province and city of the first address that has one; the customer's own goes before that of an absorbed party. */
export function readPlaces({ book, columns, wants, rowOf, family, ids }: Whom): void {
  if (!wants('province', 'city')) return
  const provinces = columns.text('province')
  const cities = columns.text('city')
  const isOwn = columns.flags()
  const word = (text: string | null): string | null => (text === null ? null : columns.word(text))
  const asked = {
    from: 'address a',
    key: 'a.party_id',
    columns: ['a.province', 'a.city'],
    where: '(a.province is not null or a.city is not null)',
  }
  for (const { keys, columns: cells } of readColumns(book, asked, family)) {
    const [ofProvince, ofCity] = cells as [(string | null)[], (string | null)[]]
    for (let i = 0; i < keys.length; i++) {
      const row = rowOf(keys[i]!)
      if (row === -1 || isOwn[row] === 1) continue
      const own = keys[i] === ids[row]
      if (!own && (provinces[row] !== null || cities[row] !== null)) continue
      provinces[row] = word(ofProvince[i]!)
      cities[row] = word(ofCity[i]!)
      if (own) isOwn[row] = 1
    }
  }
}

/** Facts that are measures, by their field; of two fields of one measure the newer word counts. */
const FACTS: Readonly<Record<string, { readonly measure: string; readonly type: 'money' | 'number' | 'text' }>> = {
  registered_capital: { measure: 'registered_capital', type: 'money' },
  staff_size: { measure: 'staff_size', type: 'number' },
  size: { measure: 'staff_size', type: 'number' },
  meal_spend: { measure: 'meal_spend', type: 'money' },
  credit_rating: { measure: 'credit_rating', type: 'text' },
}

/** The newest word on each fact that is a measure; a range counts by its lower end. Credit assessed at the desk is a word on it too. */
export function readFacts(whom: Whom): void {
  const { book, columns, wants, rowOf } = whom
  const fields = Object.keys(FACTS).filter((field) => wants(FACTS[field]!.measure))
  if (fields.length === 0) return
  const rows = book.sqlite
    .prepare(
      `select party, field, value from (
         select f.party_id as party, f.field as field, f.value as value, coalesce(f.as_of, '') as day, f.id as id from fact f
         where f.field in (${fields.map(() => '?').join(', ')})${only(whom, 'f.party_id')}
         union all select c.party_id, 'credit_rating', c.rating, c.on_day, c.id from credit c
         where c.rating is not null${only(whom, 'c.party_id')})
       order by day, id`,
    )
    .raw()
  for (const [party, field, value] of rows.iterate(...fields) as Iterable<[number, string, string]>) {
    const row = rowOf(party)
    const { measure, type } = FACTS[field]!
    if (row === -1 || !wants(measure)) continue
    if (type === 'text') columns.text(measure)[row] = columns.word(ratingOf(value))
    else columns.number(measure, Number.NaN)[row] = firstNumber(value) * (type === 'money' ? 100 : 1)
  }
}

/** `AA级` and `aa` are AA. */
const ratingOf = (value: string): string =>
  value
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[级級]$/, '')

/** The number a text begins with: `300-500人` is 300, `约 1,200 人` is 1200. */
function firstNumber(value: string): number {
  const match = /-?\d[\d,]*(?:\.\d+)?/.exec(value)
  return match === null ? Number.NaN : Number(match[0].replaceAll(',', ''))
}
