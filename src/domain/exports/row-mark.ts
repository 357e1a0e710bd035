type Cell = string | number | null

/** What a cell is held to be, whatever kind of file it went through: numbers by value, texts without the edges. */
function settled(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const first = cell.charCodeAt(0)
  // Only these may be written in more than one way: `007`, `-0.50`, `12.00`.
  const mayBeNumber = cell.length <= 15 && (first === 0x2d || (first >= 0x30 && first <= 0x39))
  if (mayBeNumber && (first < 0x31 || cell.includes('.')) && /^-?\d+(?:\.\d+)?$/.test(cell)) return String(Number(cell))
  return isEdge(first) || isEdge(cell.charCodeAt(cell.length - 1)) ? cell.trim() : cell
}

/** Whether a unit may be a space of some kind; `trim` knows for sure. */
const isEdge = (unit: number): boolean =>
  unit <= 0x20 || unit === 0xa0 || (unit >= 0x1680 && unit <= 0x3000) || unit === 0xfeff

/**
 * A digest of an exported row, in 11 characters: an import that finds it unchanged knows that nobody touched the row.
 *
 * `seed` is the book's own, so that a row of another book is never taken for one of this. Source: two 32-bit
 * multiplicative hashes in the manner of MurmurHash3's finaliser.
 */
export function rowMark(seed: string, cells: readonly Cell[]): string {
  let a = 0x9747b28c
  let b = 0x5bd1e995
  for (let at = -1; at < cells.length; at++) {
    const cell = at === -1 ? seed : cells[at]!
    const text = cell === null || cell === '' ? '' : settled(cell)
    const { length } = text
    for (let i = 0; i < length; i++) {
      let unit = text.charCodeAt(i)
      // Line ends of either kind are one: a file's writer may have changed them.
      if (unit === 13) {
        if (i + 1 < length && text.charCodeAt(i + 1) === 10) continue
        unit = 10
      }
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
    }
    // The end of a cell counts: `ab`, `c` is not `a`, `bc`.
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  }
  return (4294967296 * (0x1fffff & b) + (a >>> 0)).toString(36).padStart(11, '0')
}

/** Puts its mark behind each row; `columns` are those the mark speaks of, the first of the row. */
export function markedRows(seed: string, columns: readonly { readonly type: string }[]): (row: Cell[]) => Cell[] {
  const isMoney = columns.map(({ type }) => type === 'money')
  const own: Cell[] = new Array(isMoney.length).fill(null)
  return (row) => {
    for (let at = 0; at < isMoney.length; at++) {
      const cell = row[at]!
      own[at] = isMoney[at] && typeof cell === 'number' ? cell / 100 : cell
    }
    row.push(rowMark(seed, own))
    return row
  }
}
