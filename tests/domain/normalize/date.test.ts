import fc from 'fast-check'
import { Lunar } from 'lunar-typescript'
import { describe, expect, it } from 'vitest'
import { dayOf, daySerial, daysOf } from '../../../src/domain/normalize/civil.ts'
import { type DateOptions, parseDate } from '../../../src/domain/normalize/date.ts'
import { lunarBirthday, lunarToSolar } from '../../../src/domain/normalize/lunar.ts'
import type { Cell } from '../../../src/model/sheet.ts'

function short(cell: Cell, options?: DateOptions): string {
  const read = parseDate(cell, options)
  if (!read.ok) return `!${read.reason.code}`
  const { partial, time } = read.value
  return [partial, time, ...(read.notes ?? []).map((note) => note.code)].filter(Boolean).join(' ')
}

describe('parseDate', () => {
  it.each<[Cell, string]>([
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024.03.05.', '2024-03-05'],
    ['20240305', '2024-03-05'],
    [20240305, '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年3月5号', '2024-03-05'],
    ['2024年3月5日（周二）', '2024-03-05'],
    ['2024、3、5', '2024-03-05'],
    ['２０２４．３．５', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二零二四年十二月三十一日', '2024-12-31'],
    ['24.3.5', '2024-03-05'],
    ['88.5.20', '1988-05-20'],
    ['12-Mar-24', '2024-03-12'],
    ['March 5, 2024', '2024-03-05'],
    ['15.09.2025', '2025-09-15'],
    ['09/30/2025', '2025-09-30'],
    ['30/09/2025', '2025-09-30'],
    ['民國113年3月5日', '2024-03-05 date-minguo'],
    ['113/03/05', '2024-03-05 date-minguo'],
    [45356, '2024-03-05 excel-serial-date'],
    ['45356', '2024-03-05 excel-serial-date'],
    [45930.5, '2025-09-30 12:00 excel-serial-date'],
    ['3/5/24', '2024-03-05 date-ambiguous'],
    ['2024-03', '2024-03'],
    ['2024年3月', '2024-03'],
    ['202403', '2024-03'],
    ['1985', '1985'],
    [1985, '1985'],
    ['1985年', '1985'],
    ['85年6月1日', '1985-06-01'],
    ['3月5日', '--03-05'],
    ['3.5', '--03-05'],
    ['0305', '--03-05'],
    ['十月二日', '--10-02'],
    ['10月2日晚', '--10-02'],
    ['2024.3.5入会', '2024-03-05 date-words'],
    ['截止2024-03-05', '2024-03-05 date-words'],
    ['2024.3.5-2024.3.8', '!date-span'],
    ['Mar-24', '2024-03'],
    ['03/2024', '2024-03'],
    ['31/12/24', '2024-12-31 date-ambiguous'],
    ['民国八十年', '1991 date-minguo'],
    ['14:30', '!date-only-time'],
    [10.1, '--10-01 date-maybe-lost-zero'],
    ['八月十五', '--08-15 date-maybe-lunar'],
    ['生日：1985-06-01', '1985-06-01'],
    ['2024年10月2日 14:30', '2024-10-02 14:30'],
    ['2023-05-06 14:22:08', '2023-05-06 14:22:08'],
    ['2024/1/3 9:05', '2024-01-03 09:05'],
    ['2025-02-02 00:00:00', '2025-02-02'],
    ['2024年3月5日下午2点', '2024-03-05 14:00'],
    ['2024-03-05T10:00:00Z', '2024-03-05 10:00'],
    [{ kind: 'date', iso: '2024-03-05T14:30:00', serial: 0 }, '2024-03-05 14:30'],
    [{ kind: 'date', iso: '2024-03-05', serial: 0 }, '2024-03-05'],
    ['农历八月十五', 'lunar:08-15'],
    ['阴历8.15', 'lunar:08-15'],
    ['8月15日（农历）', 'lunar:08-15'],
    ['阴历正月初六', 'lunar:01-06'],
    ['腊月廿三', 'lunar:12-23'],
    ['冬月三十', 'lunar:11-30'],
    ['农历1985年闰六月初十', 'lunar:1985-06-10L'],
    ['阳历8月15日', '--08-15'],
    ['2024-02-30', '!date-impossible'],
    ['11/31', '!date-impossible'],
    ['20241301', '!date-impossible'],
    ['05/03/2024', '!date-ambiguous'],
    ['去年底', '!date-relative'],
    ['0000-00-00', '!date-missing'],
    ['/', '!date-missing'],
    [null, '!date-missing'],
    ['张伟', '!date-unreadable'],
    ['13857101234', '!date-unreadable'],
    [{ kind: 'error', code: '#N/A' }, '!cell-error'],
    ['1900-01-01', '1900-01-01 date-placeholder'],
  ])('%j', (cell, want) => expect(short(cell)).toBe(want))

  it.each<[string, Cell, DateOptions, string]>([
    ['year of the title', '10.18', { year: 2025 }, '2025-10-18 year-taken-from-title'],
    ['year of the title, words', '11月4日', { year: 2025 }, '2025-11-04 year-taken-from-title'],
    ['no such day that year', '2.29', { year: 2025 }, '!date-impossible'],
    ['month first', '05/03/2024', { order: 'mdy' }, '2024-05-03 date-order-from-column'],
    ['day first', '05/03/2024', { order: 'dmy' }, '2024-03-05 date-order-from-column'],
    ['no serials here', '45356', { allowSerial: false }, '!date-unreadable'],
    ['old people', '30.5.1', { pivot: 25 }, '1930-05-01'],
  ])('told: %s', (_, cell, options, want) => expect(short(cell, options)).toBe(want))

  const day = fc
    .date({ min: new Date('1900-01-02'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('every way to write one day reads the same', () =>
    fc.assert(
      fc.property(day, (iso) => {
        const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
        for (const text of [
          iso,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          iso.replaceAll('-', ''),
          `${y}年${m}月${d}日`,
          `${y}年${m}月${d}号`,
          `${y}、${m}、${d}`,
          `${iso} 14:30`,
        ]) {
          const read = parseDate(text)
          expect(read.ok && read.value.iso, text).toBe(iso)
        }
      }),
    ))

  it('serials are days since 1899-12-30', () =>
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_000 }), (serial) => {
        expect(daySerial(serial)).toBe(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10))
      }),
    ))

  it('civil days count as they should', () =>
    fc.assert(
      fc.property(day, (iso) => {
        const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
        expect(daysOf(y, m, d)).toBe(Date.UTC(y, m - 1, d) / 86_400_000)
        expect(dayOf(daysOf(y, m, d))).toBe(iso)
      }),
    ))

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日农历初廿正腊闰: T上午') }),
        (text) => void parseDate(text),
      ),
      { numRuns: 500 },
    ))
})

