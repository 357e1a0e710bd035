/** How a delimited text is written. */
export interface Dialect {
  /** One or two characters; empty where a line is one cell. */
  readonly delimiter: string
  /** Empty where quotes mean nothing. */
  readonly quote: string
  /** `"` where a quote is doubled, `\` where it is escaped. */
  readonly escape: string
  /** Spaces may stand before an opening quote. */
  readonly spaced: boolean
  /** Cells of most rows; 0 where rows differ too much to say. */
  readonly columns: number
  /** Line ends seen in the sample: `crlf`, `lf`, `cr`, or `mixed`. */
  readonly lineEnd: string
}
