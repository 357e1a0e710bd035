import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk } from '../../support/desk.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => desk.close())

async function take(name: string, text: string, ...flags: readonly string[]): Promise<void> {
  const path = join(desk.folder, name)
  writeFileSync(path, text)
  await desk.run(['import', '-q', ...flags, path])
}

const rows = (sql: string): unknown[] => desk.book.sqlite.prepare(sql).raw().all()

const firms = '客户编号,客户名称,联系人,手机\n'

describe('rows of customers the book has', () => {
  it('bring new people of a firm, and nobody twice', async () => {
    await take('a.csv', `${firms}K1,杭州宏图有限公司,张三丰,13857101234\n`)
    await take('b.csv', `${firms}K1,杭州宏图有限公司,张三丰,13857101234\nK1,杭州宏图有限公司,王五一,13857101299\n`)
    expect(
      rows('select p.name, f.name from relation r join party f on f.id = r.to_id join party p on p.id = r.from_id'),
    ).toEqual([
      ['张三丰', '杭州宏图有限公司'],
      ['王五一', '杭州宏图有限公司'],
    ])
    expect(rows('select fate, count(*) from source_row group by 1 order by 1')).toEqual([
      ['created', 1],
      ['skipped', 2],
      ['unchanged', 1],
      ['updated', 1],
    ])
  })

  it('are known where several stand side by side, each with its own people', async () => {
    const head = '编号,公司名称,联系人,电话,,编号,公司名称,联系人,电话\n'
    await take('a.csv', `${head}A1,宁波大海有限公司,李四光,13857101001,,A2,温州小河有限公司,赵六一,13857101002\n`)
    await take(
      'b.csv',
      `${head}A1,宁波大海有限公司,李四光,13857101001,,A3,台州高山有限公司,钱七一,13857101003\nA3,台州高山有限公司,钱七一,13857101003,,A2,温州小河有限公司,孙八一,13857101004\n`,
    )
    expect(
      rows(
        `select f.name, group_concat(p.name) from party f join relation r on r.to_id = f.id join party p on p.id = r.from_id group by f.id order by f.name`,
      ),
    ).toEqual([
      ['台州高山有限公司', '钱七一'],
      ['台州高山有限公司', '钱七一'],
      ['宁波大海有限公司', '李四光'],
      ['温州小河有限公司', '赵六一,孙八一'],
    ])
  })

  it('lose nothing by an empty cell, but for what was asked', async () => {
    const head = '编号,姓名,手机,级别,爱好,生日\n'
    await take('a.csv', `${head}A1,王芳,13800000001,金,钓鱼,1980-01-02\n`)
    const held = (): unknown[] =>
      rows(`select p.name, k.level, p.birth, (select value from fact where party_id = p.id and field = 'hobby'),
        (select count(*) from contact_point where party_id = p.id) from party p join customer k on k.party_id = p.id`)
    await take('b.csv', `${head}A1,王芳,,,,1980-01-02\n`)
    expect(held()).toEqual([['王芳', '金', '1980-01-02', '钓鱼', 1]])
    await take('c.csv', `${head}A1,王芳,13800000001,,,1980-01-02\n`, '--empty-erases')
    expect(held()).toEqual([['王芳', null, '1980-01-02', null, 1]])
    await desk.run(['import', 'undo', '3'])
    expect(held()).toEqual([['王芳', '金', '1980-01-02', '钓鱼', 1]])
  })
})

describe('deals of nobody', () => {
  it('go to one customer who stands for all, through every import', async () => {
    await take('a.csv', '日期,客户名称,商品,金额\n2025-01-01,,钢化膜,30\n2025-01-02,散客,手机壳,20\n')
    await take('b.csv', '日期,客户名称,商品,金额\n2025-02-01,散客,数据线,10\n')
    expect(
      rows(
        'select p.name, k.stub, count(*), sum(d.amount) from deal d join party p on p.id = d.party_id join customer k on k.party_id = p.id group by p.id',
      ),
    ).toEqual([['散客（未留名）', 1, 3, 6000]])
  })
})
