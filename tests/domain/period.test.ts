import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toIsoDate, weekday } from '../../src/domain/calendar.ts'
import {
  daysOf,
  isoWeek,
  kindOf,
  nextPeriod,
  parsePeriod,
  periodOf,
  periodsBefore,
  previousPeriod,
  weeksInYear,
  yearAgo,
} from '../../src/domain/period.ts'

const today = '2026-11-22'
const day = fc.integer({ min: -10_000, max: 40_000 }).map(toIsoDate)
const kinds = ['day', 'week', 'month', 'quarter', 'year'] as const

const read = (text: string) => {
  const parsed = parsePeriod(text, today)
  return parsed.ok ? parsed.value : parsed.reason.code
}

describe('periods by name', () => {
  it.each([
    ['2026-W47', '2026-11-16', '2026-11-23', '2026-W47'],
    ['2026w1', '2025-12-29', '2026-01-05', '2026-W01'],
    ['2020-W53', '2020-12-28', '2021-01-04', '2020-W53'],
    ['2026-11', '2026-11-01', '2026-12-01', '2026-11'],
    ['2026-12', '2026-12-01', '2027-01-01', '2026-12'],
    ['2026-Q4', '2026-10-01', '2027-01-01', '2026-Q4'],
    ['2026', '2026-01-01', '2027-01-01', '2026'],
    ['2026-11-22', '2026-11-22', '2026-11-23', '2026-11-22'],
    ['2026-11-01..2026-11-15', '2026-11-01', '2026-11-16', '2026-11-01..2026-11-15'],
    ['2026-11-01至2026-11-15', '2026-11-01', '2026-11-16', '2026-11-01..2026-11-15'],
    ['last-week', '2026-11-09', '2026-11-16', '2026-W46'],
    ['上周', '2026-11-09', '2026-11-16', '2026-W46'],
    ['本月', '2026-11-01', '2026-12-01', '2026-11'],
    ['yesterday', '2026-11-21', '2026-11-22', '2026-11-21'],
  ])('%s', (text, from, to, name) => expect(read(text)).toEqual({ from, to, name }))

  it.each([
    ['2026-W54', 'period-no-such-week'],
    ['2025-W53', 'period-no-such-week'],
    ['2026-13', 'period-no-such-day'],
    ['2026-02-30', 'period-no-such-day'],
    ['2026-11-15..2026-11-01', 'period-backwards'],
    ['next monday', 'period-unreadable'],
    ['', 'period-unreadable'],
    ['constructor', 'period-unreadable'],
  ])('refuses %s', (text, code) => expect(read(text)).toBe(code))
})

describe('neighbours', () => {
  it.each([
    ['2026-W01', '2025-W52', '2025-W01'],
    ['2021-W01', '2020-W53', '2020-W01'],
    ['2020-W53', '2020-W52', '2019-W52'],
    ['2026-W53', '2026-W52', '2025-W52'],
    ['2026-01', '2025-12', '2025-01'],
    ['2026-Q1', '2025-Q4', '2025-Q1'],
    ['2024-02-29', '2024-02-28', '2023-02-28'],
    ['2026-11-01..2026-11-10', '2026-10-22..2026-10-31', '2025-11-01..2025-11-10'],
  ])('%s comes after %s and is held against %s', (name, before, ago) => {
    const period = read(name)
    if (typeof period === 'string') throw new Error(period)
    expect(previousPeriod(period).name).toBe(before)
    expect(yearAgo(period).name).toBe(ago)
  })

  it('walks back in order', () =>
    expect(periodsBefore(periodOf('week', '2021-01-06'), 3).map(({ name }) => name)).toEqual([
      '2020-W51',
      '2020-W52',
      '2020-W53',
    ]))
})

describe('laws', () => {
  it('a period holds its day, is named to be read back, and meets its neighbours without a gap', () =>
    fc.assert(
      fc.property(day, fc.constantFrom(...kinds), (date, kind) => {
        const period = periodOf(kind, date)
        expect(period.from <= date && date < period.to).toBe(true)
        expect(kindOf(period)).toBe(kind)
        expect(read(period.name)).toEqual(period)
        expect(previousPeriod(period).to).toBe(period.from)
        expect(nextPeriod(period).from).toBe(period.to)
        expect(previousPeriod(nextPeriod(period))).toEqual(period)
      }),
    ))

  it('a week has seven days, begins on Monday, and its Thursday is in its year', () =>
    fc.assert(
      fc.property(day, (date) => {
        const week = periodOf('week', date)
        expect(daysOf(week)).toHaveLength(7)
        expect(weekday(week.from)).toBe(1)
        expect(String(isoWeek(date).year)).toBe(addDays(week.from, 3).slice(0, 4))
        expect([52, 53]).toContain(weeksInYear(isoWeek(date).year))
      }),
    ))
})
