import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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
const folder = mkdtempSync(join(tmpdir(), 'kehu-desk-'))
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

describe.skipIf(!hasTmux)(hasTmux ? 'the desk at a terminal' : 'skipped: needs tmux', () => {
  it('logs a contact with what is missing asked, the customer chosen among those found', async () => {
    const desk = atTerminal('log', '张')
    await desk.waitFor('C000002')
    desk.type('2')
    desk.keys('Enter')
    await desk.waitFor('? 内容')
    desk.type('去电 约看房')
    desk.keys('Enter')
    await desk.waitFor('? 费用')
    desk.type('很多')
    desk.keys('Enter')
    await desk.waitFor('“很多”')
    desk.keys('C-u')
    desk.type('0')
    desk.keys('Enter')
    await desk.waitFor('? 下次联系')
    desk.type('下周三')
    desk.keys('Enter')
    await desk.waitFor('已记')
    const lines = JSON.parse(kehu('log', 'list', '--json')) as { content: string }[]
    expect(lines[0]).toMatchObject({
      code: 'C000002',
      kind: 'call',
      customerInitiated: false,
      content: '约看房',
      cost: 0,
      next: '2026-11-25',
    })
  }, 60_000)

  it('edits a customer from a list, and a wrong value is told at once', async () => {
    const desk = atTerminal('edit', 'C000001')
    await desk.waitFor('保存吗')
    desk.type('修改')
    desk.keys('Enter')
    await desk.waitFor('修改哪一项')
    desk.type('微信')
    desk.keys('Enter')
    await desk.waitFor('? 微信')
    desk.type('zhangwei_88')
    desk.keys('Enter')
    await desk.waitFor('保存吗')
    desk.keys('Enter')
    await desk.waitFor('已修改')
    const shown = JSON.parse(kehu('show', 'C000001', '--json')) as { contacts: unknown[] }
    expect(shown.contacts).toContainEqual({ type: 'wechat', value: 'zhangwei_88', readable: true })
  }, 60_000)
})
