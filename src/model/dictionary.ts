export type Entity = 'person' | 'org' | 'party' | 'customer' | 'contact' | 'address' | 'deal' | 'interaction' | 'demand'

export type FieldType =
  | 'text'
  | 'long-text'
  | 'person-name'
  | 'org-name'
  | 'name'
  | 'phone'
  | 'email'
  | 'id-number'
  | 'uscc'
  | 'date'
  | 'partial-date'
  | 'money'
  | 'money-range'
  | 'number'
  | 'number-range'
  | 'integer'
  | 'address'
  | 'division'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'code'
  | 'url'

/** One allowed value of a choice, with the words people write for it. */
export interface Choice {
  readonly value: string
  readonly zh: string
  readonly en: string
  readonly synonyms?: readonly string[]
}

/** One field of the data dictionary (数据字典): drives mapping, prompts, checks, masking, reports. */
export interface FieldDef {
  readonly key: string
  readonly entity: Entity
  readonly zh: string
  readonly en: string
  /** Heading words in both languages, beside `zh` and `en`; compared after folding. */
  readonly synonyms: readonly string[]
  readonly type: FieldType
  readonly choices?: readonly Choice[]
  /** The choices are suggestions: houses write their own words, and these are no fault. */
  readonly open?: boolean
  /** Why it is collected (目的), as both languages say it. */
  readonly purpose: { readonly zh: string; readonly en: string }
  /** open 一般 · personal 个人信息 · sensitive 敏感个人信息 (PIPL art. 28). */
  readonly sensitivity: 'open' | 'personal' | 'sensitive'
  /** Block of the forms: 基本 工作 生活 就餐 价值 附属 纪念日 其他 管理 交易 来往 需求. */
  readonly group: string
  /** Where the value lives: a column of a table, or `fact`. */
  readonly stored: 'party' | 'customer' | 'contact' | 'address' | 'fact' | 'deal' | 'interaction'
  readonly verifyScope?: 'base' | 'credit' | 'decision_makers'
}
