import type { BlankForm, BlankRow } from '../model/forms.ts'
import { displayWidth, padTo, wrap } from './width.ts'

export interface BlankWords {
  readonly number: string
  readonly staff: string
  readonly date: string
  readonly note: string
  readonly more: string
}

const width = 78
const line = (columns: number): string => '_'.repeat(Math.max(4, columns))

/** A blank form as text of 78 columns, to be printed and filled by hand. `numbers` are of the blank forms, one sheet each. */
export function renderBlankText(form: BlankForm, words: BlankWords, number: string): string {
  const title = `${form.number} ${form.title}`
  const head = `${words.number} ${number === '' ? line(10) : number}`
  const lines = [
    padTo(title, width - displayWidth(head)) + head,
    '='.repeat(width),
    `${words.staff} ${line(16)}  ${words.date} ${line(16)}  ${words.note}`,
  ]
  for (const section of form.sections) {
    const more = section.repeats ? ` ${words.more}` : ''
    lines.push(
      '',
      `── ${section.title}${more} ${'─'.repeat(Math.max(2, width - displayWidth(section.title + more) - 4))}`,
    )
    const column = Math.min(24, Math.max(...section.rows.map((row) => displayWidth(labelText(row)))))
    lines.push(...section.rows.filter(({ seat }) => seat === undefined).flatMap((row) => rowLines(row, column)))
    lines.push(...seatLines(section.rows))
  }
  return `${lines.map((one) => one.trimEnd()).join('\n')}\n`
}

const labelText = (row: BlankRow): string => `${row.required ? '※ ' : '  '}${row.label}`

function rowLines(row: BlankRow, column: number): readonly string[] {
  const heading = `${padTo(labelText(row), column)}  `
  const indent = displayWidth(heading)
  const { space } = row
  if (space.kind === 'line') return [heading + line(width - indent)]
  if (space.kind === 'lines') return [heading + line(width - indent), ' '.repeat(indent) + line(width - indent)]
  const boxes = space.labels.map((one) => `□${one.replaceAll(' ', '\u00a0')}`)
  if (space.open) boxes.push(`□${line(10)}`)
  const wrapped = wrapBoxes(boxes, width - indent)
  return wrapped.map((one, index) => (index === 0 ? heading : ' '.repeat(indent)) + one)
}

/** Boxes side by side, a box never parted from its words. */
function wrapBoxes(boxes: readonly string[], columns: number): readonly string[] {
  const lines: string[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last) + 2 + displayWidth(box) <= columns)
      lines[lines.length - 1] = `${last}  ${box}`
    else lines.push(...(displayWidth(box) > columns ? wrap(box, columns) : [box]))
  }
  return lines
}

/** 餐位图: four names around a table. */
function seatLines(rows: readonly BlankRow[]): readonly string[] {
  const at = (place: string): string | undefined => rows.find(({ seat }) => seat === place)?.label
  const [top, bottom, left, right] = [at('top'), at('bottom'), at('left'), at('right')]
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return []
  const middle = (text: string): string => ' '.repeat(Math.max(0, Math.floor((width - displayWidth(text)) / 2))) + text
  const table = '┌────────┐'
  const room = Math.min(12, Math.floor((width - displayWidth(left + right) - 15) / 2))
  const side = `${left} ${line(room)} │        │ ${right} ${line(room)}`
  return [
    middle(`${top} ${line(12)}`),
    middle(table),
    middle(side),
    middle(table.replace('┌', '└').replace('┐', '┘')),
    middle(`${bottom} ${line(12)}`),
  ]
}
