import { dirname, join, resolve } from 'node:path'
import { moveFile, removeFile, unpackBackup } from '../../files/backup-file.ts'
import { ensureFolder, fileExists } from '../../files/places.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { KehuError } from '../../model/errors.ts'
import { closeBook, openBook } from '../../store/book.ts'
import { bookFacts, examineSnapshot, foldLog, isKnownVersion, type SnapshotFacts } from '../../store/care/snapshot.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import type { RestoreFlags } from '../restore.ts'

/** Puts a backup in the book's place after it has been checked in memory; the book that was there is kept beside it. */
export async function runRestore(ctx: Context, file: string, flags: RestoreFlags): Promise<void> {
  const path = ctx.findBook().path
  const bytes = unpackBackup(resolve(ctx.cwd, file))
  const { ok, facts } = examineSnapshot(bytes, file)
  if (!ok) throw new KehuError('input', 'backup-damaged', { file })
  if (!isKnownVersion(facts.version))
    throw new KehuError('store', 'book-newer', { path: file, version: facts.version, known: '' })
  const now = fileExists(path) ? factsNow(path) : undefined
  const value = { file, backup: facts, book: now ?? null, dryRun: flags.dryRun }
  if (flags.dryRun) {
    showValue(ctx, value, () => `${preview(ctx, facts, now)}\n`)
    return ctx.finish('done')
  }
  if (now !== undefined && now.lastOperation > facts.lastOperation) await agree(ctx, facts, now, flags)
  ensureFolder(dirname(path))
  const kept = now === undefined ? undefined : keptName(path, ctx.now())
  const at = ctx.now()
  const beside = join(dirname(path), `.restore-${at.slice(0, 19).replaceAll(/[-:T]/g, '')}.db`)
  try {
    await writeWholeFile(beside, async (sink) => sink(bytes))
    if (kept !== undefined) moveFile(path, kept)
    for (const tail of ['-wal', '-shm']) removeFile(`${path}${tail}`)
    moveFile(beside, path)
  } finally {
    removeFile(beside)
  }
  showValue(
    ctx,
    { ...value, kept: kept ?? null },
    () => `${ctx.say('restore-done', { file, customers: facts.customers })}\n`,
  )
  if (kept !== undefined) note(ctx, ctx.say('restore-kept', { path: kept }))
  ctx.finish('done')
}

/** A newer book is never replaced without a word. @throws {KehuError} `restore-older`, `cancelled` */
async function agree(ctx: Context, facts: SnapshotFacts, now: SnapshotFacts, { force }: RestoreFlags): Promise<void> {
  const behind = now.lastOperation - facts.lastOperation
  if (force || ctx.yes) return
  if (ctx.ask === null) throw new KehuError('refused', 'restore-older', { behind })
  note(ctx, preview(ctx, facts, now))
  const answer = await ctx.ask.yesNo({ message: ctx.say('restore-ask', { behind }), initial: false })
  if (answer.kind !== 'answer' || !answer.value) throw new KehuError('cancelled', 'cancelled')
}

function factsNow(path: string): SnapshotFacts {
  const book = openBook(path)
  try {
    foldLog(book)
    return bookFacts(book)
  } finally {
    closeBook(book)
  }
}

function preview(ctx: Context, facts: SnapshotFacts, now: SnapshotFacts | undefined): string {
  const line = ({ customers, operations, lastAt }: SnapshotFacts): string =>
    ctx.say('restore-facts', { customers, operations, at: lastAt.slice(0, 16).replace('T', ' ') })
  return [
    `${ctx.say('restore-backup')}${line(facts)}`,
    ...(now === undefined ? [] : [`${ctx.say('restore-book')}${line(now)}`]),
  ].join('\n')
}

function keptName(path: string, at: string): string {
  const base = `${path}.before-restore-${at.slice(0, 19).replaceAll(/[-:T]/g, '')}`
  for (let n = 0; ; n++) {
    const name = n === 0 ? base : `${base}-${n}`
    if (!fileExists(name)) return name
  }
}
