import type { TableReading } from '../../model/intake.ts'
import { visible } from '../../render/width.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import type { FileOutcome } from './import-file.ts'

const EXAMPLES = 3

/** Says what became of a file: what was understood, counts, rejected rows grouped by reason, and the next commands. */
export function sayFile(ctx: Context, outcome: FileOutcome, rejectsFile: string | undefined): void {
  const { say, io } = ctx
  if (outcome.knownFrom !== undefined)
    note(ctx, say('import-known-file', { file: outcome.file, id: outcome.knownFrom }))
  const { counts } = outcome
  if (counts === undefined) return
  if (!io.quiet) io.out(`${say('import-done', { file: visible(outcome.file), ...counts })}\n`)
  if (outcome.mends !== undefined) note(ctx, say('import-mends', { id: outcome.mends }))
  for (const reason of outcome.notes) note(ctx, `  ${ctx.tell(reason)}`)
  for (const { name, tables } of outcome.sheets) for (const table of tables) note(ctx, sheetLine(ctx, name, table))
  const refused = outcome.sheets.flatMap(({ tables }) => tables.flatMap(forbiddenIn))
  if (refused.length > 0)
    note(ctx, ctx.tell({ code: 'import-forbidden', params: { columns: [...new Set(refused)].join('、') } }))
  if (counts.deals + counts.interactions + counts.stubs > 0)
    note(ctx, say('import-events', { deals: counts.deals, interactions: counts.interactions, stubs: counts.stubs }))
  sayRejects(ctx, outcome)
  if (rejectsFile !== undefined) note(ctx, say('import-rejects-written', { path: rejectsFile }))
  note(ctx, outcome.dryRun ? say('import-would') : say('import-undo-hint', { id: outcome.operationId }))
}

/** One table of a sheet, in words. */
export function sheetLine(ctx: Context, sheet: string, table: TableReading): string {
  if (table.role === 'ignored') return ctx.say('import-sheet-ignored', { sheet, reason: ctx.tell(table.why) })
  const known = table.columns.filter(({ field }) => field !== null).length
  const role = ctx.say(`role-${table.role}`)
  const columns = table.columns.length
  if (table.headerRows.length > 0)
    return ctx.say('import-sheet-read', { sheet, role, header: table.headerRows.join('–'), known, columns })
  return columns > 0
    ? ctx.say('import-sheet-by-content', { sheet, role, known, columns })
    : ctx.say('import-sheet-by-line', { sheet, role })
}

const forbiddenIn = ({ columns }: TableReading): string[] =>
  columns.filter(({ because }) => because === 'forbidden').map(({ heading }) => heading)

/** Rejected rows by reason: a few of each, and how many more. These are said even with `-q`. */
function sayRejects(ctx: Context, { file, rejects }: FileOutcome): void {
  const byCode = groupByCode(rejects)
  for (const rows of byCode.values()) {
    for (const { sheet, reading } of rows.slice(0, EXAMPLES)) {
      const reason = reading.reason === undefined ? '' : ctx.tell(reading.reason)
      ctx.io.err(`${ctx.say('import-reject-line', { file, sheet, row: reading.row, reason })}\n`)
    }
    if (rows.length > EXAMPLES) ctx.io.err(`${ctx.say('import-more', { count: rows.length - EXAMPLES })}\n`)
  }
}

function groupByCode(rejects: FileOutcome['rejects']): Map<string, FileOutcome['rejects'][number][]> {
  const groups = new Map<string, FileOutcome['rejects'][number][]>()
  for (const row of rejects) {
    const code = row.reading.reason?.code ?? ''
    const group = groups.get(code)
    if (group === undefined) groups.set(code, [row])
    else group.push(row)
  }
  return groups
}
