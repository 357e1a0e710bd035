import { Command } from 'commander'
import type { CustomerFilter } from '../model/fact-query.ts'
import type { Context } from './context.ts'
import { oneOf, wholeNumber } from './flags.ts'
import { listReports } from './report/list-reports.ts'
import { runReport } from './report/run-report.ts'
import { REPORT_FORMATS } from './report/write.ts'

interface ReportFlags extends CustomerFilter {
  readonly week?: string
  readonly month?: string
  readonly period?: string
  readonly output?: string
  readonly format?: string
  readonly only?: string
  readonly limit: string
}

export const reportCommand = (ctx: Context): Command =>
  new Command('report')
    .summary(ctx.say('report-summary'))
    .description(ctx.say('report-description'))
    .argument('[name]', ctx.say('report-name'))
    .option('--week <week>', ctx.say('report-week'))
    .option('--month <month>', ctx.say('report-month'))
    .option('--period <period>', ctx.say('report-period'))
    .option('-o, --output <file>', ctx.say('flag-output'))
    .option('--format <format>', ctx.say('report-format'))
    .option('--only <table>', ctx.say('report-only'))
    .option('--owner <name>', ctx.say('filter-owner'))
    .option('--region <name>', ctx.say('filter-region'))
    .option('--tier <level>', ctx.say('filter-tier'))
    .option('--source <name>', ctx.say('filter-source'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '200')
    .action(async (name: string | undefined, flags: ReportFlags) => {
      if (name === undefined || name === 'list') return listReports(ctx)
      const { owner, region, tier, source } = flags
      const filter = Object.fromEntries(
        Object.entries({ owner, region, tier, source }).filter(([, value]) => value !== undefined),
      )
      await runReport(ctx, {
        name,
        period: flags.week ?? flags.month ?? flags.period,
        output: flags.output,
        format: flags.format === undefined ? undefined : oneOf('--format', flags.format, REPORT_FORMATS),
        only: flags.only,
        filter,
        limit: wholeNumber('--limit', flags.limit),
      })
    })
