import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { beginMatch, finishMatch } from '../../../src/domain/matching/match.ts'
import { type ComparedPart, withoutTexts } from '../../../src/domain/matching/parts.ts'
import { compareInThreads } from '../../../src/files/compare-in-threads.ts'
import type { MatchTable } from '../../../src/model/matching.ts'
import { type SideBySide, sideBySide } from './duckdb.ts'
import { generatorColumns } from './sets.ts'

export interface Speed {
  readonly seconds: number
  /** Peak memory of the whole process, input included, in MB. */
  readonly peak: number
  readonly pairs: number
  /** Processor seconds of all threads. */
  readonly processor: number
  /** The same pairs scored by kehu and by DuckDB; null where DuckDB is not here. */
  readonly beside: readonly SideBySide[] | null
}

/** Larger tables are not set beside DuckDB: its pairs would need more memory than the goal allows. */
const besideUpTo = 200_000

/** Matches so many generated records in two threads, from columns of text to proposals; null where there is no generator. */
export async function speedOf(data: string, rows: number): Promise<Speed | null> {
  const script = join(data, 'generator', 'gen-customers.mjs')
  if (!existsSync(script)) return null
  const dir = mkdtempSync(join(tmpdir(), 'kehu-bench-'))
  try {
    const args = [
      script,
      '--out',
      dir,
      '--rows',
      String(rows),
      '--purchases',
      '0',
      '--interactions',
      '0',
      '--no-fields',
    ]
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    const table = await read(join(dir, 'customers.csv'))
    const before = process.cpuUsage()
    const started = performance.now()
    const begun = beginMatch(table)
    const parts = await compareInThreads<ComparedPart>(withoutTexts(begun.job), table.size, 2)
    const { stats, model } = finishMatch(begun, parts)
    const seconds = (performance.now() - started) / 1000
    const used = process.cpuUsage(before)
    const peak = process.resourceUsage().maxRSS / 1024
    const beside = rows > besideUpTo ? null : await sideBySide(begun, model)
    return { seconds, processor: (used.user + used.system) / 1e6, peak, pairs: stats.pairs, beside }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function read(file: string): Promise<MatchTable> {
  const kinds = Object.entries(generatorColumns)
  const columns: (string | null)[][] = kinds.map(() => [])
  let places: number[] | null = null
  for await (const row of createReadStream(file).pipe(parse({ bom: true }))) {
    const cells = row as string[]
    if (places === null) places = kinds.map(([name]) => cells.indexOf(name))
    else for (let c = 0; c < kinds.length; c++) columns[c]!.push(cells[places[c]!] || null)
  }
  return { size: columns[0]!.length, columns: kinds.map(([name, kind], c) => ({ name, kind, values: columns[c]! })) }
}
