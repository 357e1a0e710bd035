import { Command } from 'commander'
import type { ConflictPolicy } from '../store/import/update-party.ts'
import type { Context } from './context.ts'
import { oneOf } from './flags.ts'
import { runImport } from './import/run-import.ts'

export interface ImportFlags {
  readonly source?: string
  readonly method?: string
  readonly collector?: string
  readonly campaign?: string
  readonly supplier?: string
  readonly basis?: string
  readonly as?: string
  readonly map: readonly string[]
  readonly sheet: readonly string[]
  readonly encoding?: string
  readonly delimiter?: string
  readonly limit: readonly string[]
  readonly onConflict: ConflictPolicy
  readonly rejects?: string
  readonly force: boolean
  readonly dryRun: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const importCommand = (ctx: Context): Command =>
  new Command('import')
    .summary(ctx.say('import-summary'))
    .description(ctx.say('import-description'))
    .argument('<files...>', ctx.say('import-files'))
    .option('-n, --dry-run', ctx.say('flag-dry-run'), false)
    .option('--source <name>', ctx.say('import-source'))
    .option('--as <kind>', ctx.say('import-as'))
    .option('--map <heading=field>', ctx.say('import-map'), repeated, [])
    .option('--sheet <name>', ctx.say('import-sheet'), repeated, [])
    .option('--encoding <name>', ctx.say('import-encoding'))
    .option('--delimiter <text>', ctx.say('import-delimiter'))
    .option('--limit <name=value>', ctx.say('import-limit'), repeated, [])
    .option('--on-conflict <policy>', ctx.say('import-conflict'), 'fill')
    .option('--rejects <file>', ctx.say('import-rejects'))
    .option('--method <name>', ctx.say('import-method'))
    .option('--collector <name>', ctx.say('import-collector'))
    .option('--basis <text>', ctx.say('import-basis'))
    .option('--force', ctx.say('import-force'), false)
    .action(async (files: string[], flags: ImportFlags) =>
      runImport(ctx, files, { ...flags, onConflict: oneOf('--on-conflict', flags.onConflict, ['fill', 'replace']) }),
    )
