import { dirname, resolve } from 'node:path'
import { readManifest } from '../../files/backup/folder.ts'
import { type Packed, unpackBackup } from '../../files/backup/pack.ts'
import { nameBeside } from '../../files/half-files.ts'
import { removeLeftovers } from '../../files/leftovers.ts'
import { ensureFolder, fileExists } from '../../files/places.ts'
import { putInPlace, removeDatabase, setAside } from '../../files/put-in-place.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { KehuError } from '../../model/errors.ts'
import { logAccess } from '../../store/access-log.ts'
import { closeBook, openBook } from '../../store/book.ts'
import { openAlone } from '../../store/care/alone.ts'
import { bookFacts, examineSnapshot, isKnownVersion, type SnapshotFacts } from '../../store/care/snapshot.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { openWithPassphrase, withPassphrase } from '../passphrase.ts'
import type { RestoreFlags } from '../restore.ts'
import { askedKey, keyOf } from './age-flags.ts'

const HALF_FILES_MS = 24 * 3600 * 1000

/** A backup that lies unpacked and checked beside the book. */
interface Ready {
  readonly beside: string
  readonly facts: SnapshotFacts
  readonly passphrase: string | undefined
}

/** The book that is there now: what it holds, or that it can't be read. */
type Present =
  | { readonly facts: SnapshotFacts; readonly passphrase: string | undefined }
  | { readonly unreadable: string }

/** Puts a backup in the book's place after it has been checked; the book that was there is kept beside it. */
export async function runRestore(ctx: Context, file: string, flags: RestoreFlags): Promise<void> {
  const { path } = ctx.findBook()
  ensureFolder(dirname(path))
  removeLeftovers(dirname(path), { now: Date.parse(ctx.now()), olderThan: HALF_FILES_MS })
  const beside = nameBeside(path)
  try {
    const ready = await unpack(ctx, resolve(ctx.cwd, file), beside, flags)
    const now = fileExists(path) ? await presentBook(ctx, path) : undefined
    const value = { file, backup: ready.facts, book: now === undefined ? null : 'facts' in now ? now.facts : now }
    if (flags.dryRun) {
      showValue(ctx, { ...value, dryRun: true }, () => `${preview(ctx, ready.facts, now)}\n`)
      return ctx.finish('done')
    }
    if (now !== undefined) await agree(ctx, ready.facts, now, flags)
    const kept = now === undefined ? undefined : keptName(path, ctx.now())
    replace(path, ready, { now, kept })
    noteRestore(ctx, path, file, ready)
    showValue(ctx, { ...value, dryRun: false, kept: kept ?? null }, () =>
      ctx.io.quiet ? '' : `${ctx.say('restore-done', { file, customers: ready.facts.customers })}\n`,
    )
    if (kept !== undefined) note(ctx, ctx.say('restore-kept', { path: kept }))
  } finally {
    removeDatabase(beside)
  }
  ctx.finish('done')
}

/** Unpacks and checks a backup. @throws {KehuError} `backup-damaged`, `backup-locked`, `backup-key-wrong`, `book-newer` */
async function unpack(ctx: Context, file: string, beside: string, flags: RestoreFlags): Promise<Ready> {
  const write = (key = keyOf(ctx, flags)): Promise<Packed> =>
    writeWholeFile(beside, (sink) => unpackBackup(file, key, sink), { mode: 0o600, raw: true })
  const found = await write().catch(async (error: unknown) => {
    if (!(error instanceof KehuError) || error.code !== 'backup-locked' || ctx.askSecret === null) throw error
    return write(await askedKey(ctx, file))
  })
  const told = readManifest(file)
  const isTold =
    told === undefined ||
    (told.sha256 === found.sha256 && (told.content === undefined || told.content.sha256 === found.content.sha256))
  if (!isTold) throw new KehuError('input', 'backup-damaged', { file })
  return withPassphrase(ctx, file, (passphrase) => {
    const { ok, facts } = examine(beside, file, { passphrase, thorough: told?.content === undefined })
    if (!ok) throw new KehuError('input', 'backup-damaged', { file })
    if (!isKnownVersion(facts.version))
      throw new KehuError('store', 'book-newer', { path: file, version: facts.version, known: '' })
    return { beside, facts, passphrase }
  })
}

