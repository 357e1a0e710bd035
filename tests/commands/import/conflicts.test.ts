import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askFrom } from '../../support/ask.ts'
import { type Desk, openDesk } from '../../support/desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = openDesk()
  const path = (name: string): string => join(desk.folder, name)
  writeFileSync(path('a.csv'), '编号,姓名,电话,备注,客户级别\nA1,王芳,13800000001,老,金\nA2,李强,13800000002,旧,银\n')
  writeFileSync(path('b.csv'), '编号,姓名,电话,备注,客户级别\nA1,王芳,13800000001,新,银\nA2,李强,13800000002,,铜\n')
  await desk.run(['import', '-q', path('a.csv')])
})
afterEach(() => desk.close())

const held = (): unknown[] =>
  desk.book.sqlite.prepare('select remark, level from party p join customer k on k.party_id = p.id').raw().all()

describe('--on-conflict ask', () => {
  it('asks once a field, and does what was answered', async () => {
    const ask = askFrom(['replace', 'fill'])
    await desk.run(['import', '-q', '--on-conflict', 'ask', join(desk.folder, 'b.csv')], ask)
    expect(ask.left()).toBe(0)
    expect(ask.asked[0]).toContain('备注')
    expect(held()).toEqual([
      ['新', '金'],
      ['旧', '银'],
    ])
  })

  it('asks nothing of fields that were told', async () => {
    const flags = ['--on-conflict', 'ask', '--on-conflict', 'level=replace', '--on-conflict', 'remark=keep']
    await desk.run(['import', '-q', ...flags, join(desk.folder, 'b.csv')], askFrom([]))
    expect(held()).toEqual([
      ['老', '银'],
      ['旧', '铜'],
    ])
  })

  it('changes nothing where the person leaves', async () => {
    const run = desk.run(
      ['import', '-q', '--on-conflict', 'ask', join(desk.folder, 'b.csv')],
      askFrom(['replace', 'q']),
    )
    await expect(run).rejects.toMatchObject({ code: 'conflict-stopped', kind: 'cancelled' })
    expect(held()).toEqual([
      ['老', '金'],
      ['旧', '银'],
    ])
  })
})
