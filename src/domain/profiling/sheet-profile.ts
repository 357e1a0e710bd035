import type { RowsPart } from '../../model/import-parts.ts'
import type { TableReading } from '../../model/intake.ts'
import { notesAt, ROW } from '../../model/packed-rows.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { type ColumnLook, type ColumnProfile, lookAtColumn } from './column-profile.ts'

/** One column of a sheet, understood and looked at. */
export interface ProfiledColumn extends ColumnProfile {
  readonly column: number
  readonly heading: string
  readonly field: string | null
  readonly type: string
  readonly confidence: number
  readonly because: string
  readonly sensitivity: 'open' | 'personal' | 'sensitive'
  /** Rows of data the column could have had a value in. */
  readonly rows: number
  /** What was remarked of its values: code of the remark → how many. */
  readonly remarks: Readonly<Record<string, number>>
  /** The first remark of each code, with the values its sentence needs. */
  readonly examples: Readonly<Record<string, Reason>>
}

/** Profiles one sheet while its rows are read. */
export interface SheetProfile {
  readonly take: (part: RowsPart) => void
  readonly columns: (tables: readonly TableReading[]) => ProfiledColumn[]
}

/** Opens a sheet to be profiled; only rows that are data count. */
export function profileSheet(): SheetProfile {
  const looks: ColumnLook[] = []
  const remarks: Record<string, number>[] = []
  const examples: Record<string, Reason>[] = []
  const data = new Set<number>()
  let rows = 0
  return {
    take({ rows: packed, raw }) {
      for (let at = 0; at < packed.length; at += packed[at + ROW.size] as number) {
        if (packed[at + ROW.fate] === 'skipped') continue
        data.add(packed[at + ROW.row] as number)
        for (const { column, reason } of notesAt(packed, at)) {
          if (column === undefined) continue
          remarks[column] ??= {}
          examples[column] ??= {}
          examples[column][reason.code] ??= reason
          remarks[column][reason.code] = (remarks[column][reason.code] ?? 0) + 1
        }
      }
      for (const { text } of raw) {
        const block = JSON.parse(text) as { rows: number[]; cells: Cell[][] }
        for (const [i, row] of block.rows.entries()) {
          if (!data.delete(row)) continue
          rows++
          for (const [column, cell] of block.cells[i]!.entries()) {
            looks[column] ??= lookAtColumn()
            looks[column].add(cell)
          }
        }
      }
    },
    columns(tables) {
      const known = tables.findLast(({ role }) => role !== 'ignored')?.columns ?? []
      return known.map(({ column, heading, field, confidence, because }) => {
        const definition = field === null ? undefined : fieldByKey(field)
        return {
          ...(looks[column] ?? lookAtColumn()).profile(),
          ...{ column, heading, field, confidence, because, rows },
          type: definition?.type ?? 'text',
          sensitivity: definition?.sensitivity ?? 'open',
          remarks: remarks[column] ?? {},
          examples: examples[column] ?? {},
        }
      })
    },
  }
}
