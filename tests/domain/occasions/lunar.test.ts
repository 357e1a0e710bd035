import { describe, expect, it } from 'vitest'
import { lunarBirthday, lunarToSolar } from '../../../src/domain/normalize/lunar.ts'
import { lunarDays } from './lunar-days.ts'

const table = lunarDays
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string])

describe('lunar days', () => {
  it('are at least two hundred, with leap months and 腊月三十', () => {
    expect(table.length).toBeGreaterThanOrEqual(200)
    expect(table.filter(([, lunar]) => lunar.endsWith('L')).length).toBeGreaterThan(40)
    expect(table.filter(([, lunar]) => lunar.endsWith('-12-30')).length).toBeGreaterThan(15)
  })

  it.each(table)('%s is %s', (iso, lunar) => {
    expect(lunarBirthday(lunar)).toBe(iso)
    expect(lunarToSolar(lunar, Number(iso.slice(0, 4)))).toContain(iso)
  })

  // Days that everybody remembers: new years' days, 中秋, 端午, 重阳, and leap months of the almanac.
  it.each([
    ['1950-02-17', 'lunar:1950-01-01'],
    ['1976-01-31', 'lunar:1976-01-01'],
    ['1985-02-20', 'lunar:1985-01-01'],
    ['1997-02-07', 'lunar:1997-01-01'],
    ['2000-02-05', 'lunar:2000-01-01'],
    ['2008-02-07', 'lunar:2008-01-01'],
    ['2020-01-24', 'lunar:2019-12-30'],
    ['2020-05-23', 'lunar:2020-04-01L'],
    ['2020-06-25', 'lunar:2020-05-05'],
    ['2020-10-01', 'lunar:2020-08-15'],
    ['2023-01-21', 'lunar:2022-12-30'],
    ['2023-01-22', 'lunar:2023-01-01'],
    ['2023-03-22', 'lunar:2023-02-01L'],
    ['2024-02-10', 'lunar:2024-01-01'],
    ['2024-10-11', 'lunar:2024-09-09'],
    ['2025-01-29', 'lunar:2025-01-01'],
    ['2025-07-25', 'lunar:2025-06-01L'],
    ['2026-02-17', 'lunar:2026-01-01'],
    ['2033-12-22', 'lunar:2033-11-01L'],
    ['2034-02-19', 'lunar:2034-01-01'],
  ])('known by heart: %s is %s', (iso, lunar) => {
    expect(lunarBirthday(lunar)).toBe(iso)
  })
})
