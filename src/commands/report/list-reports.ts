import { reports } from '../../domain/reports/index.ts'
import { tell } from '../../render/text/index.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'

/** Lists the reports there are. */
export async function listReports(ctx: Context): Promise<void> {
  const { say } = ctx
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
      rows: Object.values(reports).map(({ name, list, period }) => [
        name,
        list,
        tell(ctx.lang, `report.${name}`),
        say(`pace-${period}`),
      ]),
    },
  })
  ctx.finish('done')
}
