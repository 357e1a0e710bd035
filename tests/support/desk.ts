import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '../../src/commands/access/session.ts'
import type { Context, Ending } from '../../src/commands/context.ts'
import { createProgram } from '../../src/commands/program.ts'
import { readGlobals } from '../../src/globals.ts'
import { sayIn, tell } from '../../src/render/text/index.ts'
import { type Book, closeBook, openBook } from '../../src/store/book.ts'
import type { Ask } from '../../src/terminal/ask.ts'

export interface DeskRun {
  readonly out: string
  readonly err: string
  readonly ending: Ending | undefined
  /** Of `--json`. */
  readonly json: () => unknown
}

export interface Desk {
  readonly book: Book
  readonly folder: string
  /** The day and hour it is from now on. */
  now: string
  /** Runs a command line as `kehu` does, in this process, on one book; errors are thrown. */
  readonly run: (args: readonly string[], ask?: Ask) => Promise<DeskRun>
  readonly close: () => void
}

/** A book in a folder of its own, an injected clock, and somebody who works on it. */
export function openDesk(more: { readonly tty?: boolean; readonly lang?: 'zh' | 'en' } = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-desk-'))
  const book = openBook(join(folder, 'kehu.db'), { create: true })
  const desk: Desk = {
    book,
    folder,
    now: '2026-11-22T03:00:00.000Z',
    run: async (args, ask) => {
      const [out, err]: string[][] = [[], []]
      const ending: { is?: Ending } = {}
      const { lang, ...globals } = { ...readGlobals(args, {}), lang: more.lang ?? ('zh' as const) }
      const ctx: Context = {
        io: {
          out: (text) => void out!.push(text),
          err: (text) => void err!.push(text),
          ...{
            outIsTty: more.tty ?? false,
            errIsTty: false,
            height: 0,
            pager: () => false,
            width: 100,
            color: false,
            quiet: globals.quiet,
            dumb: true,
          },
        },
        ask: ask ?? null,
        askSecret: null,
        passphraseFrom: {},
        now: () => desk.now,
        lang,
        say: sayIn(lang),
        tell: (reason) => tell(lang, reason.code, reason.params),
        staff: '小周',
        session: openSession(globals.showPersonal, null),
        releaseBook: async () => {},
        env: {},
        cwd: folder,
        stdin: process.stdin,
        commandLine: ['kehu', ...args].join(' '),
        openBook: async () => book,
        findBook: () => ({ path: book.path, by: '--db' }),
        format: globals.format,
        verbose: globals.verbose,
        yes: globals.yes,
        showPersonal: globals.showPersonal,
        plain: globals.plain,
        watchInterrupt: () => () => false,
        finish: (is) => {
          ending.is = is
        },
      }
      await (await createProgram(ctx, globals.args)).parseAsync([...globals.args], { from: 'user' })
      const text = out!.join('')
      return { out: text, err: err!.join(''), ending: ending.is, json: () => JSON.parse(text) as unknown }
    },
    close: () => {
      closeBook(book)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return desk
}

/** Every table that holds what people believe, as text: two books with the same text hold the same. */
export function contentOf({ sqlite }: Book): Record<string, unknown[]> {
  const tables = sqlite
    .prepare(
      `select name from sqlite_master where type = 'table' and name not in ('operation', 'change') order by name`,
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [
      table,
      sqlite.prepare(`select * from ${table} ${table === 'setting' ? `where key <> 'journal_head'` : ''}`).all(),
    ]),
  )
}
