import type { Cell } from '../../model/sheet.ts'

/** Different values and shapes are counted up to here; beyond, the count is a lower bound. */
const MOST_DISTINCT = 100_000
const MOST_SHAPES = 500

/** What the values of one column are like. */
export interface ColumnProfile {
  readonly filled: number
  readonly distinct: number
  /** There are more different values than were counted. */
  readonly more: boolean
  /** The most frequent shapes (`1##-####`, `汉汉`), each with how many values have it. */
  readonly shapes: readonly { readonly shape: string; readonly count: number }[]
  /** Characters of the shortest and longest value. */
  readonly shortest: number
  readonly longest: number
}

/** Looks at the cells of one column, one by one. */
export interface ColumnLook {
  readonly add: (cell: Cell) => void
  readonly profile: () => ColumnProfile
}

/** Opens a column to be looked at. */
export function lookAtColumn(): ColumnLook {
  const values = new Set<string>()
  const shapes = new Map<string, number>()
  let filled = 0
  let shortest = 0
  let longest = 0
  let more = false
  return {
    add(cell) {
      const text = textOf(cell)
      if (text === '') return
      filled++
      shortest = filled === 1 ? text.length : Math.min(shortest, text.length)
      longest = Math.max(longest, text.length)
      if (values.size < MOST_DISTINCT) values.add(text)
      else if (!values.has(text)) more = true
      const shape = shapeOf(text)
      const count = shapes.get(shape)
      if (count !== undefined || shapes.size < MOST_SHAPES) shapes.set(shape, (count ?? 0) + 1)
    },
    profile: () => ({
      filled,
      distinct: values.size,
      more,
      shapes: [...shapes]
        .map(([shape, count]) => ({ shape, count }))
        .sort((a, b) => b.count - a.count || (a.shape < b.shape ? -1 : 1))
        .slice(0, 3),
      shortest,
      longest,
    }),
  }
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell !== 'object') return String(cell)
  return cell.kind === 'date' ? cell.iso : cell.code
}

/** A value's shape: digits are 9, letters A or a, hanzi 汉; runs of more than four are cut to `9+`. */
export function shapeOf(text: string): string {
  let shape = ''
  let last = ''
  let run = 0
  for (const character of text.slice(0, 60)) {
    const kind = kindOf(character)
    run = kind === last && '9Aa汉'.includes(kind) ? run + 1 : 1
    last = kind
    if (run <= 4) shape += kind
    else if (run === 5) shape = `${shape.slice(0, -4)}${kind}+`
  }
  return shape
}

function kindOf(character: string): string {
  if (/\d/.test(character)) return '9'
  if (/[A-Z]/.test(character)) return 'A'
  if (/[a-z]/.test(character)) return 'a'
  return /\p{Script=Han}/u.test(character) ? '汉' : character
}
