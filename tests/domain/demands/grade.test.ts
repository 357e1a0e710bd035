import { describe, expect, it } from 'vitest'
import { gradeOf, levels, nextStage, stages } from '../../../src/domain/demands/grade.ts'
import { rangeOf } from '../../../src/domain/rewards/range.ts'

describe('the grid of demands', () => {
  it('grades importance by urgency, the same both ways', () => {
    const grid = levels.map((importance) => levels.map((urgency) => gradeOf(importance, urgency)).join(''))
    expect(grid).toEqual(['AAB', 'ABC', 'BCD'])
  })

  it('goes through six stages and stays closed', () => {
    expect(stages.map(nextStage)).toEqual(['analyse', 'track', 'assess', 'answer', 'closed', 'closed'])
  })
})

describe('the range of rewards', () => {
  it.each([
    ['built in', undefined, { min: 5_000, max: 50_000 }],
    ['of the house', { min: 100, max: 300 }, { min: 10_000, max: 30_000 }],
    ['one end only', { max: 1000 }, { min: 5_000, max: 100_000 }],
    ['the wrong way round', { min: 300, max: 100 }, null],
    ['no numbers', { min: 'x' }, null],
  ])('%s', (_name, value, range) => {
    expect(rangeOf(value)).toEqual(range)
  })
})
