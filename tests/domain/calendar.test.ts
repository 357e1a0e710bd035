import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  businessDay,
  isIsoDate,
  startOfDay,
  toDayNumber,
  toIsoDate,
  wallClock,
  weekday,
} from '../../src/domain/calendar.ts'

const day = fc.integer({ min: -20_000, max: 40_000 }).map(toIsoDate)

describe('business day', () => {
  it.each([
    ['one second before midnight in Shanghai', '2026-11-22T15:59:59.000Z', '2026-11-22'],
    ['midnight in Shanghai', '2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['New Year comes at 16:00 UTC', '2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['summer time of 1988: nine hours ahead', '1988-07-01T15:30:00.000Z', '1988-07-02'],
  ])('%s', (_, instant, expected) => expect(businessDay(instant)).toBe(expected))

  it.each([
    ['Shanghai', '2026-11-23', 'Asia/Shanghai', '2026-11-22T16:00:00.000Z'],
    ['New York before the clocks change', '2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['New York after the clocks change', '2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['midnight skipped in Santiago', '2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('begins in %s', (_, date, zone, expected) => expect(startOfDay(date, zone)).toBe(expected))

  it('holds its first instant and not the one before', () =>
    fc.assert(
      fc.property(day, fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kathmandu'), (date, zone) => {
        const start = startOfDay(date, zone)
        const before = new Date(Date.parse(start) - 1).toISOString()
        expect(businessDay(start, zone)).toBe(date)
        expect(businessDay(before, zone)).toBe(addDays(date, -1))
      }),
      { numRuns: 200 },
    ))

  it('tells the wall clock', () => expect(wallClock('2026-11-22T15:59:59.000Z')).toBe('2026-11-22 23:59'))
})

describe('days', () => {
  it.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1969-12-31', 3],
    ['2000-02-29', 2],
  ])('%s is weekday %i', (date, expected) => expect(weekday(date)).toBe(expected))

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected))

  it.each([
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
  ])('%s is a day: %s', (text, expected) => expect(isIsoDate(text)).toBe(expected))

  it('counts there and back', () => fc.assert(fc.property(day, (date) => toIsoDate(toDayNumber(date)) === date)))
})
