import type { FactQuery, Span } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ComingDate } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { readRemembered } from '../occasions.ts'
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
/** Kinds a report has words for. */
const KINDS: ReadonlySet<string> = new Set(['birthday', 'wedding', 'promotion', 'contract-end', 'follow-up'])

/** Birthdays, anniversaries, ends of contracts and next contacts within a span: at most 200, of the highest levels, by day. */
export function readComingDates(book: Book, { query, way, scope }: Asked, span: Span): ComingDate[] {
  const yearly = yearlyDays(span, query)
  const found: Found[] = [...yearlyDates(book, yearly), ...contractEnds(book, span)]
  found.push(...ownDates(book, yearly))
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

/** Birthdays, weddings and other days that people remember each year. */
function* yearlyDates(book: Book, { isComing, days }: YearlyDays): Generator<Found> {
  for (const { partyId, kind, day } of readRemembered(book, days)) {
    const coming = isComing(day)
    if (coming !== undefined) yield { partyId, kind: KINDS.has(kind) ? kind : 'other', ...coming }
  }
}

/** Days somebody asked to be reminded of; a name of their own is another anniversary. */
function* ownDates(book: Book, { isComing }: YearlyDays): Generator<Found> {
  const rows = book.sqlite.prepare('select party_id, kind, day from occasion_date order by id').raw()
  for (const [partyId, told, partial] of rows.iterate() as Iterable<[number, string, string]>) {
    const day = isComing(partial)
    const kind = told === 'birthday' || told === 'wedding' ? told : 'other'
    if (day !== undefined) yield { partyId, kind, ...day }
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
    book.sqlite
      .prepare(followUps((day) => `${day} >= ? and ${day} < ?`, scope))
      .raw()
      .all(from, to, from, to) as [number, string][]
  ).map(([partyId, on]) => ({ partyId, on, kind: 'follow-up', years: null }))

type Card = Pick<ComingDate, 'code' | 'name' | 'person' | 'tier' | 'owner'>

/** The live customer card a party's day is told under: its own, else that of the customer it is tied to. */
function cardFinder(book: Book, scope: Scope): (partyId: number) => Card | undefined {
  const own = book.sqlite
    .prepare(
      `select p.id, p.name, k.tier, k.owner from party o join party p on p.id = coalesce(o.merged_into, o.id) and p.status = 'active'
       join customer k on k.party_id = p.id where o.id = ?${scope('p.id')}`,
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
