import { scaleLinear } from 'd3-scale'
import type { ReportChart } from '../../../model/report.ts'
import { decimal, percent } from '../../number.ts'
import { clip, displayWidth } from '../../width.ts'
import { box, pictureWidth, svg, text } from './svg.ts'

const line = 25
/** Width of half a hanzi at the picture's letter size, in its units. */
const half = 7
const labelColumns = 20

/** Horizontal bars with their values; several series stand below each other within a label. */
export function barChart({ title, labels, series, kind }: ReportChart): string {
  const all = series.flatMap(({ values }) => values.map((value) => value ?? 0))
  const whole = all.reduce((sum, value) => sum + value, 0)
  const words = (value: number): string =>
    kind === 'share' && whole > 0 ? `${decimal(value)} · ${percent(value / whole)}` : decimal(value)
  const labelWidth = Math.min(labelColumns, Math.max(0, ...labels.map(displayWidth))) * half + 8
  const valueWidth = Math.max(0, ...all.map((value) => displayWidth(words(value)))) * half + 8
  const scale = scaleLinear([0, Math.max(1e-9, ...all)], [0, Math.max(20, pictureWidth - labelWidth - valueWidth)])
  const thick = series.length > 1 ? 10 : 15
  const step = Math.max(line, series.length * (thick + 2) + 9)
  const parts = labels.flatMap((label, at) => [
    text(clip(label, labelColumns), { x: labelWidth - 8, y: at * step + step / 2 + 4, anchor: 'end' }),
    ...series.flatMap(({ name, values }, index) => {
      const value = values[at] ?? 0
      const y = at * step + step / 2 + (index - series.length / 2) * (thick + 2) + 1
      return [
        box(
          { x: labelWidth, y, width: Math.max(value > 0 ? 1.5 : 0, scale(value)), height: thick },
          index,
          `${label} · ${name}: ${words(value)}`,
        ),
        text(words(value), { x: labelWidth + Math.max(0, scale(value)) + 5, y: y + thick / 2 + 4.5, dim: true }),
      ]
    }),
  ])
  return svg(labels.length * step, title, parts)
}
