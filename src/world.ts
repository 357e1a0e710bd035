import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { ReadStream } from 'node:tty'
import { openSession, veiled } from './commands/access/session.ts'
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
export function makeContext({ process, globals, now, finish }: World): {
  context: Context
  close: () => Promise<void>
} {
  const { env, stdout, stderr, stdin } = process
  const { lang } = globals
  const say = sayIn(lang)
  const dumb = env['TERM'] === 'dumb' || (env['KEHU_SIMPLE_PROMPTS'] ?? '') !== '' || globals.plain
  const color = wantsColor(env, stdout.isTTY === true, globals.color)
  const place = () => findBookPlace({ flag: globals.db, env, cwd: process.cwd() })
  let opened: Promise<Book> | undefined
  let book: Book | undefined
  let close = async (): Promise<void> => {}

  const openBook = async (): Promise<Book> => {
    const store = await import('./store/book.ts')
    const { openWithPassphrase } = await import('./commands/passphrase.ts')
    book = await openWithPassphrase(context, place().path)
    close = async () => {
      if (book === undefined) return
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
  const session = openSession(globals.showPersonal, globals.unmask ?? null)
  const hide = (text: string): string => veiled(session, text)
  const context: Context = {
    io: {
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
      color,
      quiet: globals.quiet,
      dumb,
    },
    ask: globals.input && stdin.isTTY === true ? veilAsk(lazyAsk(), hide) : null,
    now: () => env['KEHU_NOW'] ?? now(),
    lang,
    say,
    tell: (reason) => tell(lang, reason.code, reason.params),
    get staff() {
      return session.identity?.login ?? env['KEHU_USER'] ?? loginName()
    },
    session,
    env,
    cwd: process.cwd(),
    stdin,
    commandLine: ['kehu', ...process.argv.slice(2)].join(' '),
    askSecret: globals.input && stdin.isTTY === true ? askSecret : null,
    passphraseFrom: {
      file: globals.passphraseFile === undefined ? undefined : resolve(process.cwd(), globals.passphraseFile),
      command: globals.passphraseCommand,
    },
    openBook: () => (opened ??= openBook()),
    releaseBook: async () => {
      await close()
      close = async () => {}
      opened = undefined
    },
    findBook: place,
    format: globals.format,
    verbose: globals.verbose,
    yes: globals.yes,
    showPersonal: globals.showPersonal,
    plain: globals.plain,
    watchInterrupt: () => {
      let asked = false
      const stop = (): void => {
        if (asked) globalThis.process.exit(130)
        asked = true
      }
      process.on('SIGINT', stop)
      process.on('SIGTERM', stop)
      return () => asked
    },
    finish,
  }
  return { context, close: () => close() }

  async function askSecret(message: string): Promise<string | null> {
    const { readSecret } = await import('./terminal/read-secret.ts')
    return readSecret(stdin as ReadStream, (text) => stderr.write(text), message)
  }

  function lazyAsk(): Ask {
    let made: Promise<Ask> | undefined
    const open = (): Promise<Ask> =>
      (made ??= import('./terminal/open-ask.ts').then(({ openAsk }) => {
        const colors = { out: color, err: wantsColor(env, stderr.isTTY === true, globals.color) }
        const words = askWords((key) => tell(lang, key))
        const ask = openAsk({ stdin, stdout, stderr, dumb, color: colors, words })
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
