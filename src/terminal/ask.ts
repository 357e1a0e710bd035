/** What an answer is held against: null when it will do, else the reason in the reader's language. */
export type Check = (answer: string) => string | null

export interface AskChoice {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Other texts that find this choice when typed: pinyin, initials, synonyms. */
  readonly keys?: readonly string[]
}

export interface TextQuestion {
  readonly message: string
  /** Shown and taken when Enter is pressed on nothing. */
  readonly initial?: string
  readonly required?: boolean
  readonly help?: string
  readonly check?: Check
}

export interface ChoiceQuestion {
  readonly message: string
  readonly choices: readonly AskChoice[]
  readonly initial?: string
  readonly required?: boolean
  readonly help?: string
}

/** `back` one question, `skip` it, or `quit` with a draft kept: what a person may do instead of answering. */
export type Answer<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'skip' } | { readonly kind: 'quit' }

/** The person at the keyboard. Tests hand in another one. */
export interface Ask {
  readonly text: (question: TextQuestion) => Promise<Answer<string>>
  readonly choice: (question: ChoiceQuestion) => Promise<Answer<string>>
  readonly choices: (question: ChoiceQuestion) => Promise<Answer<readonly string[]>>
  readonly yesNo: (question: { readonly message: string; readonly initial?: boolean; readonly help?: string }) => Promise<Answer<boolean>>
  /** One key out of a few, at once and without Enter; `screen` is drawn above it. */
  readonly key: (question: { readonly screen?: string; readonly message: string; readonly keys: readonly string[] }) => Promise<string>
}
