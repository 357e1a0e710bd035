import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'

/** Seconds `sqlite3 .import` of the generator's 1,000,000 rows takes on the quiet machine the goals are meant for. */
const QUIET_FLOOR = 3
const kehu = resolve('bin/kehu.js')

interface Measured {
  readonly seconds: number
  /** Peak of the process in MB; 0 where the system can't tell. */
  readonly megabytes: number
}

/** Runs a command and measures wall time and peak memory; its exit code may be any of `ok`. */
function measure(cwd: string, command: readonly string[], ok: readonly number[] = [0]): Measured {
  const script = `
    const { spawnSync } = require('node:child_process')
    const [command, ...args] = JSON.parse(process.argv[1])
    const start = process.hrtime.bigint()
    const run = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 26 })
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    process.stdout.write(JSON.stringify({ seconds, status: run.status, stderr: (run.stderr || '').slice(-400) }))`
  const time = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, '-e', script, JSON.stringify(command)], {
    cwd,
    encoding: 'utf8',
  })
  const run =
    time.error === undefined
      ? time
      : spawnSync(process.execPath, ['-e', script, JSON.stringify(command)], { cwd, encoding: 'utf8' })
  const { seconds, status, stderr } = JSON.parse(run.stdout) as { seconds: number; status: number; stderr: string }
  if (!ok.includes(status)) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`)
  return { seconds, megabytes: time.error === undefined ? Number(time.stderr.trim().split('\n').at(-1)) / 1024 : 0 }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** The main job on ROWS generated customers (100,000 unless told), each step against its goal scaled to this machine. */
export async function bench(args: string[]): Promise<void> {
  const rows = Number(args[0] ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'kehu-speed-'))
  try {
    const data = join(folder, 'data')
    measure(folder, [
      process.execPath,
      resolve('fixtures/generator/gen-customers.mjs'),
      '--rows',
      String(rows),
      '--out',
      data,
    ])
    const csv = join(data, 'customers.csv')
    const scale = floorScale(folder, csv, rows)
    console.log(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}; limits ×${scale.toFixed(2)} (sqlite3 .import of the same file)`,
    )
    console.log(`${rows} rows, ${(statSync(csv).size / 1e6).toFixed(0)} MB\n`)
    const per = (rows / 100_000) * scale
    const run = (...words: string[]): string[] => [
      process.execPath,
      kehu,
      '--db',
      join(folder, 'kehu.db'),
      '-q',
      ...words,
    ]
    measure(folder, run('init'))
    const node = median(Array.from({ length: 7 }, () => measure(folder, [process.execPath, '-e', '0']).seconds))
    const version = median(
      Array.from({ length: 7 }, () => measure(folder, [process.execPath, kehu, '--version']).seconds),
    )
    const steps: [string, string, number, number][] = []
    const take = (name: string, limit: number, measured: Measured, memory?: number): void => {
      steps.push([name, 's', limit, measured.seconds])
      if (memory !== undefined && measured.megabytes > 0)
        steps.push([`${name} memory`, 'MB', memory, measured.megabytes])
    }
    take('import', 15 * per, measure(folder, run('import', csv), [0, 3]), 400)
    measure(folder, run('import', join(data, 'purchases.csv'), join(data, 'interactions.csv')), [0, 3])
    take('verify', 5 * per, measure(folder, run('verify'), [0, 5, 6]))
    take('dedupe', 20 * per, measure(folder, run('dedupe'), [0, 4]))
    take('tier', 3 * per, measure(folder, run('tier', 'run')))
    take('report weekly', 2 * per, measure(folder, run('report', 'weekly', '-o', 'weekly.html')))
    const find = median(Array.from({ length: 5 }, () => measure(folder, run('find', '13800000001'), [0, 7]).seconds))
    steps.push(['find by phone', 's', 0.25 * scale, find], ['kehu --version / node -e 0', '×', 1.3, version / node])
    let met = 0
    for (const [name, unit, wanted, got] of steps) {
      if (got <= wanted) met++
      console.log(
        `${name.padEnd(28)} wanted ≤ ${wanted.toFixed(2).padStart(8)} ${unit.padEnd(2)}  got ${got.toFixed(2).padStart(8)} ${unit.padEnd(2)}  ${got <= wanted ? 'ok' : 'MISSED'}`,
      )
    }
    console.log(`met ${met} of ${steps.length}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How much slower this machine is now than the one the goals are meant for; 1 where there is no sqlite3 to ask. */
function floorScale(folder: string, csv: string, rows: number): number {
  const script = `.mode csv\n.import ${csv} t\n`
  const seconds = Array.from({ length: 3 }, (_, i) => {
    const start = process.hrtime.bigint()
    const run = spawnSync('sqlite3', [join(folder, `floor${i}.db`)], { input: script, encoding: 'utf8' })
    return run.error === undefined && run.status === 0 ? Number(process.hrtime.bigint() - start) / 1e9 : Number.NaN
  })
  if (Number.isNaN(seconds[0])) {
    console.log('skipped: the floor needs sqlite3; limits are not scaled')
    return 1
  }
  return Math.max(1, median(seconds) / ((QUIET_FLOOR * rows) / 1_000_000))
}
