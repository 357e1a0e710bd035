import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { ensureFolder, fileExists } from '../files/places.ts'
import { KehuError } from '../model/errors.ts'
import type { Context } from './context.ts'
import { BOOK_NAME } from './find-book.ts'
import { showValue } from './output.ts'

export interface InitOptions {
  readonly folder: string | undefined
  readonly profile: string
  readonly timeZone: string
  readonly purpose: string | undefined
}

export const initCommand = (ctx: Context): Command =>
  new Command('init')
    .summary(ctx.say('init-summary'))
    .description(ctx.say('init-description'))
    .argument('[dir]', ctx.say('init-dir'))
    .option('--profile <name>', ctx.say('init-profile'), 'general')
    .option('--time-zone <zone>', ctx.say('init-time-zone'), 'Asia/Shanghai')
    .option('--purpose <text>', ctx.say('init-purpose'))
    .action(async (dir: string | undefined, flags: Omit<InitOptions, 'folder'>) =>
      runInit(ctx, { ...flags, folder: dir }),
    )

/** Makes a new book; an existing one is never touched. */
export async function runInit(ctx: Context, options: InitOptions): Promise<void> {
  const place = ctx.findBook()
  const folder = options.folder === undefined ? ctx.cwd : resolve(ctx.cwd, options.folder)
  const path =
    options.folder === undefined && place.by !== 'folder' && place.by !== 'data-folder'
      ? place.path
      : join(folder, BOOK_NAME)
  if (fileExists(path)) throw new KehuError('usage', 'book-exists', { path })
  try {
    new Intl.DateTimeFormat('en', { timeZone: options.timeZone })
  } catch {
    throw new KehuError('usage', 'flag-bad-value', {
      flag: '--time-zone',
      value: options.timeZone,
      expected: 'Asia/Shanghai …',
    })
  }
  ensureFolder(join(path, '..'))
  const { openBook, closeBook } = await import('../store/book.ts')
  const { writeSettings } = await import('../store/settings.ts')
  const book = openBook(path, { create: true })
  const settings = {
    created_at: ctx.now(),
    time_zone: options.timeZone,
    profile: options.profile,
    ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
  }
  writeSettings(book, settings)
  closeBook(book)
  showValue(ctx, { path, ...settings }, () => (ctx.io.quiet ? '' : `${ctx.say('init-done', { path })}\n`))
  ctx.finish('done')
}
