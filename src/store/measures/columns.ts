import type { MeasureColumns } from '../../model/tiers.ts'

/** Columns under way: made only when the first value comes, so that what nobody has costs nothing. */
export interface ColumnsUnderWay {
  readonly number: (key: string, fill: number) => Float64Array
  readonly flag: (key: string, fill: number) => Uint8Array
  readonly text: (key: string) => (string | null)[]
  /** The same text once in memory, however many rows say it. */
  readonly word: (text: string) => string
  /** A mark for each row that is no measure. */
  readonly flags: () => Uint8Array
  readonly finish: (ids: ArrayLike<number>) => MeasureColumns
}

/** Distinct words kept: beyond that a column is as good as unique, and keeping them would cost more than it saves. */
const MOST_WORDS = 200_000

/** Opens empty columns for `count` parties; equal words are kept once. */
export function startColumns(count: number): ColumnsUnderWay {
  const numbers: Record<string, Float64Array> = {}
  const flags: Record<string, Uint8Array> = {}
  const texts: Record<string, (string | null)[]> = {}
  const words = new Map<string, string>()
  return {
    number: (key, fill) => (numbers[key] ??= new Float64Array(count).fill(fill)),
    flag: (key, fill) => (flags[key] ??= new Uint8Array(count).fill(fill)),
    text: (key) => (texts[key] ??= new Array<string | null>(count).fill(null)),
    word(text) {
      const known = words.get(text)
      if (known !== undefined) return known
      if (words.size < MOST_WORDS) words.set(text, text)
      return text
    },
    flags: () => new Uint8Array(count),
    finish: (ids) => ({ count, ids, numbers, flags, texts }),
  }
}

/** Whole days since 1970-01-01 of a civil day, each worked out once; NaN where the text is none. */
export function dayNumbers(): (day: string) => number {
  const known = new Map<string, number>()
  return (day) => {
    const number = known.get(day) ?? (day.length === 10 ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 : Number.NaN)
    known.set(day, number)
    return number
  }
}
