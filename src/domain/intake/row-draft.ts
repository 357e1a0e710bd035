import type {
  AddressDraft,
  ContactDraft,
  FactDraft,
  InteractionDraft,
  PartyValues,
  RowNote,
} from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'

/** A deal while its row is read. */
export interface OpenDeal {
  on?: string
  product?: string
  product_kind?: string
  unit?: string
  quantity?: string
  unit_price?: number
  amount?: number
  paid?: number
  discount?: string
  currency?: string
  status?: string
  channel?: string
  payment?: string
  order_no?: string
  staff?: string
  remark?: string
  facts: FactDraft[]
}

/** A contact with the customer while its row is read. */
export interface OpenTalk {
  on?: string
  time?: string
  staff?: string
  content?: string
  place?: string
  kind?: string
  next_on?: string
  facts: FactDraft[]
}

/** One source row while its cells are read. */
export interface RowDraft {
  row: number
  readonly notes: RowNote[]
  name: string
  nameColumn: number
  surname: string
  givenName: string
  /** Contact persons in order of their columns. */
  readonly people: string[]
  kindTold: 'person' | 'org' | undefined
  readonly values: PartyValues
  readonly contacts: ContactDraft[]
  /** Words that stood in a phone cell beside the number, with the number's place in `contacts`. */
  readonly phoneWords: {
    readonly words: string
    readonly first: number
    readonly count: number
    readonly column: number
  }[]
  phoneCells: number
  readonly facts: FactDraft[]
  readonly aliases: { name: string; reason: 'former' | 'short' | 'english' | 'nickname' | 'other' }[]
  readonly places: { use: AddressDraft['use']; text: string }[]
  province: string
  city: string
  district: string
  postcode: string
  country: string
  readonly remarks: string[]
  deal: OpenDeal | null
  talk: OpenTalk | null
  readonly talks: InteractionDraft[]
  agent: string
  introducer: string
}

export const openRow = (row: number): RowDraft => ({
  row,
  notes: [],
  name: '',
  nameColumn: -1,
  surname: '',
  givenName: '',
  people: [],
  kindTold: undefined,
  values: { kind: 'person' },
  contacts: [],
  phoneWords: [],
  phoneCells: 0,
  facts: [],
  aliases: [],
  places: [],
  province: '',
  city: '',
  district: '',
  postcode: '',
  country: '',
  remarks: [],
  deal: null,
  talk: null,
  talks: [],
  agent: '',
  introducer: '',
})

export function note(draft: RowDraft, reason: Reason, column?: number, field?: string, value?: string): void {
  draft.notes.push({
    reason,
    ...(column !== undefined && column >= 0 && { column }),
    ...(field !== undefined && { field }),
    ...(value !== undefined && { value }),
  })
}

export function notes(draft: RowDraft, reasons: readonly Reason[] | undefined, column: number, field: string): void {
  if (reasons === undefined) return
  for (const reason of reasons) draft.notes.push({ reason, column, field })
}

export const dealOf = (draft: RowDraft): OpenDeal => {
  draft.deal ??= { facts: [] }
  return draft.deal
}

export const talkOf = (draft: RowDraft): OpenTalk => {
  draft.talk ??= { facts: [] }
  return draft.talk
}
