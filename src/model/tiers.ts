import type { IsoDate } from './units.ts'

/**
 * What an input of a condition holds.
 *
 * In columns: `money` is fen, `count`, `number` and `days` are plain numbers, `date` is whole days since 1970-01-01,
 * `flag` is 0/1, `text` a string. In conditions money is in 元 (`purchases_total >= wan(5000)`).
 */
export type MeasureType = 'money' | 'count' | 'number' | 'days' | 'date' | 'flag' | 'text'

/** Something known of a customer that conditions may use. */
export interface MeasureDef {
  readonly key: string
  readonly type: MeasureType
  readonly zh: string
  readonly en: string
  /** `deal`, `interaction`, `judgement`, `party`, `customer`: where it is computed from. */
  readonly from: 'deal' | 'interaction' | 'judgement' | 'party' | 'customer' | 'fact'
  /** What the numbers of a judgement are called: 0 无, 1 一定, 2 重大. */
  readonly words?: readonly { readonly value: number; readonly zh: string; readonly en: string }[]
}

/** One or more customers' inputs by column. A measure without a column is unknown for everyone. */
export interface MeasureColumns {
  readonly count: number
  /** Party (or customer) ids, as the caller likes them. */
  readonly ids: ArrayLike<number>
  /** money, count, number, days, date: NaN is unknown. */
  readonly numbers: Readonly<Record<string, Float64Array | undefined>>
  /** flag: 0 no, 1 yes, 2 unknown. */
  readonly flags: Readonly<Record<string, Uint8Array | undefined>>
  /** text: null is unknown. */
  readonly texts: Readonly<Record<string, readonly (string | null)[] | undefined>>
  /** Custom fields by dictionary key, read as `f["key"]`: numbers or texts. */
  readonly fields?: Readonly<Record<string, Float64Array | readonly (string | null)[] | undefined>>
}

export interface TierClause {
  /** Stable within its scheme: `A1`, `B2` … */
  readonly id: string
  /** CEL. */
  readonly when: string
  /** What the clause says, for people. */
  readonly zh: string
  readonly en: string
}

export interface TierLevel {
  readonly level: string
  readonly zh: string
  readonly en: string
  readonly card?: { readonly zh: string; readonly en: string }
  readonly benefits?: readonly { readonly zh: string; readonly en: string }[]
  /** Days between contacts, and between verifications by scope. */
  readonly contactEvery?: number
  readonly verifyEvery?: Readonly<Record<string, number>>
  /** Dictionary keys to be filled at this level. */
  readonly requires?: readonly string[]
  /** Any one is enough. Without clauses the level is never computed, only given by hand. */
  readonly clauses: readonly TierClause[]
}

/** Ordered levels, best first; the first level with a true clause is the customer's. */
export interface TierScheme {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly levels: readonly TierLevel[]
  /** Days back for `…_in_period` measures. */
  readonly periodDays: number
  /** People of an organisation take its level when theirs is lower. */
  readonly inherit?: boolean
  readonly source?: string
}

/** Levels of many customers, by column, in the order of the measures. */
export interface TierOutcome {
  /** Index into `scheme.levels`; -1: no clause holds. */
  readonly level: Int16Array
  /** Index into `clausesOf(scheme)` (all clauses, best level first); -1 as above. */
  readonly clause: Int16Array
  /** Index of the best level above `level` that only unknown inputs keep from holding; -1: none. */
  readonly possible: Int16Array
}

/** An input and its value as the sentence shows it: money in fen, dates ISO, flags 0/1; null unknown. */
export interface MeasureValue {
  readonly key: string
  readonly type: MeasureType
  readonly value: number | string | null
}

/** Why a customer has this level. */
export interface TierExplanation {
  readonly scheme: string
  readonly level: TierLevel | null
  readonly clause: TierClause | null
  /** Inputs the clause that holds has read. */
  readonly used: readonly MeasureValue[]
  /** Best level the customer might have, were the unknown inputs known. */
  readonly possible: TierLevel | null
  /** Unknown inputs that stand between the customer and `possible`. */
  readonly unknown: readonly MeasureValue[]
  /** The next level up and what its clauses lack, for people: inputs read, with values. */
  readonly next: {
    readonly level: TierLevel
    readonly inputs: readonly MeasureValue[]
    /** Each clause of it, any of which is enough. */
    readonly ways: readonly TierWay[]
  } | null
}

/** One way to a level, and how things stand. */
export interface TierWay {
  readonly clause: TierClause
  readonly inputs: readonly MeasureValue[]
  /** How much of the one number it asks for is still missing; null where it asks for more than a number, or that isn't known. */
  readonly lacks: MeasureValue | null
}

export interface TierOverride {
  readonly level: string
  readonly reason: string
  readonly by: string
  readonly until: IsoDate | null
}

/** How many customers go from where to where; rows best level first, `null` is no level. */
export interface TierMove {
  readonly from: string | null
  readonly to: string | null
  readonly ids: readonly number[]
}
