import { Command } from 'commander'
import type { ConflictPolicy } from '../store/import/update-party.ts'
import type { Context } from './context.ts'
import { oneOf, wholeNumber } from './flags.ts'
import { runImport } from './import/run-import.ts'
import { conflictTold } from './import/told.ts'

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
  readonly onConflict: ConflictPolicy | 'ask'
  /** Fields with a policy of their own. */
  readonly conflictFields: Readonly<Record<string, ConflictPolicy>>
  readonly rejects?: string
  /** An empty cell takes away what the book has. */
  readonly emptyErases?: boolean
  readonly channelClass?: string
  readonly initiative?: string
  readonly perMonth?: string
  readonly force: boolean
  readonly dryRun: boolean
  readonly savePlan?: string | undefined
}

const ROLES = ['customers', 'organisations', 'deals', 'interactions', 'mixed'] as const

type GivenFlags = Omit<ImportFlags, 'onConflict' | 'conflictFields'> & { readonly onConflict: readonly string[] }

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const importCommand = (ctx: Context): Command => withBatches(ctx, importFiles(ctx))

const importFiles = (ctx: Context): Command =>
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
    .option('--on-conflict <policy>', ctx.say('import-conflict'), repeated, [])
    .option('--empty-erases', ctx.tell({ code: 'import-empty-erases' }), false)
    .option('--rejects <file>', ctx.say('import-rejects'))
    .option('--method <name>', ctx.say('import-method'))
    .option('--collector <name>', ctx.say('import-collector'))
    .option('--basis <text>', ctx.say('import-basis'))
    .option('--campaign <name>', ctx.say('import-campaign'))
    .option('--supplier <name>', ctx.say('import-supplier'))
    .option('--channel-class <class>', ctx.tell({ code: 'import-channel-class' }))
    .option('--initiative <yes|no>', ctx.say('source-initiative'))
    .option('--per-month <times>', ctx.say('source-per-month'))
    .option('--save-plan <file>', ctx.say('import-save-plan'))
    .option('--force', ctx.say('import-force'), false)
    .enablePositionalOptions()
    .action(async (files: string[], { onConflict, ...flags }: GivenFlags) => {
      if (flags.as !== undefined) oneOf('--as', flags.as, ROLES)
      await runImport(ctx, files, { ...flags, ...conflictTold(onConflict) })
    })

const withBatches = (ctx: Context, command: Command): Command =>
  command
    .addCommand(
      new Command('list')
        .summary(ctx.say('import-list-summary'))
        .option('-n, --limit <count>', ctx.say('flag-limit'), '20')
        .action(async (flags: { limit: string }) =>
          (await import('./import/batches.ts')).runImportList(ctx, wholeNumber('--limit', flags.limit)),
        ),
    )
    .addCommand(
      new Command('show')
        .summary(ctx.say('import-show-summary'))
        .argument('<id>', ctx.say('import-id'))
        .action(async (id: string) => (await import('./import/batches.ts')).runImportShow(ctx, wholeNumber('ID', id))),
    )
    .addCommand(
      new Command('undo')
        .summary(ctx.say('import-undo-summary'))
        .argument('<id>', ctx.say('import-id'))
        .option('-n, --dry-run', ctx.say('undo-dry-run'), false)
        .action(async (id: string, flags: { dryRun: boolean }) =>
          (await import('./import/batches.ts')).runImportUndo(ctx, wholeNumber('ID', id), flags.dryRun),
        ),
    )
    .addCommand(
      new Command('apply')
        .summary(ctx.say('import-apply-summary'))
        .argument('<file>', ctx.say('import-plan-file'))
        .action(async (file: string) => (await import('./import/plan.ts')).applyPlan(ctx, file)),
    )
