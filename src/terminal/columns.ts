import { eastAsianWidth } from 'get-east-asian-width'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Columns a text takes on a terminal: Chinese characters take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += graphemeColumns(segment)
  return columns
}

function graphemeColumns(segment: string): number {
  const code = segment.codePointAt(0)!
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0
  return segment.includes('\ufe0f') ? 2 : eastAsianWidth(code)
}

/** The text cut to a number of columns, with `…` where something was cut. */
export function clip(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let used = 0
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    used += graphemeColumns(segment)
    if (used > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** The part of a long line that is on screen. `left` and `right` are off screen; `cursor` counts from the start of `shown`. */
export interface LineWindow {
  readonly left: string
  readonly shown: string
  readonly right: string
  readonly cursor: number
}

export const emptyWindow: LineWindow = { left: '', shown: '', right: '', cursor: 0 }

/** Cuts a line so that the cursor stays on screen with something to see on both sides of it. */
export function windowAround(line: string, cursor: number, columns: number): LineWindow {
  if (columnsOf(line) <= columns) return { left: '', shown: line, right: '', cursor }
  const segments = [...graphemes.segment(line)]
  let first = segments.findIndex(({ index }) => index >= cursor)
  if (first === -1) first = segments.length
  const end = first
  for (let room = Math.floor((columns * 2) / 3); first > 0; first -= 1) {
    room -= graphemeColumns(segments[first - 1]!.segment)
    if (room < 0) break
  }
  const start = segments[first]?.index ?? line.length
  let last = end
  for (let room = columns - columnsOf(line.slice(start, cursor)); last < segments.length; last += 1) {
    room -= graphemeColumns(segments[last]!.segment)
    if (room < 0) break
  }
  const stop = segments[last]?.index ?? line.length
  return { left: line.slice(0, start), shown: line.slice(start, stop), right: line.slice(stop), cursor: cursor - start }
}
