import type { OutputFormat } from './commands/context.ts'
import type { Lang } from './model/units.ts'

/** What may stand anywhere on the command line, before or after the verb. */
export interface Globals {
  readonly args: readonly string[]
  readonly db: string | undefined
  readonly lang: Lang
  readonly format: OutputFormat
  readonly quiet: boolean
  readonly verbose: boolean
  readonly color: boolean | undefined
  readonly input: boolean
  readonly yes: boolean
  readonly plain: boolean
  readonly debug: boolean
  /** `--no-pager`: long output is written as it is. */
  readonly pager: boolean
  readonly showPersonal: boolean
  /** `--unmask PURPOSE`: what for personal data is to be shown whole. */
  readonly unmask: string | undefined
  readonly passphraseFile: string | undefined
  readonly passphraseCommand: string | undefined
  /** A flag that came without its value. */
  readonly missing: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>

/** Chinese when the locale says zh, else English; `--lang` and `KEHU_LANG` come first. */
export function languageOf(told: string | undefined, env: Env): Lang {
  const locale = told ?? env['KEHU_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

const told = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

/** A file or a command, of the command line before the settings, the file first. */
function passphraseOf(
  values: Readonly<Record<string, string>>,
  env: Env,
): Pick<Globals, 'passphraseFile' | 'passphraseCommand'> {
  const pick = (file: string | undefined, command: string | undefined) => ({
    passphraseFile: file,
    passphraseCommand: file === undefined ? command : undefined,
  })
  const [file, command] = [values['--passphrase-file'], values['--passphrase-command']]
  if (file !== undefined || command !== undefined) return pick(file, command)
  return pick(told(env['KEHU_PASSPHRASE_FILE']), told(env['KEHU_PASSPHRASE_COMMAND']))
}

const FORMATS: Readonly<Record<string, OutputFormat>> = {
  '--json': 'json',
  '--jsonl': 'jsonl',
  '--csv': 'csv',
  '--tsv': 'tsv',
  '--table': 'table',
}

/** Takes the flags that hold for every verb off the command line, wherever they stand. */
export function readGlobals(argv: readonly string[], env: Env): Globals {
  const args: string[] = []
  const seen = new Set<string>()
  const values: Record<string, string> = {}
  let format: OutputFormat = 'text'
  let missing: string | undefined
  const switches = [
    '-q',
    '--quiet',
    '-v',
    '--verbose',
    '--no-color',
    '--no-input',
    '-y',
    '--yes',
    '--plain',
    '--no-pager',
    '--debug',
    '--show-pii',
  ]
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!
    const [, name = '', value] =
      /^(--db|--lang|--unmask|--passphrase-file|--passphrase-command)(?:=(.*))?$/s.exec(arg) ?? []
    if (arg === '--') {
      args.push(...argv.slice(i))
      break
    }
    if (name !== '') {
      const given = value ?? argv[++i]
      if (given === undefined) missing = name
      else values[name] = given
    } else if (Object.hasOwn(FORMATS, arg)) format = FORMATS[arg]!
    else if (switches.includes(arg)) seen.add(arg)
    else args.push(arg)
  }
  const has = (...names: string[]): boolean => names.some((name) => seen.has(name))
  return {
    args,
    db: values['--db'],
    lang: languageOf(values['--lang'], env),
    format,
    quiet: has('-q', '--quiet'),
    verbose: has('-v', '--verbose'),
    color: has('--no-color') ? false : undefined,
    input: !has('--no-input') && env['KEHU_NO_INPUT'] === undefined,
    yes: has('-y', '--yes'),
    plain: has('--plain'),
    debug: has('--debug'),
    pager: !has('--no-pager', '--plain'),
    showPersonal: has('--show-pii') || values['--unmask'] !== undefined,
    unmask: values['--unmask'],
    ...passphraseOf(values, env),
    missing,
  }
}
