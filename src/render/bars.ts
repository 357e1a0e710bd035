import { clip, displayWidth, padTo } from './width.ts'

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const levels = '▁▂▃▄▅▆▇█'
const asciiLevels = '_.-=+*#@'

export interface BarItem {
  readonly label: string
  readonly value: number
  /** The value as it is read. */
  readonly text: string
}

export interface BarOptions {
  readonly width: number
  /** For terminals without block characters. */
  readonly ascii?: boolean
}

/** A horizontal bar of at most `width` columns; anything above zero leaves a mark. */
export function bar(value: number, max: number, { width, ascii = false }: BarOptions): string {
  if (value <= 0 || max <= 0) return ''
  const filled = Math.min(1, value / max) * width
  if (ascii) return '#'.repeat(Math.max(1, Math.round(filled)))
  const steps = Math.max(1, Math.round(filled * 8))
  return '█'.repeat(Math.floor(steps / 8)) + eighths[steps % 8]
}

/** Lines of label, bar and value, aligned; never wider than `width`. */
export function barLines(items: readonly BarItem[], { width, ascii = false }: BarOptions): string[] {
  const valueWidth = Math.max(0, ...items.map(({ text }) => displayWidth(text)))
  const labelRoom = Math.max(4, Math.min(24, Math.floor(width * 0.35)))
  const labelWidth = Math.min(labelRoom, Math.max(0, ...items.map(({ label }) => displayWidth(label))))
  const barWidth = Math.max(1, Math.min(40, width - labelWidth - valueWidth - 4))
  const max = Math.max(0, ...items.map(({ value }) => value))
  return items.map(({ label, value, text }) => {
    const drawn = padTo(bar(value, max, { width: barWidth, ascii }), barWidth)
    return `${padTo(clip(label, labelWidth), labelWidth)}  ${drawn}  ${padTo(text, valueWidth, 'right')}`
  })
}

/** One column a value, lowest to highest; a missing value is a gap. */
export function sparkline(values: readonly (number | null)[], ascii = false): string {
  const known = values.filter((value) => value !== null)
  const low = Math.min(0, ...known)
  const high = Math.max(...known)
  const marks = ascii ? asciiLevels : levels
  return values
    .map((value) => {
      if (value === null) return ' '
      const share = high === low ? 0 : (value - low) / (high - low)
      return marks[Math.min(7, Math.floor(share * 8))]
    })
    .join('')
}
