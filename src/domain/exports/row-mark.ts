/** What a cell is held to be, whatever kind of file it went through: numbers by value, texts without the edges. */
function settled(cell: string | number): string {
  const text = String(cell)
  const first = text.charCodeAt(0)
  const isNumber = (first >= 0x30 && first <= 0x39) || first === 0x2d
  if (isNumber && text.length <= 15 && /^-?\d+(?:\.\d+)?$/.test(text)) return String(Number(text))
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n').trim() : text.trim()
}

/**
 * A digest of an exported row, in 10 characters: an import that finds it unchanged knows that nobody touched the row.
 *
 * `seed` is the book's own, so that a row of another book is never taken for one of this.
 */
export function rowMark(seed: string, cells: readonly (string | number | null)[]): string {
  let a = 0x9747b28c
  let b = 0x5bd1e995
  const eat = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  }
  eat(seed)
  for (const cell of cells) {
    if (cell === null || cell === '') {
      a = Math.imul(a ^ 0x1f, 0x85ebca6b)
      b = Math.imul(b ^ 0x1f, 0xc2b2ae35)
    } else eat(settled(cell))
  }
  return (4294967296 * (0x1fffff & b) + (a >>> 0)).toString(36).padStart(11, '0').slice(-11)
}

type Cell = string | number | null

/** Puts its mark behind each row; `columns` are those the mark speaks of, the first of the row. */
export function markedRows(seed: string, columns: readonly { readonly type: string }[]): (row: Cell[]) => Cell[] {
  const isMoney = columns.map(({ type }) => type === 'money')
  return (row) => {
    const own: Cell[] = []
    for (let at = 0; at < isMoney.length; at++) {
      const cell = row[at]!
      own.push(isMoney[at] && typeof cell === 'number' ? cell / 100 : cell)
    }
    row.push(rowMark(seed, own))
    return row
  }
}
