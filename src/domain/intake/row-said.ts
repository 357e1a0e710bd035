import type { DealDraft, InteractionDraft, PartyDraft } from '../../model/intake.ts'
import { type NameReading, statusWords } from './names.ts'
import type { RowMaking } from './row-making.ts'

/** What the table as a whole says of its rows. */
export interface AssembleFacts extends RowMaking {
  /** Whether a row makes its customer, or only names one that is kept elsewhere. */
  readonly makesParty: boolean
  readonly hasPhoneColumn: boolean
  readonly hasNameColumn: boolean
  /** The customer of all rows, where a line above the table names it. */
  readonly customerAbove?: string
  /** What kind of contact the headings speak of: 走访, 拜访, 回访. */
  readonly talkKind?: string
  /** What a name is that shows nothing of itself, where the heading tells. */
  readonly kindWhenUnsure?: 'org'
  /** Deals are top-ups of stored value (充值). */
  readonly topups: boolean
}

export const noParties: readonly PartyDraft[] = []

export const noDeals: readonly DealDraft[] = []

export const noTalks: readonly InteractionDraft[] = []

/** What a row says beside its customer: words at the name, staff and state that belong to its events. */
export interface RowSaid {
  readonly words: NameWords
  readonly staff: string | undefined
  readonly status: string | undefined
}

/** Words beside the name, told apart: what cancels the row, and what is a remark. */
export interface NameWords {
  readonly cancelled: boolean
  readonly returned: boolean
  readonly remark?: string
}

/** What the words beside a name say of the row. */
export function wordsOf(name: NameReading | null): NameWords {
  const said = name?.remark
  const status = said !== undefined && statusWords.test(said)
  return {
    cancelled: said !== undefined && /^(?:取消|退订|退位|作废)/.test(said),
    returned: said !== undefined && /^(?:退货|退款|退单)/.test(said),
    ...(said !== undefined && !status && { remark: said }),
  }
}
