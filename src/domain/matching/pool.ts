/** Distinct texts under small numbers, with the code units of all of them in one array. */
export interface Pool {
  readonly size: number
  readonly units: Uint16Array
  /** `at[id]`..`at[id + 1]` are the units of a text. */
  readonly at: Uint32Array
}

/** Collects texts; the same text gets the same number. */
export interface Interner {
  readonly id: (text: string) => number
  readonly texts: readonly string[]
}

/** An interner without texts. */
export function makeInterner(): Interner {
  const ids = new Map<string, number>()
  const texts: string[] = []
  return {
    texts,
    id: (text) => {
      const known = ids.get(text)
      if (known !== undefined) return known
      ids.set(text, texts.length)
      texts.push(text)
      return texts.length - 1
    },
  }
}

/** Lays texts out in memory that threads can share. */
export function makePool(texts: readonly string[]): Pool {
  const at = new Uint32Array(shared((texts.length + 1) * 4))
  let total = 0
  for (let i = 0; i < texts.length; i++) {
    at[i] = total
    total += texts[i]!.length
  }
  at[texts.length] = total
  const units = new Uint16Array(shared(total * 2), 0, total)
  for (let i = 0, k = 0; i < texts.length; i++) {
    const text = texts[i]!
    for (let j = 0; j < text.length; j++) units[k++] = text.charCodeAt(j)
  }
  return { size: texts.length, units, at }
}

/** One text of a pool. */
export const textOf = ({ units, at }: Pool, id: number): string => {
  const from = at[id]!
  const to = at[id + 1]!
  // Names of one to four characters are asked for by the million
  if (to - from === 1) return String.fromCharCode(units[from]!)
  if (to - from === 2) return String.fromCharCode(units[from]!, units[from + 1]!)
  if (to - from === 3) return String.fromCharCode(units[from]!, units[from + 1]!, units[from + 2]!)
  if (to - from === 4) return String.fromCharCode(units[from]!, units[from + 1]!, units[from + 2]!, units[from + 3]!)
  return String.fromCharCode.apply(null, units.subarray(from, to) as unknown as number[])
}

/** Memory that worker threads may read without copying. */
export const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(Math.max(bytes, 4))

/** A copy of numbers that worker threads may read. */
export const sharedInt32 = (values: ArrayLike<number>): Int32Array => {
  const out = new Int32Array(shared(values.length * 4), 0, values.length)
  out.set(values)
  return out
}
