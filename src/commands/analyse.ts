import { Command } from 'commander'
import type { ReportView } from '../model/report.ts'
import { analyseChurn, analyseCrossSell, analyseRfm, analyseStages } from './analyse/buying.ts'
import { type AnalysisFlags, type Opened, openAnalysis } from './analyse/open.ts'
import { analyseDistribution, analyseProfile } from './analyse/people.ts'
import { showAnalysis } from './analyse/show.ts'
import { analyseCost, analyseDemand, analyseForecast, analyseKeywords, analyseLoyalty } from './analyse/worth.ts'
import type { Context } from './context.ts'

export const analyseCommand = (ctx: Context): Command => {
  const tell = (code: string): string => ctx.tell({ code })
  const limit = ctx.say('flag-limit')
  const analyse = new Command('analyse')
    .alias('analyze')
    .summary(tell('analyse-summary'))
    .description(tell('analyse-description'))
  const verb = <F>(
    name: string,
    make: (opened: Opened, flags: F & AnalysisFlags) => ReportView | Promise<ReportView>,
  ) =>
    common(analyse.command(name)).action(async (flags: F & AnalysisFlags) => {
      const opened = await openAnalysis(ctx, flags)
      await showAnalysis(ctx, opened, await make(opened, flags), flags)
    })
  const common = (command: Command): Command =>
    command
      .summary(tell(`analyse-${command.name()}`))
      .option('-o, --output <file>', tell('analyse-output'))
      .option('--segment <name>', tell('analyse-segment'))
      .option('--as-of <day>', tell('analyse-as-of'))
  verb('rfm', analyseRfm)
    .option('--recency <days>', tell('analyse-recency'))
    .option('--frequency <days>', tell('analyse-frequency'))
    .option('--money <yuan>', tell('analyse-money'))
    .option('--limit <count>', limit, '20')
  verb('stages', analyseStages)
  verb('churn', analyseChurn).option('--after <times>', tell('analyse-after')).option('--limit <count>', limit, '50')
  verb('cross-sell', analyseCrossSell)
    .option('--for <customer>', tell('analyse-for'))
    .option('--kind', tell('analyse-kind'), false)
    .option('--least <count>', tell('analyse-least'))
    .option('--limit <count>', limit, '50')
  verb('distribution', analyseDistribution).option('--by <trait>', tell('analyse-by'))
  common(analyse.command('profile'))
    .argument('[customer]', ctx.say('why-customer'))
    .action(async (customer: string | undefined, flags: AnalysisFlags) => {
      const opened = await openAnalysis(ctx, flags)
      await showAnalysis(ctx, opened, await analyseProfile(opened, customer, flags.segment), flags)
    })
  verb('loyalty', analyseLoyalty)
  verb('cost', analyseCost).option('--limit <count>', limit, '20')
  verb('forecast', analyseForecast).option('--months <count>', tell('analyse-months'), '3')
  verb('keywords', analyseKeywords)
    .option('--of <what>', tell('analyse-of'), 'all')
    .option('--least <count>', tell('analyse-least'), '2')
    .option('--limit <count>', limit, '30')
  verb('demand', analyseDemand)
  return analyse
}
