import type { Reason } from './parsed.ts'
import type { Fen, IsoDate } from './units.ts'

export type PartyKind = 'person' | 'org'

/** Birth date as known: `1985-06-01`, `1985-06`, `1985`, `--03-08` (no year), `lunar:08-15`, `lunar:1985-08-15`, `lunar:08-15L` (leap month). */
export type PartialDate = string

/**
 * The common facts of a party, by dictionary key. Each is a plain column of `party` or `customer`.
 *
 * A missing key means not known; an empty string never occurs.
 */
export interface PartyValues {
  kind: PartyKind
  /** As it is shown: the full name in the script it was written in, honorific included where there is nothing else. */
  name?: string
  surname?: string
  given_name?: string
  /** 总, 先生, 女士, 老师 … as written. */
  honorific?: string
  gender?: 'M' | 'F'
  birth?: PartialDate
  /** `30-39`, with the day it was told. */
  age_band?: string
  age_band_on?: IsoDate
  /** Citizen number, 18 characters, upper case; valid or not (checks tell). */
  id_number?: string
  /** Unified social credit code, upper case; valid or not. */
  uscc?: string
  short_name?: string
  english_name?: string
  title?: string
  department?: string
  occupation?: string
  /** 工作单位 of a person, as text. */
  employer?: string
  education?: string
  industry?: string
  legal_rep?: string
  website?: string
  remark?: string
  /** The source's own number for this customer (客户编号, 会员号). */
  source_code?: string
  /** 客户来源 as the row says it. */
  acquired_from?: string
  /** 客户级别 as the row says it; kehu's own tier is computed. */
  level?: string
  owner?: string
  status?: string
  region?: string
  opened_on?: IsoDate
}

export type ContactType = 'mobile' | 'landline' | 'service' | 'intl' | 'fax' | 'email' | 'wechat' | 'qq' | 'other'

export interface ContactDraft {
  readonly type: ContactType
  readonly raw: string
  /** Mobile: 11 digits. Landline: `0571-88651234` with `ext` apart. Service: `400-820-8820`. Intl: E.164. E-mail: lower case. Null when it can't be read. */
  readonly canonical: string | null
  readonly ext?: string
  /** 老公电话, 公司, WhatsApp … */
  readonly label?: string
}

export interface AddressDraft {
  readonly use: 'home' | 'work' | 'mailing' | 'registered' | 'unknown'
  readonly raw: string
  readonly province?: string
  readonly city?: string
  readonly district?: string
  /** What is left: road, number, building, room. */
  readonly street?: string
  /** GB/T 2260 code of the finest division found, six digits. */
  readonly division?: string
  readonly postcode?: string
  readonly country?: string
}

/** A value by dictionary key that has no column of its own; `value` is the canonical text of the field's type. */
export interface FactDraft {
  readonly field: string
  readonly value: string
  readonly raw?: string
}

export type RelationType =
  | 'employed_at'
  | 'family'
  | 'director'
  | 'driver'
  | 'friend'
  | 'introduced_by'
  | 'agent'
  | 'branch_of'
  | 'owner_of'
  | 'other'

/** One party a row speaks of. The first of a row is the customer; the others are tied to it. */
export interface PartyDraft {
  /** `customer` gets a customer card; `related` is a party tied to it (contact person, agent, relative). */
  readonly role: 'customer' | 'related'
  readonly values: PartyValues
  readonly contacts: readonly ContactDraft[]
  readonly addresses: readonly AddressDraft[]
  readonly facts: readonly FactDraft[]
  /** Former and other names. */
  readonly aliases: readonly {
    readonly name: string
    readonly reason: 'former' | 'short' | 'english' | 'nickname' | 'other'
  }[]
  /** How this party is tied to the row's first party (from this one to that one). */
  readonly relation?: { readonly type: RelationType; readonly title?: string }
}

/** Who a deal or interaction belongs to when the row doesn't make the customer itself. */
export interface CustomerRef {
  readonly code?: string
  readonly name?: string
  readonly phone?: string
  readonly uscc?: string
}

export interface DealDraft {
  /** Null when the row's own first party is the customer. */
  readonly customer: CustomerRef | null
  readonly on?: IsoDate
  readonly product?: string
  readonly product_kind?: string
  readonly unit?: string
  /** Decimal text, exact. */
  readonly quantity?: string
  readonly unit_price?: Fen
  readonly amount?: Fen
  readonly paid?: Fen
  readonly discount?: string
  /** ISO 4217, CNY when not said. */
  readonly currency?: string
  readonly kind: 'sale' | 'refund' | 'topup' | 'contract' | 'balance'
  readonly status?: string
  readonly channel?: string
  readonly payment?: string
  readonly order_no?: string
  readonly staff?: string
  readonly remark?: string
  readonly facts: readonly FactDraft[]
}

export interface InteractionDraft {
  readonly customer: CustomerRef | null
  /** call, walk-in, visit, meal, letter, message, email, event, service, gift, booking, other */
  readonly kind: string
  readonly on?: IsoDate
  /** `HH:MM` when told. */
  readonly time?: string
  readonly staff?: string
  readonly content?: string
  readonly place?: string
  readonly customer_initiated?: boolean
  readonly next_on?: IsoDate
  readonly facts: readonly FactDraft[]
}

/** A remark about one value of a row; it does not stop the row. */
export interface RowNote {
  readonly reason: Reason
  /** 0-based column, where one is meant. */
  readonly column?: number
  readonly field?: string
  readonly value?: string
}

export type RowFate = 'accepted' | 'skipped' | 'rejected'

/** What one source row says, understood. Every row of a sheet gets exactly one, in order. */
export interface RowReading {
  /** 1-based, as `RowChunk.rowNumbers`. */
  readonly row: number
  readonly fate: RowFate
  /** Why it was skipped (`title`, `note`, `header`, `repeated-header`, `blank`, `group-header`, `subtotal`, `total`, `footer` …) or rejected. */
  readonly reason?: Reason
  readonly notes: readonly RowNote[]
  readonly parties: readonly PartyDraft[]
  readonly deals: readonly DealDraft[]
  readonly interactions: readonly InteractionDraft[]
  /** A row of the book's own export as it was written: nothing is to be done. */
  readonly untouched?: true
  /** Fields whose cells are empty; told only where an empty cell is to erase. */
  readonly blank?: readonly string[]
}

/** What a column was taken for, to be shown before anything is saved. */
export interface ColumnReading {
  /** 0-based */
  readonly column: number
  readonly heading: string
  /** Dictionary key; null for a column kept as an extra field. */
  readonly field: string | null
  /** 0..1 */
  readonly confidence: number
  /** `told`, `remembered`, `synonym`, `content`, `position`. */
  readonly because: string
  readonly samples: readonly { readonly before: string; readonly after: string }[]
  readonly hidden: boolean
}

/** How a sheet (or one of the tables on it) was understood. */
export interface TableReading {
  readonly role: 'customers' | 'deals' | 'interactions' | 'mixed' | 'forms' | 'ignored'
  readonly why: Reason
  /** 1-based rows. */
  readonly headerRows: readonly number[]
  readonly columns: readonly ColumnReading[]
  /** Stable for one set of headings in any order: where a mapping is remembered. */
  readonly fingerprint: string
}
