import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { ReportChart } from '../../../model/report.ts'
import { decimal } from '../../number.ts'
import { displayWidth } from '../../width.ts'
import { box, pictureWidth, round, svg, text } from './svg.ts'

const height = 200
const foot = 24
const top = 14
const half = 6.6

/** 2026-11-18 → 11-18, 2026-W47 → W47: the year stands in the report's title. */
export const shortLabel = (label: string): string => label.replace(/^\d{4}-(?=.)/, '')

/** 1,234,567 → 123万 or 1.2M: an axis needs few characters. */
export function axisNumber(value: number, lang: 'zh' | 'en'): string {
  const steps: readonly (readonly [number, string])[] =
    lang === 'zh'
      ? [
          [1e8, '亿'],
          [1e4, '万'],
        ]
      : [
          [1e9, 'B'],
          [1e6, 'M'],
          [1e3, 'k'],
        ]
  const step = steps.find(([least]) => Math.abs(value) >= least)
  return step === undefined ? decimal(value) : `${decimal(Math.round((value / step[0]) * 100) / 100)}${step[1]}`
}

/** Columns over time, their parts stood on each other. */
export function columnChart({ title, labels, series }: ReportChart, lang: 'zh' | 'en'): string {
  const rows = labels.map((_, at) =>
    Object.fromEntries(series.map(({ values }, index) => [String(index), Math.max(0, values[at] ?? 0)])),
  )
  const layers = stack<Record<string, number>>().keys(series.map((_, index) => String(index)))(rows)
  const sums = rows.map((row) => Object.values(row).reduce((sum, value) => sum + value, 0))
  const y = scaleLinear([0, Math.max(1e-9, ...sums)], [height - foot, top]).nice(4)
  const ticks = y.ticks(4)
  const left = Math.max(...ticks.map((tick) => displayWidth(axisNumber(tick, lang)))) * half + 8
  const x = scaleBand(
    labels.map((_, at) => at),
    [left, pictureWidth],
  )
    .paddingInner(0.25)
    .paddingOuter(0.1)
  const every = Math.max(
    1,
    Math.ceil((Math.max(...labels.map((label) => displayWidth(shortLabel(label)))) * half + 6) / x.step()),
  )
  const grid = ticks.flatMap((tick) => [
    `<line x1="${round(left)}" x2="${pictureWidth}" y1="${round(y(tick))}" y2="${round(y(tick))}" class="grid"/>`,
    text(axisNumber(tick, lang), { x: left - 6, y: y(tick) + 4, anchor: 'end', dim: true }),
  ])
  const columns = layers.flatMap((layer, index) =>
    layer.map(([from, to], at) =>
      to === from
        ? ''
        : box(
            { x: x(at) ?? 0, y: y(to), width: x.bandwidth(), height: y(from) - y(to) },
            index,
            `${labels[at]} · ${series[index]!.name}: ${decimal(series[index]!.values[at] ?? 0)}`,
          ),
    ),
  )
  const names = labels.map((label, at) =>
    at % every === 0
      ? text(shortLabel(label), { x: (x(at) ?? 0) + x.bandwidth() / 2, y: height - 7, anchor: 'middle', dim: true })
      : '',
  )
  return svg(height, title, [...grid, ...columns, ...names])
}
