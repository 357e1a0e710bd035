import { clip, displayWidth, padTo } from './width.ts'

/** Who sits in the four places of a table, ready to be drawn; empty where nobody does. */
export interface SeatMap {
  readonly top: string
  readonly bottom: string
  readonly left: string
  readonly right: string
  /** In the middle of the table. */
  readonly table: string
}

const SIDE = 20
const TABLE = 18

/** A table of four places as text: 主陪 above, 副陪 below, 主宾 left, 二宾 right. */
export function seatMapText({ top, bottom, left, right, table }: SeatMap): string {
  const margin = ' '.repeat(SIDE + 2)
  const middle = (text: string): string => centred(clip(text, TABLE + 2), TABLE + 2)
  const side = (text: string): string => padTo(clip(text, SIDE), SIDE, 'right')
  const lines = [
    `${margin}${middle(top)}`,
    `${margin}┌${'─'.repeat(TABLE)}┐`,
    `${side(left)}  │${centred(clip(table, TABLE), TABLE)}│  ${clip(right, SIDE)}`,
    `${margin}└${'─'.repeat(TABLE)}┘`,
    `${margin}${middle(bottom)}`,
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function centred(text: string, width: number): string {
  const left = Math.max(0, Math.floor((width - displayWidth(text)) / 2))
  return padTo(' '.repeat(left) + text, width)
}
