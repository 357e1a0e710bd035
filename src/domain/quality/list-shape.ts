import type { ListColumn, ListFault, ListRule, ListShape } from '../../model/list-rules.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { shapeDrift } from './profile.ts'

/** Shapes of a column that are told apart. */
const MOST_SHAPES = 200
/** Below so many rows a share says nothing. */
const LEAST_ROWS = 20

/** What every list is held to without a rule: the last one with the same headings. */
export const builtinListRules: readonly ListRule[] = [
  { id: 'list-changed', severity: 'warn', change: { rows: 0.8, filled: 0.4, shape: 0.3, columns: true } },
]

/** What a list looks like, from its headings and some of its rows. */
export function listShape(
  headings: readonly { readonly heading: string; readonly column: number }[],
  { rows, sample }: { readonly rows: number; readonly sample: readonly (readonly Cell[])[] },
): ListShape {
  return {
    rows,
    sampled: sample.length,
    columns: headings.map(({ heading, column }) => columnShape(heading, column, sample)),
  }
}

function columnShape(heading: string, column: number, sample: readonly (readonly Cell[])[]): ListColumn {
  const shapes = new Map<string, number>()
  let present = 0
  for (const row of sample) {
    const text = textOf(row[column] ?? null)
    if (text === '') continue
    present++
    const shape = digitShape(text)
    const known = shapes.get(shape)
    if (known !== undefined || shapes.size < MOST_SHAPES) shapes.set(shape, (known ?? 0) + 1)
  }
  const sorted = [...shapes].map(([shape, count]) => ({ shape, count })).sort((a, b) => b.count - a.count)
  return { heading: heading.replace(/\s+/g, ''), present, shapes: sorted.slice(0, 20) }
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell).trim()
  return cell.kind === 'date' ? cell.iso : ''
}

/** `138-57101234` is `9×3-9×8`, `浙A12345` is `汉A9×5`: a lost digit shows, the length of a word doesn't. */
export function digitShape(text: string): string {
  return text
    .slice(0, 60)
    .replace(/[\u3400-\u9fff\uf900-\ufaff]+/g, '汉')
    .replace(/[A-Za-z]+/g, 'A')
    .replace(/[0-9]+/g, (digits) => `9×${digits.length}`)
}

/** How alike the headings of two lists are, 0..1: those they share among all there are. */
export function headingsShared(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [new Set(a), new Set(b)]
  const shared = [...one].filter((heading) => other.has(heading)).length
  return shared / Math.max(1, one.size + other.size - shared)
}

/** Holds a list to the rules; `before` is the last list of its kind, where there was one. */
export function judgeList(
  rules: readonly ListRule[],
  list: { readonly file: string; readonly shape: ListShape; readonly before: ListShape | undefined },
): ListFault[] {
  return rules
    .filter(({ file }) => file === undefined || fits(list.file, file))
    .flatMap((rule) =>
      [...faultsOf(rule, list.shape), ...(list.before === undefined ? [] : changes(rule, list.before, list.shape))].map(
        (reason) => ({ rule: rule.id, severity: rule.severity, reason }),
      ),
    )
}

function fits(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 'iu').test(name)
}

function* faultsOf({ rows, columns }: ListRule, shape: ListShape): Generator<Reason> {
  if (rows?.min !== undefined && shape.rows < rows.min)
    yield { code: 'list-rows-few', params: { rows: shape.rows, min: rows.min } }
  if (rows?.max !== undefined && shape.rows > rows.max)
    yield { code: 'list-rows-many', params: { rows: shape.rows, max: rows.max } }
  const has = new Set(shape.columns.map(({ heading }) => heading))
  const bare = (headings: readonly string[]): string[] => headings.map((heading) => heading.replace(/\s+/g, ''))
  const missing = bare(columns?.required ?? []).filter((heading) => !has.has(heading))
  if (missing.length > 0) yield { code: 'list-columns-missing', params: { headings: missing.join('、') } }
  const only = columns?.only === undefined ? undefined : new Set(bare(columns.only))
  const other = only === undefined ? [] : [...has].filter((heading) => !only.has(heading))
  if (other.length > 0) yield { code: 'list-columns-other', params: { headings: other.join('、') } }
}

function* changes({ change }: ListRule, before: ListShape, after: ListShape): Generator<Reason> {
  if (change === undefined) return
  if (change.rows !== undefined && before.rows >= LEAST_ROWS) {
    const params = { before: before.rows, rows: after.rows }
    if (after.rows < before.rows * (1 - change.rows)) yield { code: 'list-rows-fewer', params }
    if (after.rows > before.rows / (1 - change.rows)) yield { code: 'list-rows-more', params }
  }
  const [was, is] = [columnsOf(before), columnsOf(after)]
  const gone = [...was.keys()].filter((heading) => !is.has(heading))
  const added = [...is.keys()].filter((heading) => !was.has(heading))
  if (change.columns === true && gone.length > 0)
    yield { code: 'list-columns-gone', params: { headings: gone.join('、') } }
  if (change.columns === true && added.length > 0)
    yield { code: 'list-columns-new', params: { headings: added.join('、') } }
  if (before.sampled < LEAST_ROWS || after.sampled < LEAST_ROWS) return
  for (const [heading, column] of is) {
    const known = was.get(heading)
    if (known !== undefined) yield* columnChanges(change, [known, before.sampled], [column, after.sampled])
  }
}

const columnsOf = ({ columns }: ListShape): Map<string, ListColumn> =>
  new Map(columns.map((column) => [column.heading, column]))

type Sampled = readonly [column: ListColumn, rows: number]

function* columnChanges(
  { filled, shape }: NonNullable<ListRule['change']>,
  [was, wasOf]: Sampled,
  [is, isOf]: Sampled,
): Generator<Reason> {
  const [before, after] = [was.present / wasOf, is.present / isOf]
  const percent = (share: number): number => Math.round(share * 100)
  if (filled !== undefined && before - after >= filled)
    yield {
      code: 'list-column-emptier',
      params: { heading: is.heading, before: percent(before), after: percent(after) },
    }
  if (shape === undefined || was.present < LEAST_ROWS || is.present < LEAST_ROWS) return
  // A column of many kinds of values has no shape of its own.
  const [drift] = shapeDrift(was, is, shape).filter((one) => one.after > one.before)
  const usual = was.shapes[0]
  if (drift !== undefined && usual !== undefined)
    yield {
      code: 'list-column-shape',
      params: {
        ...{ heading: is.heading, shape: drift.shape, usual: usual.shape },
        ...{ before: percent(drift.before), after: percent(drift.after) },
      },
    }
}
