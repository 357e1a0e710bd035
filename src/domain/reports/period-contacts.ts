import type { ReportCell, ReportChart, ReportSection, ReportTable } from '../../model/report.ts'
import type { WeeklyFacts } from '../../model/report-facts.ts'
import { daysOf } from '../period.ts'
import { countColumn, kindName, textColumn, told } from './parts.ts'
import type { ReportContext } from './spec.ts'

/** More kinds than this make a table nobody can read: the rarest are put together. */
const kindsShown = 7

interface KindCount {
  readonly kind: string
  readonly count: number
}

/** Kinds with a column of their own, most frequent first, then by name. */
function commonKinds(entries: readonly KindCount[]): string[] {
  const counts = new Map<string, number>()
  for (const { kind, count } of entries) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, kindsShown)
    .map(([kind]) => kind)
}

/** Counts by row and kind; the last place of each row holds the kinds without a column. */
function pivot<T extends KindCount>(
  entries: readonly T[],
  kinds: readonly string[],
  keyOf: (entry: T) => string | null,
) {
  const rows = new Map<string | null, number[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const row = rows.get(key) ?? Array.from({ length: kinds.length + 1 }, () => 0)
    const at = kinds.indexOf(entry.kind)
    row[at === -1 ? kinds.length : at]! += entry.count
    rows.set(key, row)
  }
  return rows
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Contacts by kind and staff, and how they fell on the days. */
export function contactsSection(
  facts: Pick<WeeklyFacts, 'contactsByKindAndStaff' | 'contactsByDay'>,
  context: ReportContext,
): ReportSection {
  return {
    key: 'contacts',
    title: context.say('report.contacts'),
    charts: [dayChart(facts.contactsByDay, context)],
    tables: [staffTable(facts.contactsByKindAndStaff, context)],
  }
}

/** Rows of staff (busiest first, nobody named last) by columns of kinds. */
export function staffTable(
  entries: readonly { readonly kind: string; readonly staff: string | null; readonly count: number }[],
  context: ReportContext,
): ReportTable {
  const { say } = context
  const kinds = commonKinds(entries)
  const rows = pivot(entries, kinds, ({ staff }) => staff)
  const others = [...rows.values()].some((row) => row[kinds.length]! > 0)
  const sorted = [...rows].sort(
    ([a, x], [b, y]) => Number(a === null) - Number(b === null) || sum(y) - sum(x) || (a! < b! ? -1 : 1),
  )
  return {
    key: 'contacts-by-staff',
    title: say('report.contacts.by-staff'),
    columns: [
      textColumn('staff', say('report.staff')),
      ...kinds.map((kind) => countColumn(kind, kindName(kind, context))),
      ...(others ? [countColumn('rest', say('report.rest'))] : []),
      countColumn('total', say('report.total')),
    ],
    rows: sorted.map(([staff, counts]): ReportCell[] => [
      told(staff, context),
      ...counts.slice(0, kinds.length + (others ? 1 : 0)),
      sum(counts),
    ]),
    empty: say('report.contacts.none'),
  }
}

/** A day without any contact is shown too, where the period is short enough to show every day. */
function daysShown(withAny: string[], { period }: ReportContext): string[] {
  if (period === undefined) return withAny
  const days = daysOf(period)
  return days.length <= 31 ? days : withAny
}

/** Days of the period, each split by kind. */
export function dayChart(
  entries: readonly { readonly on: string; readonly kind: string; readonly count: number }[],
  context: ReportContext,
): ReportChart {
  const kinds = commonKinds(entries)
  const rows = pivot(entries, kinds, ({ on }) => on)
  const days = daysShown([...rows.keys()].map(String).sort(), context)
  const others = [...rows.values()].some((row) => row[kinds.length]! > 0)
  const names = [...kinds.map((kind) => kindName(kind, context)), ...(others ? [context.say('report.rest')] : [])]
  return {
    key: 'contacts-by-day',
    title: context.say('report.contacts.by-day'),
    kind: 'stacked',
    labels: days,
    series: names.map((name, at) => ({ name, values: days.map((day) => rows.get(day)?.[at] ?? 0) })),
  }
}
