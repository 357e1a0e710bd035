import type { ExportColumn } from '../../../model/export.ts'
import type { ReportCell } from '../../../model/report.ts'
import { periodOf } from '../../period.ts'
import type { Condition, GroupBy, Measure, OwnReport } from './definition.ts'

type Row = readonly ReportCell[]

/** What came of the rows: lines of a list, or of groups; `total` counts all of them, shown or not. */
export interface OwnResult {
  readonly rows: readonly Row[]
  readonly total: number
}

/** Fields a report reads, in the order in which its rows have them. */
export function ownKeys({ columns, groups, measures, where, sort }: OwnReport): readonly string[] {
  const sorted = sort === null ? [] : [sort.replace(/^-/, '')].filter((key) => !/^\d+$/.test(key))
  return [
    ...new Set([
      ...['source_code'],
      ...columns,
      ...groups.map(({ key }) => key),
      ...measures.flatMap(({ of }) => of ?? []),
      ...where.map(({ field }) => field),
      ...sorted,
    ]),
  ]
}

/** Computes a report from its rows, some thousand at a time: memory grows with the groups, never with the rows. */
export function computeOwn(
  report: OwnReport,
  columns: readonly ExportColumn[],
  chunks: Iterable<readonly Row[]>,
): OwnResult {
  const at = new Map(columns.map(({ key }, index) => [key, index]))
  const passes = report.where.map((condition) => test(condition, columns[at.get(condition.field)!]!, at))
  const accepts = (row: Row): boolean => passes.every((pass) => pass(row))
  return report.groups.length === 0 ? listed(report, at, accepts, chunks) : grouped(report, at, accepts, chunks)
}

function test(
  { field, is, not, min, max, filled }: Condition,
  { type }: ExportColumn,
  at: ReadonlyMap<string, number>,
) {
  const index = at.get(field)!
  const isNumber = type === 'money' || type === 'integer' || type === 'number'
  // Money is told in yuan and kept in 分.
  const bound = (text: string): number => Number(text) * (type === 'money' ? 100 : 1)
  return (row: Row): boolean => {
    const cell = row[index] ?? null
    if (filled !== undefined && (cell !== null && cell !== '') !== filled) return false
    if (is !== undefined && (cell === null || !is.includes(String(cell)))) return false
    if (not !== undefined && cell !== null && not.includes(String(cell))) return false
    if (min !== undefined && (cell === null || (isNumber ? Number(cell) < bound(min) : String(cell) < min)))
      return false
    return max === undefined || (cell !== null && (isNumber ? Number(cell) <= bound(max) : String(cell) <= max))
  }
}

function listed(
  { columns, sort, limit }: OwnReport,
  at: ReadonlyMap<string, number>,
  accepts: (row: Row) => boolean,
  chunks: Iterable<readonly Row[]>,
): OwnResult {
  let kept: Row[] = []
  let total = 0
  const order = sort === null ? undefined : comparing(at.get(sort.replace(/^-/, '')) ?? 0, sort.startsWith('-'))
  for (const chunk of chunks) {
    for (const row of chunk) {
      if (!accepts(row)) continue
      total++
      if (order !== undefined || kept.length < limit) kept.push(row)
    }
    if (order !== undefined && kept.length > limit * 4) kept = kept.sort(order).slice(0, limit)
  }
  if (order !== undefined) kept = kept.sort(order).slice(0, limit)
  return { rows: kept.map((row) => columns.map((key) => row[at.get(key)!] ?? null)), total }
}

/** Empty cells come last either way. */
function comparing(index: number, falls: boolean): (a: Row, b: Row) => number {
  return (a, b) => {
    const [x, y] = [a[index] ?? null, b[index] ?? null]
    if (x === y) return 0
    if (x === null) return 1
    if (y === null) return -1
    return (x < y ? -1 : 1) * (falls ? -1 : 1)
  }
}

