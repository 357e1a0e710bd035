import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { KehuError } from '../model/errors.ts'

/** Where a passphrase is told without a person: the first line of a file, or of what a command says. */
export interface PassphraseSource {
  readonly file?: string | undefined
  readonly command?: string | undefined
}

const firstLine = (text: string): string => text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0]!

/**
 * Reads a passphrase from its source; undefined where none is told.
 *
 * @throws {KehuError} `passphrase-file-unreadable`, `passphrase-command-failed`, `passphrase-empty`
 */
export function readPassphrase({ file, command }: PassphraseSource): string | undefined {
  if (file === undefined && command === undefined) return undefined
  const text = file === undefined ? runCommand(command!) : readFirst(file)
  if (text === '') throw new KehuError('password', 'passphrase-empty', { source: file ?? command! })
  return text
}

function readFirst(file: string): string {
  try {
    return firstLine(readFileSync(file, 'utf8'))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new KehuError('password', 'passphrase-file-unreadable', { file, detail: code }, error)
  }
}

/** The command may ask at the terminal by itself (pass, gpg); only what it writes to standard output is taken. */
function runCommand(command: string): string {
  const run = spawnSync(command, { shell: true, stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8' })
  if (run.status !== 0)
    throw new KehuError('password', 'passphrase-command-failed', { command, exit: run.status ?? run.signal ?? '' })
  return firstLine(run.stdout)
}
