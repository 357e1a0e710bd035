import { Command } from 'commander'
import type { TaskFlags } from './collection/run-collection.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'

const load = () => import('./collection/run-collection.ts')

export const collectionCommand = (ctx: Context): Command => {
  const { say } = ctx
  const command = new Command('collection')
    .summary(say('collection-summary'))
    .description(say('collection-description'))
  command
    .command('list', { isDefault: true })
    .summary(say('collection-list'))
    .option('--all', say('collection-all'), false)
    .action(async (flags: { all: boolean }) => (await load()).runTasks(ctx, flags.all))
  command
    .command('start')
    .summary(say('collection-start'))
    .option('--on <day>', say('collection-on'))
    .option('--owner <name>', say('collection-owner'))
    .action(async (flags: { on?: string; owner?: string }) => (await load()).runStart(ctx, flags))
  command
    .command('add')
    .summary(say('collection-add'))
    .argument('<title...>', say('collection-title'))
    .requiredOption('--due <day>', say('collection-due'))
    .option('--phase <phase>', say('collection-phase'), 'periodic')
    .option('--source <name>', say('source-name'))
    .option('--owner <name>', say('collection-owner'))
    .option('--every <days>', say('collection-every'))
    .action(async (words: string[], flags: TaskFlags) => (await load()).runAddTask(ctx, words.join(' '), flags))
  command
    .command('done')
    .summary(say('collection-done'))
    .argument('<number>', say('requests-number'))
    .option('--note <text>', say('record-note'))
    .action(async (number: string, flags: { note?: string }) =>
      (await load()).runDone(ctx, wholeNumber('NUMBER', number), flags.note ?? null),
    )
  return command
}
