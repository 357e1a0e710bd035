import type { MeasureColumns, MeasureType } from '../../model/tiers.ts'

/** An input a condition reads: a measure, or a custom field. */
export interface InputRef {
  readonly key: string
  readonly type: MeasureType
  readonly custom: boolean
}

/** Three values: no, yes, and not known. Text columns say null, numbers NaN for not known. */
export const NO = 0
export const YES = 1
export const UNKNOWN = 2

export type Read<T> = (row: number) => T
type Bind<T> = (columns: MeasureColumns) => Read<T>

interface Common {
  /** Inputs read by this node and below. */
  readonly refs: readonly InputRef[]
}
export interface NumberNode extends Common {
  readonly type: 'number'
  /** CEL's int: division cuts off. */
  readonly int: boolean
  readonly literal?: number
  readonly bind: Bind<number>
}
export interface TextNode extends Common {
  readonly type: 'text'
  readonly literal?: string
  readonly bind: Bind<string | null>
}
export interface FlagNode extends Common {
  readonly type: 'flag'
  readonly literal?: boolean
  readonly bind: Bind<number>
  /** What it is made of, where blame can be passed down: `and`, `or`, `not`. */
  readonly parts?: readonly FlagNode[]
}
/** `null` as written: only to be compared with. */
export interface NullNode extends Common {
  readonly type: 'null'
}
export type Node = NumberNode | TextNode | FlagNode | NullNode

/** Reads one input of a row as a number: NaN where not known. Money comes in 元. */
export function bindNumber(ref: InputRef, columns: MeasureColumns): Read<number> {
  const column = ref.custom ? columns.fields?.[ref.key] : columns.numbers[ref.key]
  if (!(column instanceof Float64Array)) return () => Number.NaN
  return ref.type === 'money' ? (row) => column[row]! / 100 : (row) => column[row]!
}

/** Reads one input of a row as yes (1), no (0) or not known (2). */
export function bindFlag(ref: InputRef, columns: MeasureColumns): Read<number> {
  const column = columns.flags[ref.key]
  return column === undefined ? () => UNKNOWN : (row) => column[row]!
}

/** Reads one input of a row as text, null where not known. */
export function bindText(ref: InputRef, columns: MeasureColumns): Read<string | null> {
  const column = ref.custom ? columns.fields?.[ref.key] : columns.texts[ref.key]
  if (column === undefined || column instanceof Float64Array) return () => null
  return (row) => column[row]!
}

/** Is an input known in a row? */
export function bindKnown(ref: InputRef, columns: MeasureColumns): Read<boolean> {
  if (ref.type === 'flag') {
    const read = bindFlag(ref, columns)
    return (row) => read(row) !== UNKNOWN
  }
  if (ref.type === 'text') {
    const read = bindText(ref, columns)
    return (row) => read(row) !== null
  }
  const read = bindNumber(ref, columns)
  return (row) => !Number.isNaN(read(row))
}
