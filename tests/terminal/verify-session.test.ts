import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closeBook, openBook } from '../../src/store/book.ts'
import { type Filled, fillIn } from '../support/call-list.ts'
import { contentOf } from '../support/desk.ts'
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts'

const root = process.cwd()
const args = [
  '--import',
  join(root, 'node_modules/tsx/dist/esm/index.mjs'),
  join(root, 'tests/terminal/fixtures/kehu.ts'),
  '--lang',
  'zh',
]
const folder = mkdtempSync(join(tmpdir(), 'kehu-session-'))
const at = (hour: number) => ({ KEHU_USER: '小周', KEHU_NOW: `2026-11-22T0${hour}:00:00.000Z` })
const kehu = (hour: number, book: string, ...more: string[]): string =>
  execFileSync('node', [...args, '--db', join(folder, book), ...more], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...at(hour) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
const opened: Terminal[] = []
const desk = (hour: number, ...more: string[]): Terminal => {
  const words = ['cd', folder, '&&', 'node', ...args, '--db', join(folder, 'typed.db'), ...more]
  const terminal = openTerminal(words.join(' '), at(hour))
  opened.push(terminal)
  return terminal
}
afterAll(() => {
  for (const terminal of opened) terminal.close()
  rmSync(folder, { recursive: true, force: true })
})

const code = (number: number): string => `C${String(number).padStart(6, '0')}`
const newPhone = (number: number): string => `1596660${String(1000 + number)}`
const customers = Array.from({ length: 20 }, (_, i) => i + 1)
const list = [
  '姓名,手机,地址,建档日期',
  ...customers.map(
    (n) =>
      `客人${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n},1395710${2000 + n},杭州市西湖区文三路${n}号,2024-01-${String(n).padStart(2, '0')}`,
  ),
].join('\n')
/** Every fifth can't be reached, every fourth of the others has another phone. */
const fate = (n: number): 'unreachable' | 'moved' | 'right' =>
  n % 5 === 0 ? 'unreachable' : n % 4 === 0 ? 'moved' : 'right'

/** What is typed for one customer; an empty line takes what is marked. */
const typed = (n: number): string[] => {
  if (fate(n) === 'unreachable') return ['2', '']
  if (fate(n) === 'moved') return ['', '', '', '2', newPhone(n), '', '换号了']
  return ['', '', '', '', '', '']
}
const written = (field: string, n: number): Filled | undefined => {
  if (fate(n) === 'unreachable') return field === '姓名' ? ['联系不上', '', '电话', ''] : undefined
  if (field === '电话' && fate(n) === 'moved') return ['更正', newPhone(n), '', '换号了']
  return ['属实', '', '电话', '']
}

function essence(name: string): unknown {
  const book = openBook(join(folder, name), { readonly: true })
  const { party, customer, contact_point, address, confirmation, verify_draft } = contentOf(book)
  closeBook(book)
  const plain = (rows: unknown[] | undefined): unknown[] =>
    rows!.map((row) => {
      const { id: _i, at: _a, operation_id: _o, ...rest } = row as Record<string, unknown>
      return rest
    })
  return [party, customer, contact_point, address, confirmation, verify_draft].map(plain)
}

describe.skipIf(!hasTmux)(hasTmux ? 'a verification session' : 'skipped: needs tmux', () => {
  it('of twenty customers, interrupted and resumed, gives the book that a call list gives', async () => {
    writeFileSync(join(folder, 'list.csv'), list)
    for (const book of ['typed.db', 'listed.db']) {
      kehu(1, book, 'init')
      kehu(1, book, 'import', 'list.csv')
    }
    const enter = (terminal: Terminal, lines: readonly string[]): void => {
      for (const line of lines) {
        if (line !== '') terminal.type(line)
        terminal.keys('Enter')
      }
    }
    const first = desk(2, 'verify', 'session')
    await first.waitFor('联系上了吗')
    enter(first, customers.slice(0, 7).flatMap(typed))
    await first.waitFor(/\[8\/20\]/)
    enter(first, typed(8).slice(0, 3))
    await first.waitFor(/电话 +13957102008/)
    first.keys('C-c')
    await first.waitFor('先到这里')
    first.close()

    const second = desk(3, 'verify', 'session')
    await second.waitFor(/\[1\/13\][\s\S]*已答 1 项/)
    enter(second, typed(8).slice(3))
    await second.waitFor(/\[2\/13\]/)
    enter(second, customers.slice(8).flatMap(typed))
    await second.waitFor('这一轮核实了 13 位', 20_000)

    kehu(1, 'listed.db', 'verify', 'calls', '-o', 'calls.xlsx')
    await fillIn(join(folder, 'calls.xlsx'), join(folder, 'filled.xlsx'), (one, field) =>
      written(field, Number(one.slice(1))),
    )
    kehu(3, 'listed.db', 'verify', 'read', 'filled.xlsx')
    expect(essence('typed.db')).toEqual(essence('listed.db'))

    const due = JSON.parse(kehu(4, 'typed.db', 'verify', 'due', '--scope', 'base', '--within', '7', '--json')) as {
      code: string
      reason: string
    }[]
    expect(due.map((one) => [one.code, one.reason])).toEqual([5, 10, 15, 20].map((n) => [code(n), 'retry']))
  }, 60_000)
})
