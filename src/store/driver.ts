import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import Database from 'better-sqlite3'
import { KehuError } from '../model/errors.ts'

/** How long a writer waits for another one before it says that the book is busy. */
export const BUSY_MS = 20_000

/** The optional driver: the same as better-sqlite3, and a method for the key. */
type CipherDatabase = Database.Database & { readonly key: (passphrase: Buffer) => number }

interface ConnectOptions {
  readonly readonly?: boolean | undefined
  readonly passphrase?: string | undefined
  /** Takes the driver that can encrypt for a plain file too. */
  readonly sealing?: boolean | undefined
}

/** Opens a file, with the optional driver where a passphrase is given. @throws {KehuError} `cipher-missing` */
export function connect(path: string, { readonly = false, passphrase, sealing }: ConnectOptions): Database.Database {
  const options = { readonly, timeout: BUSY_MS }
  if (passphrase === undefined && sealing !== true) return new Database(path, options)
  const sqlite = connectCipher(path, options)
  if (passphrase !== undefined) sqlite.key(keyBytes(passphrase))
  return sqlite
}

/** A file by the driver that can encrypt, with its format set and no key yet. @throws {KehuError} `cipher-missing` */
function connectCipher(path: string, options: Database.Options): CipherDatabase {
  const sqlite = new (cipherDriver(path))(path, options)
  // The format of SQLCipher 4: AES-256, a MAC for every page, a slow key. Other programs read it too.
  sqlite.pragma(`cipher = 'sqlcipher'`)
  sqlite.pragma('legacy = 4')
  return sqlite
}

/** What a passphrase is to the driver: the same characters are the same bytes, however a keyboard composes them. */
export const keyBytes = (passphrase: string): Buffer => Buffer.from(passphrase.normalize('NFC'), 'utf8')

type CipherDriver = new (path: string, options: Database.Options) => CipherDatabase

/** Loaded by the first encrypted book only. */
function cipherDriver(path: string): CipherDriver {
  try {
    return createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as CipherDriver
  } catch (cause) {
    throw new KehuError('store', 'cipher-missing', { path }, cause)
  }
}

/** Both drivers have an error class of their own. */
export const isSqliteError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && /^SQLITE_/.test((error as { code?: unknown }).code as string)

/**
 * Whether a file that is no plain database may be an encrypted one: whole pages of bytes without any pattern.
 *
 * Not to be asked while this process has the file open with SQLite: closing the handle would give up its locks.
 */
export function looksEncrypted(path: string): boolean {
  const PAGE = 4096
  const size = statSync(path).size
  if (size === 0 || size % PAGE !== 0) return false
  const bytes = Buffer.alloc(PAGE)
  const handle = openSync(path, 'r')
  try {
    readSync(handle, bytes, 0, PAGE, 0)
  } finally {
    closeSync(handle)
  }
  // 4096 random bytes show all but a few of the 256 values; text, tables and archives far fewer in their first page.
  return new Set(bytes).size > 240
}
