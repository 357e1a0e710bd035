import type { CellRange } from '../../model/sheet.ts'
import { type Limits, overLimit } from '../limits.ts'
import { attribute, walkXml } from './xml.ts'

/** What stands around the rows of a worksheet. */
export interface SheetFacts {
  readonly merges: readonly CellRange[]
  readonly hiddenColumns: readonly number[]
}

/** `B4:C7` → 0-based, inclusive; null where it is none. */
export function parseRange(text: string): CellRange | null {
  const found = /^\$?([A-Z]{1,4})\$?(\d{1,8})(?::\$?([A-Z]{1,4})\$?(\d{1,8}))?$/i.exec(text.trim())
  if (found === null) return null
  const [, a = '', b = '', c = a, d = b] = found
  return { top: Number(b) - 1, left: columnOf(a), bottom: Number(d) - 1, right: columnOf(c) }
}

/** `A` → 0, `AA` → 26. */
export function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

const widest = 16_384

function hiddenIn(head: string): number[] {
  const columns = new Set<number>()
  for (const event of walkXml(head)) {
    if (event.kind !== 'open' || event.name !== 'col') continue
    if (!['1', 'true'].includes(attribute(event.attributes, 'hidden') ?? '')) continue
    const to = Math.min(widest, Number(attribute(event.attributes, 'max') ?? 0))
    for (let col = Number(attribute(event.attributes, 'min') ?? 1); col <= to; col++) columns.add(col - 1)
  }
  return [...columns].sort((a, b) => a - b)
}

const overlap = 64

/**
 * Reads what stands before and after the rows, without looking at the rows.
 *
 * @throws KehuError `limit-merges`.
 */
export async function readSheetFacts(pieces: AsyncIterable<Buffer>, file: string, limits: Limits): Promise<SheetFacts> {
  let head = ''
  let tail = ''
  let keep = ''
  let where: 'head' | 'rows' | 'tail' = 'head'
  let ns = ''
  const merges: CellRange[] = []
  const takeMerges = (last: boolean) => {
    const end = last ? tail.length : tail.lastIndexOf('<')
    for (const event of walkXml(tail.slice(0, Math.max(0, end)))) {
      if (event.kind !== 'open' || event.name !== 'mergeCell') continue
      const range = parseRange(attribute(event.attributes, 'ref') ?? '')
      if (range === null) continue
      if (merges.length >= limits.merges) throw overLimit('merges', file, limits.merges)
      merges.push(range)
    }
    tail = tail.slice(Math.max(0, end))
  }
  for await (const piece of pieces) {
    let text = ''
    if (where === 'rows') {
      const end = piece.lastIndexOf('sheetData')
      const joined = end < 0 ? keep + piece.toString('latin1', 0, overlap) : ''
      if (end < 0 && !joined.includes('sheetData')) {
        keep = piece.toString('latin1', Math.max(0, piece.length - overlap))
        continue
      }
      tail = keep + piece.toString('latin1', Math.max(0, end - 2))
      where = 'tail'
    } else {
      text = piece.toString('latin1')
      if (where === 'tail') tail += text
      else head += text
    }
    if (where === 'head') {
      const found = /<(\w+:)?sheetData\b[^>]*>/.exec(head)
      if (found !== null) {
        ns = found[1] ?? ''
        const after = head.slice(found.index + found[0].length)
        head = head.slice(0, found.index)
        const end = found[0].endsWith('/>') ? 0 : after.lastIndexOf(`</${ns}sheetData`)
        where = end < 0 ? 'rows' : 'tail'
        if (where === 'tail') tail = after.slice(end)
        else keep = after.slice(-overlap)
      } else if (head.length > 8 * 1024 * 1024) return { merges, hiddenColumns: hiddenIn(head) }
    }
    if (where === 'tail') takeMerges(false)
  }
  takeMerges(true)
  return { merges, hiddenColumns: hiddenIn(head) }
}
