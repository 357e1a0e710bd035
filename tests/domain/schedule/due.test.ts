import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duePeriods, nextDue } from '../../../src/domain/schedule/due.ts'
import { builtinSchedule, parseSchedule } from '../../../src/domain/schedule/entries.ts'

const monday = { every: 'week', on: 1, at: '07:00' } as const
const names = (entry: Parameters<typeof duePeriods>[0], now: string, most: number): string[] =>
  duePeriods(entry, now, most).map(({ period }) => period)

describe('what is due', () => {
  it.each([
    ['Monday morning: the week before', monday, '2026-11-23 07:00', ['2026-W47', '2026-W46']],
    ['a minute too early', monday, '2026-11-23 06:59', ['2026-W46', '2026-W45']],
    ['over a year with 53 weeks', monday, '2027-01-11 08:00', ['2027-W01', '2026-W53', '2026-W52']],
    ['Friday evening: this week', { every: 'week', on: 5, at: '18:00' }, '2026-11-20 18:00', ['2026-W47', '2026-W46']],
    [
      'the first of the month: the month before',
      { every: 'month', on: 1, at: '08:00' },
      '2027-01-01 08:00',
      ['2026-12', '2026-11'],
    ],
    [
      'the last day, in a month without a 31st',
      { every: 'month', on: 31, at: '20:00' },
      '2026-03-01 00:00',
      ['2026-02', '2026-01'],
    ],
    [
      'every evening: the same day',
      { every: 'day', on: 1, at: '18:30' },
      '2027-01-01 18:30',
      ['2027-01-01', '2026-12-31'],
    ],
    [
      'every morning: the day before',
      { every: 'day', on: 1, at: '07:00' },
      '2027-01-01 07:00',
      ['2026-12-31', '2026-12-30'],
    ],
  ] as const)('%s', (_name, entry, now, expected) => {
    expect(names(entry, now, expected.length)).toEqual(expected)
  })

  const when = fc.record({
    every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    on: fc.integer({ min: 1, max: 7 }),
    at: fc.constantFrom('00:00', '07:00', '12:00', '23:59'),
  })
  const now = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16).replace('T', ' '))

  it('gives each period once, none twice, none of the future, and the next one right after', () => {
    fc.assert(
      fc.property(when, now, (entry, clock) => {
        const due = duePeriods(entry, clock, 20)
        const next = nextDue(entry, clock)
        const periods = [next, ...due].map(({ period }) => period)
        expect(new Set(periods).size).toBe(periods.length)
        expect([...periods].sort().reverse()).toEqual(periods)
        expect(due.every(({ dueAt }) => dueAt <= clock)).toBe(true)
        expect(next.dueAt > clock).toBe(true)
        expect(duePeriods(entry, next.dueAt, 1)[0]?.period).toBe(next.period)
      }),
    )
  })
})

describe('the schedule', () => {
  it('hands down the chain where no policy says otherwise', () => {
    expect(
      builtinSchedule('en').map(({ id, sender, receivers }) => [id, sender, receivers.map(({ name }) => name)]),
    ).toEqual([
      ['daily', 'sales staff', ['sales supervisor']],
      ['weekly', 'sales supervisor', ['customer-service clerk']],
      ['monthly', 'customer-service clerk', ['customer-service manager', 'market planning']],
    ])
  })

  it('reads days in both languages', () => {
    const read = (on: string | number, every = 'week') =>
      parseSchedule({ schedule: [{ report: 'weekly', every, on, from: 'a', to: 'b' }] }, ['weekly'])
    expect(read('周日')).toMatchObject({ ok: true, value: [{ on: 7 }] })
    expect(read('friday')).toMatchObject({ ok: true, value: [{ on: 5, receivers: [{ name: 'b' }], at: '07:00' }] })
    expect(read('月末', 'month')).toMatchObject({ ok: true, value: [{ on: 31 }] })
  })

  it('tells every fault at once', () => {
    const outcome = parseSchedule(
      {
        schedule: [
          { report: 'nope', every: 'week', on: 'someday', from: 'a', to: 'b' },
          { id: 'x', report: 'weekly', every: 'week', from: 'a', to: 'b' },
          { id: 'x', report: 'weekly', every: 'month', on: 32, from: 'a', to: ['b'] },
        ],
      },
      ['weekly'],
    )
    expect(outcome.ok === false && outcome.faults.map(({ path, reason }) => [path, reason.code])).toEqual([
      ['schedule[0].report', 'schedule-report-unknown'],
      ['schedule[0].on', 'schedule-day-wrong'],
      ['schedule[2].id', 'schedule-id-twice'],
      ['schedule[2].on', 'schedule-day-wrong'],
    ])
  })
})
