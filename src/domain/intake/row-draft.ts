import type { AddressDraft, ContactDraft, FactDraft, InteractionDraft, RowNote } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import { clearValues, type OpenValues, openValues } from './party-values.ts'

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

/** Whose number a column holds: 配偶电话, 经纪人电话, 推荐人电话, 紧急联系电话. */
export type BesideWho = 'spouse' | 'agent' | 'introducer' | 'emergency'

/** One source row while its cells are read. */
export interface RowDraft {
  row: number
  notes: RowNote[]
  /** Set where the row goes on with the customer of the row above. */
  above: { readonly name?: string; readonly phone?: string } | null
  name: string
  nameColumn: number
  surname: string
  givenName: string
  /** Contact persons in order of their columns. */
  readonly people: { readonly text: string; readonly family: boolean; readonly column: number }[]
  kindTold: 'person' | 'org' | undefined
  readonly values: OpenValues
  contacts: ContactDraft[]
  /** Words that stood in a phone cell beside the number, with the number's place in `contacts`. */
  readonly phoneWords: {
    readonly words: string
    readonly first: number
    readonly count: number
    readonly column: number
  }[]
  phoneCells: number
  /** Further citizen numbers of a cell that holds several. */
  readonly moreIds: string[]
  facts: FactDraft[]
  aliases: { name: string; reason: 'former' | 'short' | 'english' | 'nickname' | 'other' }[]
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
  /** Numbers of the second and later contact persons, by the column of the person. */
  readonly theirs: { readonly person: number; readonly contact: ContactDraft }[]
  agent: string
  introducer: string
  /** Numbers whose heading gives them to somebody beside the customer. */
  readonly besides: { readonly who: BesideWho; readonly heading: string; readonly contacts: readonly ContactDraft[] }[]
}

const noNotes: RowNote[] = []

/** A draft that is used again for row after row; what a reading keeps is made anew by `startRow`. */
export const openRow = (row: number): RowDraft => ({
  row,
  notes: [],
  above: null,
  name: '',
  nameColumn: -1,
  surname: '',
  givenName: '',
  people: [],
  kindTold: undefined,
  values: openValues(),
  contacts: [],
  phoneWords: [],
  phoneCells: 0,
  moreIds: [],
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
  theirs: [],
  agent: '',
  introducer: '',
  besides: [],
})

/** Empties a draft for the next row. */
export function startRow(draft: RowDraft, row: number): void {
  draft.row = row
  draft.notes = draft.notes.length === 0 ? draft.notes : []
  draft.above = null
  draft.name = ''
  draft.surname = ''
  draft.givenName = ''
  draft.kindTold = undefined
  clearValues(draft.values)
  draft.contacts = []
  draft.facts = []
  if (draft.aliases.length > 0) draft.aliases = []
  if (draft.people.length > 0) draft.people.length = 0
  if (draft.phoneWords.length > 0) draft.phoneWords.length = 0
  if (draft.places.length > 0) draft.places.length = 0
  if (draft.remarks.length > 0) draft.remarks.length = 0
  if (draft.talks.length > 0) draft.talks.length = 0
  draft.phoneCells = 0
  if (draft.moreIds.length > 0) draft.moreIds.length = 0
  draft.province = ''
  draft.city = ''
  draft.district = ''
  draft.postcode = ''
  draft.country = ''
  draft.deal = null
  draft.talk = null
  if (draft.theirs.length > 0) draft.theirs.length = 0
  if (draft.besides.length > 0) draft.besides.length = 0
  draft.agent = ''
  draft.introducer = ''
}

/** The notes of a row, to be kept: rows without any share one empty list. */
export const notesOf = (draft: RowDraft): readonly RowNote[] => (draft.notes.length === 0 ? noNotes : draft.notes)

/** Notes something about a row; without `column` it is about the row as a whole. */
export function note(draft: RowDraft, reason: Reason, column?: number, field?: string, value?: string): void {
  const one: { -readonly [K in keyof RowNote]: RowNote[K] } = { reason }
  if (column !== undefined && column >= 0) one.column = column
  if (field !== undefined) one.field = field
  if (value !== undefined) one.value = value
  draft.notes.push(one)
}

/** Notes several things about one cell. */
export function notes(draft: RowDraft, reasons: readonly Reason[] | undefined, column: number, field: string): void {
  if (reasons === undefined) return
  for (const reason of reasons) draft.notes.push({ reason, column, field })
}

/** The deal of a row, begun where there is none yet. */
export const dealOf = (draft: RowDraft): OpenDeal => {
  draft.deal ??= { facts: [] }
  return draft.deal
}

/** The contact with the customer of a row, begun where there is none yet. */
export const talkOf = (draft: RowDraft): OpenTalk => {
  draft.talk ??= { facts: [] }
  return draft.talk
}
