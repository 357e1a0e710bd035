import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeBook, openBook } from '../../../src/store/book.ts'
import { listHandovers } from '../../../src/store/handovers.ts'
import { takeLock } from '../../../src/store/lock.ts'
import { listReportRuns } from '../../../src/store/report-runs.ts'
import { runMain } from '../../support/run-main.ts'
import { openSmtpServer } from '../../support/smtp-server.ts'

let folder: string
const file = (...names: string[]): string => join(folder, ...names)
const due = (now: string, env: Record<string, string> = {}) => runMain(folder, ['report', 'run', '--due'], { now, env })
const made = (name = 'reports'): string[] => (existsSync(file(name)) ? readdirSync(file(name)).sort() : [])
const schedule = (...lines: string[]): void => {
  mkdirSync(file('policies'), { recursive: true })
  writeFileSync(file('policies', 'reports.yaml'), ['schedule:', ...lines, ''].join('\n'))
}
function inBook<T>(read: (book: ReturnType<typeof openBook>) => T): T {
  const book = openBook(file('kehu.db'))
  try {
    return read(book)
  } finally {
    closeBook(book)
  }
}
const runs = () => inBook((book) => listReportRuns(book, { limit: 100 }))

const WEEKLY = '  - { report: weekly, every: week, on: monday, at: "07:00", from: 主管, to: 专员 }'
/** Monday 07:05 in Shanghai, and the Mondays after. */
const MONDAY = '2026-11-22T23:05:00.000Z'
const later = (days: number): string => new Date(Date.parse(MONDAY) + days * 86_400_000).toISOString()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-due-'))
  await runMain(folder, ['init'])
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what is due', () => {
  it('is made once, in silence, and never again', async () => {
    schedule(WEEKLY)
    expect(await due(MONDAY)).toEqual({ stdout: '', stderr: '', status: 0 })
    expect(made()).toEqual(['weekly-2026-W47.html'])
    const before = readFileSync(file('reports', 'weekly-2026-W47.html'))
    expect(await due(later(1))).toEqual({ stdout: '', stderr: '', status: 0 })
    expect(readFileSync(file('reports', 'weekly-2026-W47.html')).equals(before)).toBe(true)
    expect(runs()).toHaveLength(1)
    expect(runs()[0]).toMatchObject({
      status: 'done',
      receiver: '专员',
      period: '2026-W47',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('is caught up after weeks without a machine, over a year of 53 weeks', async () => {
    schedule(WEEKLY)
    await due(later(35))
    await due(later(56))
    expect(made()).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02'].map((week) => `weekly-${week}.html`))
  })

  it('gives a receiver who is new the latest period only', async () => {
    schedule(WEEKLY)
    await due(MONDAY)
    await due(later(7))
    schedule(WEEKLY.replace('to: 专员', 'to: [专员, 经理]'))
    await due(later(14))
    expect(
      runs()
        .filter(({ receiver }) => receiver === '经理')
        .map(({ period }) => period),
    ).toEqual(['2026-W49'])
  })

  it('is nothing where the clock went back', async () => {
    schedule(WEEKLY)
    await due(later(7))
    expect(await due(later(-21))).toMatchObject({ stderr: '', status: 0 })
    expect(await due(later(7))).toMatchObject({ stderr: '', status: 0 })
    expect(runs().filter(({ period }) => period === '2026-W48')).toHaveLength(1)
  })

  it('goes down the chain with sender, receiver, due, sent and received', async () => {
    await due('2026-12-01T00:30:00.000Z')
    const chain = inBook((book) => listHandovers(book, 10))
    expect(chain.map(({ entry, period, receivedAt }) => [entry, period, receivedAt])).toEqual([
      ['monthly', '2026-11', null],
      ['monthly', '2026-11', null],
      ['weekly', '2026-W48', null],
      ['daily', '2026-11-30', null],
    ])
    expect((await runMain(folder, ['report', 'received', '1', '2'])).stderr).toContain('2')
    expect((await runMain(folder, ['report', 'received', '1'])).status).toBe(7)
    expect(inBook((book) => listHandovers(book, 10)).filter(({ receivedBy }) => receivedBy === 'tester')).toHaveLength(
      2,
    )
  })
})

describe('what goes wrong', () => {
  it('in one receiver’s folder stops nobody else, is said, and is mended by the next run', async () => {
    const lost = file('network', 'drive')
    schedule(`  - { report: weekly, every: week, from: a, to: [{ name: far, folder: "${lost}" }, near] }`)
    const first = await due(MONDAY)
    expect(first.status).toBe(3)
    expect(first.stderr).toContain('folder-missing')
    expect(first.stderr.trim().split('\n')).toHaveLength(1)
    expect(made()).toEqual(['weekly-2026-W47.html'])
    expect(existsSync(lost)).toBe(false)
    mkdirSync(lost, { recursive: true })
    expect(await due(later(0))).toMatchObject({ stderr: '', status: 0 })
    expect(readdirSync(lost)).toEqual(['weekly-2026-W47.html'])
    expect(
      runs()
        .map(({ receiver, status }) => `${receiver} ${status}`)
        .sort(),
    ).toEqual(['far done', 'near done'])
  })

  it('with everything ends with 1', async () => {
    schedule(`  - { report: weekly, every: week, from: a, to: { name: far, folder: "${file('nowhere')}" } }`)
    const run = await due(MONDAY)
    expect([run.status, run.stderr.includes('report-run-failed')]).toEqual([1, true])
    expect(runs()[0]?.status).toBe('failed')
    expect(runs()[0]?.error).toContain('folder-missing')
  })

  const mounted = ((): boolean => {
    const probe = mkdtempSync(join(tmpdir(), 'kehu-tmpfs-'))
    const did = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', probe]).status === 0
    if (did) spawnSync('umount', [probe])
    rmSync(probe, { recursive: true, force: true })
    return did
  })()

  it.skipIf(!mounted)('on a full disk leaves no half file', async () => {
    const small = file('small')
    mkdirSync(small)
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small])
    try {
      schedule(`  - { report: weekly, every: week, from: a, to: { name: far, folder: "${small}" } }`)
      const run = await due(MONDAY)
      expect([run.status, run.stderr.includes('disk-full')]).toEqual([1, true])
      expect(readdirSync(small)).toEqual([])
    } finally {
      spawnSync('umount', [small])
    }
  })

  it('in the schedule is told with file and line, all of it at once, before anything is made', async () => {
    schedule('  - { report: nope, every: week, on: someday, from: a, to: b }', WEEKLY)
    const run = await due(MONDAY)
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/reports\.yaml:2/)
    expect(run.stderr).toContain('nope')
    expect(run.stderr).toContain('someday')
    expect(made()).toEqual([])
  })
})

