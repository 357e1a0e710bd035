/** A cell whose type the file states. Dates are civil: they never pass through a time zone. */
export type SpecialCell =
  /** A date or date-time cell. `iso` is `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS`, or `HH:MM:SS` for a bare time. */
  | { readonly kind: 'date'; readonly iso: string; readonly serial: number }
  /** `#N/A`, `#DIV/0!` …: never to be taken for text. */
  | { readonly kind: 'error'; readonly code: string }

/** A cell as it stands. Text files give texts only; a missing or empty cell is null. */
export type Cell = string | number | boolean | null | SpecialCell

/** Inclusive, 0-based. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What is known of a sheet before its rows are read. */
export interface SheetInfo {
  /** Sheet name as the file has it; for text files the format's name (`csv`, `txt`, `json` …). */
  readonly name: string
  /** 0-based place in the file. */
  readonly index: number
  readonly hidden: boolean
  readonly merges: readonly CellRange[]
  /** 0-based columns hidden by hand. */
  readonly hiddenColumns: readonly number[]
  /** Cell comments by `row,column` (0-based). */
  readonly comments: ReadonlyMap<string, string>
  /** Rows (0-based) that are struck through from end to end. */
  readonly struckRows: ReadonlySet<number>
  /** How the sheet's rows were cut: decides whether numbers and dates may be trusted as typed. */
  readonly typed: boolean
  /** The file's own name without folders, for titles such as `2025年10月来访`. */
  readonly fileName: string
}

/** A few thousand rows in order. `rowNumbers[i]` is the 1-based row as Excel shows it, or the record number of a text file. */
export interface RowChunk {
  readonly rowNumbers: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** Trouble the reader met in a row (broken quotes, too many cells, NUL bytes): row number → reasons. */
  readonly troubles?: ReadonlyMap<number, readonly import('./parsed.ts').Reason[]>
}

export interface EncodingGuess {
  /** `utf-8`, `utf-16le`, `utf-16be`, `utf-32le`, `utf-32be`, `gb18030`, `big5`, `shift_jis`, `windows-1252`. */
  readonly encoding: string
  /** 0..1 */
  readonly confidence: number
  /** Why: `bom`, `valid-utf8`, `frequent-characters`, `header-words`, `locale`, `told`. */
  readonly evidence: readonly string[]
}
