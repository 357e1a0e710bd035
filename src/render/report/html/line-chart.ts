import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { ReportChart } from '../../../model/report.ts'
import { decimal } from '../../number.ts'
import { axisNumber, shortLabel } from './column-chart.ts'
import { html } from './escape.ts'
import { pictureWidth, round, svg, text } from './svg.ts'

const height = 118
const top = 30
const foot = 24
const left = 44
const right = 34

type Point = readonly [x: number, y: number]

/** One small picture a series, so that small numbers beside large ones still show how they move. */
export function lineChart({ title, labels, series }: ReportChart, lang: 'zh' | 'en'): string {
  const parts = series.flatMap((each, index) => {
    const drawn = panel(labels, each.name === title ? { ...each, name: '' } : each, index, lang)
    return [`<g transform="translate(0 ${index * (height + 8)})">${drawn.join('')}</g>`]
  })
  return svg(series.length * (height + 8), title, parts)
}

function panel(
  labels: readonly string[],
  { name, values }: ReportChart['series'][number],
  index: number,
  lang: 'zh' | 'en',
): string[] {
  const known = values.filter((value) => value !== null)
  const x = scalePoint(
    labels.map((_, at) => at),
    [left, pictureWidth - right],
  )
  const y = scaleLinear([Math.min(0, ...known), Math.max(1e-9, ...known)], [height - foot, top]).nice(2)
  const points: (Point | null)[] = labels.map((_, at) => {
    const value = values[at] ?? null
    return value === null ? null : [x(at) ?? 0, y(value)]
  })
  const drawn = line<Point | null>()
    .defined((point) => point !== null)
    .x((point) => round(point![0]))
    .y((point) => round(point![1]))
  const filled = area<Point | null>()
    .defined((point) => point !== null)
    .x((point) => round(point![0]))
    .y0(round(y(0)))
    .y1((point) => round(point![1]))
  const ticks = [y.domain()[0]!, y.domain()[1]!]
  return [
    text(name, { x: 0, y: 14 }),
    ...ticks.flatMap((tick) => [
      `<line x1="${left}" x2="${pictureWidth - right + 6}" y1="${round(y(tick))}" y2="${round(y(tick))}" class="grid"/>`,
      text(axisNumber(tick, lang), { x: left - 8, y: y(tick) + 4, anchor: 'end', dim: true }),
    ]),
    `<path d="${filled(points) ?? ''}" class="c${index % 8} soft"/>`,
    `<path d="${drawn(points) ?? ''}" class="l${index % 8}"/>`,
    ...points.map((point, at) =>
      point === null
        ? ''
        : `<circle cx="${round(point[0])}" cy="${round(point[1])}" r="3" class="c${index % 8}"><title>${html(`${labels[at]} · ${name}: ${decimal(values[at]!)}`)}</title></circle>`,
    ),
    ...lastValue(points, values),
    text(shortLabel(labels[0] ?? ''), { x: left, y: height - 6, dim: true }),
    text(shortLabel(labels.at(-1) ?? ''), { x: pictureWidth - right, y: height - 6, anchor: 'end', dim: true }),
  ]
}

/** The newest value is the one people look for. */
function lastValue(points: readonly (Point | null)[], values: readonly (number | null)[]): string[] {
  const point = points.at(-1) ?? null
  return point === null ? [] : [text(decimal(values.at(-1) ?? 0), { x: pictureWidth - right + 9, y: point[1] + 4 })]
}
