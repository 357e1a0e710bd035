import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, type Desk, openDesk } from '../support/desk.ts'

const list = `姓名,手机,建档日期,是否同意
王建国,13957100001,2024-01-05,
李梅,13911112222,2024-01-05,否
陈志强,,2024-01-05,
赵敏,13866220044,2024-01-05,是
`
let desk: Desk
beforeEach(async () => {
  desk = openDesk()
  writeFileSync(join(desk.folder, 'list.csv'), list)
  await desk.run(['import', join(desk.folder, 'list.csv')])
})
afterEach(() => desk.close())

describe("customers' requests", () => {
  it('wait with a day, are overdue after it, and are answered with the change they ask for', async () => {
    await desk.run(['requests', 'add', 'C000001', '手机号换了', '--due', '7'])
    desk.now = '2026-12-05T03:00:00.000Z'
    const overdue = await desk.run(['requests', '--overdue', '--json'])
    expect(overdue.json()).toMatchObject([{ code: 'C000001', dueOn: '2026-11-29', state: 'open', overdue: true }])
    await desk.run(['requests', 'answer', '1', '--result', 'done', '--answer', '已改', '--set', '手机=13955556666'])
    const found = (await desk.run(['requests', '--json'])).json()
    expect(found).toMatchObject([{ state: 'done', answeredOn: '2026-12-05', answer: '已改', overdue: false }])
    const phone = desk.book.sqlite.prepare('select canonical from contact_point where party_id = 1').pluck().get()
    expect(phone).toBe('13955556666')
    await expect(desk.run(['requests', 'answer', '1', '--result', 'done'])).rejects.toMatchObject({
      code: 'request-answered',
    })
    await desk.run(['undo', '3'])
    expect(desk.book.sqlite.prepare('select canonical from contact_point where party_id = 1').pluck().get()).toBe(
      '13957100001',
    )
    expect((await desk.run(['requests', '--json'])).json()).toMatchObject([{ state: 'open' }])
  })

  it('of ours leave out who said no and who has no such contact, and ask nobody twice', async () => {
    const asked = await desk.run(['requests', 'ask', '--mark', '--json', '--show-pii'])
    expect((asked.json() as { code: string }[]).map(({ code }) => code)).toEqual(['C000001', 'C000004'])
    expect((await desk.run(['requests', 'ask', '--json'])).json()).toEqual([])
    await desk.run(['undo', '2'])
    expect((await desk.run(['requests', 'ask', '--json'])).json()).toHaveLength(2)
  })
})

describe('the collection plan', () => {
  it('is laid down once, ticked off, and comes again where it is periodic', async () => {
    const before = contentOf(desk.book)
    await desk.run(['collection', 'start', '--owner', '小林'])
    await expect(desk.run(['collection', 'start'])).rejects.toMatchObject({ code: 'collection-started' })
    await desk.run(['collection', 'done', '1'])
    await desk.run(['collection', 'done', '7'])
    desk.now = '2026-12-31T03:00:00.000Z'
    const tasks = (await desk.run(['collection', '--json'])).json() as { id: number; state: string; dueOn: string }[]
    expect(tasks.map(({ id }) => id)).not.toContain(1)
    expect(tasks.find(({ id }) => id === 2)).toMatchObject({ state: 'overdue' })
    expect(tasks.find(({ id }) => id === 11)).toMatchObject({ dueOn: '2027-05-21' })
    for (const id of ['4', '3', '2']) await desk.run(['undo', id])
    expect(contentOf(desk.book)).toEqual(before)
  })

  it('lists sources that are due to be collected from', async () => {
    await desk.run(['quality', 'source', '门店', '--collect-every', '30', '--initiative', 'yes', '--per-month', '4'])
    expect((await desk.run(['collection', '--json'])).json()).toMatchObject([{ source: '门店', dueOn: '2026-11-22' }])
    const [source] = (await desk.run(['quality', 'sources', '--json'])).json() as { reliability: number }[]
    expect(source!.reliability).toBeCloseTo(0.8)
  })
})
