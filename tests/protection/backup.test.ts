import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBook, openBook } from '../../src/store/book.ts'
import { freezeBook } from '../../src/store/care/snapshot.ts'
import { KEHU, kehu } from '../support/kehu.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-backup-'))
const book = join(dir, 'kehu.db')
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const backupsIn = (folder: string): string[] =>
  readdirSync(join(dir, folder))
    .filter((name) => /\.gz(\.age)?$/.test(name))
    .map((name) => join(folder, name))

/** Every row of every table, but the log of who took what, as one text. */
function contentOf(path: string): string {
  const db = new Database(path)
  try {
    const tables = db.prepare(
      `select name from sqlite_master where type = 'table' and name <> 'access_log' order by name`,
    )
    return (tables.pluck().all() as string[])
      .map((name) => `${name} ${JSON.stringify(db.prepare(`select * from "${name}"`).all())}`)
      .join('\n')
  } finally {
    db.close()
  }
}

beforeAll(() => {
  kehu(dir, ['init', '-q'])
  writeFileSync(join(dir, 'a.csv'), '姓名,手机\n张伟,13900000001\n李娜,13900000003\n')
  kehu(dir, ['import', 'a.csv', '-q'])
})

describe('a backup', () => {
  it('is a gzip file any program reads, for its owner only, with its digests beside it', () => {
    const before = contentOf(book)
    expect(kehu(dir, ['backup', '--to', 'plain', '-q']).status).toBe(0)
    const [path = ''] = backupsIn('plain')
    expect(statSync(join(dir, path)).mode & 0o777).toBe(0o600)
    writeFileSync(join(dir, 'out.db'), gunzipSync(readFileSync(join(dir, path))))
    expect(contentOf(join(dir, 'out.db'))).toBe(before)
    const manifest = JSON.parse(readFileSync(join(dir, `${path}.json`), 'utf8'))
    expect(manifest).toMatchObject({ book: 'kehu.db', facts: { customers: 2 }, content: { bytes: expect.any(Number) } })
  })

  it.each([
    ['another program has packed', (bytes: Buffer) => gzipSync(gunzipSync(bytes))],
    ['is not packed at all', (bytes: Buffer) => gunzipSync(bytes)],
  ])('that %s is restored as well', (_what, change) => {
    const [path = ''] = backupsIn('plain')
    writeFileSync(join(dir, 'foreign.gz'), change(readFileSync(join(dir, path))))
    const run = kehu(dir, ['restore', 'foreign.gz', '-n', '--json'])
    expect([run.status, JSON.parse(run.stdout)]).toMatchObject([0, { backup: { customers: 2 } }])
  })

  it.each([
    ['cut short', (path: string) => truncateSync(path, statSync(path).size - 9), 1, 'backup-damaged'],
    ['with rubbish behind it', (path: string) => appendFileSync(path, 'rubbish'), 1, 'backup-damaged'],
    ['that is something else', (path: string) => writeFileSync(path, '姓名,手机\n'), 1, 'backup-damaged'],
    ['that is empty', (path: string) => writeFileSync(path, ''), 1, 'backup-damaged'],
    [
      'that unpacks to something else',
      (path: string) => writeFileSync(path, gzipSync('x'.repeat(99_999))),
      1,
      'backup-damaged',
    ],
    ['that is not there', (path: string) => rmSync(path), 1, 'file-missing'],
  ])('%s is refused, and the book stays as it is', (_what, harm, status, code) => {
    const before = readFileSync(book)
    const path = join(dir, 'harmed.db.gz')
    writeFileSync(path, readFileSync(join(dir, backupsIn('plain')[0]!)))
    harm(path)
    const run = kehu(dir, ['restore', 'harmed.db.gz', '--force'])
    expect([run.status, run.stderr]).toEqual([status, expect.stringContaining(`[${code}]`)])
    expect(readFileSync(book)).toEqual(before)
    expect(readdirSync(dir).filter((name) => name.startsWith('.kehu-'))).toEqual([])
  })

  it('takes the place of a book that is broken, which is kept', () => {
    const cwd = mkdtempSync(join(dir, 'broken-'))
    writeFileSync(join(cwd, 'kehu.db'), readFileSync(book))
    const bytes = readFileSync(join(cwd, 'kehu.db'))
    bytes.fill(7, 20, 4096)
    writeFileSync(join(cwd, 'kehu.db'), bytes)
    const file = join('..', backupsIn('plain')[0]!)
    expect(kehu(cwd, ['restore', file])).toMatchObject({
      status: 8,
      stderr: expect.stringContaining('[restore-unreadable]'),
    })
    expect(kehu(cwd, ['restore', file, '--force']).status).toBe(0)
    expect(kehu(cwd, ['doctor']).status).toBe(0)
    const [kept = ''] = readdirSync(cwd).filter((name) => name.includes('before-restore'))
    expect(readFileSync(join(cwd, kept))).toEqual(bytes)
  })
})

