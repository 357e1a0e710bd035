import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Book } from '../../src/store/book.ts'
import { askFrom } from '../support/ask.ts'
import { type Filled, fillIn } from '../support/call-list.ts'
import { contentOf, type Desk, openDesk } from '../support/desk.ts'

const list = `客户名称,手机,地址,建档日期,经办人
王建国,13957100001,杭州市西湖区文三路90号,2024-01-05,小林
李梅,13911112222,,2024-02-05,小林
陈志强,13812345678,宁波市海曙区中山西路1号,2024-03-05,小周
赵敏,13655556666,,2024-04-05,小周
`
const desks: Desk[] = []
async function withBook(...flags: string[]): Promise<Desk> {
  const desk = openDesk()
  desks.push(desk)
  writeFileSync(join(desk.folder, 'list.csv'), list)
  await desk.run(['import', ...flags, join(desk.folder, 'list.csv')])
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close()
})

/** What two ways of verifying must agree in: everything but ids of operations and moments. */
function essence(book: Book): unknown {
  const { party, customer, contact_point, address, fact, confirmation } = contentOf(book)
  const plain = (rows: unknown[] | undefined): unknown[] =>
    rows!.map((row) => {
      const { id: _i, at: _a, operation_id: _o, ...rest } = row as Record<string, unknown>
      return rest
    })
  return [party, customer, contact_point, address, fact, confirmation].map(plain)
}

const due = async (desk: Desk, ...flags: string[]): Promise<{ code: string; reason: string; dueOn: string }[]> =>
  (await desk.run(['verify', 'due', '--scope', 'base', '--json', ...flags])).json() as never

/** One customer confirmed, one unreachable, one corrected, one with a gap filled. */
const answers = [
  ...['1', '电话', '1', '1', '1', ''],
  ...['联系不上', '电话'],
  ...['1', '拜访', '更正', '陈志刚', '1', '更正', '宁波市鄞州区天童南路2号', '搬家了'],
  ...['1', '拜访', '1', '不愿说', '杭州市上城区解放路3号', ''],
]

