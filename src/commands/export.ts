import { Command } from 'commander'
import { KehuError } from '../model/errors.ts'
import { exportNames } from '../model/export.ts'
import type { CustomerFilter } from '../model/fact-query.ts'
import type { Context } from './context.ts'
import { EXPORT_FORMATS } from './export/formats.ts'
import { runExport } from './export/run-export.ts'
import { oneOf } from './flags.ts'
import { filterOf } from './report/whom.ts'

interface ExportFlags extends CustomerFilter {
  readonly output?: string
  readonly format?: string
  readonly fields?: string
  readonly period?: string
  readonly bom: boolean
  readonly encoding?: string
  readonly guard: boolean
  readonly mask?: string
  readonly purpose?: string
}

export const exportCommand = (ctx: Context): Command => {
  const say = (code: string): string => ctx.tell({ code })
  return new Command('export')
    .summary(say('export-summary'))
    .description(say('export-description'))
    .argument('<what>', say('export-what'))
    .option('-o, --output <file>', say('export-output'))
    .option('--format <format>', say('export-format'))
    .option('--fields <keys>', say('export-fields'))
    .option('--period <period>', say('export-period'))
    .option('--owner <name>', ctx.say('filter-owner'))
    .option('--region <name>', ctx.say('filter-region'))
    .option('--tier <level>', ctx.say('filter-tier'))
    .option('--source <name>', ctx.say('filter-source'))
    .option('--segment <key>', say('filter-segment'))
    .option('--customer <customer>', say('filter-customer'))
    .option('--mask <kinds>', say('export-mask'))
    .option('--purpose <key>', say('export-purpose'))
    .option('--bom', say('export-bom'), false)
    .option('--encoding <name>', say('export-encoding'))
    .option('--no-guard', say('export-no-guard'))
    .action(async (what: string, flags: ExportFlags) => {
      const entity = exportNames.find((name) => name === what)
      if (entity === undefined)
        throw new KehuError('usage', 'export-what-unknown', { what, names: exportNames.join(' ') })
      await runExport(ctx, {
        entity,
        output: flags.output,
        format: flags.format === undefined ? undefined : oneOf('--format', flags.format, EXPORT_FORMATS),
        fields: flags.fields,
        period: flags.period,
        filter: await filterOf(ctx, flags),
        mask: flags.mask,
        purpose: flags.purpose,
        bom: flags.bom,
        encoding: flags.encoding === undefined ? 'utf-8' : oneOf('--encoding', flags.encoding, ['utf-8', 'gb18030']),
        guard: flags.guard,
      })
    })
}
