import type { WriteStream } from 'node:tty'
import { quitKey } from './ask.ts'
import { columnsOf } from './columns.ts'
import { isCtrlC, type Keyboard } from './keyboard.ts'
import { foldKeys } from './reply.ts'
import type { Style } from './style.ts'

export interface KeyDesk {
  readonly keyboard: Keyboard
  readonly output: WriteStream
  readonly style: Style
}

interface KeyQuestion {
  readonly screen?: string
  readonly message: string
  readonly keys: readonly string[]
}

const toLineEnd = '\x1b[K'
const toScreenEnd = '\x1b[J'
const controls = /\x1b\[[0-9;]*m/g

/** Rows a drawn text takes, lines that wrap included. */
function rowsOf(lines: readonly string[], columns: number): number {
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line.replace(controls, '')) / columns)), 0)
}

/** The whole screen as one write over the one before: line by line, nothing is blanked first, so nothing flickers. */
export function drawOver(lines: readonly string[], rowsBefore: number): string {
  const up = rowsBefore > 1 ? `\x1b[${rowsBefore - 1}A` : ''
  return `\r${rowsBefore > 0 ? up : ''}${lines.map((line) => line + toLineEnd).join('\n')}${toScreenEnd}`
}

/** One key out of `keys`, at once; `rows` is how many lines of the terminal now belong to the question. */
export function askKey(
  desk: KeyDesk,
  question: KeyQuestion,
  rowsBefore: number,
): Promise<{ key: string; rows: number }> {
  const { output, style } = desk
  const screen = question.screen === undefined ? [] : question.screen.replace(/\n$/, '').split('\n')
  const lines = [...screen, `${style.accent('?')} ${question.message} `]
  const rows = rowsOf(lines, output.columns || 80)
  const height = output.rows || 24
  // Rows that have scrolled away can't be drawn over: such a screen is written below the last one.
  output.write(rowsBefore > height ? `\n${drawOver(lines, 0)}` : drawOver(lines, rowsBefore))
  return new Promise((resolve) => {
    const stop = desk.keyboard.listen((press) => {
      const typed = isCtrlC(press) ? quitKey : keyName(press.text, press.key.name)
      if (typed !== quitKey && !question.keys.includes(typed)) return
      stop()
      if (typed === quitKey || question.screen === undefined) output.write('\n')
      resolve({ key: typed, rows: typed === quitKey || question.screen === undefined ? 0 : rows })
    })
  })
}

function keyName(text: string | undefined, name: string | undefined): string {
  if (name === 'return' || name === 'escape' || name === 'up' || name === 'down') return name
  return text === ' ' ? 'space' : foldKeys(text ?? '')
}
