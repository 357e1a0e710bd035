import {
  type QualityDrift,
  type QualityMeasure,
  type QualityScores,
  type QualitySnapshot,
  qualityMeasures,
} from '../../model/quality.ts'
import type { Column, ReportCell, ReportChart, ReportSection, ReportTable, ReportView } from '../../model/report.ts'
import type { IsoInstant } from '../../model/units.ts'

export interface QualityWords {
  readonly lang: 'zh' | 'en'
  readonly say: (code: string, params?: Readonly<Record<string, string | number>>) => string
  readonly fieldName: (key: string) => string
  readonly madeAt: IsoInstant
}

/** A snapshot in a row of them, named by its run. */
export interface NamedSnapshot {
  readonly run: number | null
  readonly snapshot: QualitySnapshot
}

export interface QualityFacts {
  /** The newest last. */
  readonly runs: readonly NamedSnapshot[]
  /** What the newest is held against; undefined: nothing. */
  readonly against: NamedSnapshot | undefined
  readonly drift: readonly QualityDrift[]
  /** Columns it is told by: `field`, `acquired_from`, `owner`, `tier`, `collector`. */
  readonly by: readonly string[]
}

/** The state of the data, how it moved from run to run, and what drifted, as a report for every renderer. */
export function qualityView(facts: QualityFacts, words: QualityWords): ReportView {
  const { say } = words
  const last = facts.runs.at(-1)
  const sections = last === undefined ? [] : sectionsOf(facts, last, words)
  return {
    key: 'quality',
    title: say('quality.title'),
    subtitle:
      last === undefined
        ? say('quality.none')
        : say('quality.of', { day: last.snapshot.on, parties: last.snapshot.all.parties }),
    lang: words.lang,
    madeAt: words.madeAt,
    sections,
  }
}

function sectionsOf(
  { runs, against, drift, by }: QualityFacts,
  last: NamedSnapshot,
  words: QualityWords,
): ReportSection[] {
  const { say } = words
  const now: ReportSection = {
    key: 'now',
    title: say('quality.now'),
    figures: qualityMeasures.map((measure) => figure(measure, last.snapshot, against?.snapshot, words)),
    tables: by.map((column) =>
      column === 'field' ? fieldTable(last.snapshot, words) : groupTable(column, last.snapshot, words),
    ),
  }
  const trend: ReportSection = {
    key: 'trend',
    title: say('quality.trend'),
    charts: runs.length > 1 ? [trendChart(runs, words)] : [],
    tables: [trendTable(runs, words)],
  }
  const moved: ReportSection = {
    key: 'drift',
    title: say('quality.drift'),
    tables: [driftTable(drift, against, words)],
  }
  return [now, trend, moved]
}

const name = (measure: QualityMeasure | 'wrong', { say }: QualityWords): string => say(`quality.${measure}`)

function figure(
  measure: QualityMeasure,
  now: QualitySnapshot,
  before: QualitySnapshot | undefined,
  words: QualityWords,
) {
  const [value, was] = [now.all[measure], before?.all[measure] ?? null]
  const change = value === null || was === null ? null : value - was
  return {
    key: measure,
    title: name(measure, words),
    value,
    type: 'percent' as const,
    ...(before === undefined ? {} : { change, changeOf: before.on }),
  }
}

const measureColumns = (words: QualityWords): Column[] =>
  qualityMeasures.map((measure) => ({ key: measure, title: name(measure, words), type: 'percent' }))

const scores = (of: QualityScores): ReportCell[] => qualityMeasures.map((measure) => of[measure])

function groupTable(column: string, { groups }: QualitySnapshot, words: QualityWords): ReportTable {
  const { say } = words
  return {
    key: column,
    title: say('quality.by', { what: words.fieldName(column) }),
    columns: [
      { key: 'name', title: words.fieldName(column), type: 'text' },
      { key: 'parties', title: say('quality.parties'), type: 'integer' },
      ...measureColumns(words),
    ],
    rows: Object.entries(groups[column] ?? {}).map(([key, of]) => [
      key === '' ? say('quality.untold') : key,
      of.parties,
      ...scores(of),
    ]),
    empty: say('quality.none'),
  }
}

function fieldTable({ fields }: QualitySnapshot, words: QualityWords): ReportTable {
  const { say } = words
  return {
    key: 'field',
    title: say('quality.by', { what: say('quality.field') }),
    columns: [
      { key: 'field', title: say('quality.field'), type: 'text' },
      { key: 'parties', title: say('quality.asked'), type: 'integer' },
      { key: 'present', title: say('quality.present'), type: 'integer' },
      { key: 'completeness', title: say('quality.completeness'), type: 'percent' },
      { key: 'wrong', title: say('quality.wrong'), type: 'integer' },
      { key: 'validity', title: say('quality.validity'), type: 'percent' },
    ],
    rows: fields.map(({ field, parties, present, wrong }) => [
      ...[words.fieldName(field), parties, present],
      parties === 0 ? null : present / parties,
      wrong,
      present === 0 ? null : Math.max(0, 1 - wrong / present),
    ]),
  }
}

function trendTable(runs: readonly NamedSnapshot[], words: QualityWords): ReportTable {
  const { say } = words
  return {
    key: 'trend',
    title: say('quality.trend'),
    columns: [
      { key: 'run', title: say('quality.run'), type: 'integer' },
      { key: 'on', title: say('quality.on'), type: 'date' },
      { key: 'parties', title: say('quality.parties'), type: 'integer' },
      ...measureColumns(words),
    ],
    rows: runs.map(({ run, snapshot }) => [run, snapshot.on, snapshot.all.parties, ...scores(snapshot.all)]),
  }
}

function trendChart(runs: readonly NamedSnapshot[], words: QualityWords): ReportChart {
  const percent = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 10)
  return {
    key: 'trend',
    title: words.say('quality.trend'),
    kind: 'line',
    labels: runs.map(({ snapshot }) => snapshot.on),
    series: qualityMeasures.map((measure) => ({
      name: name(measure, words),
      values: runs.map(({ snapshot }) => percent(snapshot.all[measure])),
    })),
    unit: '%',
  }
}

function driftTable(
  drift: readonly QualityDrift[],
  against: NamedSnapshot | undefined,
  words: QualityWords,
): ReportTable {
  const { say } = words
  return {
    key: 'drift',
    title:
      against === undefined
        ? say('quality.drift')
        : say('quality.since', { day: against.snapshot.on, run: against.run ?? 0 }),
    columns: [
      { key: 'of', title: say('quality.where'), type: 'text' },
      { key: 'measure', title: say('quality.measure'), type: 'text' },
      { key: 'before', title: say('quality.before'), type: 'percent' },
      { key: 'after', title: say('quality.after'), type: 'percent' },
      { key: 'change', title: say('quality.change'), type: 'percent' },
    ],
    rows: drift.map(({ of, measure, before, after }) => [
      placeName(of, words),
      name(measure, words),
      before,
      after,
      after - before,
    ]),
    empty: say(against === undefined ? 'quality.first' : 'quality.steady'),
  }
}

/** `field:birth` and `owner:小林` in words. */
function placeName(of: string, { say, fieldName }: QualityWords): string {
  if (of === 'all') return say('quality.all')
  const at = of.indexOf(':')
  const [column, value] = [of.slice(0, at), of.slice(at + 1)]
  if (column === 'field') return fieldName(value)
  return `${fieldName(column)} ${value === '' ? say('quality.untold') : value}`
}
