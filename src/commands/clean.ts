import { Command } from 'commander'
import type { Context } from './context.ts'
import { oneOf, wholeNumber } from './flags.ts'

interface ListFlags {
  readonly list?: string
  readonly inactiveDays: string
  readonly outdatedDays: string
  readonly limit: string
  readonly rows?: string
  readonly archive: boolean
  readonly reason?: string
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const cleanCommand = (ctx: Context): Command => {
  const { say } = ctx
  const clean = new Command('clean').summary(say('clean-summary')).description(say('clean-description'))
  clean
    .command('run', { isDefault: true })
    .summary(say('clean-run-summary'))
    .option('--rule <id>', say('clean-rule'), repeated, [])
    .option('--apply', say('clean-apply'), false)
    .option('--rows <file>', say('clean-rows'))
    .option('--script <script>', say('clean-script'))
    .option('--examples <count>', say('verify-examples'), '3')
    .action(async (flags: { rule: string[]; apply: boolean; rows?: string; examples: string; script?: string }) =>
      (await import('./clean/run-clean.ts')).runClean(ctx, {
        repairs: flags.rule,
        apply: flags.apply,
        rowsFile: flags.rows,
        script:
          flags.script === undefined
            ? undefined
            : oneOf('--script', flags.script, ['simplified', 'traditional'] as const),
        examples: wholeNumber('--examples', flags.examples),
      }),
    )
  clean
    .command('lists')
    .summary(say('lists-summary'))
    .option('--list <list>', say('lists-which'))
    .option('--inactive-days <days>', say('lists-inactive-days'), '730')
    .option('--outdated-days <days>', say('lists-outdated-days'), '730')
    .option('-n, --limit <count>', say('flag-limit'), '50')
    .option('--rows <file>', say('lists-rows'))
    .option('--archive', say('lists-archive'), false)
    .option('--reason <text>', say('flag-reason'))
    .action(async (flags: ListFlags) =>
      (await import('./clean/lists.ts')).runLists(ctx, {
        list: flags.list,
        inactiveDays: wholeNumber('--inactive-days', flags.inactiveDays),
        outdatedDays: wholeNumber('--outdated-days', flags.outdatedDays),
        limit: wholeNumber('--limit', flags.limit),
        rowsFile: flags.rows,
        archive: flags.archive,
        reason: flags.reason,
      }),
    )
  return clean
}
