import { Command } from 'commander'
import { KehuError } from '../model/errors.ts'
import type { CustomerFilter } from '../model/fact-query.ts'
import type { Context } from './context.ts'
import { oneOf, wholeNumber } from './flags.ts'
import { confirmReceipt, showChain, showHistory } from './report/history.ts'
import { listReports } from './report/list-reports.ts'
import { runDue } from './report/run-due.ts'
import { runReport } from './report/run-report.ts'
import { showSchedule } from './report/schedule.ts'
import { filterOf } from './report/whom.ts'
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

export const reportCommand = (ctx: Context): Command => {
  const say = (code: string): string => ctx.tell({ code })
  const report = withFlags(ctx, new Command('report'))
    .enablePositionalOptions()
    .summary(ctx.say('report-summary'))
    .description(ctx.say('report-description'))
    .argument('[name]', ctx.say('report-name'))
    .action(async (name: string | undefined, flags: ReportFlags) =>
      name === undefined ? listReports(ctx) : show(ctx, name, flags),
    )
  report
    .command('list')
    .summary(say('report-list-summary'))
    .action(async () => listReports(ctx))
  withFlags(ctx, report.command('show').summary(say('report-show-summary')))
    .argument('<name>', ctx.say('report-name'))
    .action(async (name: string, flags: ReportFlags) => show(ctx, name, flags))
  runParts(ctx, report)
  historyParts(ctx, report)
  return report
}

function runParts(ctx: Context, report: Command): void {
  const say = (code: string): string => ctx.tell({ code })
  report
    .command('run')
    .summary(say('report-run-summary'))
    .description(say('report-run-description'))
    .argument('[entry]', say('report-run-entry'))
    .option('--due', say('report-run-due'), false)
    .option('--period <period>', ctx.say('report-period'))
    .option('--dry-run', ctx.say('flag-dry-run'), false)
    .action(async (entry: string | undefined, flags: { due: boolean; period?: string; dryRun: boolean }) => {
      if (flags.due === (entry !== undefined)) throw new KehuError('usage', 'report-run-what')
      await runDue(ctx, { dryRun: flags.dryRun, entry, period: flags.period })
    })
  report
    .command('schedule')
    .summary(say('schedule-summary'))
    .option('--crontab', say('schedule-crontab'), false)
    .option('--systemd', say('schedule-systemd'), false)
    .action(async ({ crontab, systemd }: { crontab: boolean; systemd: boolean }) =>
      showSchedule(ctx, { print: crontab ? 'crontab' : systemd ? 'systemd' : 'list' }),
    )
}

function historyParts(ctx: Context, report: Command): void {
  const say = (code: string): string => ctx.tell({ code })
  report
    .command('history')
    .summary(say('report-history-summary'))
    .argument('[name]', ctx.say('report-name'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '20')
    .action(async (name: string | undefined, { limit }: { limit: string }) =>
      showHistory(ctx, { report: name, limit: wholeNumber('--limit', limit) }),
    )
  report
    .command('chain')
    .summary(say('report-chain-summary'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '20')
    .action(async ({ limit }: { limit: string }) => showChain(ctx, wholeNumber('--limit', limit)))
  report
    .command('received')
    .summary(say('report-received-summary'))
    .argument('<id...>', say('report-received-ids'))
    .action(async (ids: string[]) => confirmReceipt(ctx, ids))
}

const withFlags = (ctx: Context, command: Command): Command =>
  command
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
    .option('--segment <key>', ctx.tell({ code: 'filter-segment' }))
    .option('--customer <customer>', ctx.tell({ code: 'filter-customer' }))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '200')

async function show(ctx: Context, name: string, flags: ReportFlags): Promise<void> {
  await runReport(ctx, {
    name,
    period: flags.week ?? flags.month ?? flags.period,
    output: flags.output,
    format: flags.format === undefined ? undefined : oneOf('--format', flags.format, REPORT_FORMATS),
    only: flags.only,
    filter: await filterOf(ctx, flags),
    limit: wholeNumber('--limit', flags.limit),
  })
}
