import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  builtinListRules,
  digitShape,
  headingsShared,
  judgeList,
  listShape,
} from '../../../src/domain/quality/list-shape.ts'
import type { ListRule } from '../../../src/model/list-rules.ts'

const headings = ['姓名', '手机', '登记日期'].map((heading, column) => ({ heading, column }))
const rowsOf = (count: number, row: (i: number) => (string | null)[]) => Array.from({ length: count }, (_, i) => row(i))
const usual = (i: number) => ['王伟', `138${String(10000000 + i)}`, `2026-01-${String(10 + (i % 19))}`]
const shapeOf = (rows: (string | null)[][], columns = headings) =>
  listShape(columns, { rows: rows.length, sample: rows })
const codes = (rules: readonly ListRule[], after: ReturnType<typeof shapeOf>, before?: ReturnType<typeof shapeOf>) =>
  judgeList(rules, { file: '会员-2026-11.csv', shape: after, before }).map(({ reason }) => reason.code)

describe('a list beside the last one of its kind', () => {
  const before = shapeOf(rowsOf(100, usual))
  it.each<[string, (string | null)[][], string[]]>([
    ['the same', rowsOf(120, usual), []],
    ['a tenth of the rows', rowsOf(10, usual), ['list-rows-fewer']],
    ['ten times the rows', rowsOf(1000, usual), ['list-rows-more']],
    [
      'phones that lost a digit',
      rowsOf(100, (i) => [usual(i)[0]!, usual(i)[1]!.slice(1), usual(i)[2]!]),
      ['list-column-shape'],
    ],
    ['dates written with strokes', rowsOf(100, (i) => [usual(i)[0]!, usual(i)[1]!, '2026/1/2']), ['list-column-shape']],
    [
      'phones left out',
      rowsOf(100, (i) => [usual(i)[0]!, i % 4 === 0 ? usual(i)[1]! : null, usual(i)[2]!]),
      ['list-column-emptier'],
    ],
    ['longer names', rowsOf(100, (i) => ['欧阳娜娜', usual(i)[1]!, usual(i)[2]!]), []],
  ])('%s', (_what, rows, wanted) => {
    expect(codes(builtinListRules, shapeOf(rows), before)).toEqual(wanted)
  })

  it('with other columns', () => {
    const other = [...headings.slice(0, 2), { heading: '渠道', column: 2 }]
    expect(codes(builtinListRules, shapeOf(rowsOf(100, usual), other), before)).toEqual([
      'list-columns-gone',
      'list-columns-new',
    ])
  })

  it('held against itself is never at fault', () => {
    const cell = fc.option(fc.constantFrom('13857101234', '无', '2026-01-02', '王伟', '1'), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 }), (rows) => {
        const shape = shapeOf(rows)
        expect(codes(builtinListRules, shape, shape)).toEqual([])
      }),
    )
  })
})

describe('a rule about lists', () => {
  const rule = (more: Partial<ListRule>): ListRule[] => [{ id: 'daily', severity: 'error', ...more }]
  const list = shapeOf(rowsOf(30, usual))
  it.each<[string, ListRule[], string[]]>([
    ['rows enough', rule({ rows: { min: 10, max: 100 } }), []],
    ['too few rows', rule({ rows: { min: 50 } }), ['list-rows-few']],
    ['too many rows', rule({ rows: { max: 20 } }), ['list-rows-many']],
    ['a heading with spaces in it', rule({ columns: { required: ['姓 名'] } }), []],
    ['a heading that is missing', rule({ columns: { required: ['姓名', '邮箱'] } }), ['list-columns-missing']],
    ['a heading nobody agreed on', rule({ columns: { only: ['姓名', '手机'] } }), ['list-columns-other']],
    ['of other files', rule({ file: '订单*', rows: { min: 50 } }), []],
    ['of these files', rule({ file: '会员*.csv', rows: { min: 50 } }), ['list-rows-few']],
  ])('%s', (_what, rules, wanted) => {
    expect(codes(rules, list)).toEqual(wanted)
  })
})

it.each([
  ['138-57101234', '9×3-9×8'],
  ['浙A12345', '汉A9×5'],
  ['王小明', '汉'],
])('the shape of %s', (text, shape) => {
  expect(digitShape(text)).toBe(shape)
})

it('headings shared are a share of all there are', () => {
  expect(headingsShared(['a', 'b', 'c'], ['c', 'b', 'd'])).toBe(0.5)
})