describe('a backup encrypted with age', () => {
  it('for a recipient is read back, shows nothing, and is opened with the key only', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const identity = await generateX25519Identity()
    writeFileSync(join(dir, 'key'), `# a key\n${identity}\n`)
    writeFileSync(join(dir, 'other-key'), `${await generateX25519Identity()}\n`)
    const recipient = await identityToRecipient(identity)
    expect(kehu(dir, ['backup', '--to', 'locked', '--recipient', recipient, '-q']).status).toBe(0)
    const [path = ''] = backupsIn('locked')
    expect(path).toMatch(/\.db\.gz\.age$/)
    const open = (...flags: string[]) => kehu(dir, ['restore', path, '-n', ...flags])
    expect(open()).toMatchObject({ status: 9, stderr: expect.stringContaining('[backup-locked]') })
    expect(open('--identity', 'other-key')).toMatchObject({
      status: 9,
      stderr: expect.stringContaining('[backup-key-wrong]'),
    })
    expect(open('--identity', 'a.csv')).toMatchObject({
      status: 9,
      stderr: expect.stringContaining('[identity-unreadable]'),
    })
    expect(open('--identity', 'key').status).toBe(0)
  })

  it('with a passphrase is opened with it only', () => {
    writeFileSync(join(dir, 'pw'), '备份用的另一句口令\n')
    writeFileSync(join(dir, 'no'), '不是这一句\n')
    expect(kehu(dir, ['backup', '--to', 'phrase', '--age-passphrase-file', 'pw', '-q']).status).toBe(0)
    const [path = ''] = backupsIn('phrase')
    expect(kehu(dir, ['restore', path, '-n', '--age-passphrase-file', 'no'])).toMatchObject({ status: 9 })
    expect(kehu(dir, ['restore', path, '-n', '--age-passphrase-file', 'pw']).status).toBe(0)
  })

  it.each([
    ['a word that is no key', ['--recipient', 'age1nonsense'], 'recipient-wrong'],
    ['a key and a passphrase at once', ['--recipient', 'age1nonsense', '--encrypt'], 'backup-one-lock'],
    ['a passphrase nobody can be asked for', ['--encrypt'], 'passphrase-needed'],
  ])('is refused for %s', (_what, flags, code) => {
    expect(kehu(dir, ['backup', '--to', 'refused', ...flags]).stderr).toContain(`[${code}]`)
    expect(existsSync(join(dir, 'refused'))).toBe(false)
  })

  it('is the same to the age program, both ways', (context) => {
    if (spawnSync('age', ['--version']).error !== undefined) return context.skip('skipped: needs age')
    spawnSync('age-keygen', ['-o', 'their-key'], { cwd: dir })
    const recipient = /age1\w+/.exec(readFileSync(join(dir, 'their-key'), 'utf8'))![0]
    expect(kehu(dir, ['backup', '--to', 'theirs', '--recipient', recipient, '-q']).status).toBe(0)
    const [ours = ''] = backupsIn('theirs')
    const opened = spawnSync('age', ['-d', '-i', 'their-key', ours], { cwd: dir, maxBuffer: 1 << 28 })
    expect(opened.status).toBe(0)
    const plain = gunzipSync(opened.stdout)
    expect(plain.subarray(0, 15).toString()).toBe('SQLite format 3')
    spawnSync('age', ['-r', recipient, '-o', 'by-age.db.gz.age'], { cwd: dir, input: gzipSync(plain) })
    expect(kehu(dir, ['restore', 'by-age.db.gz.age', '-n', '--identity', 'their-key']).status).toBe(0)
  })
})

