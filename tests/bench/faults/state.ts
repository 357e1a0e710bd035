import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { KehuError } from '../../../src/model/errors.ts'
import { type Book, closeBook, openBook } from '../../../src/store/book.ts'
import { verifyChain } from '../../../src/store/care/audit.ts'

export const KEHU = resolve('bin/kehu.js')
export const PASSPHRASE = 'a passphrase of the fault bench'

export interface Ended {
  readonly code: number | null
  readonly killed: boolean
  readonly out: string
  readonly err: string
}

/** Runs the program, and kills it without warning after so many milliseconds where told. */
export function run(
  cwd: string,
  args: readonly string[],
  killAfter?: number,
  onStart?: (kill: () => void) => void,
): Promise<Ended> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: cwd,
    LANG: 'C.UTF-8',
    KEHU_NOW: '2026-11-22T08:00:00.000Z',
    KEHU_USER: 'bench',
    KEHU_NO_INPUT: '1',
    KEHU_PASSPHRASE_FILE: join(cwd, 'pw'),
  }
  return new Promise((done) => {
    const child = spawn(process.execPath, [KEHU, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, err]: [string[], string[]] = [[], []]
    child.stdout.on('data', (bytes) => void out.push(String(bytes)))
    child.stderr.on('data', (bytes) => void err.push(String(bytes)))
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    onStart?.(() => child.kill('SIGKILL'))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      done({ code, killed: signal === 'SIGKILL', out: out.join(''), err: err.join('') })
    })
  })
}

const FINE = [0, 3, 4, 5, 6, 7]

/** Whether a run that ended by itself says clearly how: a known code, and for a stop one sentence with its code. */
export function isClear({ code, killed, err }: Ended): boolean {
  if (killed) return true
  if (/\n\s+at /.test(err) || code === 70 || code === null) return false
  return FINE.includes(code) || /^kehu: .+ \[[a-z-]+\]$/m.test(err)
}

export interface State {
  /** What is wrong with the file itself; empty where nothing is. */
  readonly faults: readonly string[]
  /** Digest of every row that people see. */
  readonly digest: string
}

/** Opens a book as anybody would after a crash, and looks into it. */
export function stateOf(path: string): State {
  let book: Book
  try {
    book = openAny(path)
  } catch (error) {
    return { faults: [String(error)], digest: '' }
  }
  try {
    const faults: string[] = []
    const integrity = book.sqlite.pragma('integrity_check(1)', { simple: true })
    if (integrity !== 'ok') faults.push(String(integrity))
    if ((book.sqlite.pragma('foreign_key_check') as unknown[]).length > 0) faults.push('foreign keys')
    for (const { what, operationId } of verifyChain(book).faults) faults.push(`chain ${what} ${operationId}`)
    const open = book.sqlite.prepare(`select count(*) from operation where state = 'open'`).pluck().get()
    if (open !== 0) faults.push(`${open} operations open`)
    return { faults, digest: digestOf(book) }
  } finally {
    closeBook(book)
  }
}

/** Opens a book, encrypted or not. */
export function openAny(path: string): Book {
  try {
    return openBook(path)
  } catch (error) {
    if (error instanceof KehuError && error.code === 'book-encrypted') return openBook(path, { passphrase: PASSPHRASE })
    throw error
  }
}

/** Who looked, what was measured that day, and what is derived are no part of what is compared. */
const BESIDE = /^(access_log|report_run|quality_snapshot|lock|search_.*|sqlite_.*)$/

/** The setting in which the log of who looked has its end. */
const LOG_HEAD = /^access_/

function digestOf({ sqlite }: Book): string {
  const hash = createHash('sha256')
  const tables = sqlite.prepare(`select name from sqlite_master where type = 'table' order by name`).pluck().all()
  for (const name of (tables as string[]).filter((one) => !BESIDE.test(one))) {
    const rows = sqlite.prepare(`select * from "${name}"`).raw()
    for (const row of rows.iterate())
      if (!LOG_HEAD.test(String((row as unknown[])[0]))) hash.update(`${name}${JSON.stringify(row)}`)
  }
  return hash.digest('hex')
}