describe('lunarToSolar', () => {
  it.each([
    ['Mid-Autumn 2025', 'lunar:08-15', 2025, ['2025-10-06']],
    ['New Year 2026', 'lunar:01-01', 2026, ['2026-02-17']],
    ['leap sixth of 2025', 'lunar:06-10L', 2025, ['2025-08-03']],
    ['a leap month the year lacks', 'lunar:06-10L', 2026, ['2026-07-23']],
    ['thirtieth of a month of 29', 'lunar:12-30', 2026, ['2026-02-16']],
    ['twice in one year', 'lunar:12-01', 2024, ['2024-01-11', '2024-12-31']],
    ['never', 'lunar:12-08', 2023, []],
    ['no lunar date', '--08-15', 2025, []],
  ])('%s', (_, partial, year, want) => expect(lunarToSolar(partial, year)).toEqual(want))

  it('agrees with lunar-typescript', () => {
    const cases = fc.tuple(
      fc.integer({ min: 1901, max: 2098 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 29 }),
    )
    fc.assert(
      fc.property(cases, ([year, month, day]) => {
        const partial = `lunar:${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        expect(lunarBirthday(partial)).toBe(Lunar.fromYmd(year, month, day).getSolar().toYmd())
      }),
      { numRuns: 300 },
    )
  })
})
