/** The streams of a run, and what is known about them. */
export interface Io {
  /** Data: what a pipe or a file gets. */
  readonly out: (text: string) => void
  /** Everything said to a person. */
  readonly err: (text: string) => void
  readonly outIsTty: boolean
  readonly errIsTty: boolean
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number
  /** Lines of the terminal; 0 where there is none. */
  readonly height: number
  /** Shows a long text page by page; false where there is no pager, and it has to be written as it is. */
  readonly pager: (text: string) => boolean
  /** Colour on standard output. */
  readonly color: boolean
  /** `-q`: nothing is said but errors. */
  readonly quiet: boolean
  /** A terminal that can't move its cursor (TERM=dumb, a screen reader): questions are numbered lines. */
  readonly dumb: boolean
}
