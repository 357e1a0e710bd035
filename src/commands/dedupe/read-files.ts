import { understandColumns } from '../../domain/matching/understand.ts'
import { openTableFile } from '../../files/open-table-file.ts'
import { KehuError } from '../../model/errors.ts'
import type { ColumnGuess, MatchKind, MatchTable } from '../../model/matching.ts'
import type { Cell } from '../../model/sheet.ts'

/** Plain tables stacked on each other: the union of their columns in the order they came. */
export interface StackedTable {
  readonly headings: readonly string[]
  /** Rows as texts; null for an empty cell. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** File of each row, 0-based. */
  readonly sources: Int32Array
}

const SAMPLE = 300

/** Reads whole files as plain tables, the first row of each sheet being its headings. @throws {KehuError} `table-empty` */
export async function readStacked(paths: readonly string[]): Promise<StackedTable> {
  const headings: string[] = []
  const rows: (string | null)[][] = []
  const sources: number[] = []
  for (const [source, path] of paths.entries()) {
    const file = await openTableFile(path)
    try {
      for await (const { info, chunks } of file.sheets) {
        let places: number[] | undefined
        for await (const chunk of chunks) {
          for (const cells of chunk.rows) {
            if (cells.every((cell) => cell === null || cell === '')) continue
            if (places === undefined) {
              places = cells.map((cell) => placeOf(headings, textOf(cell) ?? ''))
              continue
            }
            if (info.hidden) continue
            const row: (string | null)[] = []
            for (let i = 0; i < cells.length && i < places.length; i++) row[places[i]!] = textOf(cells[i] ?? null)
            rows.push(row)
            sources.push(source)
          }
        }
      }
    } finally {
      await file.close()
    }
  }
  if (rows.length === 0) throw new KehuError('input', 'table-empty', { file: paths.join(', ') })
  return { headings, rows, sources: Int32Array.from(sources) }
}

/** The column of a heading; a new one where it is new. Two columns of a file with one heading are one column. */
function placeOf(headings: string[], heading: string): number {
  const at = headings.indexOf(heading)
  return at >= 0 ? at : headings.push(heading) - 1
}

function textOf(cell: Cell): string | null {
  if (cell === null || cell === '') return null
  if (typeof cell !== 'object') return String(cell)
  return cell.kind === 'date' ? cell.iso : null
}

/** What the matcher sees of stacked tables, and what each column was taken for. */
export function matchTableOf(
  stacked: StackedTable,
  told: Readonly<Record<string, MatchKind>>,
): { table: MatchTable; guesses: readonly ColumnGuess[] } {
  const { headings, rows, sources } = stacked
  const step = Math.max(1, Math.floor(rows.length / SAMPLE))
  const samples = headings.map((_, column) => {
    const cells: (string | null)[] = []
    for (let row = 0; row < rows.length; row += step) cells.push(rows[row]![column] ?? null)
    return cells
  })
  const guesses = understandColumns(headings, samples, told)
  const columns = guesses.flatMap(({ name, kind }, column) =>
    kind === 'ignore' ? [] : [{ name, kind, values: rows.map((row) => row[column] ?? null) }],
  )
  return { table: { size: rows.length, columns, sources }, guesses }
}
