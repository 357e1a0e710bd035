import type { FactQuery, Span } from '../../model/fact-query.ts'
import type { ComingDate } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { codeOf } from '../counting.ts'
import type { Scope } from './scope.ts'
import type { Asked } from './tier-moves.ts'
import { followUps } from './waiting.ts'

/** A day that comes, before it is known whose customer card it stands on. */
interface Found {
  readonly partyId: number
  readonly on: string
  readonly kind: string
  readonly years: number | null
}

const MOST = 200
/** Facts that are a day of the year, or a day once. */
const YEARLY: Readonly<Record<string, string>> = { wedding: 'wedding', anniversary: 'other', established_on: 'other' }
const ONCE: Readonly<Record<string, string>> = { contract_end: 'contract-end' }

/** Birthdays, anniversaries, ends of contracts and next contacts within a span: at most 200, of the highest levels, by day. */
export function readComingDates(book: Book, { query, way, scope }: Asked, span: Span): ComingDate[] {
  const yearly = yearlyDays(span, query)
  const found: Found[] = [...birthdays(book, yearly), ...factDates(book, span, yearly), ...contractEnds(book, span)]
  found.push(...nextContacts(book, span, scope))
  const holder = cardFinder(book, scope)
  const dates = found.flatMap(({ partyId, on, kind, years }) => {
    const card = holder(partyId)
    return card === undefined ? [] : [{ on, kind, years, ...card }]
  })
  const byDay = (a: ComingDate, b: ComingDate): number =>
    compare(a.on, b.on) || way.rank(a.tier) - way.rank(b.tier) || compare(a.code, b.code) || compare(a.kind, b.kind)
  return dates
    .sort((a, b) => way.rank(a.tier) - way.rank(b.tier) || byDay(a, b))
    .slice(0, MOST)
    .sort(byDay)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface YearlyDays {
  /** `MM-DD` of every day in the span. */
  readonly days: readonly string[]
  readonly isComing: (partial: string) => { readonly on: string; readonly years: number | null } | undefined
}

/** Tells on which day of the span a date comes round; 29 February is kept on the 28th where the year has none. */
function yearlyDays(span: Span, { solarOf }: FactQuery): YearlyDays {
  const days = new Map<string, string>()
  for (let ms = Date.parse(span.from); ms < Date.parse(span.to); ms += 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10)
    days.set(day.slice(5), day)
    const next = new Date(ms + 86_400_000).toISOString()
    if (day.endsWith('-02-28') && next.slice(5, 10) === '03-01') days.set('02-29', day)
  }
  const years = [...new Set([span.from.slice(0, 4), span.to.slice(0, 4)])].map(Number)
  const moonDays = new Map<string, string | undefined>()
  const moonDay = (partial: string): string | undefined => {
    if (!moonDays.has(partial))
      moonDays.set(
        partial,
        years.flatMap((year) => solarOf(partial, year)).find((day) => day >= span.from && day < span.to),
      )
    return moonDays.get(partial)
  }
  const isComing: YearlyDays['isComing'] = (partial) => {
    if (partial.startsWith('lunar:')) {
      const on = moonDay(partial)
      return on === undefined ? undefined : { on, years: lunarYears(partial, on) }
    }
    const isWhole = partial.length === 10
    if (!isWhole && !(partial.length === 7 && partial.startsWith('--'))) return undefined
    const on = days.get(partial.slice(-5))
    if (on === undefined || (isWhole && partial >= on)) return undefined
    return { on, years: isWhole ? Number(on.slice(0, 4)) - Number(partial.slice(0, 4)) : null }
  }
  return { days: [...days.keys()], isComing }
}

/** Lunar years between; the last lunar months of a year fall into the next civil one. */
function lunarYears(partial: string, on: string): number | null {
  const match = /^lunar:(\d{4})-(\d{2})-/.exec(partial)
  if (match === null) return null
  const isNextYear = Number(match[2]) >= 10 && Number(on.slice(5, 7)) <= 2
  return Number(on.slice(0, 4)) - Number(match[1]) - (isNextYear ? 1 : 0)
}

