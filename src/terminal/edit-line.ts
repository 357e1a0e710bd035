import type { KeypressEvent } from '@inquirer/core'
import { type LineWindow, windowAround } from './columns.ts'

/** What a prompt is handed by inquirer: readline, whose line is the visible part of ours. */
export interface ReadLine {
  readonly line: string
  /** Readline always has it; inquirer's own type leaves it out. */
  readonly cursor?: number
}

/**
 * The line after a key that readline has already applied to the visible part.
 *
 * Only a window of the line is ever shown, because inquirer counts characters where a terminal counts columns: a
 * Chinese line that wraps would be drawn in the wrong place.
 */
export function editLine(rl: ReadLine, before: LineWindow, key: KeypressEvent, columns: number): LineWindow {
  const shown = rl.line.replaceAll('\t', '')
  const cursor = Math.min(rl.cursor ?? shown.length, shown.length)
  const wholeLeft = key.ctrl && key.name === 'u' ? '' : before.left
  const line = wholeLeft + shown + (key.ctrl && key.name === 'k' ? '' : before.right)
  const toStart = key.name === 'home' || (key.ctrl && key.name === 'a')
  const toEnd = key.name === 'end' || (key.ctrl && key.name === 'e')
  const place = toStart ? 0 : toEnd ? line.length : wholeLeft.length + cursor
  const after = windowAround(line, place, columns)
  Object.assign(rl, { line: after.shown, cursor: after.cursor })
  return after
}

/** Puts another text into the line, with the cursor behind it. */
export function putLine(rl: ReadLine, line: string, columns: number): LineWindow {
  const after = windowAround(line, line.length, columns)
  Object.assign(rl, { line: after.shown, cursor: after.cursor })
  return after
}

export const wholeLine = (window: LineWindow): string => window.left + window.shown + window.right
