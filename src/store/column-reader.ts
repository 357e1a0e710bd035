import type { Book } from './book.ts'

export type Cell = string | number | null

/** Rows to read by column: tables with aliases, an integer key, and expressions. */
export interface ColumnQuery {
  readonly from: string
  /** What rows are paged by and come in the order of; it need not be unique. */
  readonly key: string
  readonly columns: readonly string[]
  /** `1` where all are meant. */
  readonly where: string
}

/** Some rows by column: `keys[i]` and `columns[c][i]` belong together. */
export interface ColumnChunk {
  readonly keys: readonly number[]
  readonly columns: readonly (readonly Cell[])[]
}

/** Keys a page spans: larger ones are no faster. */
const SPAN = 8192

/** One page of rows, keys from `first` to `last`. */
export type PageReader = (first: number, last: number) => ColumnChunk

/**
 * Prepares the reading of rows page by page.
 *
 * Each column crosses from SQLite as one JSON array, which costs about half of a value at a time; short strings that come
 * again and again are one in memory. Numbers, texts and nulls only: no blobs, no integers beyond 2^53.
 */
export function pageReader(book: Book, { from, key, columns, where }: ColumnQuery): PageReader {
  const named = columns.map((column, at) => `${column} as c${at}`)
  const arrays = ['k', ...columns.map((_, at) => `c${at}`)].map((name) => `json_group_array(${name})`)
  const statement = book.sqlite
    .prepare(
      `select ${arrays.join(', ')} from (
         select ${[`${key} as k`, ...named].join(', ')} from ${from} where ${key} >= ? and ${key} <= ? and ${where} order by ${key})`,
    )
    .raw()
  return (first, last) => {
    const [keys, ...rest] = statement.get(first, last) as string[]
    const numbers = JSON.parse(keys!) as number[]
    return { keys: numbers, columns: rest.map((array) => cellsOf(array, numbers.length)) }
  }
}

/** Columns without any value, by their length: many are, and they are one in memory. */
const blanks = new Map<number, { readonly text: string; readonly cells: readonly null[] }>()
const MOST_BLANKS = 64

function cellsOf(array: string, count: number): readonly Cell[] {
  if (array.length !== 5 * count + 1 || !array.startsWith('[null')) return JSON.parse(array) as Cell[]
  const known = blanks.get(count)
  if (known !== undefined) return array === known.text ? known.cells : (JSON.parse(array) as Cell[])
  if (blanks.size >= MOST_BLANKS) blanks.clear()
  const cells = new Array<null>(count).fill(null)
  blanks.set(count, { text: JSON.stringify(cells), cells })
  return JSON.parse(array) as Cell[]
}

/** All rows, page by page in the order of the key; pages without any are left out. Only those of some keys where these are told. */
export function* readColumns(book: Book, query: ColumnQuery, keys?: readonly number[]): Generator<ColumnChunk> {
  const read = pageReader(book, query)
  for (const [from, to] of keys === undefined
    ? pagesOf(book, query)
    : keys.map((key): [number, number] => [key, key])) {
    const chunk = read(from, to)
    if (chunk.keys.length > 0) yield chunk
  }
}

function* pagesOf(book: Book, { from, key }: ColumnQuery): Generator<[number, number]> {
  const ends = book.sqlite.prepare(`select (select min(${key}) from ${from}), (select max(${key}) from ${from})`).raw()
  const [first, last] = ends.get() as [number | null, number | null]
  if (first === null || last === null) return
  for (let at = first; at <= last; at += SPAN) yield [at, at + SPAN - 1]
}
