import { Command } from 'commander'
import type { Context } from './context.ts'

export interface ProfileFlags {
  readonly sheet: readonly string[]
  readonly encoding?: string
  readonly delimiter?: string
  readonly limit: readonly string[]
  readonly suggestRules?: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const profileCommand = (ctx: Context): Command =>
  new Command('profile')
    .summary(ctx.tell({ code: 'profile-summary' }))
    .description(ctx.tell({ code: 'profile-description' }))
    .argument('<files...>', ctx.say('import-files'))
    .option('--sheet <name>', ctx.say('import-sheet'), repeated, [])
    .option('--encoding <name>', ctx.say('import-encoding'))
    .option('--delimiter <text>', ctx.say('import-delimiter'))
    .option('--limit <name=value>', ctx.say('import-limit'), repeated, [])
    .option('--suggest-rules', ctx.say('profile-suggest-rules'))
    .action(async (files: string[], flags: ProfileFlags) => {
      if (flags.suggestRules === true) return (await import('./profile/suggest.ts')).suggestFromFiles(ctx, files, flags)
      await (await import('./profile/run-profile.ts')).runProfile(ctx, files, flags)
    })
