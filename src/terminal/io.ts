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
  /** Colour on standard output. */
  readonly color: boolean
  /** `-q`: nothing is said but errors. */
  readonly quiet: boolean
  /** A terminal that can't move its cursor (TERM=dumb, a screen reader): questions are numbered lines. */
  readonly dumb: boolean
}
