import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { kehu } from './support/kehu.ts'

const CASES = resolve('tests/cases')
const cases = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/cmd'))
  .sort()
const made: string[] = []

afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true })
})

/** Words of a command line; single quotes hold a word with spaces together. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** `# 2026-11-22 10:40 发卡`: from here on it is that time in Shanghai, with a word on what is done. */
const clockOf = (line: string): string | undefined => {
  const [, day, time] = /^# (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/.exec(line) ?? []
  return day === undefined ? undefined : new Date(`${day}T${time}:00+08:00`).toISOString()
}

// A case is a folder: `cmd` (one kehu call a line), its input files, and `expected`. UPDATE=1 rewrites `expected`.
describe('cases', () => {
  it.each(cases.map((path) => path.slice(0, -'/cmd'.length)))('%s', (name) => {
    const dir = mkdtempSync(join(tmpdir(), 'kehu-'))
    made.push(dir)
    cpSync(join(CASES, name), dir, { recursive: true })
    cpSync(resolve('fixtures/workbooks'), join(dir, 'workbooks'), { recursive: true })
    let actual = ''
    let env: Record<string, string> = {}
    for (const line of readFileSync(join(dir, 'cmd'), 'utf8').trim().split('\n')) {
      const now = clockOf(line)
      if (now !== undefined) {
        env = { KEHU_NOW: now }
        actual += `${line}\n`
        continue
      }
      const run = kehu(dir, wordsOf(line).slice(1), { env })
      const said = run.stderr.replace(/^(?=.)/gm, '! ')
      actual += `$ ${line}\n${run.stdout}${said}(exit ${run.status})\n`.replaceAll(dir, '.')
    }
    const expected = join(CASES, name, 'expected')
    if (process.env['UPDATE'] === '1') writeFileSync(expected, actual)
    expect(actual).toBe(readFileSync(expected, 'utf8'))
  })
})