describe('a full disk', () => {
  const disk = mkdtempSync(join(tmpdir(), 'kehu-disk-'))
  const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0
  afterAll(() => {
    if (hasDisk) spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  it.skipIf(!hasDisk)('leaves no half file, is said, and is made up for (skipped: needs a mount)', async () => {
    const to = `[{ name: 满, folder: ${disk} }, { name: 空, folder: reports }]`
    schedule(`  - { report: weekly, every: week, on: monday, at: "07:00", from: 主管, to: ${to} }`)
    mkdirSync(file('reports'))
    writeFileSync(join(disk, 'fill'), Buffer.alloc(60_000))
    const first = await due(MONDAY)
    expect([first.status, first.stderr.includes('disk-full'), readdirSync(disk)]).toEqual([3, true, ['fill']])
    expect(made()).toEqual(['weekly-2026-W47.html'])
    rmSync(join(disk, 'fill'))
    expect(await due(later(0.1))).toEqual({ stdout: '', stderr: '', status: 0 })
    expect(readdirSync(disk)).toEqual(['weekly-2026-W47.html'])
    expect(inBook((book) => listHandovers(book, 10))).toHaveLength(2)
  })
})

describe('the lock', () => {
  const holder = { holder: 'somebody', host: hostname(), pid: process.ppid, takenAt: MONDAY }

  it('says who holds it, and for how long', async () => {
    schedule(WEEKLY)
    inBook((book) => takeLock(book, 'report-run', holder, () => false))
    const run = await due(new Date(Date.parse(MONDAY) + 25 * 60_000).toISOString())
    expect(run.status).toBe(10)
    expect(run.stderr).toMatch(/somebody.*25 min.*report-run-locked/s)
    expect(made()).toEqual([])
  })

  it.each([
    ['of a process that is gone', { ...holder, pid: 2 ** 22 - 1 }],
    ['of another machine, hours old', { ...holder, host: 'elsewhere', takenAt: later(-1) }],
  ])('%s is taken over', async (_name, old) => {
    schedule(WEEKLY)
    inBook((book) => takeLock(book, 'report-run', old, () => false))
    expect(await due(MONDAY)).toMatchObject({ stderr: '', status: 0 })
    expect(inBook((book) => book.sqlite.prepare('select count(*) from lock').pluck().get())).toBe(0)
  })

  it('of another machine, just taken by a clock ahead of ours, holds', async () => {
    schedule(WEEKLY)
    inBook((book) => takeLock(book, 'report-run', { ...holder, host: 'elsewhere', takenAt: later(1) }, () => false))
    expect((await due(MONDAY)).status).toBe(10)
  })
})

describe('as cron runs it', () => {
  const program = [
    ...['--import', pathToFileURL(resolve('node_modules/tsx/dist/esm/index.mjs')).href],
    ...['--input-type=module', '-e'],
    `const { main } = await import(${JSON.stringify(pathToFileURL(resolve('src/main.ts')).href)}); process.exitCode = await main(process)`,
    // Stands for the script: node leaves it out of argv where a program is given by -e.
    ...['--', 'kehu'],
  ]
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', KEHU_NOW: MONDAY, ESBUILD_WORKER_THREADS: '0' }
  const args = () => [...program, '--db', file('kehu.db'), 'report', 'run', '--due']

  it('with no HOME, no terminal, the C locale and a folder it may not write in', () => {
    schedule(WEEKLY)
    const closed = file('closed')
    mkdirSync(closed)
    chmodSync(closed, 0o555)
    const run = spawnSync(process.execPath, args(), {
      cwd: closed,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    expect([run.stdout, run.stderr, run.status]).toEqual(['', '', 0])
    expect(made()).toEqual(['weekly-2026-W47.html'])
  }, 30_000)

  it('twice at once, with one killed half-way: no half file, none lost, none twice', async () => {
    schedule(
      ...['weekly', 'monthly', 'roster'].map((report) =>
        WEEKLY.replace('weekly', report).replace('week, on: monday', 'day'),
      ),
    )
    const start = () => spawn(process.execPath, args(), { env, stdio: 'ignore' })
    const ended = (child: ReturnType<typeof start>) => new Promise<number | null>((done) => child.on('exit', done))
    const children = [start(), start()]
    const exits = children.map(ended)
    await expect.poll(() => made().length, { timeout: 20_000, interval: 2 }).toBeGreaterThan(0)
    children[0]!.kill('SIGKILL')
    await Promise.all(exits)
    expect(await due(MONDAY)).toMatchObject({ stderr: '', status: 0 })
    const files = made().filter((name) => !name.startsWith('.kehu-'))
    expect(files).toEqual(['monthly-2026-11-22.html', 'roster-2026-11-22.html', 'weekly-2026-11-22.html'])
    for (const name of files) expect(readFileSync(file('reports', name), 'utf8').trimEnd()).toMatch(/<\/html>$/)
    expect(inBook((book) => listHandovers(book, 10))).toHaveLength(3)
    // What a killed run left is taken away once it is old enough to be nobody's.
    await due(later(3))
    expect(made().filter((name) => name.startsWith('.kehu-'))).toEqual([])
  }, 60_000)
})

describe('by mail', () => {
  it('reaches its receiver with the report attached; one that is refused is said and tried again', async () => {
    const server = await openSmtpServer()
    try {
      const env = { KEHU_SMTP_URL: server.url, KEHU_SMTP_FROM: 'kehu@example.com' }
      schedule(
        '  - { report: weekly, every: week, format: [html, xlsx], lang: zh, from: a, to: [{ name: x, email: x@example.com }, { name: y, email: y@example.com }] }',
      )
      server.refused.add('y@example.com')
      const first = await due(MONDAY, env)
      expect([first.status, first.stderr.includes('mail-refused')]).toEqual([3, true])
      server.refused.clear()
      expect(await due(later(1), env)).toMatchObject({ stderr: '', status: 0 })
      expect(server.letters.map(({ to }) => to)).toEqual([['x@example.com'], ['y@example.com']])
      const [letter] = server.letters
      expect(letter!.data).toMatch(/^Subject: =\?UTF-8\?/m)
      expect(letter!.data).toMatch(/^Message-ID: <weekly\.2026-W47\.[0-9a-f]{16}@kehu>$/m)
      expect(letter!.data).toContain('weekly-2026-W47.xlsx')
      const html = /filename=weekly-2026-W47\.html[\s\S]*?\n\n([A-Za-z0-9+/=\n]+)/.exec(letter!.data)?.[1] ?? ''
      expect(Buffer.from(html, 'base64').toString('utf8')).toContain('客户周报 2026-W47')
    } finally {
      await server.close()
    }
  })

  it.each([
    ['no settings', {}, 'mail-settings-missing'],
    ['an address that is none', { KEHU_SMTP_URL: 'ftp://x', KEHU_SMTP_FROM: 'a@b' }, 'mail-settings-wrong'],
    ['nobody there', { KEHU_SMTP_URL: 'smtp://127.0.0.1:9', KEHU_SMTP_FROM: 'a@b' }, 'mail-unreachable'],
  ])('with %s says what to do', async (_name, env, code) => {
    schedule('  - { report: weekly, every: week, from: a, to: { name: x, email: x@example.com } }')
    const run = await due(MONDAY, env as Record<string, string>)
    expect([run.status, run.stderr.includes(code)]).toEqual([1, true])
  })
})

describe('the lines for the machine', () => {
  it.each(['--crontab', '--systemd'])('%s name program, book and language whole', async (flag) => {
    const { stdout } = await runMain(folder, ['--lang', 'en', 'report', 'schedule', flag])
    expect(stdout).toContain(process.execPath)
    expect(stdout).toContain(file('kehu.db'))
    expect(stdout).toMatch(/--lang"? "?en"? "?--no-input"? "?report"? "?run"? "?--due/)
  })

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
    'are units that systemd itself finds right (skipped: needs systemd-analyze)',
    async () => {
      const { stdout } = await runMain(folder, ['report', 'schedule', '--systemd'])
      const [, ...parts] = stdout.split(/^# ~\/\.config\/systemd\/user\//m)
      const names = parts.map((part) => {
        const [name = '', ...lines] = part.split('\n')
        writeFileSync(file(name), lines.join('\n'))
        return name
      })
      expect(names.sort()).toEqual(['kehu-reports.service', 'kehu-reports.timer'])
      const checked = spawnSync('systemd-analyze', ['verify', ...names.map((name) => file(name))], { encoding: 'utf8' })
      expect([checked.status, checked.stderr.split('\n').filter((line) => line.includes('kehu-reports'))]).toEqual([
        0,
        [],
      ])
    },
  )
})
