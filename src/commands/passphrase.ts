import { type PassphraseSource, readPassphrase } from '../files/passphrase.ts'
import { KehuError } from '../model/errors.ts'
import { type Book, type OpenOptions, openBook } from '../store/book.ts'
import type { Context } from './context.ts'
import { note } from './output.ts'

const TRIES = 3
/** Shorter ones are found by trying all of them. */
const LEAST_CHARACTERS = 8

/** What was typed and did open a book is not asked for again in the same run. */
const typedBefore = new WeakMap<object, string>()

/** Opens a book; where it is encrypted, with the passphrase that is told or asked for. */
export async function openWithPassphrase(ctx: Context, path: string, options: OpenOptions = {}): Promise<Book> {
  return withPassphrase(ctx, path, (passphrase) => openBook(path, { ...options, passphrase }))
}

/**
 * Does what may need the passphrase of `path`: without one first, then with the one that is told or typed.
 *
 * @throws {KehuError} `book-encrypted` where none is told and nobody can be asked, `passphrase-wrong`, `cancelled`
 */
export async function withPassphrase<T>(
  ctx: Context,
  path: string,
  act: (passphrase: string | undefined) => T | Promise<T>,
): Promise<T> {
  try {
    return await act(undefined)
  } catch (error) {
    if (!isCode(error, 'book-encrypted')) throw error
    const told = readPassphrase(ctx.passphraseFrom)
    if (told !== undefined) return act(told)
    if (ctx.askSecret === null) throw error
  }
  const before = typedBefore.get(ctx.passphraseFrom)
  if (before !== undefined)
    try {
      return await act(before)
    } catch (error) {
      if (!isCode(error, 'passphrase-wrong')) throw error
    }
  for (let tries = 1; ; tries++) {
    const typed = await askPassphrase(ctx, ctx.say('passphrase-ask', { path }))
    try {
      const result = await act(typed)
      typedBefore.set(ctx.passphraseFrom, typed)
      return result
    } catch (error) {
      if (!isCode(error, 'passphrase-wrong') || tries === TRIES) throw error
      note(ctx, ctx.say('passphrase-again'))
    }
  }
}

/**
 * A passphrase that is to be set: told by a file or command, or typed twice.
 *
 * @throws {KehuError} `passphrase-needed`, `passphrase-short`, `passphrase-differs`, `cancelled`
 */
export async function newPassphrase(ctx: Context, source: PassphraseSource, flags: string): Promise<string> {
  const told = readPassphrase(source)
  if (told === undefined && ctx.askSecret === null) throw new KehuError('password', 'passphrase-needed', { flags })
  const passphrase = told ?? (await askPassphrase(ctx, ctx.say('passphrase-new')))
  if ([...passphrase].length < LEAST_CHARACTERS)
    throw new KehuError('password', 'passphrase-short', { least: LEAST_CHARACTERS })
  if (told === undefined && (await askPassphrase(ctx, ctx.say('passphrase-repeat'))) !== passphrase)
    throw new KehuError('password', 'passphrase-differs')
  return passphrase
}

/** Asks for a passphrase without showing it. @throws {KehuError} `cancelled` */
export async function askPassphrase(ctx: Context, message: string): Promise<string> {
  const typed = await ctx.askSecret!(message)
  if (typed === null) throw new KehuError('cancelled', 'cancelled')
  return typed
}

const isCode = (error: unknown, code: string): boolean => error instanceof KehuError && error.code === code
