import { Command } from 'commander'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import type { SourceFlags } from './quality/sources.ts'

interface QualityFlags {
  readonly field: boolean
  readonly source: boolean
  readonly collector: boolean
  readonly tier: boolean
  readonly owner: boolean
  readonly trend: boolean
  readonly imports: boolean
  readonly last: string
  readonly against?: string
  readonly output?: string
}

export const qualityCommand = (ctx: Context): Command => {
  const { say } = ctx
  const quality = new Command('quality').summary(say('quality-summary')).description(say('quality-description'))
  quality
    .command('show', { isDefault: true })
    .summary(say('quality-summary'))
    .option('--field', say('quality-field'), false)
    .option('--source', say('quality-source'), false)
    .option('--collector', say('quality-collector'), false)
    .option('--tier', say('quality-tier'), false)
    .option('--owner', say('quality-owner'), false)
    .option('--trend', say('quality-trend'), false)
    .option('--imports', say('quality-imports'), false)
    .option('--last <count>', say('quality-last'), '12')
    .option('--against <run>', say('quality-against'))
    .option('-o, --output <file>', say('flag-output'))
    .action(async ({ last, against, output, ...flags }: QualityFlags) =>
      (await import('./quality/run-quality.ts')).runQuality(ctx, {
        ...flags,
        last: wholeNumber('--last', last),
        against: against === undefined ? undefined : wholeNumber('--against', against),
        output,
      }),
    )
  quality
    .command('sources')
    .summary(say('sources-summary'))
    .action(async () => (await import('./quality/sources.ts')).runSources(ctx))
  quality
    .command('source')
    .summary(say('source-summary'))
    .argument('<name>', say('source-name'))
    .option('--class <class>', say('source-class'))
    .option('--initiative <yes|no>', say('source-initiative'))
    .option('--per-month <times>', say('source-per-month'))
    .option('--collect-every <days>', say('source-every'))
    .action(async (name: string, flags: SourceFlags) =>
      (await import('./quality/sources.ts')).runSource(ctx, name, flags),
    )
  return quality
}
