import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { churnWarnings } from '../../../src/domain/analysis/churn.ts'
import { lifecycleDefaults, lifecycleStages } from '../../../src/domain/analysis/lifecycle.ts'
import { type Stage, stages } from '../../../src/model/analysis.ts'
import { analysisText } from '../../../src/render/text/analysis.ts'
import { customers, TODAY } from './purchases.ts'

/** Bought every `rhythm` days, `times` times, the last `since` days ago. */
const every = (rhythm: number, times: number, since: number) => ({
  days: Array.from({ length: times }, (_, i) => TODAY - since - i * rhythm),
  amount: times * 100,
})
const stageOf = (one: { days: number[] }, others: { days: number[] }[] = []): Stage =>
  stages[lifecycleStages(customers([one, ...others]), TODAY).stage[0]!]!

describe('stage by the own rhythm', () => {
  it.each<[string, { days: number[] }, Stage]>([
    ['never bought', { days: [] }, 'potential'],
    ['came back once, in rhythm', every(30, 2, 30), 'growing'],
    ['third time', every(30, 3, 0), 'growing'],
    ['fourth time', every(30, 4, 0), 'mature'],
    ['two rhythms ago is not yet asleep', every(30, 4, 60), 'mature'],
    ['a day more is', every(30, 4, 61), 'sleeping'],
    ['four rhythms ago is still asleep', every(30, 4, 120), 'sleeping'],
    ['a day more is lost', every(30, 4, 121), 'lost'],
    ['the same silence is nothing to a yearly customer', every(365, 4, 121), 'mature'],
    ['a daily guest is given a fortnight', every(1, 10, 28), 'mature'],
    ['and a day', every(1, 10, 29), 'sleeping'],
  ])('%s', (_what, one, stage) => {
    expect(stageOf(one)).toBe(stage)
  })

  it.each<[string, number, Stage]>([
    ['in time', 60, 'new'],
    ['late', 61, 'sleeping'],
    ['far too late', 121, 'lost'],
  ])('a single buyer is measured by the typical rhythm: %s', (_what, since, stage) => {
    expect(stageOf(every(1, 1, since), [every(10, 3, 0), every(30, 3, 0), every(90, 3, 0)])).toBe(stage)
  })

  it('agrees with a plain computation and counts everyone once', () => {
    const someone = fc.record({ days: fc.uniqueArray(fc.integer({ min: TODAY - 900, max: TODAY }), { maxLength: 8 }) })
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 30 }), (list) => {
        const { stage, counts, typical } = lifecycleStages(customers(list), TODAY)
        const rhythmOf = (days: number[]) => Math.max(14, (Math.max(...days) - Math.min(...days)) / (days.length - 1))
        const own = list
          .filter(({ days }) => days.length > 1)
          .map(({ days }) => rhythmOf(days))
          .sort((a, b) => a - b)
        const median = own.length === 0 ? lifecycleDefaults.rhythmOfNobody : own[Math.ceil(own.length / 2) - 1]!
        expect(typical).toBe(median)
        list.forEach(({ days }, i) => {
          const silent = (TODAY - Math.max(...days)) / (days.length > 1 ? rhythmOf(days) : median)
          const wanted =
            days.length === 0
              ? 'potential'
              : silent > 4
                ? 'lost'
                : silent > 2
                  ? 'sleeping'
                  : days.length >= 4
                    ? 'mature'
                    : days.length > 1
                      ? 'growing'
                      : 'new'
          expect(stages[stage[i]!]).toBe(wanted)
        })
        expect(counts.reduce((a, b) => a + b)).toBe(list.length)
      }),
    )
  })
})

describe('churn warning', () => {
  const list = [
    { ...every(30, 5, 46), amount: 900, contact: TODAY - 3 },
    { ...every(30, 5, 45), amount: 5000 },
    { ...every(60, 3, 200), amount: 2000 },
    { ...every(1, 1, 400), amount: 100 },
    { days: [] },
  ]
  const columns = customers(list)
  const lifecycle = lifecycleStages(columns, TODAY)
  const signs = {
    complaints: [2, 0, 0, 0, 0],
    thisPeriod: Float64Array.of(25, 0, 0, 0, 0),
    lastPeriod: Float64Array.of(100, 0, 0, 0, 0),
  }
  const warnings = churnWarnings(columns, lifecycle, TODAY, { signs })

  it('lists those who stay away longer than their habit, most at stake first', () => {
    expect(warnings.map(({ row, amount }) => [row, amount])).toEqual([
      [2, 2000],
      [0, 900],
      [3, 100],
    ])
  })

  it('gives every reason, with its numbers', () => {
    expect(warnings.map(({ reasons }) => reasons)).toEqual([
      [
        { code: 'churn.rhythm', params: { rhythm: 60, since: 200 } },
        { code: 'churn.silent', params: { days: 200 } },
      ],
      [
        { code: 'churn.rhythm', params: { rhythm: 30, since: 46 } },
        { code: 'churn.falling', params: { percent: 75 } },
        { code: 'churn.complaint', params: { count: 2 } },
      ],
      [
        { code: 'churn.once', params: { since: 400 } },
        { code: 'churn.silent', params: { days: 400 } },
      ],
    ])
    for (const { reasons } of warnings)
      for (const { code } of reasons) expect(Object.keys(analysisText)).toContain(code)
  })
})
