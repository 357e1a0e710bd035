import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameKeys } from '../../src/domain/search/keys.ts'
import { searchSetting } from '../../src/domain/search/setting.ts'
import { type Book, closeBook, openBook } from '../../src/store/book.ts'
import { dropBulkIndexes, makeBulkIndexes } from '../../src/store/import/indexes.ts'
import { refreshSearch } from '../../src/store/search/blocks.ts'

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文博宇轩梓涵欣怡']
const titles = ['总经理', '经理', '主任', null, null, null]
const cities = ['杭州', '宁波', '苏州', '绍兴', '嘉兴', '无锡']
const brands = [...'泰恒鑫盛宏达瑞丰华茂嘉禾永安顺兴']
const trades = ['食品', '门窗', '贸易', '纺织', '机电', '餐饮管理']

/**
 * A book of so many invented customers, made once and kept in the temporary folder: two in three are persons with a
 * mobile, a third are firms with a landline and a short name; one in fifty has a former name, one in twenty a driver
 * with a number plate.
 */
export function manyCustomers(count: number): string {
  const folder = join(tmpdir(), 'kehu-bench')
  const path = join(folder, `customers-${count}-v2.db`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const draft = `${path}.${process.pid}`
  const book = openBook(draft, { create: true })
  fill(book, count)
  refreshSearch(book, searchSetting)
  book.sqlite.exec('pragma wal_checkpoint(truncate)')
  closeBook(book)
  for (const end of ['-wal', '-shm']) rmSync(draft + end, { force: true })
  renameSync(draft, path)
  return path
}

function fill(book: Book, count: number): void {
  const { sqlite } = book
  sqlite.pragma('synchronous = off')
  sqlite.exec('begin')
  sqlite.exec(
    `insert into operation (id, kind, command, staff, started_at, state) values (1, 'import', 'bench', 'bench', '2026-11-22T08:00:00.000Z', 'done')`,
  )
  dropBulkIndexes(book)
  const add = (table: string, columns: string) =>
    sqlite.prepare(`insert into ${table} (${columns}, operation_id) values (${columns.replace(/\w+/g, '?')}, 1)`)
  const party = add(
    'party',
    'id, kind, name, name_key, pinyin, initials, surname, honorific, gender, title, employer, short_name',
  )
  const customer = add('customer', 'party_id, opened_on, tier')
  const contact = add('contact_point', 'party_id, type, raw, canonical')
  const alias = add('alias', 'party_id, name, name_key, reason')
  const fact = add('fact', 'party_id, field, value')
  const relation = add('relation', 'from_id, to_id, type')
  const next = dice()
  const one = <T>(list: readonly T[]): T => list[next(list.length)]!
  const keys = new Map<string, ReturnType<typeof nameKeys>>()
  const keysOf = (name: string): ReturnType<typeof nameKeys> => {
    const known = keys.get(name) ?? nameKeys(name)
    if (keys.size < 200_000) keys.set(name, known)
    return known
  }
  const person = (): string => one(surnames) + one(given) + (next(3) === 0 ? '' : one(given))
  let id = count
  for (let at = 1; at <= count; at++) {
    const isFirm = at % 3 === 0
    const brand = one(brands) + one(brands) + one(given)
    const name = isFirm ? `${one(cities)}${brand}${one(trades)}有限公司` : person()
    const { key, pinyin, initials } = keysOf(name)
    const of = isFirm
      ? [null, null, null, null, null, brand]
      : [name[0]!, next(50) === 0 ? '总' : null, next(2) === 0 ? 'M' : 'F', one(titles), null, null]
    party.run(at, isFirm ? 'org' : 'person', name, key, pinyin, initials, ...of)
    customer.run(at, '2026-01-01', next(10) === 0 ? one(['A', 'B', 'C']) : null)
    const phone = isFirm
      ? `0571-8${String(next(10_000_000)).padStart(7, '0')}`
      : `139${String(next(100_000_000)).padStart(8, '0')}`
    contact.run(at, isFirm ? 'landline' : 'mobile', phone, phone)
    if (at % 50 === 0) {
      const former = isFirm ? `${one(cities)}老${brand}商行` : person()
      alias.run(at, former, keysOf(former).key, 'former')
    }
    if (at % 20 !== 0) continue
    const driver = person()
    const known = keysOf(driver)
    party.run(++id, 'person', driver, known.key, known.pinyin, known.initials, driver[0], null, 'M', null, null, null)
    fact.run(id, 'car', `浙A${String(next(100_000)).padStart(5, '0')}`)
    relation.run(id, at, 'driver')
  }
  makeBulkIndexes(book)
  const ranges = ['party', 'contact_point', 'alias', 'fact', 'relation'].map(
    (table) => `select 1, '${table}', 1, (select max(id) from ${table}), 'insert'`,
  )
  sqlite.exec(
    `insert into change (operation_id, entity, row_id, last_id, action) ${ranges.join(' union all ')}; commit; analyze`,
  )
}

/** The same numbers every time. */
function dice(): (most: number) => number {
  let seed = 7
  return (most) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((((seed ^ (seed >>> 15)) >>> 0) / 4_294_967_296) * most)
  }
}
