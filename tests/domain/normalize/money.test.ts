import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAge } from '../../../src/domain/normalize/age.ts'
import { formatFen, parseMoney } from '../../../src/domain/normalize/money.ts'
import { parseMoneyRange } from '../../../src/domain/normalize/money-range.ts'
import { parseNumberRange } from '../../../src/domain/normalize/number-range.ts'
import { chineseInteger } from '../../../src/domain/normalize/numerals.ts'

function short(cell: string | number, unit?: number): string {
  const read = parseMoney(cell, unit === undefined ? {} : { unit })
  if (!read.ok) return `!${read.reason.code}`
  return [
    formatFen(read.value.fen),
    read.value.currency === 'CNY' ? '' : read.value.currency,
    ...(read.notes ?? []).map((note) => note.code),
  ]
    .filter(Boolean)
    .join(' ')
}

describe('parseMoney', () => {
  it.each<[string | number, string]>([
    [12000, '12000.00'],
    ['12000', '12000.00'],
    ['12,000.00', '12000.00'],
    ['1,280.00', '1280.00'],
    ['１２，０００', '12000.00'],
    ['￥1,000', '1000.00'],
    ['¥5', '5.00'],
    ['RMB 12,000', '12000.00'],
    ['CNY12000', '12000.00'],
    ['12000元', '12000.00'],
    ['12元5角', '12.50'],
    ['30块', '30.00'],
    ['1.2万', '12000.00'],
    ['1.2万元', '12000.00'],
    ['1.2W', '12000.00'],
    ['3.5k', '3500.00'],
    ['5,000万', '50000000.00'],
    ['1.2亿', '120000000.00'],
    ['2千', '2000.00'],
    ['5百万', '5000000.00'],
    ['1万2', '12000.00'],
    ['1万2千', '12000.00'],
    ['壹万贰仟元整', '12000.00'],
    ['人民币壹拾万元整', '100000.00'],
    ['叁佰元伍角整', '300.50'],
    ['三百五十万', '3500000.00'],
    ['-300', '-300.00'],
    ['(1,234.00)', '-1234.00'],
    ['（234.00）', '-234.00'],
    ['5.60-', '-5.60'],
    [0, '0.00'],
    ['5,000(万元人民币)', '50000000.00'],
    ['300万人民币', '3000000.00'],
    ['100(万)', '1000000.00'],
    ['50（万元）', '500000.00'],
    ['200万美元', '2000000.00 USD'],
    ['$120,000', '120000.00 USD'],
    ['US$ 3.5k', '3500.00 USD'],
    ['HKD 880,000', '880000.00 HKD'],
    ['EUR 45.300,50', '45300.50 EUR'],
    ['AUD 12,000.00', '12000.00 AUD'],
    ['about USD 400k', '400000.00 USD amount-approx'],
    ['约300', '300.00 amount-approx'],
    ['300左右', '300.00 amount-approx'],
    ['5999-旧机1200', '4799.00 amount-arithmetic'],
    ['1亿2千万', '120000000.00'],
    ['5毛', '0.50'],
    ['1E+05', '100000.00'],
    ['$5,000.00 USD', '5000.00 USD'],
    ['100*3', '300.00 amount-arithmetic'],
    ['5000+10000=15000', '15000.00 amount-arithmetic'],
    ['5000+10000=16000', '!amount-unreadable'],
    ['1000+200', '1200.00 amount-arithmetic'],
    ['已付500', '500.00 amount-words'],
    ['微信转1000', '1000.00 amount-words'],
    ['退300', '-300.00 amount-words'],
    ['2888/桌', '2888.00 amount-words'],
    ['免', '0.00 amount-words'],
    [0.1 + 0.2, '0.30'],
    ['12.345', '12.35 amount-rounded'],
    ['-', '!amount-missing'],
    ['N/A', '!amount-missing'],
    ['5折', '!amount-unreadable'],
    ['1,23,4', '!amount-unreadable'],
    ['300-350', '!amount-unreadable'],
    ['张伟', '!amount-unreadable'],
    ['99999999999999999', '!amount-too-large'],
  ])('%s', (cell, want) => expect(short(cell)).toBe(want))

  it.each<[string | number, string]>([
    [12.5, '125000.00'],
    ['1,468.00', '14680000.00'],
    [0.05, '500.00'],
    ['(234.00)', '-2340000.00'],
    ['5.60-', '-56000.00'],
    ['300万', '3000000.00'],
    ['500元', '500.00'],
  ])('%s in a column of 万元', (cell, want) => expect(short(cell, 10_000)).toBe(want))

  const fen = fc.integer({ min: -1e12, max: 1e12 })

  it('what is written is read back to the 分', () =>
    fc.assert(
      fc.property(fen, (value) => {
        const text = formatFen(value)
        const grouped = text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
        for (const form of [text, grouped, `￥${grouped}`, `${text}元`]) {
          const read = parseMoney(form)
          expect(read.ok && read.value.fen, form).toBe(value)
        }
      }),
    ))

  it('万 is ten thousand, to the last place', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        const read = parseMoney(`${formatFen(n)}万`)
        expect(read.ok && read.value.fen).toBe(n * 10_000)
      }),
    ))

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,-+()万亿元角分千百约$￥kKwW ') }),
        (text) => void parseMoney(text),
      ),
      { numRuns: 500 },
    ))
})

