import { reports } from '../../domain/reports/index.ts'
import { fileExists } from '../../files/places.ts'
import { tell } from '../../render/text/index.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'
import { loadOwnReports } from './own.ts'

/** Lists the reports there are. */
export async function listReports(ctx: Context): Promise<void> {
  const { say } = ctx
  const own = fileExists(ctx.findBook().path) ? loadOwnReports(ctx, await ctx.openBook()) : []
  showListing(ctx, {
    table: {
      key: 'reports',
      title: say('report-summary'),
      columns: [
        { key: 'name', title: say('report-name'), type: 'date' },
        { key: 'list', title: say('column-id'), type: 'text' },
        { key: 'title', title: say('column-name'), type: 'text' },
        { key: 'period', title: say('report-period'), type: 'text' },
      ],
      rows: [
        ...Object.values(reports).map(({ name, list, period }) => [
          name,
          list,
          tell(ctx.lang, `report.${name}.title`, { period: '' }).trim(),
          say(`pace-${period}`),
        ]),
        ...own.map((report) => [report.key, '', report[ctx.lang], say(`pace-${report.period}`)]),
      ],
    },
  })
  ctx.finish('done')
}
