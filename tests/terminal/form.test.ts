import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts'

const program = 'node --import tsx tests/terminal/fixtures/form.ts'
let folder = ''
let terminal: Terminal | null = null

const open = (args: string, env: Record<string, string> = {}): Terminal => {
  terminal = openTerminal(`cd ${process.cwd()} && ${program} ${args}`, env)
  return terminal
}
const drafts = (): string => join(folder, 'draft.json')
const readDraft = () => JSON.parse(readFileSync(drafts(), 'utf8'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-form-'))
})
afterEach(() => {
  terminal?.close()
  terminal = null
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!hasTmux)(hasTmux ? 'the visitor form in a terminal' : 'skipped: needs tmux', () => {
  it('is filled by keyboard, with a wrong phone corrected, back, help and skip', async () => {
    const desk = open(`F7 ${drafts()} short`)
    await desk.waitFor('联系电话 ※')
    desk.keys('Enter')
    await desk.waitFor('必须填写')
    desk.type('1395710000')
    desk.keys('Enter')
    await desk.waitFor(/! \S+/)
    desk.type('2')
    desk.keys('Enter')
    await desk.waitFor('客户姓名 ※')
    desk.type('？')
    await desk.waitFor('照名片')
    desk.type('欧阳静')
    desk.keys('Enter')
    await desk.waitFor('? 性别')
    desk.type('<')
    desk.keys('Enter')
    await desk.waitFor('? 客户姓名 ※  [欧阳静]')
    desk.type('欧阳女士')
    desk.keys('Enter')
    await desk.waitFor('? 性别  [女]')
    desk.keys('Enter')
    await desk.waitFor('? 年龄区间')
    desk.type('－')
    desk.keys('Enter')
    await desk.waitFor('? 来电来访日期 ※  [2026-11-22]')
    desk.type('昨天')
    await desk.waitFor('= 2026-11-21')
    desk.keys('Enter')
    await desk.waitFor('? 来电/来访')
    desk.keys('Down', 'Enter')
    await desk.waitFor('? 居住区域')
    desk.paste('杭州市\t滨江区\n')
    desk.keys('Enter')
    await desk.waitFor('? 工作区域')
    desk.keys('Enter')
    await desk.waitFor('? 需求类型')
    desk.type('bs')
    desk.keys('Enter')
    await desk.waitFor('? 接受价格区间')
    desk.type('300-400万')
    await desk.waitFor('= 300万–400万')
    desk.keys('Enter')
    await desk.waitFor('? 购买诚意度')
    desk.type('１')
    desk.keys('Enter')
    await desk.waitFor('? 获取来源')
    desk.type('小区公告栏')
    desk.keys('Enter')
    await desk.waitFor('? 客户基本特征')
    desk.keys('Enter')
    await desk.waitFor('? 备注')
    desk.keys('Enter')
    const summary = await desk.waitFor('保存吗')
    expect(summary).toContain('来电来访日期※  2026-11-21')
    expect(summary).toContain('居住区域       杭州市 滨江区')
    expect(summary).toContain('接受价格区间   300万–400万')
    desk.keys('Enter')
    await desk.waitFor('"acquired_from": "小区公告栏"')
    expect(desk.screen()).toContain('"demand_type": "别墅"')
    expect(desk.screen()).toContain('"contact_kind": "call"')
  })

  it('keeps a draft on Ctrl-C and goes on from it', async () => {
    const first = open(`F7 ${drafts()} short`)
    await first.waitFor('联系电话 ※')
    first.type('13957100002')
    first.keys('Enter')
    await first.waitFor('客户姓名 ※')
    first.type('王建')
    first.keys('C-c')
    await first.waitFor('草稿已存')
    expect(readDraft()).toMatchObject({ at: 'name', answers: { phone: { value: '13957100002' } } })
    first.close()
    const second = open(`F7 ${drafts()} short`)
    await second.waitFor('客户姓名 ※')
    second.keys('Escape')
    await second.waitFor('? 联系电话 ※  [13957100002]')
    second.keys('Enter')
    await second.waitFor('? 客户姓名 ※')
    second.type('q')
    second.keys('Enter')
    await second.waitFor('草稿已存')
  })

  it('shows who has the number already and asks only for the rest', async () => {
    const desk = open(`F7 ${drafts()} short`)
    await desk.waitFor('联系电话 ※')
    desk.type('139 5710 0001')
    desk.keys('Enter')
    await desk.waitFor('来的是哪一位')
    desk.type('1')
    desk.keys('Enter')
    const screen = await desk.waitFor('? 年龄区间')
    expect(screen).toContain('已知  客户姓名：沈青')
    expect(screen).not.toContain('? 客户姓名')
  })

  it('takes lines typed ahead of their questions', async () => {
    const desk = open(`F7 ${drafts()} short`)
    await desk.waitFor('联系电话 ※')
    desk.type('13957100002')
    desk.keys('Enter')
    desk.type('张三丰')
    desk.keys('Enter')
    desk.type('男')
    desk.keys('Enter')
    const screen = await desk.waitFor('? 年龄区间')
    expect(screen).toMatch(/客户姓名 ※ {2}张三丰[\s\S]*性别 {2}男/)
  })

  it('asks the next question within 100 ms of Enter', async () => {
    const desk = open(`F7 ${drafts()} short`)
    await desk.waitFor('联系电话 ※')
    const took: number[] = []
    for (const [text, next] of [
      ['13957100002', '? 客户姓名'],
      ['王建国', '? 性别'],
      ['男', '? 年龄区间'],
      ['35', '? 来电来访日期'],
      ['', '? 来电/来访'],
      ['', '? 居住区域'],
    ] as const) {
      if (text !== '') desk.type(text)
      const began = performance.now()
      desk.keys('Enter')
      await desk.waitFor(next)
      took.push(performance.now() - began)
    }
    // The first answers load what they need; a look at the screen itself costs tmux some 15 ms on a busy machine.
    const steady = took.slice(2).sort((a, b) => a - b)
    expect(steady[Math.floor(steady.length / 2)]).toBeLessThan(100)
  })
})

describe.skipIf(!hasTmux)(hasTmux ? 'the visitor form on a dumb terminal' : 'skipped: needs tmux', () => {
  it('is asked in plain numbered lines', async () => {
    const desk = open(`F7 ${drafts()} short dumb`, { TERM: 'dumb' })
    await desk.waitFor('联系电话 ※')
    desk.type('1395710000')
    desk.keys('Enter')
    await desk.waitFor(/! \S+/)
    desk.type('13957100002')
    desk.keys('Enter')
    await desk.waitFor('客户姓名 ※')
    desk.type('?')
    desk.keys('Enter')
    await desk.waitFor('照名片')
    desk.type('王建国')
    desk.keys('Enter')
    await desk.waitFor('2 女')
    desk.type('<')
    desk.keys('Enter')
    await desk.waitFor('客户姓名 ※ [王建国]')
    desk.keys('Enter')
    await desk.waitFor(/性别[\s\S]*性别/)
    desk.type('１')
    desk.keys('Enter')
    await desk.waitFor('年龄区间')
    desk.keys('C-c')
    await desk.waitFor('草稿已存')
    expect(existsSync(drafts())).toBe(true)
    expect(readDraft().answers).toMatchObject({ name: { value: '王建国' }, gender: { value: 'M' } })
  })
})
