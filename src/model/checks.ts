import type { PartyKind } from './intake.ts'
import type { IsoDate } from './units.ts'

export type Severity = 'error' | 'warn' | 'info'

/** 重复 · 错误 · 不完整 · 过时 · 矛盾 */
export type FindingClass = 'duplicate' | 'wrong' | 'incomplete' | 'outdated' | 'inconsistent'

/** Formats a value can be held to. `id-number` and `uscc` include their check digits. */
export type FormatName = 'phone' | 'email' | 'id-number' | 'uscc' | 'date' | 'partial-date' | 'url' | 'number'

/** Checks over more than one value, written in code; a rule says how serious they are and whom they concern. */
export type BuiltinCheck =
  | 'placeholder-name'
  | 'placeholder-phone'
  | 'placeholder-email'
  | 'mobile-segment'
  | 'lossy-number'
  | 'impossible-age'
  | 'birth-contradicts-id'
  | 'gender-contradicts-id'
  | 'gender-contradicts-honorific'
  | 'city-contradicts-area-code'
  | 'district-contradicts-city'
  | 'deal-before-opened'
  | 'person-named-as-org'
  | 'org-named-as-person'
  | 'mojibake'
  | 'birth-contradicts-age-band'
  | 'org-with-citizen-number'
  | 'name-incomplete'
  | 'value-unread'
  | 'address-contradicts-city'
  | 'email-domain'
  | 'landline-length'

/** What a rule tests. A missing value is judged by `required` only; the other tests pass it over. */
export type CheckTest =
  /** One of `anyOf` must be there: dictionary keys, or `phone`, `email`, `contact`, `address`, `postal` (one a letter reaches). */
  | {
      readonly test: 'required'
      readonly anyOf: readonly string[]
      /** Asked only of those who have one of these: what is missing altogether is told by another rule. */
      readonly given?: readonly string[]
    }
  | { readonly test: 'format'; readonly field: string; readonly format: FormatName }
  | { readonly test: 'choice'; readonly field: string; readonly values: readonly string[] }
  /** Numbers, or days as `YYYY-MM-DD`; both ends allowed. `today` stands for the day of the run. */
  | { readonly test: 'range'; readonly field: string; readonly min?: string; readonly max?: string }
  | { readonly test: 'unique'; readonly field: 'id_number' | 'uscc' | 'source_code' }
  /** The latest of the days in the rule's `fields` may not be older than `days`. */
  | { readonly test: 'fresh'; readonly days: number }
  | { readonly test: 'builtin'; readonly check: BuiltinCheck }
  /** Free condition in CEL that must not be true; unknown inputs pass. */
  | { readonly test: 'condition'; readonly bad: string }

export interface CheckRuleBase {
  /** Stable, kebab-case: part of every finding's key. */
  readonly id: string
  readonly severity: Severity
  readonly class: FindingClass
  /** Dictionary keys (or `phone`, `email`, `address`) the finding points at, the first is where it stands. */
  readonly fields: readonly string[]
  /** Persons or organisations only. */
  readonly kind?: PartyKind
  /** `true`: parties with a customer card only. */
  readonly customersOnly?: boolean
  /** `true`: only those whose name is one of mainland China; others have no papers of its authorities. */
  readonly domestic?: boolean
  /** Customers of these tiers only. */
  readonly tiers?: readonly string[]
  /** Shares 0..1 of the judged above which the run warns or fails; without one, any error fails the run. */
  readonly threshold?: { readonly warn?: number; readonly fail?: number }
  readonly owner?: string
  /** Words of a rule of the house; built-in rules have theirs in `render/text/checks.ts` as `check.<id>` and `check.<id>.remedy`. */
  readonly message?: { readonly zh: string; readonly en: string }
  readonly remedy?: { readonly zh: string; readonly en: string }
}

export type CheckRule = CheckRuleBase & CheckTest

/** Numbers for `PartyChunk.contacts.type`, in the order of `ContactType`. */
export const contactTypes = ['mobile', 'landline', 'service', 'intl', 'fax', 'email', 'wechat', 'qq', 'other'] as const

