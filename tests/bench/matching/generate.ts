import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LabelledSet, openGenerated } from './sets.ts'

/** Runs the generator into a folder of its own and opens what it wrote; null where there is no generator. */
export function generate(data: string, name: string, args: readonly string[]): LabelledSet | null {
  const script = join(data, 'generator', 'gen-customers.mjs')
  if (!existsSync(script)) return null
  const dir = mkdtempSync(join(tmpdir(), 'kehu-bench-'))
  try {
    spawnSync(
      process.execPath,
      [script, '--out', dir, '--purchases', '0', '--interactions', '0', '--no-fields', ...args],
      { stdio: 'ignore' },
    )
    return openGenerated(dir, name)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
