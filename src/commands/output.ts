import { csvText } from '../files/write-csv.ts'
import type { ReportTable } from '../model/report.ts'
import { jsonRows, machineRows, tableText } from '../render/list.ts'
import type { Context } from './context.ts'

/** What a list is shown as in each form of output. */
export interface Listing {
  readonly table: ReportTable
  /** Rows of `--json` and `--jsonl`; where missing, the table's own rows by column key. */
  readonly json?: readonly unknown[]
  /** Said to a person under the table: a count, the next command. */
  readonly after?: string
}

/** Shows a list in the form that was asked for: an aligned table on a terminal, tab-separated values in a pipe, JSON. */
export function showListing(ctx: Context, { table, json, after }: Listing): void {
  const { format, io } = ctx
  const isOfPeople = table.columns.some(({ personal }) => personal !== undefined)
  if (isOfPeople && !ctx.session.hasLooked) ctx.session.look({ kind: 'list', rows: table.rows.length })
  if (format === 'json') io.out(`${JSON.stringify(json ?? jsonRows(table), null, 2)}\n`)
  else if (format === 'jsonl') io.out((json ?? jsonRows(table)).map((row) => `${JSON.stringify(row)}\n`).join(''))
  else if (format === 'csv') io.out(csvText(machineRows(table, ctx.lang)))
  else {
    const as = format === 'text' ? (io.outIsTty ? 'table' : 'tsv') : format
    show(ctx, tableText(table, { as, width: io.width, lang: ctx.lang }))
  }
  if (after !== undefined && format === 'text' && !io.quiet) io.err(`${after}\n`)
}

/** Shows one thing: words for a person, or the value itself as JSON. */
export function showValue(ctx: Context, value: unknown, words: () => string): void {
  if (ctx.format === 'json' || ctx.format === 'jsonl')
    ctx.io.out(`${JSON.stringify(value, null, ctx.format === 'json' ? 2 : 0)}\n`)
  else show(ctx, words())
}

/** Writes text for a person: through a pager where there is a terminal and more lines than it holds. */
export function show(ctx: Context, text: string): void {
  const { io } = ctx
  const isLong = io.outIsTty && io.height > 0 && text.split('\n').length > io.height
  if (!isLong || io.dumb || !io.pager(text)) io.out(text)
}

/** Says something to the person, unless `-q`. */
export function note(ctx: Context, text: string): void {
  if (!ctx.io.quiet) ctx.io.err(`${text}\n`)
}
