import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KEHU, kehu } from '../support/kehu.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-kill-'))
const data = join(dir, 'data')

beforeAll(() => {
  const run = spawnSync(process.execPath, [
    resolve('fixtures/generator/gen-customers.mjs'),
    '--rows',
    '12000',
    '--out',
    data,
    '--purchases',
    '0',
    '--interactions',
    '0',
  ])
  expect(run.status).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Rows of every table and the state of the file itself. */
function stateOf(path: string): unknown {
  const db = new Database(path)
  try {
    const tables = db
      .prepare(`select name from sqlite_master where type = 'table' order by name`)
      .pluck()
      .all() as string[]
    const counts = tables.map((table) => [table, db.prepare(`select count(*) from "${table}"`).pluck().get()])
    const indexes = db.prepare(`select count(*) from sqlite_master where type = 'index'`).pluck().get()
    return { check: db.pragma('integrity_check', { simple: true }), counts, indexes }
  } finally {
    db.close()
  }
}

/** Starts an import and kills it without warning after so many milliseconds; true when it was still running. */
function killImport(cwd: string, after: number): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [KEHU, 'import', join(data, 'customers.csv'), '-q'], { cwd, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), after)
    child.on('exit', (_code, signal) => {
      clearTimeout(timer)
      done(signal === 'SIGKILL')
    })
  })
}

describe('kill -9 in the middle of an import', () => {
  it.each([
    ['into an empty book', false],
    ['into a book with customers', true],
  ])('%s leaves the book as it was, and the import can be run again', async (_where, filled) => {
    const cwd = mkdtempSync(join(dir, 'book-'))
    kehu(cwd, ['init', '-q'])
    if (filled) {
      writeFileSync(join(cwd, 'first.csv'), '姓名,手机\n张伟,13900000001\n李娜,13900000003\n')
      expect(kehu(cwd, ['import', 'first.csv', '-q']).status).toBe(0)
    }
    const before = stateOf(join(cwd, 'kehu.db'))
    let killed = 0
    for (const after of [150, 300, 500, 700, 900, 1200]) {
      if (!(await killImport(cwd, after))) break
      killed++
      expect(stateOf(join(cwd, 'kehu.db'))).toEqual(before)
    }
    expect(killed).toBeGreaterThan(0)
    const again = kehu(cwd, ['import', join(data, 'customers.csv')])
    if (again.stderr.includes('imported before')) return
    expect([0, 3]).toContain(again.status)
    expect(again.stdout).toMatch(/12001 rows/)
  })
})

describe('a disk that is full', () => {
  it('leaves no half report behind', () => {
    const cwd = mkdtempSync(join(dir, 'full-'))
    kehu(cwd, ['init', '-q'])
    writeFileSync(join(cwd, 'first.csv'), '姓名,手机\n张伟,13900000001\n')
    kehu(cwd, ['import', 'first.csv', '-q'])
    const run = kehu(cwd, ['report', 'weekly', '-o', '/dev/full'])
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/\[disk-full\]/)
  })

  it('leaves the book as it was when an import no longer fits', (context) => {
    const cwd = mkdtempSync(join(dir, 'tight-'))
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', cwd])
    if (mounted.status !== 0) context.skip('needs the right to mount a small tmpfs')
    try {
      kehu(cwd, ['init', '-q'])
      const before = stateOf(join(cwd, 'kehu.db'))
      const run = kehu(cwd, ['import', join(data, 'customers.csv')])
      expect(run.status).toBe(1)
      expect(run.stderr).toMatch(/^kehu: .*\[disk-full\]$/m)
      expect(run.stderr).not.toMatch(/ {4}at /)
      expect(stateOf(join(cwd, 'kehu.db'))).toEqual(before)
    } finally {
      spawnSync('umount', [cwd])
    }
  })
})
