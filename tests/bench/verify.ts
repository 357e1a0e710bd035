import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { bench as checkTruth } from './check-truth.ts'

const kehu = resolve('bin/kehu.js')
const rulesWanted = 40

interface Measured {
  readonly seconds: number
  /** Processor time, which others on the machine don't change much. */
  readonly user: number
  readonly megabytes: number
  readonly stderr: string
}

/** Runs a command under `time`; its exit code may be any of `ok`. */
function measure(cwd: string, command: readonly string[], ok: readonly number[] = [0]): Measured {
  const run = spawnSync('/usr/bin/time', ['-f', '%e %U %M', ...command], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error !== undefined || run.status === null || !ok.includes(run.status))
    throw new Error(`${command.join(' ')} ended with ${run.status}: ${run.stderr.slice(-400)}`)
  const lines = run.stderr.trim().split('\n')
  const [seconds = 0, user = 0, kilobytes = 0] = lines.at(-1)!.split(' ').map(Number)
  return { seconds, user, megabytes: kilobytes / 1024, stderr: lines.slice(0, -1).join('\n') }
}

/** Seconds of the processor SQLite takes to look at every value of the columns that the rules are about, once. */
function scanSeconds(path: string): number {
  const book = new Database(path, { readonly: true })
  const sizes = (table: string, columns: readonly string[]): string =>
    `select count(*), ${columns.map((column) => `sum(length(${column}))`).join(', ')} from ${table}`
  const scans = [
    sizes('party', [
      ...['kind', 'name', 'surname', 'given_name', 'honorific', 'gender', 'birth', 'age_band', 'id_number', 'uscc'],
      ...['employer', 'website', 'remark', 'title', 'industry'],
    ]),
    sizes('customer', ['opened_on', 'owner', 'tier', 'acquired_from', 'source_code']),
    sizes('contact_point', ['party_id', 'type', 'raw', 'canonical']),
    sizes('address', ['party_id', 'province', 'city', 'district', 'division', 'raw']),
    sizes('fact', ['party_id', 'field', 'value']),
    sizes('deal', ['party_id', 'on_day', 'kind']),
    sizes('interaction', ['party_id', 'on_day']),
  ]
  const from = process.cpuUsage()
  for (const scan of scans) book.prepare(scan).get()
  const { user, system } = process.cpuUsage(from)
  const seconds = (user + system) / 1e6
  book.close()
  return seconds
}

/** `kehu verify` on ROWS generated customers (100,000 unless told), beside a plain scan, and what it finds against the generator's truth. */
export async function bench(args: string[]): Promise<void> {
  const rows = Number(args[0] ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'kehu-verify-'))
  const results: [string, string, string, boolean][] = []
  const add = (what: string, wanted: string, got: string, met: boolean): void =>
    void results.push([what, wanted, got, met])
  try {
    const data = join(folder, 'data')
    const generator = resolve('fixtures/generator/gen-customers.mjs')
    measure(folder, [process.execPath, generator, '--rows', String(rows), '--out', data])
    const book = join(folder, 'kehu.db')
    const run = (...words: string[]): string[] => [process.execPath, kehu, '--lang', 'en', '--db', book, ...words]
    measure(folder, run('-q', 'init'))
    measure(folder, run('-q', 'import', join(data, 'customers.csv')), [0, 3])
    const scan = Math.min(scanSeconds(book), scanSeconds(book))
    const start = measure(folder, run('--version')).user
    const verified = measure(folder, run('verify'), [0, 5, 6])
    const again = measure(folder, run('verify'), [0, 5, 6])
    const [, rules = '0'] = /by (\d+) rules/.exec(verified.stderr) ?? []
    const limit = (30 * rows) / 1_000_000
    const took = `${verified.user.toFixed(1)} s of the processor, ${verified.seconds.toFixed(1)} s on the clock`
    add(`verify, ${rules} rules`, `≤ ${limit.toFixed(1)} s`, took, verified.user <= Math.max(limit, start * 2))
    add('peak memory', '≤ 500 MB', `${verified.megabytes.toFixed(0)} MB`, verified.megabytes <= 500)
    add('rules', `≥ ${rulesWanted}`, rules, Number(rules) >= rulesWanted)
    const ratio = (verified.user - start) / scan
    add('against one scan by SQLite', '≤ 3×', `${ratio.toFixed(1)}× of ${scan.toFixed(2)} s`, ratio <= 3)
    console.log(`checked again: ${again.user.toFixed(1)} s of the processor`)
    sideBySide(folder, data, { rows, ours: verified.user }, add)
    for (const [what, wanted, got, met] of results)
      console.log(`${what.padEnd(30)} wanted ${wanted.padEnd(10)} got ${got} ${met ? '' : '✗'}`)
    await checkTruth([data])
    console.log(`met ${results.filter(([, , , met]) => met).length} of ${results.length}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const peers = [
  { name: 'csvstat (csvkit)', tool: 'csvstat', args: ['--csv'] },
  { name: 'csvclean (csvkit)', tool: 'csvclean', args: ['--dry-run'] },
  { name: 'frictionless validate', tool: 'frictionless', args: ['validate'] },
] as const

/** Rows that the peers are given at most: their time grows evenly with the rows, and csvstat needs gigabytes for a million. */
const PEER_ROWS = 100_000

/** csvkit and frictionless on the same file, where they are installed: they look at columns only, and know no check digit. */
function sideBySide(
  folder: string,
  data: string,
  { rows, ours }: { readonly rows: number; readonly ours: number },
  add: (what: string, wanted: string, got: string, met: boolean) => void,
): void {
  const file = join(folder, 'peer.csv')
  const given = Math.min(rows, PEER_ROWS)
  const lines = readFileSync(join(data, 'customers.csv'), 'utf8').split('\n')
  writeFileSync(file, `${lines.slice(0, given + 1).join('\n')}\n`)
  for (const { name, tool, args } of peers) {
    const path = ['/usr/bin', '/usr/local/bin'].map((bin) => join(bin, tool)).find((one) => existsSync(one))
    if (path === undefined) {
      console.log(`${name}: skipped: needs ${tool}`)
      continue
    }
    const { user, megabytes } = measure(folder, [path, ...args, file], [0, 1])
    const times = (user * rows) / given / ours
    add(
      name,
      '≥ 5×',
      `${times.toFixed(1)}× of ours a row (${user.toFixed(1)} s, ${megabytes.toFixed(0)} MB for ${given})`,
      times >= 5,
    )
  }
}
