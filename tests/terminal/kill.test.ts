import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts'

const root = process.cwd()
const args = [
  '--import',
  join(root, 'node_modules/tsx/dist/esm/index.mjs'),
  join(root, 'tests/terminal/fixtures/kehu.ts'),
  '--lang',
  'zh',
]
const folder = mkdtempSync(join(tmpdir(), 'kehu-kill-'))
const env = { KEHU_USER: '小林', KEHU_NOW: '2026-11-22T03:00:00.000Z' }
const db = ['--db', join(folder, 'kehu.db')]
const kehu = (...more: string[]): string =>
  execFileSync('node', [...args, ...db, ...more], { encoding: 'utf8', cwd: folder, env: { ...process.env, ...env } })
const opened: Terminal[] = []
const atTerminal = (...more: string[]): Terminal => {
  const terminal = openTerminal(['cd', folder, '&&', 'node', ...args, ...db, ...more].join(' '), env)
  opened.push(terminal)
  return terminal
}

/** Kills the program of this folder that waits at a terminal, without warning. */
function killIt(...words: string[]): void {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const own = pids.filter((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return line[0] === 'node' && line.includes(db[1]!) && words.every((word) => line.includes(word))
    } catch {
      return false
    }
  })
  expect(own).toHaveLength(1)
  process.kill(Number(own[0]), 'SIGKILL')
}

async function type(desk: Terminal, ...lines: (readonly [question: string, text: string])[]): Promise<void> {
  for (const [question, text] of lines) {
    await desk.waitFor(question)
    if (text !== '') desk.type(text)
    desk.keys('Enter')
  }
}

beforeAll(() => {
  if (!hasTmux) return
  kehu('init', '--profile', 'realestate')
  for (const [phone, name] of [
    ['13957100001', '张伟'],
    ['13957100002', '张敏'],
  ] as const)
    kehu('intake', 'visitor', '--set', `联系电话=${phone}`, '--set', `客户姓名=${name}`)
}, 60_000)
afterAll(() => {
  for (const terminal of opened) terminal.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!hasTmux)(hasTmux ? 'kill -9 while a clerk types' : 'skipped: needs tmux', () => {
  it('loses of a form only the answer that was being typed', async () => {
    const first = atTerminal('intake', 'visitor')
    await type(first, ['联系电话 ※', '13957100003'], ['客户姓名 ※', '李建国'])
    await first.waitFor('? 性别')
    first.type('nan')
    await first.waitFor('› nan')
    killIt('intake')
    await first.waitFor('Killed')

    const second = atTerminal('intake', 'visitor')
    await type(second, ['接着填吗', ''])
    const screen = await second.waitFor('? 性别')
    expect(screen).toContain('已填  联系电话：13957100003')
    expect(screen).toContain('已填  客户姓名：李建国')
    expect(screen).not.toContain('› nan')
    second.keys('C-c')
    await second.waitFor('草稿')
  }, 60_000)

  it('loses of a contact only the answer that was being typed, the customer chosen among several included', async () => {
    const first = atTerminal('log', '张')
    await type(first, ['C000002', '2'], ['? 内容', '去电 约周六看房'])
    await first.waitFor('? 费用')
    first.type('3')
    await first.waitFor('› 3')
    killIt('log')
    await first.waitFor('Killed')
    expect(JSON.parse(kehu('log', 'list', 'C000002', '--json'))).toHaveLength(1)

    const second = atTerminal('log', '张')
    expect(await second.waitFor('接着填吗')).toContain('C000002 · 去电 约周六看房')
    await type(second, ['接着填吗', ''], ['? 费用', '0'], ['? 下次联系', ''], ['已记', ''])
    const [line] = JSON.parse(kehu('log', 'list', 'C000002', '--json')) as unknown[]
    expect(line).toMatchObject({ code: 'C000002', content: '约周六看房', customerInitiated: false, cost: 0 })
  }, 60_000)

  it('loses of an edit only the answer that was being typed', async () => {
    const first = atTerminal('edit', 'C000001')
    await type(first, ['保存吗', '修改'], ['修改哪一项', '微信'], ['? 微信', 'zhangwei_88'])
    await type(first, ['保存吗', '修改'], ['修改哪一项', '兴趣爱好'])
    await first.waitFor('? 兴趣爱好')
    first.type('dia')
    await first.waitFor('› dia')
    killIt('edit')
    await first.waitFor('Killed')

    const second = atTerminal('edit', 'C000001')
    await type(second, ['接着填吗', ''], ['保存吗', ''], ['已修改', ''])
    const shown = JSON.parse(kehu('show', 'C000001', '--json')) as { contacts: unknown[]; values: object }
    expect(shown.contacts).toContainEqual({ type: 'wechat', value: 'zhangwei_88', readable: true })
    expect(shown.values).not.toHaveProperty('hobby')
  }, 60_000)

  it('leaves what was saved before as it was, to be taken back as ever', () => {
    const operations = JSON.parse(kehu('operations', '--json')) as { id: number; state: string; kind: string }[]
    expect(operations.every(({ state }) => state === 'done')).toBe(true)
    const log = operations.find(({ kind }) => kind === 'log')!
    kehu('undo', String(log.id))
    expect(kehu('doctor').length).toBeGreaterThan(0)
  })
})
