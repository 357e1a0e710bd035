import type { Column, ReportTable } from '../../model/report.ts'
import type { Fen } from '../../model/units.ts'
import { addDays } from '../calendar.ts'
import type { ReportContext } from './spec.ts'

export type Words = Pick<ReportContext, 'say'>

export const textColumn = (key: string, title: string, personal?: Column['personal']): Column =>
  personal === undefined ? { key, title, type: 'text' } : { key, title, type: 'text', personal }

/** Sentences, which are never cut. */
export const proseColumn = (key: string, title: string): Column => ({ key, title, type: 'text', prose: true })

/** A count; summed at the foot unless told otherwise. */
export const countColumn = (key: string, title: string, total = true): Column => ({
  key,
  title,
  type: 'integer',
  total,
})

export const moneyColumn = (key: string, title: string, { say }: Words, total = true): Column => ({
  key,
  title,
  type: 'money',
  unit: say('report.yuan'),
  total,
})

export const dateColumn = (key: string, title: string): Column => ({ key, title, type: 'date' })
/** A picture of the numbers beside it; only renderers that can draw show it. */
export const barColumn: Column = { key: 'bar', title: '', type: 'bar' }
export const shareColumn = (key: string, title: string): Column => ({ key, title, type: 'percent' })

/** The value, or the word for "not told". */
export const told = (value: string | null, { say }: Words): string => value ?? say('report.untold')

/** Part of a whole; null where there is no whole. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** For pictures only: sums and tables stay in Fen. */
export const yuan = (fen: Fen): number => fen / 100

const grouped = (count: number): string => count.toLocaleString('en-US')

function firstLine(context: ReportContext, purpose: string, counted: string): string {
  const { say, period, today, filter, book } = context
  const span =
    period === undefined ? [] : [say('report.line.period', { from: period.from, to: addDays(period.to, -1) })]
  return [
    purpose,
    say('report.line.filter', { filter: filter === '' ? say('report.line.everyone') : filter }),
    ...span,
    counted,
    say('report.line.as-of', { day: today }),
    say('report.line.book', { book }),
  ].join(say('report.line.separator'))
}

/** First line of a summary: purpose, filter, period, customers counted, as-of and book. */
export const subtitle = (context: ReportContext, purpose: string, customers: number): string =>
  firstLine(context, purpose, context.say('report.line.count', { count: grouped(customers) }))

/** First line of a list: the same with the number of its lines. */
export const lineSubtitle = (context: ReportContext, purpose: string, lines: number): string =>
  firstLine(context, purpose, context.say('report.line.lines', { count: grouped(lines) }))

/** Said under a list that was cut: what is missing is never silent. */
export function cutNote(
  shown: number,
  total: number,
  { say }: Words,
): Pick<ReportTable, 'note'> | Record<string, never> {
  return shown < total ? { note: say('report.cut', { shown: grouped(shown), total: grouped(total) }) } : {}
}

const eventKinds = new Set([
  'call',
  'walk-in',
  'visit',
  'meal',
  'letter',
  'message',
  'email',
  'event',
  'service',
  'gift',
  'booking',
  'other',
  'deal',
  'tier',
  'opened',
  'merged',
  'changed',
  'complaint',
  'suggestion',
  'enquiry',
  'correction',
  'demand',
])

/** Word for a kind of contact or event; one of the user's own stays as it is. */
export const kindName = (kind: string, { say }: Words): string =>
  eventKinds.has(kind) ? say(`report.kind.${kind}`) : kind

const dateKinds = new Set(['birthday', 'wedding', 'promotion', 'contract-end', 'follow-up', 'other'])

export const dateKindName = (kind: string, { say }: Words): string =>
  dateKinds.has(kind) ? say(`report.date.${kind}`) : kind

export const tierLabel = (tier: string | null, context: ReportContext): string =>
  tier === null ? context.say('report.no-tier') : context.tierName(tier)
