import type { Book } from './book.ts'
import { cached } from './journal.ts'

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
  | 'email'
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
  readonly limit: number
}

const GENERAL = ['先生', '女士', '小姐', '太太']

const LIVE = `p.status = 'active'`
const TO_SURVIVOR = 'coalesce(p.merged_into, p.id)'

/**
 * Finds parties by code, phone, name, pinyin, initials, former name, phone tail or the source's own number, best first.
 *
 * Exact look-ups go through indexes; parts are searched by `instr` over the covering index of names (a million in 50 ms).
 * Absorbed parties are shown as their survivor. Stops as soon as `limit` are found.
 */
export function findParties(book: Book, query: FindQuery): FoundParty[] {
  const found = new Map<number, FoundBy>()
  const add = (by: FoundBy, sql: string, ...values: (string | number)[]): void => {
    if (found.size >= query.limit) return
    for (const id of cached(book, `${sql} limit ${query.limit}`)
      .pluck()
      .iterate(...values) as Iterable<number>) {
      if (!found.has(id)) found.set(id, by)
      if (found.size >= query.limit) return
    }
  }
  const { id, key, letters, digits, phone } = query
  if (id !== null) add('code', `select ${TO_SURVIVOR} from party p where p.id = ?`, id)
  if (found.size > 0) return [...found].flatMap(([partyId, by]) => describe(book, partyId, by))
  if (phone !== null) add('phone', byContact('c.canonical = ?'), phone)
  add(
    'source-code',
    `select ${TO_SURVIVOR} from customer k join party p on p.id = k.party_id where k.source_code = ?`,
    key.toUpperCase(),
  )
  add('name', `select ${TO_SURVIVOR} from party p where p.name_key = ?`, key)
  if (query.called) addCalled(add, query.called)
  if (digits !== null && digits.length >= 15)
    add(
      'id',
      `select ${TO_SURVIVOR} from party p where p.id_number = ? or p.uscc = ?`,
      key.toUpperCase(),
      key.toUpperCase(),
    )
  add('alias', `select ${TO_SURVIVOR} from alias a join party p on p.id = a.party_id where a.name_key = ?`, key)
  if (key.includes('@')) add('email', byContact('c.canonical = ?'), key)
  // A whole mobile number that nobody has is no part of another one, and no name.
  const isPart = digits !== null && !(phone !== null && digits.length >= 11)
  const isLong = digits !== null && digits.length >= 6
  if (isPart && digits.length >= 3 && !isLong) add('phone-tail', byContact(`c.canonical like '%' || ?`), digits)
  if (letters !== null) {
    add('pinyin', `select p.id from party p where ${LIVE} and p.pinyin = ?`, letters)
    add('initials', `select p.id from party p where ${LIVE} and p.initials = ?`, letters)
    add('pinyin', `select p.id from party p where ${LIVE} and instr(p.pinyin, ?) > 0`, letters)
  }
  // So many digits are in few numbers: one pass finds them all, those that end so first.
  if (isPart && isLong)
    add(
      'phone-part',
      `${byContact('instr(c.canonical, ?) > 0')} order by c.canonical like '%' || ? desc`,
      digits,
      digits,
    )
  else if (isPart && digits.length >= 4) add('phone-part', byContact('instr(c.canonical, ?) > 0'), digits)
  const isName = key !== '' && (digits === null || (digits.length < 4 && isPart))
  if (isName) add('name-part', `select p.id from party p where ${LIVE} and instr(p.name_key, ?) > 0`, key)
  if (isName)
    add(
      'alias',
      `select ${TO_SURVIVOR} from alias a join party p on p.id = a.party_id where instr(a.name_key, ?) > 0`,
      key,
    )
  return [...found].flatMap(([partyId, by]) => describe(book, partyId, by))
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

const byContact = (condition: string): string =>
  `select ${TO_SURVIVOR} from contact_point c join party p on p.id = c.party_id where ${condition} and p.status in ('active', 'merged')`

function describe(book: Book, id: number, by: FoundBy): FoundParty[] {
  const row = cached(
    book,
    `select p.id, p.kind, p.name, p.employer, k.tier, k.owner, k.party_id is not null as isCustomer,
       (select c.canonical from contact_point c where c.party_id = p.id and c.type in ('mobile', 'landline', 'service', 'intl') and c.canonical is not null
        order by c.type = 'mobile' desc, c.id limit 1) as phone,
       (select coalesce(a.city, a.province) from address a where a.party_id = p.id order by a.id limit 1) as city
     from party p left join customer k on k.party_id = p.id where p.id = ?`,
  ).get(id) as (Omit<FoundParty, 'by' | 'isCustomer'> & { isCustomer: number }) | undefined
  return row === undefined ? [] : [{ ...row, isCustomer: row.isCustomer === 1, by }]
}