describe('the verification desk', () => {
  it('lists who is due, the longest overdue first', async () => {
    const desk = await withBook()
    expect((await due(desk)).map(({ code, dueOn }) => `${code} ${dueOn}`)).toEqual([
      'C000001 2025-01-04',
      'C000002 2025-02-04',
      'C000003 2025-03-05',
      'C000004 2025-04-05',
    ])
    expect((await due(desk, '--owner', '小林')).map(({ code }) => code)).toEqual(['C000001', 'C000002'])
  })

  it('asks for second-hand rows at once', async () => {
    const desk = await withBook('--method', '购买', '--basis', '采购合同')
    desk.book.sqlite.exec(`update customer set opened_on = '2026-11-01'`)
    expect((await due(desk)).map(({ reason }) => reason)).toEqual(Array(4).fill('second-hand'))
  })

  it('goes through the due customers field by field, and leaves each fact with who, when and how', async () => {
    const desk = await withBook()
    const ask = askFrom(answers)
    const { ending } = await desk.run(['verify', 'session'], ask)
    expect([ending, ask.left()]).toEqual(['done', 0])
    const { sqlite } = desk.book
    expect(sqlite.prepare('select name from party where id = 3').pluck().get()).toBe('陈志刚')
    expect(sqlite.prepare('select city, district from address where party_id = 3').get()).toEqual({
      city: '宁波市',
      district: '鄞州区',
    })
    const facts = sqlite
      .prepare(
        `select party_id, field, state, value, method, staff, note, next_due from confirmation where party_id in (2, 3) order by id`,
      )
      .all()
    const common = { party_id: 3, method: 'visit', staff: '小周', note: null, next_due: null }
    expect(facts).toMatchObject([
      { party_id: 2, field: null, state: 'unreachable', next_due: '2026-11-29' },
      { ...common, field: 'name', state: 'corrected', value: '陈志刚' },
      { ...common, state: 'confirmed', value: '13812345678' },
      { ...common, state: 'corrected', value: '宁波市鄞州区天童南路2号' },
      { ...common, field: null, state: 'corrected', value: null, note: '搬家了', next_due: '2027-11-22' },
    ])
    expect((await desk.run(['show', 'C000003'])).out).toContain('已核实 2026-11-22 小周 拜访')
    expect(await due(desk)).toEqual([])
    desk.now = '2026-11-29T03:00:00.000Z'
    expect(await due(desk)).toMatchObject([{ code: 'C000002', reason: 'retry' }])
  })

  it('takes corrections back with undo', async () => {
    const desk = await withBook()
    const before = contentOf(desk.book)
    await desk.run([
      'verify',
      'record',
      'C000003',
      '--result',
      'confirmed',
      '--set',
      '姓名=陈志刚',
      '--set',
      'phone=13800001234',
    ])
    expect(contentOf(desk.book)).not.toEqual(before)
    await desk.run(['undo', '2'])
    expect(contentOf(desk.book)).toEqual(before)
  })

  it('knows who speaks for a firm: another person in the same place, and the one before with an end', async () => {
    const desk = openDesk()
    desks.push(desk)
    const firms = '单位名称,联系人,职务,手机,建档日期\n杭州瑞丰贸易有限公司,刘强,采购经理,13957100009,2024-01-05\n'
    writeFileSync(join(desk.folder, 'firms.csv'), firms)
    await desk.run(['import', join(desk.folder, 'firms.csv')])
    const { sqlite } = desk.book
    const firm = `C${String(sqlite.prepare(`select id from party where kind = 'org'`).pluck().get()).padStart(6, '0')}`
    const before = contentOf(desk.book)
    await desk.run([
      'verify',
      'record',
      firm,
      '--scope',
      'decision_makers',
      '--result',
      'confirmed',
      '--set',
      '联系人=周敏 总经理',
    ])
    const people = sqlite
      .prepare(`select p.name, r.title, r.until from relation r join party p on p.id = r.from_id order by r.id`)
      .all()
    expect(people).toEqual([
      { name: '刘强', title: '采购经理', until: '2026-11-22' },
      { name: '周敏', title: '总经理', until: null },
    ])
    await desk.run(['undo', '2'])
    expect(contentOf(desk.book)).toEqual(before)
  })

  it('goes on where it was left, in the middle of a customer', async () => {
    const [left, whole] = [await withBook(), await withBook()]
    await whole.run(['verify', 'session'], askFrom(answers))
    for (const [from, to] of [
      [0, 3],
      [3, 12],
      [12, answers.length],
    ] as const) {
      const isLast = to === answers.length
      const { ending } = await left.run(
        ['verify', 'session'],
        askFrom([...answers.slice(from, to), ...(isLast ? [] : ['q'])]),
      )
      expect(ending).toBe(isLast ? 'done' : 'waiting')
    }
    expect(essence(left.book)).toEqual(essence(whole.book))
  })

  it('gives the same book through a call list in Excel, and reading it twice changes nothing', async () => {
    const [typed, listed] = [await withBook(), await withBook()]
    await typed.run(['verify', 'session'], askFrom(answers))
    await listed.run(['verify', 'calls', '-o', 'calls.xlsx'])
    const filled = join(listed.folder, 'filled.xlsx')
    const words: Record<string, Filled> = {
      'C000001 姓名': ['属实', '', '电话', ''],
      'C000001 电话': ['属实', '', '', ''],
      'C000001 地址': ['属实', '', '', ''],
      'C000002 姓名': ['联系不上', '', '电话', ''],
      'C000003 姓名': ['更正', '陈志刚', '拜访', '搬家了'],
      'C000003 电话': ['属实', '', '', ''],
      'C000003 地址': ['', '宁波市鄞州区天童南路2号', '', ''],
      'C000004 姓名': ['属实', '', '拜访', ''],
      'C000004 电话': ['不愿说', '', '', ''],
      'C000004 地址': ['更正', '杭州市上城区解放路3号', '', ''],
    }
    const rows = await fillIn(join(listed.folder, 'calls.xlsx'), filled, (code, field) => words[`${code} ${field}`])
    expect(rows).toEqual(expect.arrayContaining(Object.keys(words)))
    listed.now = '2026-11-22T05:00:00.000Z'
    const first = await listed.run(['verify', 'read', filled, '--json'])
    expect(first.json()).toEqual({ saved: ['C000001', 'C000002', 'C000003', 'C000004'], left: [] })
    expect(essence(listed.book)).toEqual(essence(typed.book))
    const before = contentOf(listed.book)
    const again = await listed.run(['verify', 'read', filled, '--json'])
    expect(again.json()).toMatchObject({ saved: [], left: [{}, {}, {}, {}] })
    expect(contentOf(listed.book)).toEqual(before)
  })
})
