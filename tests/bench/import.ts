// npm run bench -- import [ROWS] [--peers]: a whole import against the peers of the same run, on the same file.
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { encodeGb18030 } from '../../src/files/encode-gb18030.ts'
import { writeWholeFile } from '../../src/files/write-file.ts'
import { writeXlsx } from '../../src/files/write-xlsx.ts'

const KEHU = resolve('bin/kehu.js')

interface Measured {
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
}

/** Wall and CPU seconds and peak memory of a command; null where it isn't installed. */
function measure(cwd: string, command: readonly string[], ok: readonly number[] = [0]): Measured | null {
  const start = performance.now()
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  const wall = (performance.now() - start) / 1000
  if (run.error !== undefined || run.status === 127) return null
  if (!ok.includes(run.status ?? -1)) throw new Error(`${command.join(' ')} ended with ${run.status}: ${run.stderr}`)
  const [user, system, kilobytes] = run.stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  return { wall, cpu: user! + system!, megabytes: kilobytes! / 1024 }
}

async function* linesOf(csv: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(csv), crlfDelay: Number.POSITIVE_INFINITY })
}

async function writeGb(csv: string, path: string): Promise<void> {
  const handle = openSync(path, 'w')
  for await (const line of linesOf(csv)) writeSync(handle, encodeGb18030(`${line}\n`))
}

/** Cells of a line of the generator, whose quotes hold no line breaks. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )

async function writeBook(csv: string, path: string): Promise<void> {
  const lines = linesOf(csv)
  const header = cellsOf((await lines.next()).value as string)
  async function* chunks(): AsyncGenerator<(string | null)[][]> {
    const chunk: (string | null)[][] = []
    for await (const line of lines) {
      chunk.push(cellsOf(line).map((cell) => (cell === '' ? null : cell)))
      if (chunk.length === 4096) yield chunk.splice(0)
    }
    yield chunk
  }
  const columns = header.map((title) => ({ title, type: 'text' as const }))
  await writeWholeFile(path, (sink) =>
    writeXlsx({ title: 'x', sheets: [{ name: '客户', columns, rows: chunks() }] }, sink),
  )
}

/** A fresh book, then the whole import: every row is in, or the bench stops. */
function kehu(dir: string, file: string): Measured {
  const db = join(dir, 'kehu.db')
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${db}${end}`, { force: true })
  const run = [process.execPath, KEHU, '--db', db, '-q']
  measure(dir, [...run, 'init'])
  return measure(dir, [...run, 'import', file, '--rejects', 'rejects.xlsx'], [0, 3])!
}

/** Makes the files, runs the peers and kehu one after another, and compares. */
export async function bench(args: string[]): Promise<void> {
  const rows = Number(args[0] ?? 200_000)
  if (!existsSync('/usr/bin/time')) {
    console.log('skipped: needs /usr/bin/time')
    return
  }
  const dir = mkdtempSync(join(tmpdir(), 'kehu-import-'))
  try {
    await compare(dir, rows)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function compare(dir: string, rows: number): Promise<void> {
  measure(dir, [
    process.execPath,
    resolve('fixtures/generator/gen-customers.mjs'),
    '--rows',
    String(rows),
    '--out',
    'd',
  ])
  const csv = join(dir, 'd/customers.csv')
  await writeGb(csv, join(dir, 'gb.csv'))
  await writeBook(csv, join(dir, 'book.xlsx'))
  const size = (statSync(csv).size / 1e6).toFixed(0)
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
  console.log(`${machine}, node ${process.version}; ${rows} rows, ${size} MB\n`)
  const sqlite = measure(dir, ['sqlite3', 's.db', '.mode csv', '.import d/customers.csv t'])
  const utils = measure(dir, ['sqlite-utils', 'insert', 'u.db', 't', 'd/customers.csv', '--csv'])
  const utf8 = kehu(dir, csv)
  const gb = kehu(dir, join(dir, 'gb.csv'))
  const xlsx = kehu(dir, join(dir, 'book.xlsx'))
  const shown: [string, Measured | null][] = [
    ['sqlite3 .import', sqlite],
    ['sqlite-utils insert', utils],
    ['kehu import, CSV UTF-8', utf8],
    ['kehu import, CSV GB18030', gb],
    ['kehu import, XLSX', xlsx],
  ]
  for (const [name, one] of shown)
    console.log(
      one === null
        ? `${name.padEnd(28)} skipped: not installed`
        : `${name.padEnd(28)} wall ${one.wall.toFixed(2).padStart(7)} s  CPU ${one.cpu.toFixed(2).padStart(7)} s  peak ${one.megabytes.toFixed(0).padStart(5)} MB`,
    )
  const goals: [string, number | null, number][] = [
    ['CSV wall, × sqlite3 .import', sqlite && utf8.wall / sqlite.wall, 5],
    ['CSV wall, × sqlite-utils', utils && utf8.wall / utils.wall, 1 / 2.5],
    ['GB18030 wall, × UTF-8', gb.wall / utf8.wall, 1.2],
    ['XLSX wall, × CSV', xlsx.wall / utf8.wall, 2],
    ...[utf8, gb, xlsx].map((one, i): [string, number, number] => [
      `peak MB, ${['UTF-8', 'GB18030', 'XLSX'][i]}`,
      one.megabytes,
      500,
    ]),
  ]
  console.log()
  let met = 0
  const judged = goals.filter(([, got]) => got !== null)
  for (const [name, got, wanted] of judged) {
    if (got! <= wanted) met++
    console.log(`${got! <= wanted ? 'ok ' : 'NOT'} ${name.padEnd(30)} wanted ≤ ${wanted}, got ${got!.toFixed(2)}`)
  }
  console.log(`met ${met} of ${judged.length}`)
}
