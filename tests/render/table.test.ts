import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalMoney } from '../../src/model/money.ts'
import { bar, barLines, sparkline } from '../../src/render/bars.ts'
import { cellText, changeText, growth, money } from '../../src/render/number.ts'
import { tableLines, tsv } from '../../src/render/table.ts'
import { displayWidth } from '../../src/render/width.ts'

const columns = [
  { title: '编号', whole: true },
  { title: '客户' },
  { title: '金额', align: 'right' as const, whole: true },
]
const rows = [
  ['C000001', '杭州西湖龙井茶业有限公司', '1,234.50'],
  ['C000002', 'Zoë 😀', '20.00'],
]

describe('table', () => {
  it('aligns Chinese, emoji and numbers', () =>
    expect(tableLines(columns, rows, { width: 80 })).toEqual([
      '编号     客户                          金额',
      '───────────────────────────────────────────',
      'C000001  杭州西湖龙井茶业有限公司  1,234.50',
      'C000002  Zoë 😀                       20.00',
    ]))

  it('cuts texts before numbers', () =>
    expect(tableLines(columns, rows, { width: 30 })[2]).toBe('C000001  杭州西湖龙…  1,234.50'))

  it('leaves out what finds no room, and says so', () =>
    expect(tableLines(columns, rows, { width: 20 })).toEqual([
      '编号     客户',
      '────────────────────',
      'C000001  杭州西湖龙…',
      'C000002  Zoë 😀',
      '… + 金额',
    ]))

  it('never grows wider than asked', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 5, maxLength: 5 }), {
          maxLength: 8,
        }),
        fc.integer({ min: 20, max: 120 }),
        (cells, width) => {
          const five = [0, 1, 2, 3, 4].map((index) => ({ title: `列${index}`, whole: index === 2 }))
          for (const line of tableLines(five, cells, { width })) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    ))

  it('writes one record a line in a pipe', () =>
    expect(
      tsv([
        ['a\tb', '甲\n乙'],
        ['', 'c\\'],
      ]),
    ).toBe('a\\tb\t甲\\n乙\n\tc\\\\\n'))
})

describe('bars', () => {
  it.each([
    ['full', 10, '████████'],
    ['half', 5, '████'],
    ['an eighth of a column', 0.01, '▏'],
    ['nothing', 0, ''],
    ['less than nothing', -3, ''],
  ])('%s', (_, value, drawn) => expect(bar(value, 10, { width: 8 })).toBe(drawn))

  it('needs no block characters', () => expect(bar(5, 10, { width: 8, ascii: true })).toBe('####'))

  it('aligns labels and values within the width', () => {
    const lines = barLines(
      [
        { label: '老客户介绍', value: 12, text: '12' },
        { label: 'web', value: 3, text: '3' },
      ],
      { width: 40 },
    )
    expect(lines.map(displayWidth)).toEqual([40, 40])
    expect(lines[1]).toContain('web  ')
  })

  it.each([
    ['rising', [0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    ['a gap', [0, null, 7], '▁ █'],
    ['flat nothing', [0, 0], '▁▁'],
    ['none', [], ''],
  ])('sparkline of %s', (_, values, drawn) => expect(sparkline(values)).toBe(drawn))
})

describe('numbers', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [123456789, '1,234,567.89'],
    [-500000000000, '-5,000,000,000.00'],
    [9007199254740991, '90,071,992,547,409.91'],
  ])('%i fen is %s', (fen, text) => expect(money(fen)).toBe(text))

  it('money text gives the same fen back', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(Number(decimalMoney(fen).replace('.', ''))).toBe(fen)
        expect(money(fen).replaceAll(',', '')).toBe(decimalMoney(fen))
      }),
    ))

  it.each([
    [1234567, 'integer', '1,234,567'],
    [0.5, 'number', '0.5'],
    [-1234.56789, 'number', '-1,234.5679'],
    [0.1234, 'percent', '12.3%'],
    [null, 'money', ''],
    ['2026-11-22', 'date', '2026-11-22'],
  ] as const)('%s as %s', (cell, type, text) => expect(cellText(cell, type)).toBe(text))

  it('says how much it grew', () => {
    expect(changeText(6, 'integer')).toBe('+6')
    expect(changeText(-120000, 'money')).toBe('-1,200.00')
    expect(growth(24, 6)).toBe('+33.3%')
    expect(growth(5, 5)).toBeNull()
  })
})

describe('a column of sentences', () => {
  const columns = [{ title: '编号', whole: true }, { title: '原因', flows: true }, { title: '负责人' }]
  const reason = '每 195 天买一次，已停 349 天；317 天没有来往；近一期购买比前一期少 100%'

  it.each([40, 60, 80])('goes on in the next line at %i columns, with nothing lost and nothing too wide', (width) => {
    const lines = tableLines(
      columns,
      [
        ['C000001', reason, '李敏'],
        ['C000002', '短', '王建国'],
      ],
      { width },
    )
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width)
    const text = lines
      .slice(2)
      .map((line) => line.slice(9, 9 + width))
      .join('')
    expect(text.replace(/李敏|王建国|\s/g, '')).toContain(reason.replaceAll(' ', ''))
    expect(lines.filter((line) => line.startsWith('C'))).toHaveLength(2)
  })
})
