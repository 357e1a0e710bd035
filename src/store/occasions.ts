import type { Book } from './book.ts'
import { cached, type Row } from './journal.ts'

/** A remembered day of somebody, before it is known when it comes. */
export interface Remembered {
  readonly partyId: number
  readonly kind: string
  readonly label: string | null
  readonly day: string
  readonly lead: number | null
}

/** Whose card a person's day is told under: their own, or that of the customer they are tied to. */
export interface Holder {
  readonly customerId: number
  readonly customer: string
  /** The person, where it isn't the customer. */
  readonly person: string | null
  readonly relation: string | null
  readonly title: string | null
  readonly tier: string | null
  readonly owner: string | null
  readonly phone: string | null
}

/** By an index of the few that are not active, so that births are read from their index alone. */
const NOT_LIVE = `(select id from party where status <> 'active')`
const YEARLY_FACTS = ['wedding', 'anniversary']

/** Days of the year (`MM-DD`) and all lunar ones: birthdays, wedding and other days told as facts, and days of their own. */
export function* readRemembered(book: Book, days: readonly string[]): Generator<Remembered> {
  const marks = days.map(() => '?').join(', ')
  const births = book.sqlite
    .prepare(
      `select id, birth from party where birth is not null and substr(birth, -5) in (${marks}) and id not in ${NOT_LIVE}
       union all select id, birth from party where birth > 'lunar:' and birth < 'lunar;' and id not in ${NOT_LIVE}`,
    )
    .raw()
  for (const [partyId, day] of births.iterate(...days) as Iterable<[number, string]>)
    yield { partyId, kind: 'birthday', label: null, day, lead: null }
  // Which field is a day is known: the newest word on each counts.
  const facts = book.sqlite
    .prepare(
      `select f.party_id, f.field, f.value from fact f where f.field in (${YEARLY_FACTS.map(() => '?').join(', ')})
       and not exists (select 1 from fact g where g.party_id = f.party_id and g.field = f.field and (coalesce(g.as_of, ''), g.id) > (coalesce(f.as_of, ''), f.id))`,
    )
    .raw()
  for (const [partyId, field, day] of facts.iterate(...YEARLY_FACTS) as Iterable<[number, string, string]>)
    yield { partyId, kind: field === 'wedding' ? 'wedding' : 'other', label: null, day, lead: null }
  for (const row of book.sqlite.prepare('select * from occasion_date order by id').iterate() as Iterable<Row>)
    yield {
      partyId: Number(row['party_id']),
      kind: String(row['kind']),
      label: row['label'] as string | null,
      day: String(row['day']),
      lead: row['lead_days'] as number | null,
    }
}

/** The longest time before a day at which somebody wants to be told. */
export const longestLead = (book: Book): number =>
  Number(book.sqlite.prepare('select coalesce(max(lead_days), 0) from occasion_date').pluck().get())

const CONTACT = `(select c.canonical from contact_point c where c.party_id = p.id and c.canonical is not null
  and c.type in ('mobile', 'landline', 'service', 'intl') order by c.type = 'mobile' desc, c.id limit 1)`

/** The live card a party's days are told under; undefined for somebody nobody of the book is tied to. */
export function holderOf(book: Book, partyId: number): Holder | undefined {
  const own = cached(
    book,
    `select q.id as customerId, q.name as customer, null as person, null as relation, null as title, k.tier, k.owner,
       coalesce(${CONTACT}, ${CONTACT.replaceAll('p.id', 'q.id')}) as phone
     from party p join party q on q.id = coalesce(p.merged_into, p.id) and q.status = 'active' join customer k on k.party_id = q.id
     where p.id = ?`,
  ).get(partyId) as Holder | undefined
  return (
    own ??
    (cached(
      book,
      `select q.id as customerId, q.name as customer, p.name as person, r.type as relation, r.title, k.tier, k.owner, ${CONTACT} as phone
       from party p join relation r on r.from_id = p.id join party o on o.id = r.to_id
       join party q on q.id = coalesce(o.merged_into, o.id) and q.status = 'active' join customer k on k.party_id = q.id
       where p.id = ? and p.status = 'active' order by r.id limit 1`,
    ).get(partyId) as Holder | undefined)
  )
}

/** What a customer likes in a few words, for whoever greets them. */
export function habitsOf(book: Book, partyId: number): string[] {
  return cached(
    book,
    `select value from preference where party_id = @id and likes = 1
     union all select value from fact where party_id = @id and field in ('hobby', 'dining_preference', 'product_preference') limit 3`,
  )
    .pluck()
    .all({ id: partyId }) as string[]
}

/** Whether somebody was greeted for the day that falls on `on`. */
export const isGreeted = (book: Book, partyId: number, kind: string, on: string): boolean =>
  cached(book, 'select 1 from greeting where party_id = ? and kind = ? and on_day = ?').get(partyId, kind, on) !==
  undefined

/** Persons tied to a customer, themselves first: whose days may be meant. */
export const circleOf = (book: Book, customerId: number): number[] =>
  cached(
    book,
    `select id from party where id = @id or merged_into = @id
     union select r.from_id from relation r where r.to_id in (select id from party where id = @id or merged_into = @id)`,
  )
    .pluck()
    .all({ id: customerId }) as number[]
