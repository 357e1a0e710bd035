import { basename, dirname, join, resolve } from 'node:path'
import { businessDay, wallClock } from '../../domain/calendar.ts'
import { isoWeek } from '../../domain/period.ts'
import { parseKeep, prunable } from '../../domain/retention/keep.ts'
import {
  copyWhole,
  listBackups,
  packBackup,
  removeBackup,
  removeFile,
  unpackBackup,
  writeManifest,
} from '../../files/backup-file.ts'
import { ensureFolder } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import { examineSnapshot, snapshotTo } from '../../store/care/snapshot.ts'
import { readSettings } from '../../store/settings.ts'
import type { BackupFlags } from '../backup.ts'
import type { Context } from '../context.ts'
import { showListing, showValue } from '../output.ts'

/** Makes a backup while others may write, checks it by reading it back, and lets old ones go by the keep rule. */
export async function runBackup(ctx: Context, flags: BackupFlags): Promise<void> {
  const book = await ctx.openBook()
  const folders = (flags.to.length > 0 ? flags.to : [join(dirname(book.path), 'backups')]).map((folder) =>
    resolve(ctx.cwd, folder),
  )
  if (flags.list) return listThem(ctx, folders)
  const rule = parseKeep(flags.keep)
  if (rule === null)
    throw new KehuError('usage', 'flag-bad-value', {
      flag: '--keep',
      value: flags.keep,
      expected: 'daily=7,weekly=4,monthly=12',
    })
  const { time_zone: zone } = readSettings(book)
  const at = ctx.now()
  const name = `kehu-${wallClock(at, zone).replaceAll(/[-:]/g, '').replace(' ', '-')}-${at.slice(17, 19)}.db.gz`
  const [first = '', ...others] = folders
  ensureFolder(first)
  const snapshot = join(first, `.${name}.snapshot`)
  const path = join(first, name)
  try {
    removeFile(snapshot)
    snapshotTo(book, snapshot)
    const { sha256, bytes } = await packBackup(snapshot, path)
    const { ok, facts } = examineSnapshot(unpackBackup(path), path)
    if (!ok) throw new KehuError('store', 'backup-damaged', { file: path })
    await writeManifest(path, { book: basename(book.path), at, sha256, bytes, facts: { ...facts } })
    for (const folder of others) {
      ensureFolder(folder)
      copyWhole(path, join(folder, name))
      await writeManifest(join(folder, name), { book: basename(book.path), at, sha256, bytes, facts: { ...facts } })
    }
    const gone = folders.flatMap((folder) => prune(folder, rule, zone))
    showValue(
      ctx,
      { path, also: others.map((folder) => join(folder, name)), sha256, bytes, facts, removed: gone },
      () =>
        ctx.io.quiet
          ? ''
          : `${ctx.say('backup-done', { path, megabytes: (bytes / 1e6).toFixed(1), customers: facts.customers })}\n`,
    )
  } finally {
    removeFile(snapshot)
  }
  ctx.finish('done')
}

function prune(folder: string, rule: NonNullable<ReturnType<typeof parseKeep>>, zone: string): string[] {
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
