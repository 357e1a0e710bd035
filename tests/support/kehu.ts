import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

export const KEHU = resolve('bin/kehu.js')
/** Sunday, 2026-11-22, 16:00 in Shanghai. */
export const NOW = '2026-11-22T08:00:00.000Z'

export interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** Runs the built program in a folder, with a plain environment and a stopped clock. */
export function kehu(
  cwd: string,
  args: readonly string[],
  more: { env?: Record<string, string>; input?: string } = {},
): Run {
  const env = {
    PATH: process.env['PATH'] ?? '',
    KEHU_NOW: NOW,
    KEHU_USER: 'tester',
    NO_COLOR: '1',
    LANG: 'C.UTF-8',
    HOME: cwd,
    ...more.env,
  }
  const run = spawnSync(process.execPath, [KEHU, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    input: more.input ?? '',
    maxBuffer: 1 << 28,
    // A program that hangs is a fault, not a test that waits.
    timeout: 120_000,
  })
  return { stdout: run.stdout, stderr: run.stderr, status: run.status }
}
