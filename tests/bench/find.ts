import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameKeys } from '../../src/domain/search/keys.ts'
import { searchWords } from '../../src/domain/search/query.ts'
import { type Book, closeBook, openBook } from '../../src/store/book.ts'
import { findParties } from '../../src/store/find.ts'
import { dropBulkIndexes, makeBulkIndexes } from '../../src/store/import/indexes.ts'

const GOAL_MS = 100
const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文博宇轩梓涵欣怡']
const titles = ['总经理', '经理', '主任', null, null, null]

/** A book of so many invented customers: two and three characters, a mobile each, every third with an employer. */
function makeBook(path: string, count: number): Book {
  const book = openBook(path, { create: true })
  const { sqlite } = book
  sqlite.pragma('synchronous = off')
  sqlite.exec('begin')
  sqlite.exec(
    `insert into operation (id, kind, command, staff, started_at, state) values (1, 'import', 'bench', 'bench', '2026-11-22T08:00:00.000Z', 'done')`,
  )
  dropBulkIndexes(book)
  const party = sqlite.prepare(
    `insert into party (id, kind, name, name_key, pinyin, initials, surname, honorific, gender, title, employer, operation_id)
     values (?, 'person', ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  )
  const customer = sqlite.prepare('insert into customer (party_id, opened_on, operation_id) values (?, ?, 1)')
  const contact = sqlite.prepare(
    `insert into contact_point (party_id, type, raw, canonical, operation_id) values (?, 'mobile', ?, ?, 1)`,
  )
  let seed = 7
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((((seed ^ (seed >>> 15)) >>> 0) / 4_294_967_296) * most)
  }
  const keys = new Map<string, ReturnType<typeof nameKeys>>()
  for (let id = 1; id <= count; id++) {
    const surname = surnames[next(surnames.length)]!
    const name = surname + given[next(given.length)]! + (next(3) === 0 ? '' : given[next(given.length)]!)
    const known = keys.get(name) ?? nameKeys(name)
    keys.set(name, known)
    const title = titles[next(titles.length)]!
    const gender = next(2) === 0 ? 'M' : 'F'
    party.run(
      id,
      name,
      known.key,
      known.pinyin,
      known.initials,
      surname,
      next(50) === 0 ? '总' : null,
      gender,
      title,
      null,
    )
    customer.run(id, '2026-01-01')
    const mobile = `139${String(next(100_000_000)).padStart(8, '0')}`
    contact.run(id, mobile, mobile)
  }
  makeBulkIndexes(book)
  sqlite.exec('commit')
  sqlite.exec('analyze')
  return book
}

const questions = [
  '张伟',
  '王芳',
  '张总',
  '李女士',
  '陈主任',
  'zhangwei',
  'zw',
  'liming',
  '8888',
  '13912345678',
  'C500000',
  '秀英',
  '欧阳修',
  '不存在的人',
  '9912345',
]

/** How long a clerk waits for a search among a million customers. */
export async function bench(args: string[]): Promise<void> {
  const count = Number(args[0] ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'kehu-find-'))
  try {
    const book = makeBook(join(folder, 'kehu.db'), count)
    let met = 0
    for (const words of questions) {
      const times = [1, 2, 3].map(() => {
        const from = performance.now()
        findParties(book, { ...searchWords(words), limit: 20 })
        return performance.now() - from
      })
      const found = findParties(book, { ...searchWords(words), limit: 20 })
      const [, middle = 0] = times.sort((a, b) => a - b)
      if (middle < GOAL_MS) met++
      console.log(
        `${words.padEnd(14)} ${middle.toFixed(1).padStart(8)} ms  ${found.length} found by ${found[0]?.by ?? '-'}`,
      )
    }
    closeBook(book)
    console.log(`met ${met} of ${questions.length} (< ${GOAL_MS} ms at ${count.toLocaleString('en')})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
