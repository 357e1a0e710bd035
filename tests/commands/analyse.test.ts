import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerRows } from '../../src/store/analysis/customers.ts'
import { readPurchases } from '../../src/store/analysis/purchases.ts'
import { closeBook, openBook } from '../../src/store/book.ts'
import { kehu } from '../support/kehu.ts'

let folder = ''
const run = (...args: string[]) => kehu(folder, args)
const csvRows = (name: string): string[][] =>
  readFileSync(join(folder, 'data', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
/** Decimal text in 分, without a floating point in between. */
const fen = (text: string): number => Math.round(Number(text) * 100)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-analyse-'))
  const generator = resolve('fixtures/generator/gen-customers.mjs')
  const options = ['--rows', '300', '--seed', '7', '--hubs', 'none', '--dup-rate', '0', '--purchases', '4']
  expect(spawnSync(process.execPath, [generator, ...options, '--out', join(folder, 'data')]).status).toBe(0)
  expect(run('init', '.').status).toBe(0)
  expect(run('import', 'data/customers.csv', 'data/purchases.csv', 'data/interactions.csv', '-y').status).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('purchases of the generator', () => {
  it('come to exactly what its truth says, refunds less and orders entered twice once', () => {
    const truth = csvRows('truth_purchases.csv')
    const doubles = truth.filter((row) => row[6] !== '')
    expect(doubles.length).toBeGreaterThan(0)
    expect(truth.some((row) => row[5] === 'refund')).toBe(true)
    const found = JSON.parse(run('deal', 'double', '--mark', '--json').stdout) as { amount: number }[]
    expect(found.map(({ amount }) => fen(String(amount))).sort()).toEqual(doubles.map((row) => fen(row[4]!)).sort())
    const ofEntity = new Map<string, number>()
    for (const [, , entity, , amount, , duplicate] of truth)
      if (duplicate === '') ofEntity.set(entity!, (ofEntity.get(entity!) ?? 0) + fen(amount!))
    const book = openBook(join(folder, 'kehu.db'))
    const rows = customerRows(book)
    const { amount } = readPurchases(book, rows, '2099-01-01')
    const total = [...ofEntity.values()].reduce((sum, each) => sum + each, 0)
    expect(amount.reduce((sum, each) => sum + each, 0)).toBe(total)
    // Records are entities here: customer by customer as well. A line without a record number is a stub's until dedupe joins it.
    const lines = csvRows('purchases.csv')
    const nameless = new Set(truth.filter((row) => lines[Number(row[1]) - 1]![1] === '').map((row) => row[2]!))
    const entityOf = new Map(csvRows('truth.csv').map(([record, entity]) => [record!, entity!]))
    const codes = new Map(
      book.sqlite.prepare('select party_id, source_code from customer').raw().all() as [number, string | null][],
    )
    const wrong = Array.from(rows.ids).filter((id, row) => {
      const entity = entityOf.get(codes.get(id) ?? '')
      return entity !== undefined && !nameless.has(entity) && amount[row] !== (ofEntity.get(entity) ?? 0)
    })
    closeBook(book)
    expect(wrong).toEqual([])
  }, 30_000)
})

interface View {
  readonly sections: readonly {
    readonly lead?: string
    readonly tables?: readonly {
      readonly key: string
      readonly rows: readonly (readonly (string | number | null)[])[]
    }[]
  }[]
}

describe('an analysis', () => {
  it.each([
    ['rfm', 'cuts', []],
    ['stages', 'stages', []],
    ['churn', 'churn', []],
    ['cross-sell', 'pairs', ['--least', '2']],
    ['distribution', 'gender', ['--by', 'gender']],
    ['profile', 'numbers', ['C000001']],
    ['cost', 'source', []],
    ['forecast', 'months', []],
    ['keywords', 'keywords', ['--of', 'contact']],
  ])('%s is a view with rows', (name, table, more) => {
    const { stdout, stderr, status } = run('analyse', name, ...more, '--json')
    expect(status, stderr).toBe(0)
    const view = JSON.parse(stdout) as View
    const found = view.sections.flatMap(({ tables = [] }) => tables).find(({ key }) => key === table)
    expect(found?.rows.length).toBeGreaterThan(0)
  })

  it('is written as a whole in every form, and kept in the log of what left the book', () => {
    for (const ending of ['html', 'xlsx', 'md', 'csv'])
      expect(run('analyse', 'stages', '-o', `s.${ending}`).status).toBe(0)
    expect(readFileSync(join(folder, 's.html'), 'utf8')).toContain('<table')
    expect(readFileSync(join(folder, 's.xlsx')).subarray(0, 2).toString()).toBe('PK')
    const book = openBook(join(folder, 'kehu.db'), { readonly: true })
    expect(book.sqlite.prepare(`select count(*) from access_log where what like 'analyse stages%'`).pluck().get()).toBe(
      4,
    )
    closeBook(book)
  }, 20_000)

  it.each([
    [['analyse', 'rfm', '--recency', '30,90,180,365'], 'rfm-cuts-missing'],
    [['analyse', 'rfm', '--recency', '9,8,7,6', '--frequency', '1,2,3,4', '--money', '1,2,3,4'], 'flag-bad-value'],
    [['analyse', 'profile'], 'profile-of-whom'],
    [['analyse', 'stages', '--segment', 'nobody'], 'segment-missing'],
  ])('%s is refused with a word', (args, code) => {
    const { stderr, status } = run(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(code)
  })
})
