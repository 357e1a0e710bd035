import { Command, type CommanderError, type Help } from 'commander'
import { KehuError } from '../model/errors.ts'
import { enter } from './access/enter.ts'
import type { Context } from './context.ts'
import { helpTopics } from './help-topics.ts'
import { show } from './output.ts'

type Make = (ctx: Context) => Command

/** Every verb, by task; a verb's file is loaded only when it is asked for. */
const groups: readonly {
  readonly title: 'group-start' | 'group-in' | 'group-true' | 'group-use' | 'group-out'
  readonly verbs: Readonly<Record<string, () => Promise<Make>>>
}[] = [
  { title: 'group-start', verbs: { init: async () => (await import('./init.ts')).initCommand } },
  {
    title: 'group-in',
    verbs: {
      import: async () => (await import('./import.ts')).importCommand,
      profile: async () => (await import('./profile.ts')).profileCommand,
      template: async () => (await import('./template.ts')).templateCommand,
      intake: async () => (await import('./intake.ts')).intakeCommand,
      deal: async () => (await import('./deal.ts')).dealCommand,
    },
  },
  {
    title: 'group-true',
    verbs: {
      verify: async () => (await import('./verify.ts')).verifyCommand,
      clean: async () => (await import('./clean.ts')).cleanCommand,
      requests: async () => (await import('./requests.ts')).requestsCommand,
      collection: async () => (await import('./collection.ts')).collectionCommand,
      quality: async () => (await import('./quality.ts')).qualityCommand,
      dedupe: async () => (await import('./dedupe.ts')).dedupeCommand,
    },
  },
  {
    title: 'group-use',
    verbs: {
      log: async () => (await import('./log.ts')).logCommand,
      find: async () => (await import('./find.ts')).findCommand,
      show: async () => (await import('./show.ts')).showCommand,
      edit: async () => (await import('./edit.ts')).editCommand,
      add: async () => (await import('./add.ts')).addCommand,
      note: async () => (await import('./note.ts')).noteCommand,
      plan: async () => (await import('./plan.ts')).planCommand,
      complain: async () => (await import('./complain.ts')).complainCommand,
      card: async () => (await import('./card.ts')).cardCommand,
      survey: async () => (await import('./survey.ts')).surveyCommand,
      demand: async () => (await import('./demand.ts')).demandCommand,
      product: async () => (await import('./product.ts')).productCommand,
      info: async () => (await import('./info.ts')).infoCommand,
      reward: async () => (await import('./reward.ts')).rewardCommand,
      dates: async () => (await import('./dates.ts')).datesCommand,
      dict: async () => (await import('./dict.ts')).dictCommand,
      why: async () => (await import('./why.ts')).whyCommand,
    },
  },
  {
    title: 'group-out',
    verbs: {
      report: async () => (await import('./report.ts')).reportCommand,
      dashboard: async () => (await import('./dashboard.ts')).dashboardCommand,
      export: async () => (await import('./export.ts')).exportCommand,
      tier: async () => (await import('./tier.ts')).tierCommand,
      segment: async () => (await import('./segment.ts')).segmentCommand,
      analyse: async () => (await import('./analyse.ts')).analyseCommand,
      operations: async () => (await import('./operations.ts')).operationsCommand,
      access: async () => (await import('./access.ts')).accessCommand,
      staff: async () => (await import('./staff.ts')).staffCommand,
      privacy: async () => (await import('./privacy.ts')).privacyCommand,
      audit: async () => (await import('./audit.ts')).auditCommand,
      backup: async () => (await import('./backup.ts')).backupCommand,
      restore: async () => (await import('./restore.ts')).restoreCommand,
      encrypt: async () => (await import('./encrypt.ts')).encryptCommand,
      decrypt: async () => (await import('./encrypt.ts')).decryptCommand,
      rekey: async () => (await import('./encrypt.ts')).rekeyCommand,
      doctor: async () => (await import('./doctor.ts')).doctorCommand,
      undo: async () => (await import('./undo.ts')).undoCommand,
      config: async () => (await import('./config.ts')).configCommand,
    },
  },
]

export const verbNames = (): string[] => groups.flatMap(({ verbs }) => Object.keys(verbs))

