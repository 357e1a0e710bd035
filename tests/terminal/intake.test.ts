import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts'

const root = process.cwd()
const args = [
  '--import',
  join(root, 'node_modules/tsx/dist/esm/index.mjs'),
  join(root, 'tests/terminal/fixtures/kehu.ts'),
  '--lang',
  'zh',
]
const folder = mkdtempSync(join(tmpdir(), 'kehu-intake-'))
const env = { KEHU_USER: '订餐员小林', KEHU_NOW: '2026-11-22T03:00:00.000Z' }
const kehu = (book: string, ...more: string[]): string =>
  execFileSync('node', [...args, '--db', join(folder, book), ...more], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...env },
  })
const opened: Terminal[] = []
const atTerminal = (book: string, ...more: string[]): Terminal => {
  const terminal = openTerminal(
    ['cd', folder, '&&', 'node', ...args, '--db', join(folder, book), ...more].join(' '),
    env,
  )
  opened.push(terminal)
  return terminal
}
afterAll(() => {
  for (const terminal of opened) terminal.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a clerk types, question by question; an empty line skips. */
const before = [
  ['联系电话 ※', '139 5710 0001'],
  ['客户姓名 ※', '王建国'],
  ['称呼', '王总'],
  ['? 性别', '男'],
  ['? 年龄', '36-45'],
  ['? 微信', 'wjg_1975'],
  ['? 邮箱', ''],
  ['? 家庭住址', '杭州市西湖区文三路90号'],
  ['? 籍贯', '浙江绍兴'],
  ['? 客户来源', 'lkh'],
  ['? 单位', '杭州西溪食品有限公司'],
  ['? 职务', '总经理'],
] as const
const after = [
  ['? 部门', ''],
  ['? 职业', ''],
  ['? 行业', '食品'],
  ['? 单位地址', ''],
  ['? 兴趣爱好', '钓鱼'],
  ['? 家庭状况', '已婚'],
  ['? 教育程度', 'bk'],
  ['? 车辆', ''],
  ['? 个人生活', ''],
  ['? 喜好/忌口', '不吃香菜'],
  ['? 常用包间', '听涛阁'],
  ['? 餐位图 上', '王建国'],
  ['? 餐位图 下', '李秘书'],
  ['? 餐位图 左', '陈局'],
  ['? 餐位图 右', ''],
  ['? 习惯接待人', '部长小周'],
  ['? 就餐其他', ''],
  ['? 就餐档次 ※', '1'],
  ['? 消费频次 ※', '每周'],
  ['? 角色 ※', 'jcqk'],
  ['? 是否签单 ※', '是'],
  ['? 曾建议内容', '多些素菜'],
  ['? 价值其他', ''],
  ['? 有家人信息要记录吗', '1'],
  ['? 姓名 ※', '李秀英'],
  ['? 与客户关系', '妻子'],
  ['? 性别', '女'],
  ['? 联系电话', ''],
  ['? 生日', '农历八月十五'],
  ['? 工作单位', ''],
  ['? 职务', ''],
  ['? 兴趣爱好', ''],
  ['? 喜好/忌口', ''],
  ['? 就餐档次', ''],
  ['? 备注', ''],
  ['? 有家人信息要记录吗', '否'],
  ['司机等信息要记录吗', '否'],
  ['? 有朋友信息要记录吗', '否'],
  ['? 生日', '1975年6月1日'],
  ['? 结婚纪念日', ''],
  ['? 其他纪念日', ''],
  ['? 其他信息', ''],
  ['? 曾经投诉内容', ''],
  ['? 收集方法', 'mp'],
  ['? 收集人', ''],
  ['? 备注', ''],
] as const

/** The wife's own sheet, filled in the same sitting; what the first sheet said of her is shown and not asked. */
const wife = [
  ['? 联系电话', '13957100009'],
  ['? 称呼', '李老师'],
  ['? 年龄', ''],
  ['? 微信', ''],
  ['? 邮箱', ''],
  ['? 家庭住址', ''],
  ['? 籍贯', ''],
  ['? 客户来源', ''],
  ['? 单位', ''],
  ['? 职务', ''],
  ['? 部门', ''],
  ['? 职业', '教师'],
  ['? 行业', ''],
  ['? 单位地址', ''],
  ['? 兴趣爱好', ''],
  ['? 家庭状况', ''],
  ['? 教育程度', ''],
  ['? 车辆', ''],
  ['? 个人生活', ''],
  ['? 喜好/忌口', ''],
  ['? 常用包间', ''],
  ['? 餐位图 上', ''],
  ['? 餐位图 下', ''],
  ['? 餐位图 左', ''],
  ['? 餐位图 右', ''],
  ['? 习惯接待人', ''],
  ['? 就餐其他', ''],
  ['? 就餐档次', '高档'],
  ['? 价值其他', ''],
  ['? 有家人信息要记录吗', '否'],
  ['? 有主任、司机等信息要记录吗', '否'],
  ['? 有朋友信息要记录吗', '是'],
  ['? 姓名 ※', '周梅'],
  ['? 与客户关系', '同事'],
  ['? 性别', ''],
  ['? 联系电话', ''],
  ['? 生日', ''],
  ['? 单位', ''],
  ['? 职务', ''],
  ['? 兴趣爱好', ''],
  ['? 喜好/忌口', ''],
  ['? 就餐档次', ''],
  ['? 备注', ''],
  ['? 有朋友信息要记录吗', '否'],
  ['? 结婚纪念日', ''],
  ['? 其他纪念日', ''],
  ['? 其他信息', ''],
  ['? 曾经投诉内容', ''],
  ['? 收集方法', 'mp'],
  ['? 收集人', ''],
  ['? 备注', ''],
] as const

/** Typed without waiting, as fast clerks do: a question out of place would show in the customer. */
async function answer(desk: Terminal, lines: readonly (readonly [string, string])[]): Promise<void> {
  await desk.waitFor(lines[0]![0])
  for (const [, text] of lines) {
    if (text !== '') desk.type(text)
    desk.keys('Enter')
  }
}

/** Every row of a book; of operations and their journal only what was done, not the command it was done by. */
function tablesOf(name: string): Record<string, unknown[]> {
  const db = new Database(join(folder, name), { readonly: true })
  const told: Readonly<Record<string, string>> = {
    operation: 'id, kind, staff, reason, state, summary',
    change: 'id, operation_id, entity, row_id, last_id, action, after',
  }
  const names = db
    .prepare(`select name from sqlite_master where type = 'table' order by name`)
    .pluck()
    .all() as string[]
  const rows = names
    .filter((table) => !['setting', 'access_log'].includes(table))
    .map((table) => [table, db.prepare(`select ${told[table] ?? '*'} from ${table} order by 1`).all()] as const)
  db.close()
  return Object.fromEntries(rows)
}

const answers = `
联系电话: 139 5710 0001
客户姓名: 王建国
称呼: 王总
性别: 男
年龄: 36–45岁
微信: wjg_1975
家庭住址: 杭州市西湖区文三路90号
籍贯: 浙江绍兴
客户来源: 老客户介绍
单位: 杭州西溪食品有限公司
职务: 总经理
行业: 食品
兴趣爱好: 钓鱼
家庭状况: 已婚
教育程度: 本科
喜好/忌口: 不吃香菜
常用包间: 听雨轩
seat_host: 王建国
seat_deputy: 李秘书
seat_guest: 陈局
习惯接待人: 部长小周
就餐档次: 高档
消费频次: 每周
角色: 经常请客
是否签单: 是
消费原因: [忠诚客户, 有消费卡]
曾建议内容: 多些素菜
家人信息:
  - 姓名: 李秀英
    与客户关系: 妻子
    性别: 女
    生日: 农历八月十五
    附属客户信息:
      联系电话: 13957100009
      称呼: 李老师
      职业: 教师
      就餐档次: 高档
      朋友信息: [{ 姓名: 周梅, 与客户关系: 同事 }]
      收集方法: 名片
生日: 1975年6月1日
收集方法: 名片
`

describe.skipIf(!hasTmux)(hasTmux ? 'the customer information sheet' : 'skipped: needs tmux', () => {
  it('typed, interrupted, resumed, corrected and saved is the same customer as by answer file', async () => {
    kehu('typed.db', 'init', '--profile', 'restaurant')
    kehu('given.db', 'init', '--profile', 'restaurant')
    const first = atTerminal('typed.db', 'intake')
    await answer(first, before)
    await first.waitFor('? 部门')
    first.keys('C-c')
    await first.waitFor('草稿')
    first.close()

    const second = atTerminal('typed.db', 'intake')
    await second.waitFor('接着填吗')
    second.keys('Enter')
    const reason = after.findIndex(([question]) => question.startsWith('? 曾建议'))
    await answer(second, after.slice(0, reason))
    await second.waitFor('? 消费原因 ※')
    second.type('2 5')
    second.keys('Enter')
    await second.waitFor('[x] 有消费卡')
    second.keys('Enter')
    await answer(second, after.slice(reason))
    await second.waitFor('保存吗')
    second.type('xg')
    second.keys('Enter')
    await second.waitFor('修改哪一项')
    second.type('常用包间')
    second.keys('Enter')
    await second.waitFor('[听涛阁]')
    second.type('听雨轩')
    second.keys('Enter')
    await second.waitFor(/✓ 常用包间 +听雨轩[\s\S]*\? 保存吗/)
    second.keys('Enter')
    await second.waitFor('C000001')
    await second.waitFor('李秀英（C000002）的附属客户信息现在填吗')
    second.keys('y', 'Enter')
    await answer(second, wife)
    await second.waitFor('保存吗')
    second.keys('Enter')
    await second.waitFor('周梅（C000003）的附属客户信息现在填吗')
    second.keys('Enter')
    await second.waitFor(/现在填吗?.*否/)

    writeFileSync(join(folder, 'F1.yaml'), answers)
    kehu('given.db', 'intake', 'F1', '--answers', 'F1.yaml')
    const typed = JSON.parse(kehu('typed.db', 'show', 'C000001', '--json'))
    const given = JSON.parse(kehu('given.db', 'show', 'C000001', '--json'))
    expect(typed.name).toBe('王建国')
    expect(typed).toEqual(given)
    expect(tablesOf('typed.db')).toEqual(tablesOf('given.db'))
  })
})
