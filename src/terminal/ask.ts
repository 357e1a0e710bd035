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
  /** How the answer is understood, shown under the line while it is typed; null where there is nothing to show. */
  readonly preview?: Check
}

export interface ChoiceQuestion {
  readonly message: string
  readonly choices: readonly AskChoice[]
  /** A value; several are parted by a comma. */
  readonly initial?: string
  readonly required?: boolean
  readonly help?: string
  /** A text that stands in no list may be answered too, and is handed back as typed. */
  readonly other?: boolean
}

/** `back` one question, `skip` it, or `quit` with a draft kept: what a person may do instead of answering. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'quit' }

/** What `key` answers when the person pressed Ctrl-C, or the terminal went away. */
export const quitKey = '\u0003'

/** The person at the keyboard. Tests hand in another one. */
export interface Ask {
  readonly text: (question: TextQuestion) => Promise<Answer<string>>
  readonly choice: (question: ChoiceQuestion) => Promise<Answer<string>>
  readonly choices: (question: ChoiceQuestion) => Promise<Answer<readonly string[]>>
  readonly yesNo: (question: {
    readonly message: string
    readonly initial?: boolean
    readonly help?: string
    readonly required?: boolean
  }) => Promise<Answer<boolean>>
  /** One key out of a few, at once and without Enter, or `quitKey`; `screen` is drawn above it, over the screen before. */
  readonly key: (question: {
    readonly screen?: string
    readonly message: string
    readonly keys: readonly string[]
  }) => Promise<string>
}