function* birthdays(book: Book, { isComing, days }: YearlyDays): Generator<Found> {
  // The index of births is read through once; SQLite lets out only those of the days and those by the moon.
  const rows = book.sqlite
    .prepare(
      `select id, birth from party where birth is not null and substr(birth, -5) in (${days.map(() => '?').join(', ')})
       union all select id, birth from party where birth > 'lunar:' and birth < 'lunar;'`,
    )
    .raw()
  for (const [partyId, birth] of rows.iterate(...days) as Iterable<[number, string]>) {
    const day = isComing(birth)
    if (day !== undefined) yield { partyId, kind: 'birthday', ...day }
  }
}

function* factDates(book: Book, span: Span, { isComing }: YearlyDays): Generator<Found> {
  const keys = [...Object.keys(YEARLY), ...Object.keys(ONCE)]
  // One statement for the few fields that are dates; the newest word on each counts.
  const rows = book.sqlite
    .prepare(
      `select f.party_id, f.field, f.value from fact f where f.field in (${keys.map(() => '?').join(', ')})
       and not exists (select 1 from fact g where g.party_id = f.party_id and g.field = f.field and (coalesce(g.as_of, ''), g.id) > (coalesce(f.as_of, ''), f.id))`,
    )
    .raw()
  for (const [partyId, field, value] of rows.iterate(...keys) as Iterable<[number, string, string]>) {
    const yearly = YEARLY[field]
    const day = yearly === undefined ? undefined : isComing(value)
    if (yearly !== undefined && day !== undefined) yield { partyId, kind: yearly, ...day }
    const once = ONCE[field]
    if (once !== undefined && value >= span.from && value < span.to)
      yield { partyId, kind: once, on: value, years: null }
  }
}

/** Ends of contracts stand among the facts of a deal. */
const contractEnds = (book: Book, { from, to }: Span): Found[] =>
  (
    book.sqlite
      .prepare(
        `select d.party_id, json_extract(d.facts, '$.contract_end') as ends from deal d
         where d.facts is not null and d.duplicate_of is null and ends >= ? and ends < ?`,
      )
      .raw()
      .all(from, to) as [number, string][]
  ).map(([partyId, on]) => ({ partyId, on, kind: 'contract-end', years: null }))

const nextContacts = (book: Book, { from, to }: Span, scope: Scope): Found[] =>
  (
    book.sqlite.prepare(followUps('i.next_on >= ? and i.next_on < ?', scope)).raw().all(from, to) as [number, string][]
  ).map(([partyId, on]) => ({ partyId, on, kind: 'follow-up', years: null }))

type Card = Pick<ComingDate, 'code' | 'name' | 'person' | 'tier' | 'owner'>

/** The live customer card a party's day is told under: its own, else that of the customer it is tied to. */
function cardFinder(book: Book, scope: Scope): (partyId: number) => Card | undefined {
  const own = book.sqlite
    .prepare(
      `select p.id, p.name, k.tier, k.owner from party p join customer k on k.party_id = p.id where p.id = ? and p.status = 'active'${scope('p.id')}`,
    )
    .raw()
  const tied = book.sqlite
    .prepare(
      `select coalesce(q.merged_into, q.id), c.name, k.tier, k.owner, p.name
       from party p join relation r on r.from_id = p.id join party q on q.id = r.to_id
       join party c on c.id = coalesce(q.merged_into, q.id) and c.status = 'active' join customer k on k.party_id = c.id
       where p.id = ? and p.status = 'active' and not exists (select 1 from customer o where o.party_id = p.id)${scope('c.id')}
       order by r.id limit 1`,
    )
    .raw()
  type Row = [id: number, name: string, tier: string | null, owner: string | null, person?: string]
  return (partyId) => {
    const row = (own.get(partyId) ?? tied.get(partyId)) as Row | undefined
    if (row === undefined) return undefined
    return { code: codeOf(row[0]), name: row[1], person: row[4] ?? null, tier: row[2], owner: row[3] }
  }
}
