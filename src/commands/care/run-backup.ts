import { basename, dirname, join, resolve } from 'node:path'
import { businessDay, wallClock } from '../../domain/calendar.ts'
import { isoWeek } from '../../domain/period.ts'
import { type KeepRule, parseKeep, prunable } from '../../domain/retention/keep.ts'
import type { LockAndKey } from '../../files/backup/age.ts'
import { type BackupManifest, copyWhole, listBackups, removeBackup, writeManifest } from '../../files/backup/folder.ts'
import { packBackup, unpackBackup } from '../../files/backup/pack.ts'
import { removeLeftovers } from '../../files/leftovers.ts'
import { ensureFolder } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { freezeBook } from '../../store/care/snapshot.ts'
import { readSettings } from '../../store/settings.ts'
import type { BackupFlags } from '../backup.ts'
import type { Context } from '../context.ts'
import { showListing, showValue } from '../output.ts'
import { lockOf } from './age-flags.ts'

const HALF_FILES_MS = 24 * 3600 * 1000

/** Makes a backup while others may write, checks it by reading it back, and lets old ones go by the keep rule. */
export async function runBackup(ctx: Context, flags: BackupFlags): Promise<void> {
  const folders = (flags.to.length > 0 ? flags.to : [join(dirname(ctx.findBook().path), 'backups')]).map((folder) =>
    resolve(ctx.cwd, folder),
  )
  if (flags.list) return listThem(ctx, folders)
  const rule = parseKeep(flags.keep)
  if (rule === null) throw keepWrong(flags.keep)
  const book = await ctx.openBook()
  const lock = await lockOf(ctx, flags)
  const { time_zone: zone } = readSettings(book)
  const at = ctx.now()
  const stamp = `${wallClock(at, zone).replaceAll(/[-:]/g, '').replace(' ', '-')}-${at.slice(17, 19)}`
  const name = `kehu-${stamp}.db.gz${lock === undefined ? '' : '.age'}`
  const [first = '', ...others] = folders
  for (const folder of folders) {
    ensureFolder(folder)
    removeLeftovers(folder, { now: Date.parse(at), olderThan: HALF_FILES_MS })
  }
  const path = join(first, name)
  const manifest = { book: basename(book.path), at, ...(await pack(book, path, lock)) }
  await writeManifest(path, manifest)
  for (const folder of others) {
    copyWhole(path, join(folder, name))
    await writeManifest(join(folder, name), manifest)
  }
  const { sha256, bytes, facts } = manifest
  logAccess(book, {
    at,
    staff: ctx.staff,
    what: `backup ${path}`,
    filter: null,
    rows: Number(facts['customers']),
    sha256,
  })
  const removed = folders.flatMap((folder) => prune(folder, rule, zone))
  const also = others.map((folder) => join(folder, name))
  showValue(ctx, { path, also, encrypted: lock !== undefined, sha256, bytes, facts, removed }, () =>
    ctx.io.quiet ? '' : words(ctx, { path, also, removed, bytes, customers: Number(facts['customers']) }),
  )
  ctx.finish('done')
}

const keepWrong = (value: string): KehuError =>
  new KehuError('usage', 'flag-bad-value', { flag: '--keep', value, expected: 'daily=7,weekly=4,monthly=12' })

/** Packs the book of this moment and reads it back. @throws {KehuError} `backup-unsound`, `book-damaged` */
async function pack(
  book: Book,
  path: string,
  lock: LockAndKey | undefined,
): Promise<Omit<BackupManifest, 'book' | 'at'>> {
  const frozen = freezeBook(book)
  try {
    const { sha256, bytes, content } = await packBackup(frozen, path, lock?.lock)
    const back = await unpackBackup(path, lock?.key, () => {})
    if (back.sha256 !== sha256 || back.content.sha256 !== content.sha256) {
      removeBackup(path)
      throw new KehuError('store', 'backup-unsound', { file: path })
    }
    if (!frozen.check()) {
      removeBackup(path)
      throw new KehuError('store', 'book-damaged', { path: book.path, detail: 'quick_check' })
    }
    return { sha256, bytes, content, facts: { ...frozen.facts } }
  } finally {
    frozen.release()
  }
}

interface Done {
  readonly path: string
  readonly also: readonly string[]
  readonly removed: readonly string[]
  readonly bytes: number
  readonly customers: number
}

function words(ctx: Context, { path, also, removed, bytes, customers }: Done): string {
  return [
    ctx.say('backup-done', { path, megabytes: (bytes / 1e6).toFixed(1), customers }),
    ...also.map((second) => ctx.say('backup-also', { path: second })),
    ...(removed.length === 0 ? [] : [ctx.say('backup-removed', { count: removed.length })]),
    '',
  ].join('\n')
}

function prune(folder: string, rule: KeepRule, zone: string): string[] {
  const known = listBackups(folder).flatMap(({ path, manifest }) => {
    if (manifest === undefined) return []
    const day = businessDay(manifest.at, zone)
    const { year, week } = isoWeek(day)
    return [{ name: path, at: manifest.at, day, week: `${year}-W${week}` }]
  })
  const gone = prunable(known, rule)
  for (const path of gone) removeBackup(path)
  return gone
}

function listThem(ctx: Context, folders: readonly string[]): void {
  const { say } = ctx
  const all = folders.flatMap(listBackups)
  showListing(ctx, {
    table: {
      key: 'backups',
      title: say('backup-summary'),
      columns: [
        { key: 'at', title: say('column-at'), type: 'date' },
        { key: 'megabytes', title: 'MB', type: 'number' },
        { key: 'customers', title: say('column-customers'), type: 'integer' },
        { key: 'path', title: say('column-path'), type: 'text' },
      ],
      rows: all.map(({ path, bytes, manifest }) => [
        manifest?.at ?? null,
        Math.round(bytes / 1e5) / 10,
        Number(manifest?.facts['customers'] ?? 0),
        path,
      ]),
      empty: say('backup-none'),
    },
  })
  ctx.finish(all.length === 0 ? 'nothing' : 'done')
}
