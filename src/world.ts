import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { ReadStream } from 'node:tty'
import { openSession, type Session, veiled } from './commands/access/session.ts'
import { veilAsk } from './commands/access/veil-ask.ts'
import { askWords } from './commands/ask-words.ts'
import type { Context, Ending } from './commands/context.ts'
import { findBookPlace } from './commands/find-book.ts'
import type { Globals } from './globals.ts'
import type { Process } from './main.ts'
import { sayIn, tell } from './render/text/index.ts'
import { defused } from './render/width.ts'
import type { Book } from './store/book.ts'
import type { Ask } from './terminal/ask.ts'
import type { Io } from './terminal/io.ts'
import { page } from './terminal/pager.ts'
import { wantsColor } from './terminal/style.ts'

/** What `main` alone may touch: the process, the clock, the end. */
export interface World {
  readonly process: Process
  readonly globals: Globals
  readonly now: () => string
  readonly finish: (ending: Ending) => void
}

/** Makes the real Context; `close` closes the book if it was opened. */
export function makeContext(world: World): { context: Context; close: () => Promise<void> } {
  const { globals, now, finish } = world
  const { env, stdin, argv } = world.process
  const cwd = world.process.cwd()
  const { lang } = globals
  const place = () => findBookPlace({ flag: globals.db, env, cwd })
  const session = openSession(globals.showPersonal, globals.unmask ?? null)
  const asks = globals.input && stdin.isTTY === true
  const book = bookOnUse(() => context)
  const context: Context = {
    io: ioOf(world, session),
    ask: asks ? veilAsk(lazyAsk(world), (text) => veiled(session, text)) : null,
    now: () => env['KEHU_NOW'] ?? now(),
    lang,
    say: sayIn(lang),
    tell: (reason) => tell(lang, reason.code, reason.params),
    get staff() {
      return session.identity?.login ?? env['KEHU_USER'] ?? loginName()
    },
    session,
    env,
    cwd,
    stdin,
    commandLine: ['kehu', ...argv.slice(2)].join(' '),
    askSecret: asks ? (message) => askSecret(world.process, message) : null,
    passphraseFrom: {
      file: globals.passphraseFile === undefined ? undefined : resolve(cwd, globals.passphraseFile),
      command: globals.passphraseCommand,
    },
    openBook: book.open,
    releaseBook: book.release,
    findBook: place,
    format: globals.format,
    verbose: globals.verbose,
    yes: globals.yes,
    showPersonal: globals.showPersonal,
    plain: globals.plain,
    watchInterrupt: () => watchInterrupt(world.process),
    finish,
  }
  return { context, close: book.close }
}

const isDumb = ({ process: { env }, globals }: World): boolean =>
  env['TERM'] === 'dumb' || (env['KEHU_SIMPLE_PROMPTS'] ?? '') !== '' || globals.plain

function ioOf(world: World, session: Session): Io {
  const { globals } = world
  const { env, stdout, stderr, stdin } = world.process
  const hide = (text: string): string => veiled(session, text)
  return {
    out: (text) => {
      const shown = veiled(session, text, globals.format)
      stdout.write(stdout.isTTY === true ? defused(shown) : shown)
    },
    err: (text) => void stderr.write(defused(hide(text))),
    outIsTty: stdout.isTTY === true,
    errIsTty: stderr.isTTY === true,
    width: widthOf(stdout.columns ?? stderr.columns, env['COLUMNS']),
    height: stdout.rows ?? 0,
    pager: (text) =>
      globals.pager &&
      stdin.isTTY === true &&
      page(defused(hide(text)), env['KEHU_PAGER'] ?? env['PAGER'] ?? 'less -FIRX', env),
    color: wantsColor(env, stdout.isTTY === true, globals.color),
    quiet: globals.quiet,
    dumb: isDumb(world),
  }
}

interface BookOnUse {
  readonly open: () => Promise<Book>
  readonly release: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The book, opened when it is first asked for; what was written is made findable before it closes. */
function bookOnUse(contextOf: () => Context): BookOnUse {
  let opened: Promise<Book> | undefined
  let close = async (): Promise<void> => {}
  const open = async (): Promise<Book> => {
    const store = await import('./store/book.ts')
    const { openWithPassphrase } = await import('./commands/passphrase.ts')
    const context = contextOf()
    const book = await openWithPassphrase(context, context.findBook().path)
    close = async () => {
      const { hasWritten } = await import('./store/has-written.ts')
      if (hasWritten(book)) {
        const { refreshSearch } = await import('./store/search/blocks.ts')
        const { searchSetting } = await import('./domain/search/setting.ts')
        refreshSearch(book, searchSetting)
      }
      store.closeBook(book)
    }
    return book
  }
  return {
    open: () => (opened ??= open()),
    release: async () => {
      await close()
      close = async () => {}
      opened = undefined
    },
    close: () => close(),
  }
}

function watchInterrupt(process: Process): () => boolean {
  let asked = false
  const stop = (): void => {
    if (asked) globalThis.process.exit(130)
    asked = true
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return () => asked
}

async function askSecret({ stdin, stderr }: Process, message: string): Promise<string | null> {
  const { readSecret } = await import('./terminal/read-secret.ts')
  return readSecret(stdin as ReadStream, (text) => stderr.write(text), message)
}

/** Questions whose machinery is loaded with the first of them. */
function lazyAsk(world: World): Ask {
  const { lang, color } = world.globals
  const { env, stdin, stdout, stderr } = world.process
  let made: Promise<Ask> | undefined
  const open = (): Promise<Ask> =>
    (made ??= import('./terminal/open-ask.ts').then(({ openAsk }) => {
      const colors = {
        out: wantsColor(env, stdout.isTTY === true, color),
        err: wantsColor(env, stderr.isTTY === true, color),
      }
      const words = askWords((key) => tell(lang, key))
      const ask = openAsk({ stdin, stdout, stderr, dumb: isDumb(world), color: colors, words })
      if (ask === null) throw new Error('a terminal that was there has gone')
      return ask
    }))
  return {
    text: async (question) => (await open()).text(question),
    choice: async (question) => (await open()).choice(question),
    choices: async (question) => (await open()).choices(question),
    yesNo: async (question) => (await open()).yesNo(question),
    key: async (question) => (await open()).key(question),
  }
}

/** 80 where nothing is known; a terminal narrower than 40 is taken for 40. */
function widthOf(columns: number | undefined, told: string | undefined): number {
  const width = Number(told) || columns || 80
  return Math.max(40, Math.min(width, 200))
}

function loginName(): string {
  try {
    return userInfo().username
  } catch {
    // No entry for this user id (containers, cron without HOME): the number still tells them apart.
    return `uid-${globalThis.process.getuid?.() ?? 0}`
  }
}
