import { resolve } from 'node:path'
import { OURS } from '../../domain/import/own-columns.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import type { RowReading, TableReading } from '../../model/intake.ts'
import type { Cell } from '../../model/sheet.ts'
import type { SheetPlan, WrittenCell, WrittenColumn } from '../../model/workbook.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'

/** A row that could not be used, as it stands. */
export interface RejectedRow {
  readonly sheet: string
  readonly reading: RowReading
  readonly cells: readonly Cell[]
}

export interface RejectsOptions {
  readonly file: string
  /** Names the import, so that the mended file finds it again. */
  readonly mark: string
  readonly rejects: readonly RejectedRow[]
  readonly sheets: readonly { readonly name: string; readonly tables: readonly TableReading[] }[]
  /** Where it goes; beside nothing else, in the working folder, where not told. */
  readonly path: string | undefined
}

/**
 * Writes rejected rows as a workbook to be mended and imported: the original columns in their order, then where each
 * row stood and what is wrong with it. Returns its path; undefined where nothing was rejected.
 */
export async function writeRejects(ctx: Context, options: RejectsOptions): Promise<string | undefined> {
  const { rejects } = options
  if (rejects.length === 0) return undefined
  // A copy of the rows with stars in it could be imported by nobody; the places of the rows are told all the same.
  if (ctx.session.hidden.size > 0) {
    note(ctx, ctx.tell({ code: 'access-no-rejects' }))
    return undefined
  }
  const path = resolve(ctx.cwd, options.path ?? `${options.file.replace(/\.[^.]+$/, '')}.rejects.xlsx`)
  const names = [...new Set(rejects.map(({ sheet }) => sheet))]
  const sheets = names.map((name) => sheetPlan(ctx, name, options))
  await writeWholeFile(path, (sink) => writeXlsx({ title: options.file, sheets }, sink))
  return path
}

const ADDED = ['sheet', 'row', 'cell', 'rule', 'message', 'fix'] as const

function sheetPlan(ctx: Context, name: string, { rejects, sheets, mark }: RejectsOptions): SheetPlan {
  const rows = rejects.filter(({ sheet }) => sheet === name)
  const tables = sheets.find((sheet) => sheet.name === name)?.tables ?? []
  const first = tables.find(({ role }) => role !== 'ignored')
  // Tables that stand side by side share their header rows.
  const headings = tables
    .filter(({ headerRows }) => headerRows.join() === first?.headerRows.join())
    .flatMap(({ columns }) => columns)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length), ...headings.map(({ column }) => column + 1))
  const original: WrittenColumn[] = Array.from({ length: width }, (_, column) => ({
    title: headings.find((one) => one.column === column)?.heading ?? '',
    type: 'text',
  }))
  const added: WrittenColumn[] = ADDED.map((key) => ({
    title: `${OURS}${ctx.tell({ code: `reject-${key}` })}`,
    type: 'text',
  }))
  const batch: WrittenColumn = { title: `${OURS}${ctx.say('reject-batch')}`, type: 'text' }
  const written = rows.map((row) => [
    ...Array.from({ length: width }, (_, i) => textOf(row.cells[i] ?? null)),
    ...explain(ctx, row),
    mark,
  ])
  return { name, columns: [...original, ...added, batch], rows: [written] }
}

function explain(ctx: Context, { reading, sheet }: RejectedRow): WrittenCell[] {
  const note = reading.notes.find(({ column }) => column !== undefined)
  const words = [reading.reason, ...reading.notes.map(({ reason }) => reason)].flatMap((reason) =>
    reason === undefined ? [] : [ctx.tell(reason)],
  )
  const cell = note?.column === undefined ? '' : `${letters(note.column)}${reading.row}`
  const rule = reading.reason?.code ?? ''
  const fix = rule === '' ? '' : ctx.tell({ code: `fix-${rule}` })
  return [sheet, String(reading.row), cell, rule, [...new Set(words)].join('；'), fix]
}

/** Column letters as a spreadsheet shows them, from a 0-based number. */
function letters(column: number): string {
  let text = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text
  return text
}

function textOf(cell: Cell): WrittenCell {
  if (cell === null) return null
  if (typeof cell !== 'object') return String(cell)
  return cell.kind === 'date' ? cell.iso.replace('T', ' ') : cell.code
}
