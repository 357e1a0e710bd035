import type { Choice } from './dictionary.ts'
import type { DealDraft, InteractionDraft, PartyDraft, RelationType } from './intake.ts'
import type { Reason } from './parsed.ts'
import type { IsoDate } from './units.ts'

export type Profile = 'restaurant' | 'realestate' | 'office-leasing' | 'retail' | 'trade' | 'bank' | 'general'

interface Words {
  readonly zh: string
  readonly en: string
}

/** Asked only where an earlier answer of the same block is one of these values; any answer will do where none is named. */
export interface FormCondition {
  readonly field: string
  readonly is?: readonly string[]
}

/** One question of a form: a field of the dictionary, as this form puts it. */
export interface FormItem {
  /** Dictionary key. */
  readonly field: string
  /** ※ */
  readonly required?: boolean
  /** Left out of the short variant. */
  readonly full?: boolean
  /** The form's own wording; the dictionary's where missing. */
  readonly label?: Words
  readonly help?: Words
  /** A value, or `@today` or `@staff`. */
  readonly initial?: string
  /** The form's own list; the dictionary's where missing. */
  readonly choices?: readonly Choice[]
  /** What stands in no list is an answer too. */
  readonly open?: boolean
  readonly when?: FormCondition
}

export interface FormSection {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly items: readonly FormItem[]
  readonly full?: boolean
  /** Filled once for each person tied to the customer; `more` is asked before each. */
  readonly repeat?: { readonly relation: RelationType; readonly more: Words }
}

/** What a filled form becomes, beside the record of its filling. */
export type FormMakes = 'customer' | 'interaction' | 'deal' | 'record'

/** A form (表单) as data. */
export interface FormDef {
  readonly key: string
  /** `F7` of the requirements; a form of one's own may have any. */
  readonly number: string
  readonly version: number
  readonly zh: string
  readonly en: string
  readonly profiles: readonly Profile[]
  /** Who it is about; `none` for forms that belong to no customer. */
  readonly about: 'person' | 'org' | 'party' | 'none'
  readonly makes: readonly FormMakes[]
  /** Kind of the interaction it makes, where no field says it. */
  readonly interaction?: string
  readonly sections: readonly FormSection[]
  /** The form each person of a repeating block may be given in turn: the same blocks, and people of their own. */
  readonly tied?: { readonly form: string } & Words
}

export type FormVariant = 'short' | 'full'

/** An answer that has been checked. */
export interface FormAnswer {
  /** As it was typed; the value for a choice. */
  readonly text: string
  /** As it is understood: canonical text of the field's type. */
  readonly value: string
  /** Remarks that do not stop it. */
  readonly notes?: readonly Reason[]
}

export interface FormTie {
  readonly code: string
  readonly as: 'same' | 'related'
  /** What the new one is to the known one, where it was told. */
  readonly relation?: { readonly type: RelationType; readonly title?: string }
}

/** Where a person stands in a form. Plain data, so that a draft is its JSON. */
export interface FormState {
  readonly form: string
  readonly version: number
  readonly variant: FormVariant
  readonly startedOn: IsoDate
  readonly staff: string
  /** The customer of the book this form turned out to be about, or whom a new one is tied to. */
  readonly tie: FormTie | null
  /** By question path. */
  readonly answers: Readonly<Record<string, FormAnswer>>
  readonly skipped: readonly string[]
  /** What the book knows already, by question path: shown, not asked. */
  readonly known: Readonly<Record<string, string>>
  /** Path of the question that is asked now; null when all are done. */
  readonly at: string | null
  /** The question is a correction out of the summary, and leads back there. */
  readonly correcting: boolean
}

/** A question as it stands to be asked. */
export interface FormQuestion {
  /** `name`, `family[0].name`; `family[0]` asks whether there is one more. */
  readonly path: string
  readonly section: FormSection
  /** Null for the question whether there is one more. */
  readonly item: FormItem | null
  readonly required: boolean
}

export interface FormFault {
  readonly path: string
  readonly reason: Reason
  readonly value?: string
}

/** A row of one of the desk's own tables; whose it is, is added when it is saved. */
export interface RecordDraft {
  readonly entity: string
  readonly row: Readonly<Record<string, string | number | null>>
}

/** What a filled form asks the book to keep. */
export interface FormDrafts {
  readonly form: string
  readonly version: number
  readonly tie: FormTie | null
  /** Null for a form about no customer. */
  readonly party: PartyDraft | null
  readonly related: readonly PartyDraft[]
  readonly deals: readonly DealDraft[]
  readonly interactions: readonly InteractionDraft[]
  readonly records: readonly RecordDraft[]
  /** Every answer in canonical form by path: the record of the filling. */
  readonly values: Readonly<Record<string, string>>
}

/** How an answer is written on paper. */
export type BlankSpace =
  | { readonly kind: 'line' }
  | { readonly kind: 'lines' }
  | { readonly kind: 'boxes'; readonly labels: readonly string[]; readonly open: boolean }

export interface BlankRow {
  readonly label: string
  readonly required: boolean
  readonly space: BlankSpace
  /** 主陪, 副陪, 主宾, 二宾: drawn around a table instead of listed. */
  readonly seat?: 'top' | 'bottom' | 'left' | 'right'
}

/** A form to be printed and filled by hand. */
export interface BlankForm {
  readonly number: string
  readonly title: string
  readonly sections: readonly {
    readonly title: string
    readonly repeats: boolean
    readonly rows: readonly BlankRow[]
  }[]
}