describe('a backup while others write', () => {
  it('is the book of one moment, and writers are not kept waiting', async () => {
    const cwd = mkdtempSync(join(dir, 'busy-'))
    kehu(cwd, ['init', '-q'])
    const path = join(cwd, 'kehu.db')
    // Each write moves one unit from one half of a pair to the other: at any moment the sum is the same.
    const setUp = new Database(path)
    setUp.exec('create table purse (id integer primary key, amount integer, filler text)')
    setUp.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
      insert into purse (amount, filler) select 1000, hex(randomblob(100)) from n`)
    setUp.close()
    const writer = `
      const db = new (require('better-sqlite3'))(${JSON.stringify(path)}, { timeout: 20000 })
      const move = db.transaction((a, b) => {
        db.prepare('update purse set amount = amount - 1, filler = hex(randomblob(100)) where id = ?').run(a)
        db.prepare('update purse set amount = amount + 1 where id = ?').run(b)
      })
      let n = 0
      process.on('SIGTERM', () => { console.log(n); process.exit(0) })
      const step = () => { for (let i = 0; i < 20; i++, n++) move.immediate(1 + (n * 7919) % 20000, 1 + (n * 104729 + 13) % 20000); setImmediate(step) }
      step()`
    const writers = [1, 2, 3].map(() =>
      spawn(process.execPath, ['-e', writer], { stdio: ['ignore', 'pipe', 'inherit'] }),
    )
    const written = writers.map(
      (child) => new Promise<number>((done) => child.stdout.on('data', (text) => done(Number(text)))),
    )
    for (let n = 0; n < 4; n++) {
      const run = spawnSync(process.execPath, [KEHU, 'backup', '--to', `b${n}`, '-q'], { cwd, encoding: 'utf8' })
      expect([run.status, run.stderr]).toEqual([0, ''])
    }
    for (const child of writers) child.kill('SIGTERM')
    expect(Math.min(...(await Promise.all(written)))).toBeGreaterThan(100)
    for (let n = 0; n < 4; n++) {
      const [name = ''] = readdirSync(join(cwd, `b${n}`)).filter((one) => one.endsWith('.gz'))
      const out = join(cwd, `out${n}.db`)
      writeFileSync(out, gunzipSync(readFileSync(join(cwd, `b${n}`, name))))
      const db = new Database(out)
      expect(db.prepare('select sum(amount) from purse').pluck().get()).toBe(20_000_000)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    }
  })

  it('reads a file that does not change, whatever is written and folded meanwhile', () => {
    const path = join(dir, 'still.db')
    const one = openBook(path, { create: true })
    const other = openBook(path)
    const frozen = freezeBook(one)
    const before = readFileSync(path)
    other.sqlite.exec('create table t (a text)')
    const insert = other.sqlite.prepare('insert into t values (hex(randomblob(1000)))')
    for (let n = 0; n < 3000; n++) insert.run()
    other.sqlite.pragma('wal_checkpoint(passive)')
    expect(readFileSync(path).subarray(0, frozen.size)).toEqual(before.subarray(0, frozen.size))
    expect(frozen.check()).toBe(true)
    frozen.release()
    other.sqlite.pragma('wal_checkpoint(passive)')
    expect(readFileSync(path).equals(before)).toBe(false)
    closeBook(other)
    closeBook(one)
  })
})