/** What stands in the way is told of the backup, not of the file it was unpacked into. */
function examine(beside: string, file: string, how: Parameters<typeof examineSnapshot>[1]) {
  try {
    return examineSnapshot(beside, how)
  } catch (error) {
    if (!(error instanceof KehuError)) throw error
    const isBroken = error.code === 'book-damaged' || error.code === 'book-not-a-book'
    if (isBroken) throw new KehuError('input', 'backup-damaged', { file }, error)
    throw new KehuError(error.kind, error.code, { ...error.params, path: file }, error)
  }
}

async function presentBook(ctx: Context, path: string): Promise<Present> {
  try {
    const book = await openWithPassphrase(ctx, path)
    try {
      return { facts: bookFacts(book), passphrase: book.passphrase }
    } finally {
      closeBook(book)
    }
  } catch (error) {
    // A book that is broken, or whose passphrase is lost, is what backups are for.
    const codes = ['book-damaged', 'book-not-a-book', 'book-encrypted', 'passphrase-wrong', 'book-io']
    if (error instanceof KehuError && codes.includes(error.code)) return { unreadable: error.code }
    throw error
  }
}

/** A newer book, or one that can't be read, is never replaced without a word. @throws {KehuError} `restore-older`, `restore-unreadable`, `cancelled` */
async function agree(ctx: Context, facts: SnapshotFacts, now: Present, { force }: RestoreFlags): Promise<void> {
  const behind = 'facts' in now ? now.facts.lastOperation - facts.lastOperation : 0
  const isOther = 'facts' in now && behind === 0 && now.facts.lastDigest !== facts.lastDigest
  if ((behind <= 0 && !isOther && 'facts' in now) || force || ctx.yes) return
  if (ctx.ask === null)
    throw 'facts' in now
      ? new KehuError('refused', 'restore-older', { behind })
      : new KehuError('refused', 'restore-unreadable', { path: ctx.findBook().path })
  note(ctx, preview(ctx, facts, now))
  const message = 'facts' in now ? ctx.say('restore-ask', { behind }) : ctx.say('restore-ask-unreadable')
  const answer = await ctx.ask.yesNo({ message, initial: false })
  if (answer.kind !== 'answer' || !answer.value) throw new KehuError('cancelled', 'cancelled')
}

/** Nobody else has the book open while it is replaced. @throws {KehuError} `book-in-use`, `restore-changed` */
function replace(
  path: string,
  { beside }: Ready,
  { now, kept }: { readonly now: Present | undefined; readonly kept: string | undefined },
): void {
  if (now === undefined || kept === undefined || 'unreadable' in now) {
    if (kept !== undefined) setAside(path, kept)
    putInPlace(beside, path)
    return
  }
  const alone = openAlone(path, { passphrase: now.passphrase })
  try {
    if (bookFacts(alone).lastDigest !== now.facts.lastDigest) throw new KehuError('store', 'restore-changed', { path })
    putInPlace(beside, path, kept)
  } finally {
    closeBook(alone)
  }
}

/** The restored book knows that it was restored, and from what. */
function noteRestore(ctx: Context, path: string, file: string, { facts, passphrase }: Ready): void {
  const book = openBook(path, { passphrase })
  try {
    const { customers: rows } = facts
    logAccess(book, { at: ctx.now(), staff: ctx.staff, what: `restore ${file}`, filter: null, rows, sha256: null })
  } finally {
    closeBook(book)
  }
}

function preview(ctx: Context, facts: SnapshotFacts, now: Present | undefined): string {
  const line = ({ customers, operations, lastAt }: SnapshotFacts): string =>
    ctx.say('restore-facts', { customers, operations, at: lastAt.slice(0, 16).replace('T', ' ') })
  return [
    `${ctx.say('restore-backup')}${line(facts)}`,
    ...(now === undefined
      ? []
      : [`${ctx.say('restore-book')}${'facts' in now ? line(now.facts) : ctx.say('restore-book-unreadable')}`]),
  ].join('\n')
}

function keptName(path: string, at: string): string {
  const base = `${path}.before-restore-${at.slice(0, 19).replaceAll(/[-:T]/g, '')}`
  for (let n = 0; ; n++) {
    const name = n === 0 ? base : `${base}-${n}`
    if (!fileExists(name)) return name
  }
}
