import { Command } from 'commander'
import type { CustomerFilter } from '../model/fact-query.ts'
import { dashboardText } from '../render/report/dashboard.ts'
import { reportJson } from '../render/report/json.ts'
import type { Context } from './context.ts'
import { showValue } from './output.ts'
import { makeReport } from './report/make.ts'
import { filterOf } from './report/whom.ts'

export const dashboardCommand = (ctx: Context): Command =>
  new Command('dashboard')
    .summary(ctx.tell({ code: 'dashboard-summary' }))
    .description(ctx.tell({ code: 'dashboard-description' }))
    .option('--owner <name>', ctx.say('filter-owner'))
    .option('--region <name>', ctx.say('filter-region'))
    .option('--tier <level>', ctx.say('filter-tier'))
    .option('--source <name>', ctx.say('filter-source'))
    .option('--segment <key>', ctx.tell({ code: 'filter-segment' }))
    .action(async (flags: CustomerFilter) => runDashboard(ctx, flags))

/** Shows this week on one screen. */
export async function runDashboard(ctx: Context, flags: CustomerFilter): Promise<void> {
  const book = await ctx.openBook()
  const view = makeReport(ctx, book, 'weekly', { filter: await filterOf(ctx, flags), limit: 20 })
  const { io } = ctx
  const look = io.color
    ? { bold: (text: string) => `\u001b[1m${text}\u001b[22m`, dim: (text: string) => `\u001b[2m${text}\u001b[22m` }
    : {}
  showValue(ctx, reportJson(view), () =>
    dashboardText(view, { width: io.width, more: ctx.tell({ code: 'dashboard-more' }), ...look }),
  )
  ctx.finish('done')
}
