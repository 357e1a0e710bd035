import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { searchWords } from '../../src/domain/search/query.ts'
import { type Book, closeBook, openBook } from '../../src/store/book.ts'
import { findParties } from '../../src/store/find.ts'
import { manyCustomers } from './many-customers.ts'

const GOAL_MS = 100
const ROUNDS = 20

/** What clerks type, by kind; the last ones match nobody. */
const questions: readonly (readonly [kind: string, words: string])[] = [
  ['name', '张伟'],
  ['name that few have', '罗梓涵'],
  ['part of a name', '秀英'],
  ['one character', '张'],
  ['part of a firm', '泰恒'],
  ['what every firm has', '有限公司'],
  ['short name', '鑫盛伟'],
  ['former name', '杭州老泰恒'],
  ['called', '张总'],
  ['called', '李女士'],
  ['called', '陈主任'],
  ['pinyin', 'zhangwei'],
  ['pinyin, partly', 'xiuying'],
  ['initials', 'zw'],
  ['initials of a firm', 'hzthw'],
  ['two letters', 'zh'],
  ['phone', '13912345678'],
  ['three digits', '888'],
  ['tail', '8888'],
  ['seven digits', '9912345'],
  ['eight digits', '88651234'],
  ['plate of a driver', '浙A12345'],
  ['tail of a plate', '12345'],
  ['code', 'C500000'],
  ['nobody: name', '不存在的人'],
  ['nobody: surname', '欧阳修'],
  ['nobody: pinyin', 'zzxqv'],
  ['nobody: firm in English', 'acme trading'],
  ['nobody: seven digits', '0000000'],
  ['nobody: account', 'wxid_q9'],
]

interface Taken {
  readonly p50: number
  readonly p95: number
  readonly cpu: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

function timesOf(book: Book, words: string): Taken {
  const wall: number[] = []
  const cpu: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    const from = performance.now()
    findParties(book, { ...searchWords(words), limit: 20 })
    wall.push(performance.now() - from)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  wall.sort((a, b) => a - b)
  cpu.sort((a, b) => a - b)
  return { p50: at(wall, 0.5), p95: at(wall, 0.95), cpu: at(cpu, 0.5) }
}

/** How long a clerk waits for a search among a million customers, inside the program and as a whole command. */
export async function bench(args: string[]): Promise<void> {
  const count = Number(args[0] ?? 1_000_000)
  const path = manyCustomers(count)
  const book = openBook(path)
  let met = 0
  console.log(`${'kind'.padEnd(26)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'cpu'.padStart(9)}  found`)
  for (const [kind, words] of questions) {
    const { p50, p95, cpu } = timesOf(book, words)
    const found = findParties(book, { ...searchWords(words), limit: 20 })
    if (p50 < GOAL_MS && cpu < GOAL_MS) met++
    const numbers = [p50, p95, cpu].map((ms) => `${ms.toFixed(1)} ms`.padStart(9)).join('')
    console.log(`${kind.padEnd(26)}${numbers}  ${words}: ${found.length} by ${found[0]?.by ?? '-'}`)
  }
  closeBook(book)
  console.log('\nwhole command, start-up and exit included (processor time)')
  for (const words of ['张伟', '9912345', 'xiuying', '不存在的人']) console.log(`${words}  ${whole(path, words)}`)
  console.log(`bare node  ${processor(['-e', '0'])}`)
  console.log(`met ${met} of ${questions.length} (< ${GOAL_MS} ms at ${count.toLocaleString('en')}, median)`)
}

const whole = (path: string, words: string): string =>
  processor([resolve('bin/kehu.js'), '--db', path, 'find', words, '--json'])

function processor(command: readonly string[]): string {
  const runs = [1, 2, 3, 4, 5].map(() => {
    const from = performance.now()
    const run = spawnSync('/usr/bin/time', ['-f', '%U %S', process.execPath, ...command], { encoding: 'utf8' })
    const [user = 0, system = 0] = (run.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
    return { wall: performance.now() - from, cpu: (user + system) * 1000 }
  })
  const middle = (pick: (run: { wall: number; cpu: number }) => number): number =>
    at(
      runs.map(pick).sort((a, b) => a - b),
      0.5,
    )
  return `${middle(({ cpu }) => cpu).toFixed(0)} ms cpu, ${middle(({ wall }) => wall).toFixed(0)} ms wall`
}
