import { startOfDay } from '../../src/domain/calendar.ts'
import { type Book, closeBook, openBook } from '../../src/store/book.ts'
import { makeBulkIndexes } from '../../src/store/import/indexes.ts'
import { bulkIndexes } from '../../src/store/migrations/0001-initial.ts'

export interface BookSize {
  readonly customers: number
  readonly deals: number
  readonly interactions: number
}

/** Last day on which anything happens in a generated book. */
export const LAST_DAY = '2026-11-22'

/**
 * Fills a new book with invented customers, deals and contacts, made by SQL alone: the same numbers from the same sizes.
 *
 * Days go back three years from `LAST_DAY`; one in a hundred customers was merged, one in two hundred archived.
 */
export function makeLargeBook(path: string, { customers, deals, interactions }: BookSize): void {
  const book = openBook(path, { create: true })
  const { sqlite } = book
  sqlite.pragma('journal_mode = off')
  sqlite.pragma('synchronous = off')
  sqlite.pragma('foreign_keys = off')
  for (const name of Object.keys(bulkIndexes)) sqlite.exec(`drop index if exists ${name}`)
  sqlite.exec('begin')
  operationsOf(book)
  partiesOf(book, customers)
  eventsOf(book, customers, { deals, interactions })
  makeBulkIndexes(book)
  sqlite.exec('commit; analyze')
  closeBook(book)
}

/** One operation a day, as daily imports would leave. */
function operationsOf({ sqlite }: Book): void {
  const at = startOfDay(LAST_DAY)
  sqlite
    .prepare(
      `insert into operation (id, kind, command, staff, started_at, ended_at, state)
       with recursive n(i) as (select 1 union all select i + 1 from n where i < 1095)
       select i, 'import', 'kehu import', 'bench', strftime('%Y-%m-%dT%H:%M:%fZ', ?, '-' || (1095 - i) || ' days', '+3 hours'),
         strftime('%Y-%m-%dT%H:%M:%fZ', ?, '-' || (1095 - i) || ' days', '+4 hours'), 'done' from n`,
    )
    .run(at, at)
}

const day = (number: string): string => `date('${LAST_DAY}', '-' || (${number}) || ' days')`
/** Scatters the numbers of rows; the same every time. */
const scatter = (row: string, factor: number, most: string | number): string =>
  `((${row}) * ${factor} % 1000003) % (${most})`
const pick = (row: string, factor: number, words: readonly string[]): string =>
  `case ${scatter(row, factor, words.length)} ${words.map((word, at) => `when ${at} then '${word}'`).join(' ')} end`

function partiesOf({ sqlite }: Book, customers: number): void {
  const surnames = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '欧阳', '周']
  const given = ['伟', '芳', '秀英', '敏', '静', '强', '磊', '洋', '艳', '杰']
  const cities = ['杭州市', '宁波市', '温州市', '嘉兴市', '湖州市', '绍兴市']
  const rows = (limit: number): string =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${limit})`
  sqlite.exec(
    `insert into party (id, kind, name, name_key, pinyin, initials, gender, birth, employer, title, status, merged_into, operation_id)
     ${rows(customers)}
     select i, case when i % 4 = 0 then 'org' else 'person' end,
       case when i % 4 = 0 then '样板贸易' || i || '有限公司' else ${pick('i', 7919, surnames)} || ${pick('i', 104729, given)} || (i % 997) end,
       'k' || i, 'p' || i, 'i' || (i % 700), case i % 3 when 0 then 'F' when 1 then 'M' end,
       case when i % 2 = 0 then date('1960-01-01', '+' || ${scatter('i', 31, 16000)} || ' days') end,
       case when i % 5 = 0 then '样板科技' || (i % 5000) end, case when i % 5 = 0 then '经理' end,
       case when i % 100 = 7 then 'merged' when i % 200 = 11 then 'archived' else 'active' end,
       case when i % 100 = 7 then i - 1 end, 1 + ${scatter('i', 6151, 1095)}
     from n`,
  )
  sqlite.exec(
    `insert into customer (party_id, acquired_from, owner, level, opened_on, tier, operation_id)
     select id, ${pick('id', 3571, ['老客户介绍', '网络', '来电咨询', '展会', '路过'])}, ${pick('id', 2221, ['李敏', '王建国', '林悦', '何晴', '小陈'])},
       case when id % 6 = 0 then '金卡' end, ${day(scatter('id', 6151, 1095))}, ${pick('id', 911, ['A', 'B', 'C', 'D', 'E', 'E', 'D', 'C'])}, operation_id
     from party`,
  )
  sqlite.exec(
    `insert into contact_point (party_id, type, raw, canonical, operation_id)
     select id, 'mobile', '138' || printf('%08d', id), '138' || printf('%08d', id), operation_id from party
     union all select id, 'email', 'user' || id || '@example.com', 'user' || id || '@example.com', operation_id from party where id % 3 = 0`,
  )
  sqlite.exec(
    `insert into address (party_id, use, raw, province, city, district, street, operation_id)
     select id, 'unknown', '浙江省' || city || '西湖区样板路' || (id % 999) || '号', '浙江省', city, '西湖区', '样板路' || (id % 999) || '号', operation_id
     from (select id, operation_id, ${pick('id', 4099, cities)} as city from party)`,
  )
  sqlite.exec(`insert into fact (party_id, field, value, as_of, operation_id)
     select id, 'hobby', ${pick('id', 577, ['羽毛球', '钓鱼', '摄影', '旅游'])}, '${LAST_DAY}', operation_id from party where id % 4 = 1`)
}

function eventsOf({ sqlite }: Book, customers: number, { deals, interactions }: Omit<BookSize, 'customers'>): void {
  sqlite.exec(
    `insert into deal (party_id, on_day, product, quantity, unit_price, amount, currency, kind, status, order_no, staff, operation_id)
     with recursive n(i) as (select 1 union all select i + 1 from n where i < ${deals})
     select 1 + ${`(i * 7919 % ${customers})`}, ${day(scatter('i', 17389, 1095))}, ${pick('i', 353, ['样板茶', '独立别墅', '会议室', '套餐', '手机'])},
       '1', ${scatter('i', 27644, 900000)} + 100, ${scatter('i', 27644, 900000)} + 100, case when i % 500 = 3 then 'USD' else 'CNY' end,
       case when i % 40 = 9 then 'refund' when i % 90 = 1 then 'topup' else 'sale' end, case when i % 70 = 5 then '已取消' end,
       'D' || i, ${pick('i', 733, ['李敏', '王建国', '林悦'])}, 1 + ${scatter('i', 6151, 1095)}
     from n`,
  )
  sqlite.exec(
    `insert into interaction (party_id, kind, customer_initiated, on_day, at_time, staff, content, next_on, operation_id)
     with recursive n(i) as (select 1 union all select i + 1 from n where i < ${interactions})
     select 1 + ${`(i * 15485863 % ${customers})`}, ${pick('i', 269, ['call', 'walk-in', 'visit', 'meal', 'message', 'service'])},
       case i % 3 when 0 then 1 when 1 then 0 end, ${day(scatter('i', 52361, 1095))}, printf('%02d:%02d', i % 24, i % 60),
       ${pick('i', 733, ['李敏', '王建国', '林悦'])}, '问价，约看房 ' || i, case when i % 20 = 0 then ${day(`${scatter('i', 52361, 1095)} - 14`)} end,
       1 + ${scatter('i', 6151, 1095)}
     from n`,
  )
}
