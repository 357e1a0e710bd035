import { resolve } from 'node:path'
import { maskView } from '../../domain/masking.ts'
import type { ReportView } from '../../model/report.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { rowsOf } from '../report/make.ts'
import { reportFormat, showReport, writeReport } from '../report/write.ts'
import type { AnalysisFlags, Opened } from './open.ts'

/** Shows an analysis as a report is shown, or writes it to a file as a whole or not at all. */
export async function showAnalysis(
  ctx: Context,
  opened: Opened,
  view: ReportView,
  flags: AnalysisFlags,
): Promise<void> {
  const shown = ctx.showPersonal ? view : maskView(view)
  const path = flags.output === undefined || flags.output === '-' ? undefined : resolve(ctx.cwd, flags.output)
  const format = reportFormat(ctx, path)
  if (path === undefined) await showReport(ctx, shown, format)
  else {
    const sha256 = await writeReport(shown, format, path)
    const what = `analyse ${view.key} ${format} ${path}`
    const filter = flags.segment ?? null
    logAccess(opened.book, { at: ctx.now(), staff: ctx.staff, what, filter, rows: rowsOf(view), sha256 })
    note(ctx, ctx.say('report-written', { path }))
  }
  ctx.finish(rowsOf(view) === 0 ? 'nothing' : 'done')
}
