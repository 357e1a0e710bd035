import { Command } from 'commander'
import { KehuError } from '../model/errors.ts'
import { readSettings, storedSettings, writeSettings } from '../store/settings.ts'
import type { Context } from './context.ts'
import { showListing } from './output.ts'

/** Settings of a book that may be changed. */
const CHANGEABLE = ['time_zone', 'profile', 'purpose', 'tier_scheme'] as const

export const configCommand = (ctx: Context): Command => {
  const { say } = ctx
  const config = new Command('config').summary(say('config-summary'))
  config
    .command('list', { isDefault: true })
    .summary(say('config-list-summary'))
    .action(async () => runConfigList(ctx))
  config
    .command('set')
    .summary(say('config-set-summary'))
    .argument('<name>', CHANGEABLE.join(' | '))
    .argument('<value>', say('column-value'))
    .action(async (name: string, value: string) => runConfigSet(ctx, name, value))
  return config
}

/** Lists every setting in force with where it came from. */
export async function runConfigList(ctx: Context): Promise<void> {
  const { say, env } = ctx
  const place = ctx.findBook()
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const stored = storedSettings(book)
  const fromEnv = (name: string, shown: string): readonly [string, string] =>
    env[name] === undefined ? ['default', shown] : [name, shown]
  const [staffFrom] = fromEnv('KEHU_USER', ctx.staff)
  const [langFrom] = fromEnv('KEHU_LANG', ctx.lang)
  const rows: [string, string, string][] = [
    ['book', place.path, place.by],
    ['language', ctx.lang, langFrom === 'default' ? '--lang, LC_ALL, LANG' : langFrom],
    ['staff', ctx.staff, staffFrom === 'default' ? say('config-login') : staffFrom],
    [
      'pager',
      env['KEHU_PAGER'] ?? env['PAGER'] ?? 'less -FIRX',
      env['KEHU_PAGER'] !== undefined ? 'KEHU_PAGER' : env['PAGER'] !== undefined ? 'PAGER' : 'default',
    ],
    ...CHANGEABLE.map((name): [string, string, string] => [
      name,
      settings[name] ?? '',
      stored.has(name) ? 'book' : 'default',
    ]),
  ]
  showListing(ctx, {
    table: {
      key: 'config',
      title: say('config-summary'),
      columns: [
        { key: 'name', title: say('column-name'), type: 'date' },
        { key: 'value', title: say('column-value'), type: 'text' },
        { key: 'origin', title: say('config-origin'), type: 'text' },
      ],
      rows,
    },
  })
  ctx.finish('done')
}

/** Changes a setting of the book. @throws {KehuError} `flag-bad-value` */
export async function runConfigSet(ctx: Context, name: string, value: string): Promise<void> {
  const known = CHANGEABLE.find((one) => one === name)
  if (known === undefined)
    throw new KehuError('usage', 'flag-bad-value', { flag: 'NAME', value: name, expected: CHANGEABLE.join(' | ') })
  if (known === 'time_zone') checkZone(value)
  writeSettings(await ctx.openBook(), { [known]: value })
  ctx.finish('done')
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new KehuError('usage', 'flag-bad-value', { flag: 'time_zone', value: zone, expected: 'Asia/Shanghai …' })
  }
}
