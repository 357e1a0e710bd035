// npm run bench -- backup [CUSTOMERS]: backup and restore of a large book while five processes write, beside sqlite3 .backup.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { searchSetting } from '../../src/domain/search/setting.ts'
import { closeBook, openBook } from '../../src/store/book.ts'
import { examineBook } from '../../src/store/care/doctor.ts'
import { makeLargeBook } from './large-book.ts'

const KEHU = resolve('bin/kehu.js')
const MOST_TIMES = 3

/** Moves one unit between two rows in each transaction: the sum is the same at any moment. */
const writer = (path: string): string => `
  const db = new (require('better-sqlite3'))(${JSON.stringify(path)}, { timeout: 60000 })
  const move = db.transaction((a, b) => {
    db.prepare('update bench_purse set amount = amount - 1 where id = ?').run(a)
    db.prepare('update bench_purse set amount = amount + 1 where id = ?').run(b)
    db.prepare("update party set remark = hex(randomblob(20)) where id = ?").run(a)
  })
  let n = process.pid
  const step = () => { move.immediate(1 + (n * 7919) % 1000, 1 + (n * 104729 + 13) % 1000); n++; setTimeout(step, 2) }
  process.on('SIGTERM', () => process.exit(0))
  step()`

function seconds(
  command: string,
  args: readonly string[],
  cwd: string,
  limit = 600,
): { wall: number; status: number | null } {
  const start = performance.now()
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: limit * 1000 })
  if (status !== 0 && status !== null)
    console.log(`  ${command} ${args.join(' ').slice(0, 80)}: ${status} ${stderr.slice(0, 400)}`)
  return { wall: (performance.now() - start) / 1000, status }
}

export async function bench(args: string[]): Promise<void> {
  const customers = Number(args[0] ?? 1_000_000)
  const home = mkdtempSync(join(tmpdir(), 'kehu-backup-'))
  const path = join(home, 'kehu.db')
  const met: boolean[] = []
  const goal = (name: string, isMet: boolean): void => {
    met.push(isMet)
    console.log(`  ${isMet ? 'met ' : 'FAIL'}  ${name}`)
  }
  try {
    makeLargeBook(path, { customers, deals: customers / 2, interactions: customers / 2 })
    prepare(path)
    console.log(`${customers} customers, ${(statSync(path).size / 1e6).toFixed(0)} MB`)
    const floor = Math.min(
      ...[1, 2].map(() => seconds('sqlite3', [path, `.backup ${join(home, 'floor.db')}`], home).wall),
    )
    const quiet = seconds(process.execPath, [KEHU, 'backup', '--to', 'quiet', '-q'], home)
    console.log(
      `nobody writes: sqlite3 .backup ${floor.toFixed(1)} s, kehu backup ${quiet.wall.toFixed(1)} s (${(quiet.wall / floor).toFixed(1)} times)`,
    )
    const writers = [1, 2, 3, 4, 5].map(() => spawn(process.execPath, ['-e', writer(path)], { stdio: 'ignore' }))
    const busy = seconds(process.execPath, [KEHU, 'backup', '--to', 'busy', '-q'], home)
    const busyFloor = seconds('sqlite3', [path, `.backup ${join(home, 'busy-floor.db')}`], home, 120)
    for (const child of writers) child.kill('SIGTERM')
    const floorWords =
      busyFloor.status === 0
        ? `${busyFloor.wall.toFixed(1)} s`
        : `not done after ${busyFloor.wall.toFixed(0)} s: it begins again with every write`
    console.log(`five write: sqlite3 .backup ${floorWords}, kehu backup ${busy.wall.toFixed(1)} s`)
    goal(
      `backup, read back and checked, within ${MOST_TIMES} times sqlite3 .backup while nobody writes`,
      quiet.wall <= MOST_TIMES * floor,
    )
    goal(
      `and within ${MOST_TIMES} times its time while five write`,
      busy.status === 0 && busy.wall <= MOST_TIMES * busyFloor.wall,
    )
    restored(home, goal)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  console.log(`\nmet ${met.filter(Boolean).length} of ${met.length}`)
}

function prepare(path: string): void {
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  db.exec(`create table bench_purse (id integer primary key, amount integer);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) insert into bench_purse select i, 1000 from n`)
  db.close()
}

function restored(home: string, goal: (name: string, isMet: boolean) => void): void {
  const name = readdirSync(join(home, 'busy')).find((one) => one.endsWith('.gz'))!
  const elsewhere = join(home, 'restored', 'kehu.db')
  const run = seconds(process.execPath, [KEHU, '--db', elsewhere, 'restore', join(home, 'busy', name), '-q'], home)
  console.log(`restore ${run.wall.toFixed(1)} s`)
  goal('the backup made while five wrote is restored', run.status === 0 && existsSync(elsewhere))
  const copy = join(home, 'seen.db')
  copyFileSync(elsewhere, copy)
  const db = new Database(copy)
  const sum = db.prepare('select sum(amount) from bench_purse').pluck().get()
  db.close()
  goal('it is the book of one moment', sum === 1_000_000)
  const book = openBook(elsewhere)
  // The operations of a generated book were never sealed.
  const bad = examineBook(book, searchSetting).filter(({ ok, check }) => !ok && check !== 'chain' && check !== 'space')
  closeBook(book)
  for (const { check, detail } of bad) console.log(`  doctor: ${check} ${detail}`)
  goal('and passes doctor', bad.length === 0)
}
