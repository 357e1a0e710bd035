import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { manyCustomers } from './many-customers.ts'

const GOAL_MS = 100
const KEHU = resolve('bin/kehu.js')

/** A question as it stands on the screen, and what a clerk types there; an empty line skips. */
type Line = readonly [question: string, typed: string]

/** F1, the answers that make the book work hardest first: a phone and a name are looked up. */
const sheet: readonly Line[] = [
  ['联系电话 ※', '138 5710 0001'],
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
  ['? 部门', ''],
  ['? 职业', ''],
  ['? 行业', '食品'],
]

/** Somebody the book may know: the phone of its second customer. Who has it is looked up, and likened to by the matching engine. */
const known: readonly Line[] = [
  ['联系电话 ※', '139 8342 2198'],
  ['来的是哪一位', ''],
]

const contact: readonly Line[] = [
  ['C0', '1'],
  ['? 内容', '去电 约看房'],
  ['? 费用', '0'],
  ['? 下次联系', '下周三'],
  ['已记', ''],
]

interface Timed {
  readonly question: string
  readonly ms: number
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Plays lines in a pseudo-terminal: milliseconds from each Enter to the next question on the screen; the first is start-up. */
function play(args: readonly string[], lines: readonly Line[]): Promise<Timed[]> {
  const command = [process.execPath, KEHU, ...args].map((word) => `'${word}'`).join(' ')
  const env = { ...process.env, KEHU_USER: '小林', KEHU_NOW: '2026-11-22T03:00:00.000Z', COLUMNS: '80', TERM: 'xterm' }
  const child = spawn('script', ['-qfc', `stty cols 80 rows 24; ${command}`, '/dev/null'], { env })
  const timed: Timed[] = []
  return new Promise((done, fail) => {
    let seen = ''
    let at = 0
    let from = performance.now()
    const limit = setTimeout(() => fail(new Error(`never asked: ${lines[at]?.[0]}\n${seen}`)), 60_000)
    const end = (): void => {
      clearTimeout(limit)
      child.kill()
      done(timed)
    }
    child.stdout.on('data', async (data: Buffer) => {
      seen += data.toString('utf8')
      const line = lines[at]
      if (line === undefined || !plain(seen).includes(line[0])) return
      timed.push({ question: line[0], ms: performance.now() - from })
      at++
      if (at === lines.length) return end()
      child.stdin.write(line[1])
      // What was typed is on the screen before Enter, as with a person.
      await pause(250)
      seen = ''
      from = performance.now()
      child.stdin.write('\r')
    })
  })
}

/** Without colours and movements of the cursor. */
const plain = (text: string): string => text.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** How long a clerk waits from Enter to the next question with a million customers in the book. */
export async function bench(args: string[]): Promise<void> {
  const count = Number(args[0] ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'kehu-prompts-'))
  const db = join(folder, 'kehu.db')
  try {
    copyFileSync(manyCustomers(count), db)
    let met = 0
    let all = 0
    for (const [what, words, lines] of [
      ['intake F1', ['intake', 'F1', '--new'], sheet],
      ['intake F1, a known phone', ['intake', 'F1', '--new'], known],
      ['log', ['log', '张伟'], contact],
    ] as const) {
      const rounds: Timed[][] = []
      for (let round = 0; round < 5; round++) rounds.push(await play(['--db', db, '--lang', 'zh', ...words], lines))
      console.log(
        `${what}: first question after ${median(rounds.map((round) => round[0]!.ms)).toFixed(0)} ms (start-up)`,
      )
      for (let at = 1; at < lines.length; at++) {
        const times = rounds.map((round) => round[at]!.ms)
        const middle = median(times)
        all++
        if (middle < GOAL_MS) met++
        console.log(
          `  ${middle.toFixed(1).padStart(7)} ms  (worst ${Math.max(...times).toFixed(1)})  after ${lines[at - 1]![0]} → ${lines[at]![0]}`,
        )
      }
    }
    console.log(
      `met ${met} of ${all} (Enter to next question < ${GOAL_MS} ms at ${count.toLocaleString('en')}, median of 5)`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
