import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/calendar.ts'
import { nextOccasion } from '../../../src/domain/occasions/coming.ts'

describe('the next time a day comes', () => {
  it.each([
    ['today', '--11-22', '2026-11-22', '2026-11-22', null],
    ['tomorrow', '--11-23', '2026-11-22', '2026-11-23', null],
    ['gone this year', '--11-21', '2026-11-22', '2027-11-21', null],
    ['with a year: which birthday', '1985-12-01', '2026-11-22', '2026-12-01', 41],
    ['born this year: the first one', '2026-12-01', '2026-11-22', '2027-12-01', 1],
    ['29 February in a plain year', '2000-02-29', '2026-11-22', '2027-02-28', 27],
    ['29 February in a leap year', '--02-29', '2027-11-22', '2028-02-29', null],
    ['the moon of this year', 'lunar:08-15', '2026-09-01', '2026-09-25', null],
    ['the moon of next year', 'lunar:08-15', '2026-11-22', '2027-09-15', null],
    ['腊月三十 where the month is short', 'lunar:12-30', '2026-01-01', '2026-02-16', null],
    ['腊月 falls into the next civil year', 'lunar:1985-12-08', '2026-01-01', '2026-01-26', 40],
    ['a leap month the year lacks', 'lunar:1990-05-10L', '2026-01-01', '2026-06-24', 36],
  ])('%s', (_name, day, today, on, years) => {
    expect(nextOccasion(day, today)).toMatchObject({ on, years })
  })

  it.each(['1985', '1985-06', '--06', 'nonsense'])('is none for %s', (day) => {
    expect(nextOccasion(day, '2026-11-22')).toBeNull()
  })

  it('never lies in the past, nor more than a leap cycle ahead, and comes again after itself', () => {
    const day = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([m, d]) => `--${pad(m)}-${pad(d)}`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom('', 'L'))
        .map(([m, d, leap]) => `lunar:${pad(m)}-${pad(d)}${leap}`),
    )
    const today = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1960-01-01', days))
    fc.assert(
      fc.property(day, today, (one, from) => {
        const found = nextOccasion(one, from)!
        expect(found.on >= from).toBe(true)
        expect(found.inDays).toBeLessThanOrEqual(400)
        expect(addDays(from, found.inDays)).toBe(found.on)
        expect(nextOccasion(one, addDays(found.on, 1))!.on > found.on).toBe(true)
      }),
    )
  })
})

const pad = (n: number): string => String(n).padStart(2, '0')
