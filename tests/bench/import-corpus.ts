// npm run bench -- import-corpus [folder]: every file imported into an empty book and again; rows add up, nothing crashes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const KEHU = resolve('bin/kehu.js')
const FATES = ['created', 'updated', 'unchanged', 'duplicate', 'added', 'skipped', 'rejected']

interface Outcome {
  readonly counts?: Readonly<Record<string, number>>
  readonly fates?: readonly { readonly fate: string }[]
}

function run(dir: string, words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [KEHU, '--db', join(dir, 'kehu.db'), ...words], {
    cwd: dir,
    encoding: 'utf8',
    timeout: 30_000,
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'] ?? '', HOME: dir, KEHU_USER: 'bench', KEHU_NOW: '2026-11-22T08:00:00.000Z' },
  })
}

/** What is wrong with how a file came in; empty where nothing is. */
function wrongWith(dir: string, file: string): string {
  const dry = run(dir, ['import', '-n', '--json', '-q', '--force', file])
  if (![0, 1, 3, 7, 8, 9].includes(dry.status ?? -1)) return `exit ${dry.status}: ${dry.stderr.slice(0, 200)}`
  if (dry.stdout === '') return dry.stderr.includes('"code"') ? '' : 'nothing said'
  for (const { counts, fates } of JSON.parse(dry.stdout) as Outcome[]) {
    if (counts === undefined) continue
    const sum = FATES.reduce((total, fate) => total + (counts[fate] ?? 0), 0)
    if (sum !== counts['rows']) return `${counts['rows']} rows, ${sum} with a fate`
    if (fates?.length !== counts['rows']) return `${counts['rows']} rows, ${fates?.length} told`
  }
  const real = run(dir, ['import', '--json', '-q', '--rejects', 'rejects.xlsx', '--force', file])
  if (real.stdout === '') return `dry run done, the real one not: ${real.stderr.slice(0, 200)}`
  const [told, done] = [dry, real].map(({ stdout }) =>
    (JSON.parse(stdout) as Outcome[]).map(({ counts }) => JSON.stringify(counts)).join(),
  )
  return told === done ? '' : `dry run told ${told}, done was ${done}`
}

/** Imports every file below a folder, each beside what came before. */
export async function bench(args: string[]): Promise<void> {
  const folder = resolve(args[0] ?? join(process.env['KEHU_DATA'] ?? '../shared/data', 'corpus'))
  if (!existsSync(folder)) {
    console.log(`skipped: needs ${args[0] ?? 'KEHU_DATA'}`)
    return
  }
  const dir = mkdtempSync(join(tmpdir(), 'kehu-corpus-'))
  run(dir, ['init', '-q'])
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
  let met = 0
  for (const file of files.sort()) {
    const wrong = wrongWith(dir, join(folder, file))
    if (wrong === '') met++
    else console.log(`NOT ${file}: ${wrong}`)
  }
  rmSync(dir, { recursive: true, force: true })
  console.log(`met ${met} of ${files.length}`)
}
