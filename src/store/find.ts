import type { Book } from './book.ts'
import { cached } from './journal.ts'
import { candidates, confirmed } from './search/candidates.ts'
import type { SearchSetting } from './search/lines.ts'

/** A party in a list of findings. */
export interface FoundParty {
  readonly id: number
  readonly kind: 'person' | 'org'
  readonly name: string
  readonly phone: string | null
  readonly city: string | null
  readonly tier: string | null
  readonly owner: string | null
  readonly employer: string | null
  readonly isCustomer: boolean
  readonly by: FoundBy
  /** Whose driver, wife or secretary somebody is who is no customer. */
  readonly of: {
    readonly id: number
    readonly name: string
    readonly type: string
    readonly title: string | null
  } | null
}

/** What the words were found in. */
export type FoundBy =
  | 'code'
  | 'phone'
  | 'source-code'
  | 'name'
  | 'called'
  | 'id'
  | 'alias'
  | 'short-name'
  | 'email'
  | 'wechat'
  | 'plate'
  | 'mark'
  | 'phone-tail'
  | 'pinyin'
  | 'initials'
  | 'name-part'
  | 'phone-part'

export interface FindQuery {
  /** Code number where the words are a code. */
  readonly id: number | null
  /** Folded words. */
  readonly key: string
  /** Lower-case letters of the words, where they are only letters. */
  readonly letters: string | null
  /** Digits of the words, where they are a phone or a part of one. */
  readonly digits: string | null
  /** The words in a phone's normal form, where they can be read as one. */
  readonly phone: string | null
  /** A surname and how its bearer is spoken of (张总), where the words are that. */
  readonly called?: { readonly surname: string; readonly word: string; readonly gender: 'M' | 'F' | null } | null
  /** The words as a number plate or an account, where they can be one. */
  readonly mark: string | null
  readonly setting: SearchSetting
  readonly limit: number
}

const GENERAL = ['先生', '女士', '小姐', '太太']

const LIVE = `p.status = 'active'`
const TO_SURVIVOR = 'coalesce(p.merged_into, p.id)'
/** Customers before the people around them, high tiers first. */
const RANKED = `left join customer r on r.party_id = ${TO_SURVIVOR}`
const BY_RANK = `order by r.party_id is null, r.tier is null, r.tier, p.id`

/**
 * Finds parties by code, phone, name, pinyin, initials, former or short name, phone tail, number plate or the source's
 * own number, best first: the whole before its parts, within one rank customers first, by tier.
 *
 * Exact look-ups go through indexes; parts are looked for in packed blocks (`search/blocks`). Absorbed parties are
 * shown as their survivor. Stops as soon as `limit` are found.
 */
export function findParties(book: Book, query: FindQuery): FoundParty[] {
  const found = new Map<number, FoundBy>()
  exactly(book, query, found)
  const isOne = query.id !== null && found.size > 0
  if (!isOne && found.size < query.limit) byParts(book, query, found)
  return [...found].flatMap(([partyId, by]) => describe(book, partyId, by))
}

type Found = Map<number, FoundBy>

function exactly(book: Book, query: FindQuery, found: Found): void {
  const add = (by: FoundBy, sql: string, ...values: (string | number)[]): void => {
    if (found.size >= query.limit) return
    for (const id of cached(book, `${sql} limit ${query.limit}`)
      .pluck()
      .iterate(...values) as Iterable<number>) {
      if (!found.has(id)) found.set(id, by)
      if (found.size >= query.limit) return
    }
  }
  const { id, key, digits, phone, called } = query
  const upper = key.toUpperCase()
  const byContact = `select ${TO_SURVIVOR} from contact_point c join party p on p.id = c.party_id ${RANKED}
    where c.canonical = ? and p.status in ('active', 'merged') ${BY_RANK}`
  if (id !== null) add('code', `select ${TO_SURVIVOR} from party p where p.id = ?`, id)
  if (found.size > 0) return
  if (phone !== null) add('phone', byContact, phone)
  add(
    'source-code',
    `select ${TO_SURVIVOR} from customer k join party p on p.id = k.party_id where k.source_code = ?`,
    upper,
  )
  add('name', `select ${TO_SURVIVOR} from party p ${RANKED} where p.name_key = ? ${BY_RANK}`, key)
  if (called) addCalled(add, called)
  if (digits !== null && digits.length >= 15)
    add('id', `select ${TO_SURVIVOR} from party p where p.id_number = ? or p.uscc = ?`, upper, upper)
  add(
    'alias',
    `select ${TO_SURVIVOR} from alias a join party p on p.id = a.party_id ${RANKED} where a.name_key = ? ${BY_RANK}`,
    key,
  )
  if (key.includes('@')) add('email', byContact, key)
}