interface Sums {
  readonly group: readonly ReportCell[]
  count: number
  readonly customers: Set<ReportCell> | null
  readonly sum: number[]
  readonly known: number[]
  readonly least: number[]
  readonly most: number[]
}

function grouped(
  { groups, measures, sort, limit }: OwnReport,
  at: ReadonlyMap<string, number>,
  accepts: (row: Row) => boolean,
  chunks: Iterable<readonly Row[]>,
): OwnResult {
  const keys = groups.map((group) => groupReader(group, at))
  const sums = new Map<string, Sums>()
  const wantsCustomers = measures.some(({ how }) => how === 'customers')
  const indexes = measures.map(({ of }) => (of === undefined ? -1 : at.get(of)!))
  for (const chunk of chunks)
    for (const row of chunk)
      if (accepts(row))
        add(
          groupFor(
            sums,
            keys.map((read) => read(row)),
            measures,
            wantsCustomers,
          ),
          row,
          indexes,
        )
  const rows = [...sums.values()].map(
    (one): Row => [...one.group, ...measures.map((measure, i) => measured(measure, one, i))],
  )
  const by = sort === null ? -1 : sortColumn(sort, groups)
  const order = by === -1 ? byGroups(groups.length) : comparing(by, sort!.startsWith('-'))
  return { rows: rows.sort(order).slice(0, limit), total: rows.length }
}

/** A number counts the measures from 1; anything else is a group. */
function sortColumn(sort: string, groups: readonly GroupBy[]): number {
  const name = sort.replace(/^-/, '')
  return /^\d+$/.test(name) ? groups.length + Number(name) - 1 : groups.findIndex(({ key }) => key === name)
}

const byGroups =
  (count: number) =>
  (a: Row, b: Row): number => {
    for (let i = 0; i < count; i++) {
      const compared = comparing(i, false)(a, b)
      if (compared !== 0) return compared
    }
    return 0
  }

function groupReader({ key, bucket }: GroupBy, at: ReadonlyMap<string, number>): (row: Row) => ReportCell {
  const index = at.get(key)!
  if (bucket === undefined) return (row) => row[index] ?? null
  const known = new Map<string, string>()
  return (row) => {
    const day = row[index]
    if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
    const name = known.get(day) ?? periodOf(bucket, day).name
    known.set(day, name)
    return name
  }
}

function groupFor(
  sums: Map<string, Sums>,
  group: readonly ReportCell[],
  measures: readonly Measure[],
  wantsCustomers: boolean,
): Sums {
  const key = JSON.stringify(group)
  const known = sums.get(key)
  if (known !== undefined) return known
  const made: Sums = {
    ...{ group, count: 0, customers: wantsCustomers ? new Set() : null },
    sum: measures.map(() => 0),
    known: measures.map(() => 0),
    least: measures.map(() => Number.POSITIVE_INFINITY),
    most: measures.map(() => Number.NEGATIVE_INFINITY),
  }
  sums.set(key, made)
  return made
}

function add(sums: Sums, row: Row, indexes: readonly number[]): void {
  sums.count++
  sums.customers?.add(row[0] ?? null)
  for (let i = 0; i < indexes.length; i++) {
    const cell = indexes[i] === -1 ? null : row[indexes[i]!]
    if (typeof cell !== 'number') continue
    sums.sum[i]! += cell
    sums.known[i]!++
    if (cell < sums.least[i]!) sums.least[i] = cell
    if (cell > sums.most[i]!) sums.most[i] = cell
  }
}

function measured({ how }: Measure, { count, customers, sum, known, least, most }: Sums, at: number): ReportCell {
  if (how === 'count') return count
  if (how === 'customers') return customers?.size ?? 0
  if (how === 'sum') return sum[at]!
  if (known[at] === 0) return null
  if (how === 'average') return Math.round(sum[at]! / known[at]!)
  return how === 'min' ? least[at]! : most[at]!
}
