import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { type Operation, startOperation } from '../../src/store/journal.ts'
import { addParty, deal } from '../support/book-rows.ts'
import { kehu } from '../support/kehu.ts'

let folder = ''
const AT = '2026-11-01T00:00:00.000Z'

const write = (step: (operation: Operation) => void): void => {
  const book = openBook(join(folder, 'kehu.db'))
  inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'import', command: 'test', staff: '李敏', at: AT })
    step(operation)
    operation.finish(AT, {})
  })
  closeBook(book)
}

const run = (...args: string[]) => kehu(folder, [...args, '--lang', 'zh'])
const json = (...args: string[]): unknown => {
  const { stdout, stderr } = run(...args, '--json')
  return JSON.parse(stdout === '' ? stderr : stdout)
}
const cards = (): unknown[] => {
  const book = openBook(join(folder, 'kehu.db'), { readonly: true })
  const rows = book.sqlite.prepare('select tier from customer order by party_id').pluck().all()
  closeBook(book)
  return rows
}
const policy = (name: string, text: string): void => {
  const path = join(folder, 'policies', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** The policies that docs/tiers.md shows. */
const examples = new Map(
  [...readFileSync('docs/tiers.md', 'utf8').matchAll(/<!-- example: (\S+) -->\n```yaml\n([\s\S]*?)```/g)].map(
    ([, name, text]) => [name!, text!],
  ),
)

const [buyer, boss, clerk, visitor] = [1, 2, 3, 4]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-tiers-'))
  expect(run('init', '.').status).toBe(0)
  write((operation) => {
    addParty(operation, '买家')
    addParty(operation, '大公司', { kind: 'org' })
    addParty(operation, '职员')
    addParty(operation, '访客')
    operation.insert('relation', { from_id: clerk, to_id: boss, type: 'employed_at' })
    operation.insert('deal', deal(buyer, '2026-10-01', 60_000, { product: '午宴', order_no: 'A1', quantity: '1' }))
    operation.insert('deal', deal(buyer, '2026-10-01', 60_000, { product: '午宴', order_no: 'A1', quantity: '1' }))
    operation.insert('fact', { party_id: boss, field: 'extra:会员类型', value: '终身' })
    operation.insert('deal', deal(clerk, '2020-01-01', 100))
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a scheme', () => {
  it('of the document works as it says: own fields, a division, inheritance, two schemes side by side, undo', () => {
    policy('tiers/house.yaml', examples.get('tiers/house.yaml')!)
    expect(run('tier', 'run').status).toBe(0)
    expect(cards()).toEqual(['C', null, 'C', null])
    expect(run('tier', 'run', '--scheme', 'house').status).toBe(0)
    expect(cards()).toEqual(['C', null, 'C', null])
    const { operation } = json('tier', 'use', 'house') as { operation: number }
    expect(cards()).toEqual(['银', '金', '金', null])
    const { stdout } = run('tier', 'explain', 'C000003')
    expect(stdout).toContain('职员（C000003）随所在单位大公司（C000002）算作“金”。')
    expect(stdout).toContain('联系：至少每 30 天一次。')
    expect(stdout).toContain('权益：免服务费。')
    expect(run('undo', String(operation), '-y').status).toBe(0)
    expect(cards()).toEqual(['C', null, 'C', null])
  })

  it('is told apart by days and by runs', () => {
    write((operation) => {
      operation.insert('deal', deal(visitor, '2026-11-02', 900_000_000))
    })
    expect(run('tier', 'run').status).toBe(0)
    expect(json('tier', 'diff', '2026-11-01')).toMatchObject([
      { direction: 'first', to: 'C', customers: 2 },
      { direction: 'first', to: 'B', customers: 1 },
    ])
    expect(json('tier', 'diff', '#1')).toMatchObject([{ direction: 'first', from: null, to: 'B', codes: ['C000004'] }])
    expect(run('tier', 'diff', '#99').stderr).toContain('tier-run-missing')
  })

  it.each([
    ['an unknown field', 'purchase_total > 1', 'purchases_total'],
    ['an own field nobody has', 'f["没有的"] == "x"', '没有的'],
    ['a word left open', 'deal_count >= (1', '^'],
    ['no yes or no', 'deal_count + 1', '^'],
    ['an endless one', Array.from({ length: 300 }, () => 'deal_count >= 1').join(' || '), ''],
    ['a regular expression', '"a".matches("(a+)+$")', '^'],
  ])('with %s is refused and applies nothing', (_name, when, words) => {
    const before = cards()
    policy(
      'tiers/broken.yaml',
      `key: broken\nzh: 坏\nlevels:\n  - level: A\n    zh: 甲\n    clauses:\n      - { id: A1, zh: 好, when: 'deal_count >= 1' }\n      - { id: A2, zh: 坏, when: '${when}' }\n`,
    )
    for (const verb of [['run'], ['use']]) {
      const args = verb[0] === 'run' ? ['tier', 'run', '--scheme', 'broken'] : ['tier', verb[0]!, 'broken']
      const { status, stderr } = run(...args)
      expect(status, stderr).toBe(1)
      expect(stderr).toContain('policy-broken')
      expect(stderr).toContain(words)
    }
    expect(cards()).toEqual(before)
    expect(json('tier', 'runs', '--scheme', 'broken')).toEqual([])
    rmSync(join(folder, 'policies', 'tiers', 'broken.yaml'))
  })
})

describe('segments', () => {
  it('of the document and of the book are counted, told apart, tagged, and refused whole when one is broken', () => {
    policy('segments.yaml', examples.get('segments.yaml')!)
    expect(run('segment', 'add', 'big', '--when', 'purchases_total >= wan(100', '--tag', '大').status).toBe(1)
    expect(run('segment', 'add', 'big', '--when', 'purchases_total >= 1000', '--tag', '大').status).toBe(0)
    expect(run('segment', 'add', 'regulars', '--when', 'deal_count >= 1').stderr).toContain('segment-exists')
    expect(json('segment', 'run')).toMatchObject([
      { segment: 'regulars', members: 0, joined: null },
      { segment: 'big', members: 2, joined: null },
    ])
    write((operation) => {
      operation.insert('deal', deal(boss, '2026-11-03', 200_000))
      operation.insert('deal', deal(buyer, '2026-11-03', 100_000, { kind: 'refund' }))
    })
    expect(json('segment', 'run', 'big')).toMatchObject([{ segment: 'big', members: 2, joined: 1, left: 1 }])
    expect(json('segment', 'changes', 'big')).toMatchObject([
      { code: 'C000001', joined: false },
      { code: 'C000002', joined: true },
    ])
    const book = openBook(join(folder, 'kehu.db'), { readonly: true })
    expect(book.sqlite.prepare(`select party_id from party_tag where tag = '大' order by 1`).pluck().all()).toEqual([
      boss,
      visitor,
    ])
    closeBook(book)
    policy('segments.yaml', 'segments:\n  - { key: bad, zh: 坏, when: "agee > 3" }\n')
    expect(run('segment', 'run').stderr).toContain('policies/segments.yaml 第 2 行')
    rmSync(join(folder, 'policies', 'segments.yaml'))
  })
})

describe('deals', () => {
  it('are typed exactly, refunds positive, and an order entered twice counts once when confirmed', () => {
    expect(json('deal', 'add', 'C000003', '1.2万')).toMatchObject({ amount: 12_000, kind: 'sale', currency: 'CNY' })
    expect(json('deal', 'add', 'C000003', '--price', '19.99', '--quantity', '3')).toMatchObject({ amount: 59.97 })
    expect(json('deal', 'add', 'C000003', '200', '--refund')).toMatchObject({ kind: 'refund', amount: 200 })
    expect(run('deal', 'add', 'C000003', '负5元').stderr).toContain('deal-negative')
    expect(run('deal', 'list', 'C000003').stderr).toContain('11,860.97 元')
    expect(json('deal', 'double')).toMatchObject([{ first: 1, second: 2, because: 'order-number', marked: false }])
    expect(run('deal', 'double').status).toBe(4)
    expect(run('deal', 'double', '--mark').status).toBe(0)
    expect(json('deal', 'double')).toEqual([])
    expect(run('deal', 'list', 'C000001', '--kind', 'sale').stderr).toContain('600.00 元')
  })
})

describe('a judgement', () => {
  it('is signed, changes the level with the next run, is told in the explanation and can be taken back', () => {
    const { operation } = json('tier', 'judge', 'C000004', '社会影响力=重大', '带动=否', '--note', '商会会长') as {
      operation: number
    }
    expect(run('tier', 'run').status).toBe(0)
    const { stdout } = run('tier', 'explain', 'C000004')
    expect(stdout).toContain('积极带动周围的人购买（')
    expect(json('tier', 'judge', 'C000004')).toMatchObject([
      { kind: 'brings_others', value: '0', note: '商会会长' },
      { kind: 'influence_trade', value: '2' },
    ])
    expect(run('show', 'C000004', '--section', 'judgements').stdout).toContain('重大')
    expect(run('undo', String(operation), '-y').status).toBe(0)
    expect(run('tier', 'judge', 'C000004').status).toBe(7)
  })

  it.each([
    ['an unknown kind', '身高=高', 'judge-kind-unknown'],
    ['a word that is none of its words', '潜力=很大', 'judge-value-wrong'],
    ['no value', '潜力', 'judge-kind-unknown'],
  ])('with %s is refused', (_name, text, code) => {
    const { status, stderr } = run('tier', 'judge', 'C000004', text)
    expect(status).toBe(2)
    expect(stderr).toContain(code)
  })
})
