/** What the prompts themselves say, in the reader's language; filled from the catalogue by whoever opens them. */
export interface AskWords {
  readonly textHint: string
  readonly requiredHint: string
  readonly choiceHint: string
  readonly choicesHint: string
  readonly lineHint: string
  readonly required: string
  readonly noHelp: string
  readonly noMatch: string
  readonly yesOrNo: string
  readonly wrongKey: string
  readonly yes: string
  readonly no: string
  readonly skipped: string
  readonly quit: string
  /** Before an answer that stands in no list. */
  readonly other: string
  readonly number: string
  readonly numbers: string
}