/** The program with the verb that `args` ask for, or with all of them where help is wanted. */
export async function createProgram(ctx: Context, args: readonly string[]): Promise<Command> {
  const { say } = ctx
  const program = new Command('kehu')
    .enablePositionalOptions()
    .description(say('program-description'))
    .helpOption('-h, --help', say('flag-help'))
    .helpCommand('help [command]', say('help-command'))
    .option('-V, --version', say('flag-version'))
    .showSuggestionAfterError(true)
    .addHelpText('before', `${say('program-examples')}\n`)
    .addHelpText(
      'after',
      `\n${say('program-everywhere')}\n\n${say('program-more', { topics: helpTopics.join(' ') })}\n`,
    )
    .action(() => program.outputHelp())
  const asked = args.find((arg) => !arg.startsWith('-'))
  if (asked !== undefined && asked !== 'help' && !verbNames().includes(asked)) throw unknownVerb(asked)
  for (const { title, verbs } of groups) {
    for (const [name, load] of Object.entries(verbs)) {
      const wanted = asked === undefined || asked === 'help' || asked === name
      if (wanted) program.addCommand((await load())(ctx).helpGroup(say(title)))
    }
  }
  prepare(program, ctx)
  program.hook('preAction', async (_, action) => enter(ctx, { path: pathOf(action), flags: action.opts() }))
  return program
}

/** `deal add`: the words that lead to a command. */
const pathOf = (command: Command): string =>
  command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim()

/** Says what may have been meant: a verb that begins alike, or is one or two slips away. */
function unknownVerb(what: string): KehuError {
  const near = verbNames()
    .map((name) => ({ name, slips: slipsBetween(what.toLowerCase(), name) }))
    .filter(({ name, slips }) => slips <= 2 || name.startsWith(what.toLowerCase()))
    .sort((a, b) => a.slips - b.slips)
  if (near[0] === undefined) return new KehuError('usage', 'command-unknown', { what })
  return new KehuError('usage', 'command-did-you-mean', { what, suggestion: `kehu ${near[0].name}` })
}

/** Levenshtein distance of two short words. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** commander ends the process and speaks English by itself: neither is wanted, in any command of the tree. */
function prepare(command: Command, ctx: Context): void {
  const { say } = ctx
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('title-usage'),
    'Options:': say('title-options'),
    'Arguments:': say('title-arguments'),
    'Commands:': say('title-commands'),
  }
  command
    .exitOverride((error) => {
      throw translated(error)
    })
    .configureOutput({
      writeOut: (text) => show(ctx, text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(ctx.io.width, 80),
    })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      showGlobalOptions: false,
      minWidthToWrap: 20,
      subcommandTerm: (child) => child.name(),
    } as Partial<Help>)
  if (command.parent !== null) command.helpOption('-h, --help', say('flag-help'))
  // commander's own help command of a verb with parts speaks English only; --help says the same.
  if (command.parent !== null) command.helpCommand(false)
  for (const child of command.commands) prepare(child, ctx)
}

/** A wrong command line, in the reader's words. */
function translated(error: CommanderError): unknown {
  if (error.exitCode === 0) return error
  const [, what = ''] = /'([^']+)'/.exec(error.message) ?? []
  const [, suggestion] = /Did you mean (?:one of )?([^?)]+)/.exec(error.message) ?? []
  if (suggestion !== undefined) return new KehuError('usage', 'command-did-you-mean', { what, suggestion })
  if (error.code === 'commander.unknownOption') return new KehuError('usage', 'flag-unknown', { what })
  if (error.code === 'commander.unknownCommand') return new KehuError('usage', 'command-unknown', { what })
  if (error.code === 'commander.missingMandatoryOptionValue')
    return new KehuError('usage', 'flag-missing', { flag: what })
  if (error.code === 'commander.optionMissingArgument')
    return new KehuError('usage', 'flag-value-missing', { flag: what })
  if (error.code === 'commander.missingArgument') return new KehuError('usage', 'argument-missing', { what })
  return new KehuError('usage', 'usage-wrong', { what: error.message.replace(/^error: /, '') })
}
