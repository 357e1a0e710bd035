import type { EvidenceLine, PairRow, PairSign, PairView } from '../model/view.ts'
import type { ScreenOptions } from './customer.ts'
import { decimal, percent } from './number.ts'
import { viewWord } from './view-words.ts'
import { displayWidth, padTo, visible, wrap } from './width.ts'

const signs: Readonly<Record<PairSign, string>> = { same: '＝', close: '≈', different: '≠', 'one-sided': '·' }
const labelMost = 12
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Two records side by side, differences marked by signs, and what speaks for and against. */
export function pairText(view: PairView, options: ScreenOptions): string {
  const { width, lang, bold = (text) => text, dim = (text) => text } = options
  const labelWidth = Math.min(labelMost, Math.max(4, ...view.rows.map(({ label }) => displayWidth(label))))
  const side = Math.floor((width - labelWidth - 8) / 2)
  const columns = { labelWidth, side }
  const origin = (from: string | undefined): string =>
    from === undefined ? '' : viewWord(lang, 'view.pair.from', { from })
  const head = sideBySide({ label: '', a: view.a.code, b: view.b.code, sign: ' ' }, columns)
  const from = sideBySide({ label: '', a: origin(view.a.from), b: origin(view.b.from), sign: ' ' }, columns)
  const lines = [
    ...head.map(bold),
    ...from.filter((line) => line.trim() !== '').map(dim),
    '─'.repeat(labelWidth + 8 + side * 2),
    ...view.rows.flatMap((row) => sideBySide(marked(row), columns)),
    '',
    ...wrap(viewWord(lang, 'view.pair.signs'), width).map(dim),
    ...evidenceLines(view.evidence, options),
    ...verdictLine(view, options),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

interface Sides {
  readonly label: string
  readonly a: string
  readonly b: string
  readonly sign: string
}

function marked({ label, a, b, sign }: PairRow): Sides {
  const [left, right] =
    sign === 'close' && a !== null && b !== null
      ? differing(visible(a), visible(b))
      : [visible(a ?? ''), visible(b ?? '')]
  return { label, a: left, b: right, sign: signs[sign] }
}

/** Brackets round what differs between a common beginning and a common end; a side without anything there has none. */
export function differing(a: string, b: string): [string, string] {
  const left = Array.from(segmenter.segment(a), ({ segment }) => segment)
  const right = Array.from(segmenter.segment(b), ({ segment }) => segment)
  const least = Math.min(left.length, right.length)
  let head = 0
  while (head < least && left[head] === right[head]) head++
  let tail = 0
  while (tail < least - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++
  const bracketed = (parts: readonly string[]): string => {
    const middle = parts.slice(head, parts.length - tail).join('')
    return (
      parts.slice(0, head).join('') + (middle === '' ? '' : `‹${middle}›`) + parts.slice(parts.length - tail).join('')
    )
  }
  return [bracketed(left), bracketed(right)]
}

function sideBySide(
  { label, a, b, sign }: Sides,
  { labelWidth, side }: { labelWidth: number; side: number },
): string[] {
  const [labels, left, right] = [wrap(visible(label), labelWidth), wrap(a, side), wrap(b, side)]
  return Array.from({ length: Math.max(labels.length, left.length, right.length) }, (_, at) =>
    [
      padTo(labels[at] ?? '', labelWidth),
      padTo(left[at] ?? '', side),
      padTo(at === 0 ? sign : '', 2),
      right[at] ?? '',
    ].join('  '),
  )
}

const bits = (weight: number): string => `${weight > 0 ? '+' : ''}${decimal(Math.round(weight / 10) / 10)}`

/** What speaks for or against, strongest first. */
export function evidenceLines(
  evidence: readonly EvidenceLine[],
  { width, lang, bold = (text) => text }: ScreenOptions,
): string[] {
  if (evidence.length === 0) return []
  const sorted = [...evidence].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  const numbers = sorted.map(({ weight }) => bits(weight))
  const numberWidth = Math.max(...numbers.map((number) => number.length))
  const lines = sorted.flatMap(({ text }, at) =>
    wrap(visible(text), width - numberWidth - 4).map(
      (line, part) => `  ${padTo(part === 0 ? numbers[at]! : '', numberWidth, 'right')}  ${line}`,
    ),
  )
  return ['', bold(viewWord(lang, 'view.pair.evidence')), ...lines]
}

function verdictLine({ weight, probability }: PairView, { lang, width }: ScreenOptions): string[] {
  const parts = [
    ...(weight === null ? [] : [viewWord(lang, 'view.pair.weight', { bits: bits(weight) })]),
    ...(probability === null ? [] : [viewWord(lang, 'view.pair.probability', { percent: percent(probability) })]),
  ]
  return parts.length === 0 ? [] : wrap(parts.join(' · '), width - 2).map((line) => `  ${line}`)
}
