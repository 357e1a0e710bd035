import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askFrom } from '../support/ask.ts'
import { contentOf, type Desk, openDesk } from '../support/desk.ts'

const list = `姓名,手机,座机,邮箱,证件号码,单位,性别,出生日期,备注
王建国,13957100001,0571-85001234,wjg@@qq.com,,,,,
李　梅,13911112222,,limei@gmial.com,,,,,
陈志强,13800138000,,czq@163.com,330106197506011231,,,,
赵敏,13655556666,0571-1234567,,,,女,1988-02-30,
,13700001111,,,,,,,
杭州西溪食品有限公司,13822223333,,,,王强,,,
孙浩,1.38E+10,,,11010119900307000,,,,
`

describe('repairs', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = openDesk()
    writeFileSync(join(desk.folder, 'list.csv'), list)
    await desk.run(['import', join(desk.folder, 'list.csv')])
    // Rows of an older program, that wrote what it could not read.
    desk.book.sqlite.exec(`
      update party set name = '王　建国' where id = 1;
      update party set id_number = '11010519491231002x' where id = 2;
      update contact_point set canonical = null where party_id = 1 and type = 'mobile';
      insert into contact_point (party_id, type, raw, canonical, operation_id) values (3, 'mobile', '13333333333', '13333333333', 1)`)
  })
  afterEach(() => desk.close())

  it('are shown with before and after, and nothing is changed', async () => {
    const before = contentOf(desk.book)
    const { json, ending } = await desk.run(['clean', '--json', '--show-pii'])
    expect(json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          repair: 'format-text',
          operation: null,
          examples: expect.arrayContaining([{ code: 'C000001', field: 'name', before: '王　建国', after: '王建国' }]),
        }),
        expect.objectContaining({
          repair: 'placeholder-to-missing',
          examples: expect.arrayContaining([{ code: 'C000003', field: 'phone', before: '13333333333', after: null }]),
        }),
      ]),
    )
    expect(ending).toBe('waiting')
    expect(contentOf(desk.book)).toEqual(before)
  })

  it('are done once, and then there is nothing left to do', async () => {
    expect((await desk.run(['clean', '--apply'])).ending).toBe('done')
    const party = desk.book.sqlite.prepare('select name, name_key, surname, given_name from party where id = 1').get()
    expect(party).toEqual({ name: '王建国', name_key: '王建国', surname: '王', given_name: '建国' })
    expect(desk.book.sqlite.prepare('select id_number, birth, gender from party where id = 2').get()).toEqual({
      id_number: '11010519491231002X',
      birth: '1949-12-31',
      gender: 'F',
    })
    const after = contentOf(desk.book)
    const again = await desk.run(['clean', '--apply', '--json'])
    expect(again.ending).toBe('done')
    expect(again.json()).toEqual([])
    expect(contentOf(desk.book)).toEqual(after)
  })

  it('are taken back whole, findings and removed contacts too', async () => {
    await desk.run(['verify'])
    const before = contentOf(desk.book)
    const { err } = await desk.run(['clean', '--apply'])
    expect(contentOf(desk.book)).not.toEqual(before)
    const repaired = await desk.run(['verify', 'findings', '--state', 'repaired', '--json'])
    expect(repaired.json()).not.toEqual([])
    await desk.run(['undo', /undo (\d+)/.exec(err)![1]!])
    expect(contentOf(desk.book)).toEqual(before)
  })

  it('are done by kind, as the person at the keyboard agrees', async () => {
    const proposed = (await desk.run(['clean', '--json'])).json() as { repair: string }[]
    const answers = proposed.map(({ repair }) => (repair === 'format-text' ? 'y' : 'n'))
    const { ending } = await desk.run(['clean'], askFrom(answers))
    expect(ending).toBe('done')
    expect(desk.book.sqlite.prepare('select name from party where id = 1').pluck().get()).toBe('王建国')
    expect(desk.book.sqlite.prepare('select id_number from party where id = 2').pluck().get()).toBe(
      '11010519491231002x',
    )
  })

  it('are never done half: leaving in the middle changes nothing', async () => {
    const before = contentOf(desk.book)
    await expect(desk.run(['clean'], askFrom(['y', 'q']))).rejects.toMatchObject({ kind: 'cancelled' })
    expect(contentOf(desk.book)).toEqual(before)
  })

  it('leave what has lost digits alone, and say so', async () => {
    const { err } = await desk.run(['clean', '--apply'])
    expect(err).toContain('丢失了位数')
    const raw = desk.book.sqlite.prepare(`select count(*) from contact_point where raw like '1.38E+10'`).pluck().get()
    expect(raw).toBe(1)
  })

  it('of an unknown kind are refused', async () => {
    await expect(desk.run(['clean', '--rule', 'nothing'])).rejects.toMatchObject({ code: 'repair-missing' })
  })
})
