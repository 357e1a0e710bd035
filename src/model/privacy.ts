/** Values by which a person can be told, as the book and its journal may hold them. */
export interface PersonValues {
  readonly names: readonly string[]
  readonly phones: readonly string[]
  readonly ids: readonly string[]
  /** E-mail addresses, WeChat names, addresses, other numbers: found as they stand. */
  readonly texts: readonly string[]
}

/** Finds a person's values in texts and takes them out. */
export interface Traces {
  readonly isIn: (text: string) => boolean
  /** A text without them; what is JSON stays JSON. */
  readonly column: (text: string) => string
  /** The same for every text and number in a value; the same object where there are none. */
  readonly value: (value: unknown) => unknown
}

/** What personal data is used for, and on what ground. */
export interface Purpose {
  readonly key: string
  readonly zh: string
  readonly en: string
  /** Source: PIPL article 13. */
  readonly basis: LawfulBasis
  /** Months after which a consent is asked for again; null where it needs none. */
  readonly reviewMonths: number | null
}

export const lawfulBases = ['consent', 'contract', 'law', 'vital', 'news', 'public'] as const
export type LawfulBasis = (typeof lawfulBases)[number]

export const retentionActions = ['archive', 'anonymise', 'destroy'] as const
export type RetentionAction = (typeof retentionActions)[number]

/** How long data of one class is kept, and what becomes of it. */
export interface RetentionRule {
  readonly class: RetentionClass
  /** Days without any deal or contact (for archived customers: since they were archived; for rows of files: since the import). */
  readonly after: number
  readonly action: RetentionAction
  /** Days between the warning and the deed. */
  readonly warn: number
}

/** `prospect` never bought · `customer` bought once · `archived` put away · `source-rows` rows of files as they stood. */
export const retentionClasses = ['prospect', 'customer', 'archived', 'source-rows'] as const
export type RetentionClass = (typeof retentionClasses)[number]

export interface PrivacyPolicy {
  readonly purposes: readonly Purpose[]
  /** Days within which a person's request is answered. */
  readonly answerDays: number
  readonly retention: readonly RetentionRule[]
}