type Texts = readonly (string | null)[]

/**
 * Some thousands of parties by column; entry `i` of each array is the same party.
 *
 * Built for speed: no object a party, missing is null, and only the columns that the rules name need be there
 * (`neededFields`). Dates are `YYYY-MM-DD`.
 */
export interface PartyChunk {
  readonly count: number
  /** Party ids. */
  readonly ids: ArrayLike<number>
  readonly kind: readonly PartyKind[]
  /** 1 where the party has a customer card. */
  readonly isCustomer: ArrayLike<number>
  /**
   * By dictionary key: columns of party and customer (`name`, `birth`, `id_number`, `opened_on` …), facts by
   * their field, and `tier`, `stub`, `first_deal_on`, `last_deal_on`, `last_contact_on`, `confirmed_on`, `added_on`,
   * `updated_on`.
   */
  readonly values: Readonly<Record<string, Texts | undefined>>
  /** Flat, grouped or not; `party[j]` is the index into this chunk. */
  readonly contacts: {
    readonly count: number
    readonly party: ArrayLike<number>
    readonly type: ArrayLike<number>
    readonly raw: readonly string[]
    readonly canonical: Texts
    /** Row ids in the book, where they were asked for. */
    readonly rows?: ArrayLike<number>
  }
  readonly addresses: {
    readonly count: number
    readonly party: ArrayLike<number>
    readonly province: Texts
    readonly city: Texts
    readonly district: Texts
    /** GB/T 2260 code of the finest division, six digits. */
    readonly division: Texts
    readonly raw: readonly string[]
    /** Row ids in the book, where they were asked for. */
    readonly rows?: ArrayLike<number>
  }
  /** Values of their source rows that an import could not read; left out where nobody asks. */
  readonly unread?: Unread | undefined
}

/** What imports could not read, by column; `party[j]` is the index into the chunk. */
export interface Unread {
  readonly count: number
  readonly party: ArrayLike<number>
  readonly field: readonly string[]
  readonly value: readonly string[]
  /** Codes of the reasons. */
  readonly why: readonly string[]
}

/** What the rules need to know of the world beside the parties. */
export interface CheckContext {
  readonly today: IsoDate
  /** Values of a unique field held by more than one party, and by how many; asked of the store beforehand. */
  readonly shared?: Readonly<Partial<Record<'id_number' | 'uscc' | 'source_code', ReadonlyMap<string, number>>>>
  /** Custom fields that conditions may read as `f["key"]`, and what they hold. */
  readonly fields?: ReadonlyMap<string, 'number' | 'text'>
}

/** One thing a rule found. */
export interface Finding {
  /** Same rule, party, field and value: same key, in every run. */
  readonly key: string
  readonly rule: string
  readonly partyId: number
  readonly field: string
  /** As it stands; mask it before it is shown. Null for what is missing. */
  readonly value: string | null
  /** For the sentence. */
  readonly params: Readonly<Record<string, string | number>>
}

/** One rule over the whole book. */
export interface RuleResult {
  readonly rule: CheckRule
  /** Values (or parties) the rule looked at. */
  readonly judged: number
  readonly found: number
  readonly status: 'passed' | 'warned' | 'failed'
}

/** A change that a repair proposes; nothing is changed until a person agrees. */
export interface RepairProposal {
  /** Id of the repair, kebab-case: `format-phone`, `swap-name-company` … */
  readonly repair: string
  readonly partyId: number
  /** Dictionary key, or `phone`, `email`, `city`. */
  readonly field: string
  /** Index into the chunk's contacts or addresses, where the value is one of these. */
  readonly place?: number
  readonly before: string | null
  /** Null: the value is taken out; of a contact, the contact (the journal keeps it). */
  readonly after: string | null
  /** For the sentence `repair.<repair>`; `type` is the contact type a number turned out to be. */
  readonly params: Readonly<Record<string, string | number>>
}
