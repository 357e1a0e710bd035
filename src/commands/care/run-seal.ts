import { dirname, resolve } from 'node:path'
import { nameBeside } from '../../files/half-files.ts'
import { removeLeftovers } from '../../files/leftovers.ts'
import { copiesBeside, makePrivateFile, putInPlace, removeDatabase, settleFile } from '../../files/put-in-place.ts'
import { KehuError } from '../../model/errors.ts'
import { logAccess } from '../../store/access-log.ts'
import { closeBook, openBook } from '../../store/book.ts'
import { openAlone } from '../../store/care/alone.ts'
import { copySealed } from '../../store/care/sealed-copy.ts'
import { bookFacts } from '../../store/care/snapshot.ts'
import type { Context } from '../context.ts'
import type { RekeyFlags } from '../encrypt.ts'
import { note, showValue } from '../output.ts'
import { newPassphrase, openWithPassphrase } from '../passphrase.ts'

const HALF_FILES_MS = 24 * 3600 * 1000

type What = 'encrypt' | 'decrypt' | 'rekey'

/** Encrypts the book through a copy that was held against it; what a lost passphrase means is said before. */
export async function runEncrypt(ctx: Context): Promise<void> {
  const { path } = ctx.findBook()
  try {
    closeBook(openBook(path))
  } catch (error) {
    if (!(error instanceof KehuError) || error.code !== 'book-encrypted') throw error
    throw new KehuError('usage', 'book-encrypted-already', { path })
  }
  note(ctx, ctx.say('encrypt-lost'))
  if (!ctx.yes && ctx.ask === null) throw new KehuError('refused', 'encrypt-not-agreed')
  const fresh = await newPassphrase(ctx, ctx.passphraseFrom, '--passphrase-file, --passphrase-command')
  await agree(ctx)
  seal(ctx, 'encrypt', undefined, fresh)
  warnOfCopies(ctx, path)
}

/** Writes the book in plain again. */
export async function runDecrypt(ctx: Context): Promise<void> {
  const old = await knownPassphrase(ctx)
  seal(ctx, 'decrypt', old, undefined)
}

/** Encrypts the book anew with another passphrase. */
export async function runRekey(ctx: Context, flags: RekeyFlags): Promise<void> {
  const old = await knownPassphrase(ctx)
  const { newPassphraseFile: file, newPassphraseCommand: command } = flags
  const source = { file: file === undefined ? undefined : resolve(ctx.cwd, file), command }
  note(ctx, ctx.say('encrypt-lost'))
  seal(ctx, 'rekey', old, await newPassphrase(ctx, source, '--new-passphrase-file, --new-passphrase-command'))
}

/** @throws {KehuError} `book-plain`, `passphrase-wrong`, `book-encrypted` */
async function knownPassphrase(ctx: Context): Promise<string> {
  const { path } = ctx.findBook()
  const book = await openWithPassphrase(ctx, path)
  closeBook(book)
  if (book.passphrase === undefined) throw new KehuError('usage', 'book-plain', { path })
  return book.passphrase
}

/** @throws {KehuError} `cancelled` */
async function agree(ctx: Context): Promise<void> {
  if (ctx.yes || ctx.ask === null) return
  const answer = await ctx.ask.yesNo({ message: ctx.say('encrypt-ask'), initial: false })
  if (answer.kind !== 'answer' || !answer.value) throw new KehuError('cancelled', 'cancelled')
}

function seal(ctx: Context, what: What, old: string | undefined, fresh: string | undefined): void {
  const { path } = ctx.findBook()
  removeLeftovers(dirname(path), { now: Date.parse(ctx.now()), olderThan: HALF_FILES_MS })
  const beside = nameBeside(path)
  const book = openAlone(path, { passphrase: old, sealing: true })
  try {
    const { customers } = bookFacts(book)
    logAccess(book, { at: ctx.now(), staff: ctx.staff, what, filter: null, rows: customers, sha256: null })
    makePrivateFile(beside)
    if (!copySealed(book, beside, fresh)) throw new KehuError('store', 'copy-differs', { path })
    settleFile(beside)
    putInPlace(beside, path)
    showValue(ctx, { path, encrypted: fresh !== undefined, customers }, () =>
      ctx.io.quiet ? '' : `${ctx.say(`${what}-done`, { path, customers })}\n`,
    )
  } finally {
    removeDatabase(beside)
    closeBook(book)
  }
  ctx.finish('done')
}

/** What was written before the book was encrypted is still as it was. */
function warnOfCopies(ctx: Context, path: string): void {
  const copies = copiesBeside(path)
  if (copies.length > 0) note(ctx, ctx.say('encrypt-copies', { files: copies.join(', ') }))
  note(ctx, ctx.say('encrypt-elsewhere'))
}
