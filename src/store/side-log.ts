import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import type { Access } from './access-log.ts'
import type { Book } from './book.ts'
import { openLine, sealLine } from './seal-line.ts'

/** Where looks are kept that could not be noted at once. */
export const sideLogPath = (book: Book): string => `${book.path}-reads`

/** Keeps a look beside the book; one line, written in one piece. A folder that can't be written keeps none. */
export function keepBeside(book: Book, access: Access): void {
  if (book.path === ':memory:') return
  try {
    const line = JSON.stringify(access)
    const kept = book.passphrase === undefined ? line : sealLine(line, book.passphrase)
    appendFileSync(sideLogPath(book), `${kept}\n`, { mode: 0o600 })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!/^(EACCES|EROFS|EPERM|ENOSPC)$/.test(code)) throw error
  }
}

/**
 * The looks that were kept beside the book; call inside a write transaction: only one process is in one.
 *
 * They stay in a file of their own until `forget` is called after the commit, so that none is lost on the way.
 */
export function readSideLog(book: Book): { readonly lines: readonly Access[]; readonly forget: () => void } {
  const nothing = { lines: [], forget: () => {} }
  if (book.path === ':memory:') return nothing
  const taken = `${sideLogPath(book)}-taken`
  if (!existsSync(taken)) {
    try {
      renameSync(sideLogPath(book), taken)
    } catch {
      return nothing
    }
  }
  const lines = readFileSync(taken, 'utf8')
    .split('\n')
    .flatMap((line) => parsed(line, book.passphrase))
  return { lines, forget: () => rmSync(taken, { force: true }) }
}

/** The last line of a process that was killed while it wrote can't be read. */
function parsed(line: string, passphrase: string | undefined): Access[] {
  try {
    const isSealed = passphrase !== undefined && line !== '' && !line.startsWith('{')
    return [JSON.parse((isSealed ? openLine(line, passphrase) : line) ?? '') as Access]
  } catch {
    return []
  }
}
