import type { MatchColumn, MatchKind, MatchTable } from '../../model/matching.ts'
import { hashText, mix, radixSort } from './blocks.ts'

/** The columns of one kind. */
export type Columns = (kind: MatchKind) => readonly MatchColumn[]

/** The columns of a table, asked for by kind. */
export const columnsOf =
  (table: MatchTable): Columns =>
  (kind) =>
    table.columns.filter((column) => column.kind === kind)

/** The first cell of a row that is not empty, in any of some columns. */
export function first(list: readonly MatchColumn[], row: number): string {
  for (let c = 0; c < list.length; c++) {
    const value = list[c]!.values[row]
    if (value == null || value === '') continue
    if (typeof value === 'string') return value
    for (const cell of value) if (cell !== '') return cell
  }
  return ''
}

/** Every cell of a row that is not empty. */
export function eachCell(
  list: readonly MatchColumn[],
  row: number,
  take: (cell: string, column: MatchColumn) => void,
): void {
  for (let c = 0; c < list.length; c++) {
    const value = list[c]!.values[row]
    if (value == null || value === '') continue
    if (typeof value === 'string') take(value, list[c]!)
    else for (const cell of value) if (cell !== '') take(cell, list[c]!)
  }
}

/** All cells of a row, with a space between. */
export function joined(list: readonly MatchColumn[], row: number): string {
  let out = ''
  eachCell(list, row, (cell) => {
    out += out === '' ? cell : ` ${cell}`
  })
  return out
}

/** Canonical place → row, and back: rows in order of a hash of their cells, so that the table's own order decides nothing. */
export function canonicalOrder(table: MatchTable): { readonly order: Int32Array; readonly rank: Int32Array } {
  const used = table.columns.filter((column) => column.kind !== 'ignore')
  const high = new Uint32Array(table.size)
  const low = new Uint32Array(table.size)
  for (let r = 0; r < table.size; r++) {
    let h = 1
    let g = 7
    for (const column of used) {
      const value = column.values[r]
      if (value != null && value !== '')
        for (const cell of typeof value === 'string' ? [value] : value) {
          const hash = hashText(cell)
          h = mix(h, hash)
          g = mix(g ^ hash, 5)
        }
      h = mix(h, 3)
    }
    high[r] = h
    low[r] = g
  }
  const byLow = radixSort(
    low,
    Int32Array.from({ length: table.size }, (_, r) => r),
    table.size,
  ).owners
  const order = radixSort(
    Uint32Array.from(byLow, (r) => high[r]!),
    byLow,
    table.size,
  ).owners
  const rank = new Int32Array(table.size)
  for (let place = 0; place < table.size; place++) rank[order[place]!] = place
  return { order, rank }
}
