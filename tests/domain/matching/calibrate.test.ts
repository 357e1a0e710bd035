import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf } from '../../../src/domain/matching/agreement.ts'
import { budgetOf } from '../../../src/domain/matching/budget.ts'
import { calibrate, chanceOf, type WeighedAnswer, weightOfChance } from '../../../src/domain/matching/calibrate.ts'
import { learnFrom } from '../../../src/domain/matching/learn-answers.ts'
import { makeMatcher, matchRecords } from '../../../src/domain/matching/match.ts'
import type { MatchModel } from '../../../src/model/matching.ts'
import { tableOf } from './sample.ts'

const empty: MatchModel = { version: 1, records: 0, strata: [] }
const answersOf = (same: (weight: number) => boolean, size = 100): WeighedAnswer[] =>
  Array.from({ length: size }, (_, i) => ({ weight: -300 + i * 12, same: same(i) }))

describe('calibration by answers', () => {
  it('waits for fifty answers', () => {
    expect(calibrate(answersOf(() => true, 49))).toBeNull()
    expect(calibrate(answersOf(() => true, 50))).toHaveLength(1)
  })

  it('says what people said: a weight that was wrong half the time is even', () => {
    const calibration = calibrate(answersOf((i) => i >= 50 || i % 2 === 0))!
    const model = { ...empty, calibration }
    expect(chanceOf(model, 0)).toBeCloseTo(0.5, 1)
    expect(chanceOf(model, 600)).toBeGreaterThan(0.97)
    expect(weightOfChance(model, 0.9, -600)).toBeGreaterThan(280)
  })

  it('never falls as the weight grows, and stays between 0 and 1', () => {
    const answer = fc.record({ weight: fc.integer({ min: -400, max: 1500 }), same: fc.boolean() })
    fc.assert(
      fc.property(fc.array(answer, { minLength: 50, maxLength: 200 }), (answers) => {
        const model = { ...empty, calibration: calibrate(answers)! }
        let before = 0
        for (let weight = -600; weight <= 2000; weight += 25) {
          const chance = chanceOf(model, weight)
          expect(chance).toBeGreaterThanOrEqual(before)
          expect(chance).toBeLessThanOrEqual(1)
          before = chance
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order of the answers', () => {
    const answers = answersOf((i) => (i * 7919) % 13 < i / 8)
    expect(calibrate([...answers].reverse())).toEqual(calibrate(answers))
  })
})

describe('two reviewers', () => {
  const said = (first: string, second: string, times: number) =>
    Array.from({ length: times }, () => ({ first, second }))
  it.each([
    ['who always agree', [...said('same', 'same', 15), ...said('different', 'different', 15)], 1, true],
    [
      'who agree as often as chance',
      [
        ...said('same', 'same', 10),
        ...said('same', 'different', 10),
        ...said('different', 'same', 10),
        ...said('different', 'different', 10),
      ],
      0,
      false,
    ],
    ['who agree on too few', said('same', 'same', 3), null, false],
    [
      'who differ at times',
      [...said('same', 'same', 14), ...said('same', 'different', 3), ...said('different', 'different', 14)],
      0.8,
      true,
    ],
  ])('%s', (_, answers, kappa, reliable) => {
    const found = agreementOf(answers)
    if (kappa === null) expect(found.kappa).toBeNull()
    else expect(found.kappa).toBeCloseTo(kappa, 1)
    expect(found.reliable).toBe(reliable)
  })
})

describe('learning from answers', () => {
  const { model } = matchRecords(
    tableOf({ 姓名: 'person-name', 手机: 'phone' }, [
      ...Array.from({ length: 50 }, (_, i) => [`张${'伟芳娜敏静'[i % 5]}${'国建文'[i % 3]}`, `1380000${1000 + i * 7}`]),
    ]),
  )
  const answer = (cluster: number, same: boolean) => ({
    stratum: 'person' as const,
    same,
    cluster,
    levels: { given: 'same-sound', phone: 'equal' },
  })

  it('leans to what people called the same, and to nothing else', () => {
    const answers = Array.from({ length: 30 }, (_, i) => answer(i + 1, true))
    const weightOf = (one: MatchModel): number =>
      one.strata[0]!.comparisons.find(({ key }) => key === 'given')!.levels.find(({ level }) => level === 'same-sound')!
        .weight
    const learned = learnFrom(model, answers)
    expect(weightOf(learned.model)).toBeGreaterThan(weightOf(model))
    expect(learned.learned).toBe(27)
    expect(learned.held.answers).toBe(3)
    expect(
      learnFrom(
        model,
        answers.map((one) => ({ ...one, same: false })),
      ).model,
    ).toEqual(model)
  })
})

describe('the pair budget', () => {
  it('is never below what is then compared', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => [
      `王${'伟芳娜敏静丽强磊军洋'[i % 10]}${'国建文明'[i % 4]}`,
      `1380000${1000 + (i % 900)}`,
    ])
    const table = tableOf({ 姓名: 'person-name', 手机: 'phone' }, rows)
    const budget = budgetOf(makeMatcher(table))
    const { stats } = matchRecords(table)
    expect(budget.pairs).toBeGreaterThanOrEqual(stats.pairs)
    for (const { rule, pairs } of stats.rules)
      expect(budget.rules.find((one) => one.rule === rule)!.pairs).toBeGreaterThanOrEqual(pairs)
    expect(budget.perRecord).toBeGreaterThan(0)
  })

  it('counts every pair of a small table', () => {
    const table = tableOf({ 姓名: 'person-name' }, [['王伟'], ['李芳'], ['张敏']])
    expect(budgetOf(makeMatcher(table))).toEqual({
      records: 3,
      pairs: 3,
      perRecord: 1,
      rules: [{ rule: 'all-pairs', blocks: 1, pairs: 3, dropped: 0 }],
    })
  })
})
