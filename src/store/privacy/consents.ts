import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { cached, type Operation } from '../journal.ts'

/** What a person agreed to, or on what other ground their data is used. */
export interface Consent {
  readonly id: number
  readonly partyId: number
  readonly name: string
  readonly purpose: string
  readonly scope: string | null
  readonly lawfulBasis: string
  /** How they were told (告知方式). */
  readonly wayTold: string | null
  readonly givenOn: IsoDate
  readonly proof: string | null
  readonly reviewOn: IsoDate | null
  readonly withdrawnOn: IsoDate | null
  readonly withdrawnWay: string | null
}

const COLUMNS = `c.id, c.party_id as partyId, p.name, c.purpose, c.scope, c.lawful_basis as lawfulBasis, c.way_told as wayTold,
  c.given_on as givenOn, c.proof, c.review_on as reviewOn, c.withdrawn_on as withdrawnOn, c.withdrawn_way as withdrawnWay`
const FROM = 'from consent c join party p on p.id = c.party_id'
const FAMILY = '(select id from party where id = @id or merged_into = @id)'

/** Keeps a consent. */
export const addConsent = (
  operation: Operation,
  one: Omit<Consent, 'id' | 'name' | 'withdrawnOn' | 'withdrawnWay'>,
): number =>
  operation.insert('consent', {
    party_id: one.partyId,
    purpose: one.purpose,
    scope: one.scope,
    lawful_basis: one.lawfulBasis,
    way_told: one.wayTold,
    given_on: one.givenOn,
    proof: one.proof,
    review_on: one.reviewOn,
  })

/** Consents of a person, newest first; of everybody where none is told; only those to be reviewed until a day where one is. */
export function listConsents(
  book: Book,
  { id, due }: { id?: number | undefined; due?: IsoDate | undefined },
): Consent[] {
  const conditions = [
    ...(id === undefined ? [] : [`c.party_id in ${FAMILY}`]),
    ...(due === undefined ? [] : ['c.withdrawn_on is null and c.review_on <= @due']),
  ]
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
  return cached(book, `select ${COLUMNS} ${FROM} ${where} order by c.given_on desc, c.id desc limit 10000`).all({
    ...(id === undefined ? {} : { id }),
    ...(due === undefined ? {} : { due }),
  }) as Consent[]
}

/** Consents of a person that hold, of one purpose. */
export const liveConsents = (book: Book, id: number, purpose: string): Consent[] =>
  listConsents(book, { id }).filter((one) => one.purpose === purpose && one.withdrawnOn === null)

/** Parties who withdrew a purpose and did not agree to it again, absorbed ones under their survivor. */
export function withdrawnFrom(book: Book, purpose: string): ReadonlySet<number> {
  const rows = book.sqlite
    .prepare(
      `select root from (select coalesce(p.merged_into, p.id) as root, c.withdrawn_on,
         row_number() over (partition by coalesce(p.merged_into, p.id) order by c.given_on desc, c.id desc) as place
       from consent c join party p on p.id = c.party_id where c.purpose = ?) where place = 1 and withdrawn_on is not null`,
    )
    .pluck()
    .all(purpose) as number[]
  return new Set(rows)
}

/** What was told to others about customers. */
export interface Disclosure {
  readonly id: number
  readonly partyId: number | null
  readonly onDay: IsoDate
  readonly toWhom: string
  readonly what: string
  readonly rows: number | null
  readonly purpose: string
  readonly lawfulBasis: string
  readonly approvedBy: string | null
  readonly staff: string
  readonly sha256: string | null
  readonly note: string | null
}

/** Enters a disclosure in the register. */
export const addDisclosure = (
  operation: Operation,
  one: Omit<Disclosure, 'id'> & { readonly consentId: number | null },
): number =>
  operation.insert('disclosure', {
    party_id: one.partyId,
    on_day: one.onDay,
    to_whom: one.toWhom,
    what: one.what,
    rows: one.rows,
    purpose: one.purpose,
    lawful_basis: one.lawfulBasis,
    consent_id: one.consentId,
    approved_by: one.approvedBy,
    staff: one.staff,
    sha256: one.sha256,
    note: one.note,
  })

/** The register of disclosures, newest first; of one person where told. */
export const listDisclosures = (book: Book, id?: number): Disclosure[] =>
  cached(
    book,
    `select id, party_id as partyId, on_day as onDay, to_whom as toWhom, what, rows, purpose, lawful_basis as lawfulBasis,
       approved_by as approvedBy, staff, sha256, note from disclosure
     where @id is null or party_id in ${FAMILY} order by on_day desc, id desc limit 10000`,
  ).all({ id: id ?? null }) as Disclosure[]

/** Disposals, newest first: what was archived, anonymised, destroyed and why, without any value. */
export const listDisposals = (book: Book, limit: number): Record<string, string | number | null>[] =>
  cached(
    book,
    `select id, on_day as onDay, party_id as partyId, class, action, cause, staff, approved_by as approvedBy, counts
     from disposal order by id desc limit ?`,
  ).all(limit) as Record<string, string | number | null>[]

/** Batches with the ground they were taken in on; those of bought lists without one first. */
export const listBases = (book: Book): Record<string, string | number | null>[] =>
  cached(
    book,
    `select b.id, b.started_on as startedOn, b.file_name as file, s.name as source, b.method, b.supplier,
       b.lawful_basis as lawfulBasis, b.created from batch b left join source s on s.id = b.source_id
     order by b.lawful_basis is not null, b.id desc limit 10000`,
  ).all() as Record<string, string | number | null>[]

/** Every live party. */
export const liveIds = (book: Book): number[] =>
  book.sqlite.prepare(`select id from party where status = 'active' order by id`).pluck().all() as number[]
