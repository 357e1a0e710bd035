import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import { makePool } from '../../../src/domain/matching/pool.ts'
import { editDistance, likeness } from '../../../src/domain/matching/similarity.ts'

const between = (a: string, b: string): number => editDistance(makePool([a, b]), 0, 1)

/** Optimal string alignment by its definition. */
function osa(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, d[i - 2]![j - 2]! + 1)
      d[i]![j] = best
    }
  return d[a.length]![b.length]!
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '王'), maxLength: 45 })

describe('edit distance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['王伟明', '王卫明', 1],
    ['13857101234', '13857101243', 1],
    ['ca', 'abc', 3],
  ])('%s · %s is %i', (a, b, wanted) => {
    expect(between(a, b)).toBe(wanted)
  })

  it('is that of the definition, short or long', () => {
    fc.assert(fc.property(text, text, (a, b) => between(a, b) === osa(a, b)))
  })

  it('is never more than Levenshtein, and symmetric', () => {
    fc.assert(fc.property(text, text, (a, b) => between(a, b) <= distance(a, b) && between(a, b) === between(b, a)))
  })

  it('likeness is 4 for equal texts only', () => {
    fc.assert(fc.property(text, text, (a, b) => (likeness(makePool([a, b]), 0, 1) === 4) === (a === b)))
  })
})