/** 张总 is whoever of that surname is spoken of so, or holds a post of that word; 张女士 any woman of it. */
function addCalled(
  add: (by: FoundBy, sql: string, ...values: (string | number)[]) => void,
  { surname, word, gender }: NonNullable<FindQuery['called']>,
): void {
  const of = `select p.id from party p where ${LIVE} and p.name_key >= ? and p.name_key < ? and p.surname = ?`
  const values = [surname, `${surname}\u{10ffff}`, surname]
  // One pass over all of a surname: a million customers have seventy thousand 张.
  if (gender !== null && GENERAL.includes(word))
    add('called', `${of} and (p.gender = ? or p.honorific = ?)`, ...values, gender, word)
  else
    add('called', `${of} and (p.honorific in (?, ?) or instr(p.title, ?) > 0)`, ...values, word, surname + word, word)
}

/** Those that hold the words somewhere, the best of each rank first. */
function byParts(book: Book, query: FindQuery, found: Found): void {
  const all = candidates(book, query)
  for (let at = 0; at < all.length && found.size < query.limit; ) {
    const { rank } = all[at]!
    const end = all.findIndex((one, index) => index > at && one.rank !== rank)
    const alike = all.slice(at, end === -1 ? all.length : end)
    at += alike.length
    for (const { id, place } of ranked(book, alike)) {
      if (found.size >= query.limit) return
      const by = found.has(id) ? null : confirmed(book, alike[place]!, query)
      if (by !== null) found.set(id, by)
    }
  }
}

/** Candidates of one rank as their survivors: customers first, by tier. */
function ranked(book: Book, alike: readonly { readonly id: number }[]): readonly { id: number; place: number }[] {
  return cached(
    book,
    `select ${TO_SURVIVOR} as id, j.key as place from json_each(?) j join party p on p.id = j.value ${RANKED}
     where p.status in ('active', 'merged') ${BY_RANK}`,
  ).all(JSON.stringify(alike.map(({ id }) => id))) as { id: number; place: number }[]
}

function describe(book: Book, id: number, by: FoundBy): FoundParty[] {
  const row = cached(
    book,
    `select p.id, p.kind, p.name, p.employer, k.tier, k.owner, k.party_id is not null as isCustomer,
       (select c.canonical from contact_point c where c.party_id = p.id and c.type in ('mobile', 'landline', 'service', 'intl') and c.canonical is not null
        order by c.type = 'mobile' desc, c.id limit 1) as phone,
       (select coalesce(a.city, a.province) from address a where a.party_id = p.id order by a.id limit 1) as city
     from party p left join customer k on k.party_id = p.id where p.id = ? and p.status <> 'anonymised'`,
  ).get(id) as (Omit<FoundParty, 'by' | 'isCustomer' | 'of'> & { isCustomer: number }) | undefined
  if (row === undefined) return []
  const isCustomer = row.isCustomer === 1
  return [{ ...row, isCustomer, by, of: isCustomer ? null : tiedTo(book, id) }]
}

function tiedTo(book: Book, id: number): FoundParty['of'] {
  const row = cached(
    book,
    `select q.id, q.name, r.type, r.title from relation r join party p on p.id = r.to_id join party q on q.id = ${TO_SURVIVOR}
     join customer k on k.party_id = q.id where r.from_id = ? and r.until is null order by r.id limit 1`,
  ).get(id)
  return (row as FoundParty['of'] | undefined) ?? null
}