describe('ranges', () => {
  it.each<[string | number, object]>([
    ['350-400', { min: 350_000_000, max: 400_000_000 }],
    ['350-400万', { min: 350_000_000, max: 400_000_000 }],
    ['300~350', { min: 300_000_000, max: 350_000_000 }],
    ['100万到150万', { min: 100_000_000, max: 150_000_000 }],
    ['约300', { value: 300_000_000, approx: true }],
    ['300万左右', { value: 300_000_000, approx: true }],
    ['<300万', { max: 300_000_000 }],
    ['500万以内', { max: 500_000_000 }],
    ['800万以上', { min: 800_000_000 }],
    [380, { value: 380_000_000 }],
    ['5百万', { value: 500_000_000 }],
  ])('money %s in 万元', (cell, want) =>
    expect(parseMoneyRange(cell, { unit: 10_000 })).toMatchObject({ ok: true, value: { ...want, currency: 'CNY' } }),
  )

  it.each<[string | number, object]>([
    ['110-130', { min: 110, max: 130 }],
    ['110-130㎡', { min: 110, max: 130 }],
    ['90以下', { max: 90 }],
    ['90以内', { max: 90 }],
    ['100以上', { min: 100 }],
    [89, { value: 89 }],
    ['120平左右', { value: 120, approx: true, unit: '平' }],
    ['6人', { value: 6, unit: '人' }],
  ])('number %s', (cell, want) => expect(parseNumberRange(cell)).toMatchObject({ ok: true, value: want }))

  it.each<[string | number, object]>([
    [35, { age: 35 }],
    ['35岁', { age: 35 }],
    ['三十五', { age: 35 }],
    ['30-39', { band: '30-39' }],
    ['30多岁', { band: '30-39' }],
    ['60以上', { band: '60+' }],
    ['80后', { birthDecade: 1980 }],
    ['00后', { birthDecade: 2000 }],
  ])('age %s', (cell, want) => expect(parseAge(cell)).toEqual({ ok: true, value: want }))
  it.each(['', '200', '成年'])('%j is no age', (cell) => expect(parseAge(cell).ok).toBe(false))

  it.each([
    ['三十五', 35],
    ['十', 10],
    ['一百零五', 105],
    ['廿三', 23],
    ['二〇二四', 2024],
    ['一万二', 12_000],
    ['三千五', 3500],
    ['壹拾贰万叁仟肆佰', 123_400],
    ['两亿', 200_000_000],
  ])('%s is %i', (text, want) => expect(chineseInteger(text)).toBe(want))
})
