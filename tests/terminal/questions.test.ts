import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts'

let terminal: Terminal | null = null
const open = (mode = '', env: Record<string, string> = {}): Terminal => {
  terminal = openTerminal(`cd ${process.cwd()} && node --import tsx tests/terminal/fixtures/questions.ts ${mode}`, env)
  return terminal
}
afterEach(() => {
  terminal?.close()
  terminal = null
})

const long = '欧阳张三李四王五赵六'.repeat(8)

describe.skipIf(!hasTmux)(hasTmux ? 'questions in a terminal' : 'skipped: needs tmux', () => {
  it('keep a long Chinese line whole, wherever it is edited', async () => {
    const desk = open()
    await desk.waitFor('客户姓名')
    desk.paste(long)
    desk.keys('Home')
    desk.type('甲')
    desk.keys('End', 'BSpace')
    desk.type('乙')
    desk.keys('Left', 'Left')
    desk.type('丙')
    const screen = await desk.waitFor('丙')
    expect(screen.split('\n')).toHaveLength(3)
    desk.keys('Enter')
    await desk.waitFor('? 联系电话')
    for (let key = 0; key < 6; key += 1) desk.keys('C-c')
    await desk.waitFor('"kind":"quit"')
    expect(desk.screen().replaceAll('\n', '')).toContain(`甲${long.slice(0, -2)}丙${long.slice(-2, -1)}乙`)
  })

  it('choose by arrows, letters, numbers and ticks, and one key at once', async () => {
    const desk = open()
    await desk.waitFor('客户姓名')
    desk.type('王建国')
    desk.keys('Enter')
    await desk.waitFor('? 联系电话')
    desk.type('13800138000')
    await desk.waitFor('= 138 0013 8000')
    desk.keys('Enter')
    await desk.waitFor('? 城市')
    desk.type('hz')
    await desk.waitFor('▸  1 杭州')
    desk.keys('Down')
    await desk.waitFor('▸  5 湖州')
    desk.keys('Enter')
    await desk.waitFor('? 消费原因')
    desk.keys('Down', 'Space')
    await desk.waitFor('[x] 董事会关系')
    desk.type('3')
    desk.keys('Enter')
    await desk.waitFor('[x] 管理层关系')
    desk.keys('Enter')
    await desk.waitFor('▸  2 否')
    desk.keys('Up', 'Enter')
    await desk.waitFor('记录甲')
    desk.type('x')
    desk.type('Ｙ')
    await desk.waitFor('记录丙')
    expect(desk.screen()).not.toContain('记录甲')
    desk.type('s')
    const end = (await desk.waitFor('答案')).replaceAll('\n', '')
    expect(end).toContain('"c5"')
    expect(end).toContain('["r1","r3"]')
    expect(end).toContain('{"kind":"answer","value":true},"y","s"')
  })

  it('skip an optional list on Enter alone, and never take its first line by accident', async () => {
    const desk = open()
    await desk.waitFor('客户姓名')
    desk.type('王建国')
    desk.keys('Enter', 'Enter')
    await desk.waitFor('? 城市')
    desk.keys('Enter')
    await desk.waitFor('- 城市  （跳过）')
  })

  it('are drawn on standard error where standard output is a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kehu-out-'))
    const desk = open(`> ${join(folder, 'out.txt')}`)
    await desk.waitFor('? 客户姓名')
    desk.type('王建国')
    desk.keys('Enter')
    await desk.waitFor('✓ 客户姓名 ※  王建国')
    for (let key = 0; key < 6; key += 1) desk.keys('C-c')
    await desk.waitFor('（退出）')
    await expect.poll(() => readFileSync(join(folder, 'out.txt'), 'utf8')).toMatch(/^\n答案 .*王建国/)
    rmSync(folder, { recursive: true })
  })

  it('are plain lines for a screen reader, with nothing drawn', async () => {
    const desk = open('dumb', { TERM: 'dumb' })
    await desk.waitFor('客户姓名')
    for (const line of ['王建国', '-', '嘉兴', '1，3', '是', 'y', 'n']) {
      desk.type(line)
      desk.keys('Enter')
    }
    const end = (await desk.waitFor('答案')).replaceAll('\n', '')
    expect(end).toContain('{"kind":"skip"},{"kind":"answer","value":"c4"}')
    expect(end).toContain('["r1","r3"]')
    expect(end).toContain('"value":true},"y","n"')
  })
})
