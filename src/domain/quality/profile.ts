import type { PartyChunk } from '../../model/checks.ts'

/** What a column holds, as seen in the data. */
export interface FieldProfile {
  readonly field: string
  readonly parties: number
  readonly present: number
  /** Different values, counted up to `distinctMost`; at the most there may be more. */
  readonly distinct: number
  readonly most: readonly { readonly value: string; readonly count: number }[]
  /** Shapes: 9 a digit, A a letter, 汉 a Chinese character, runs shortened; the most frequent first. */
  readonly shapes: readonly { readonly shape: string; readonly count: number }[]
  readonly shortest: number
  readonly longest: number
  /** Smallest and largest, where every value is a number or every value is a day. */
  readonly range?: { readonly min: string; readonly max: string; readonly of: 'number' | 'day' }
}

const distinctMost = 5000

interface Counting {
  parties: number
  present: number
  values: Map<string, number>
  shapes: Map<string, number>
  shortest: number
  longest: number
  numbers: number
  days: number
  least: number
  greatest: number
  first: string
  last: string
}

/** Profiles columns chunk by chunk, in bounded memory. */
export function fieldProfiler(fields: readonly string[]): {
  readonly add: (chunk: PartyChunk) => void
  readonly finish: () => FieldProfile[]
} {
  const counts = new Map(fields.map((field) => [field, empty()]))
  return {
    add(chunk) {
      for (const [field, count] of counts) {
        count.parties += chunk.count
        for (const value of chunk.values[field] ?? []) if (value !== null) see(count, value)
      }
    },
    finish: () => [...counts].map(([field, count]) => profileOf(field, count)),
  }
}

function empty(): Counting {
  return {
    ...{
      parties: 0,
      present: 0,
      values: new Map(),
      shapes: new Map(),
      shortest: Infinity,
      longest: 0,
      numbers: 0,
      days: 0,
    },
    ...{ least: Infinity, greatest: -Infinity, first: '\uffff', last: '' },
  }
}

function see(count: Counting, value: string): void {
  count.present++
  bump(count.values, value)
  bump(count.shapes, shapeOf(value))
  if (value.length < count.shortest) count.shortest = value.length
  if (value.length > count.longest) count.longest = value.length
  const number = value.length < 20 && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!Number.isNaN(number)) {
    count.numbers++
    if (number < count.least) count.least = number
    if (number > count.greatest) count.greatest = number
  } else if (value.length === 10 && /^\d{4}-\d\d-\d\d$/.test(value)) {
    count.days++
    if (value < count.first) count.first = value
    if (value > count.last) count.last = value
  }
}

function bump(counts: Map<string, number>, key: string): void {
  const known = counts.get(key)
  if (known !== undefined) counts.set(key, known + 1)
  else if (counts.size < distinctMost) counts.set(key, 1)
}

/** `138-5710` is `9-9`, `浙A12345` is `汉A9`: what kinds of characters follow each other. */
export function shapeOf(value: string): string {
  let shape = ''
  for (const char of value.length > 60 ? value.slice(0, 60) : value) {
    const code = char.codePointAt(0)!
    const kind =
      code >= 0x30 && code <= 0x39
        ? '9'
        : (code | 32) >= 0x61 && (code | 32) <= 0x7a
          ? 'A'
          : code >= 0x3400
            ? '汉'
            : char
    if (!shape.endsWith(kind) || !'9A汉'.includes(kind)) shape += kind
  }
  return shape
}

function profileOf(field: string, count: Counting): FieldProfile {
  const top = (counts: Map<string, number>, most: number) =>
    [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most)
  const range =
    count.present > 0 && count.numbers === count.present
      ? { min: String(count.least), max: String(count.greatest), of: 'number' as const }
      : count.present > 0 && count.days === count.present
        ? { min: count.first, max: count.last, of: 'day' as const }
        : undefined
  return {
    field,
    parties: count.parties,
    present: count.present,
    distinct: count.values.size,
    most: top(count.values, 30).map(([value, n]) => ({ value, count: n })),
    shapes: top(count.shapes, 10).map(([shape, n]) => ({ shape, count: n })),
    shortest: count.present === 0 ? 0 : count.shortest,
    longest: count.longest,
    ...(range === undefined ? {} : { range }),
  }
}

/** Shapes of a field that are new or have become rarer by at least `least`: the source has changed its ways. */
export function shapeDrift(
  before: Pick<FieldProfile, 'shapes' | 'present'>,
  after: Pick<FieldProfile, 'shapes' | 'present'>,
  least = 0.05,
): { readonly shape: string; readonly before: number; readonly after: number }[] {
  const shareIn = (profile: Pick<FieldProfile, 'shapes' | 'present'>, shape: string): number =>
    (profile.shapes.find((each) => each.shape === shape)?.count ?? 0) / Math.max(1, profile.present)
  const shapes = new Set([...before.shapes, ...after.shapes].map(({ shape }) => shape))
  return [...shapes]
    .map((shape) => ({ shape, before: shareIn(before, shape), after: shareIn(after, shape) }))
    .filter((each) => Math.abs(each.after - each.before) >= least)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
}
