import type { IsoDate } from './units.ts'

/** 属实 · 已更正 · 联系不上 · 不愿说 */
export type VerifyResult = 'confirmed' | 'corrected' | 'unreachable' | 'refused'

/** One fact that a person is asked about: a field, and the row of the contact or address where there may be several. */
export interface VerifyItem {
  /** `name`, `phone#12`: unlike any other of the customer. */
  readonly key: string
  /** Dictionary key; `phone`, `email`, `address`. */
  readonly field: string
  /** As it stands; null: not known. */
  readonly value: string | null
  /** Row of the contact point or address. */
  readonly rowId: number | null
}

/** What came out for one fact. */
export interface ItemAnswer {
  readonly result: 'confirmed' | 'corrected' | 'refused'
  /** The new value as it was said, where it was corrected. */
  readonly text?: string
}

/** What came out for one customer and scope. */
export interface VerifyOutcome {
  readonly partyId: number
  readonly scope: string
  readonly result: VerifyResult
  readonly method: string
  readonly note: string | null
  readonly answers: Readonly<Record<string, ItemAnswer>>
}

/** A customer half verified, kept when the person leaves in the middle. */
export interface VerifyDraft {
  readonly partyId: number
  readonly method: string
  readonly answers: Readonly<Record<string, ItemAnswer>>
}

/** One that is due, as it is listed. */
export interface DueLine {
  readonly id: number
  readonly name: string
  readonly tier: string | null
  readonly owner: string | null
  readonly lastOn: IsoDate | null
  readonly dueOn: IsoDate
  readonly overdue: number
  readonly reason: 'second-hand' | 'never' | 'interval' | 'retry'
}
