import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { comparersOf } from '../../../src/domain/matching/comparers.ts'
import { gradeAt, gradesOf, layOut } from '../../../src/domain/matching/patterns.ts'
import { prepare } from '../../../src/domain/matching/prepare.ts'
import type { MatchKind } from '../../../src/model/matching.ts'

/** Vectors that any other engine is held to: two values, and the grade they get (null: nothing to compare). */
const vectors = <Row>(name: string): Row[] =>
  JSON.parse(readFileSync(`tests/domain/matching/vectors/${name}.json`, 'utf8'))

function level(kind: MatchKind, key: string, a: string, b: string): string | null {
  const prepared = prepare({ size: 2, columns: [{ name: 'x', kind, values: [a, b] }] })
  const layout = layOut(comparersOf(prepared))
  const slot = layout.slots.findIndex((one) => one.key === key)
  if (slot < 0) return null
  const words = new Int32Array(2)
  gradesOf(layout, 0, 1, 0, words)
  const grade = gradeAt(layout, words[0]!, words[1]!, slot)
  return grade === 0 ? null : layout.slots[slot]!.levels[grade - 1]!
}

describe('comparison levels', () => {
  it.each(vectors<[string, string, string, string]>('person'))(
    'person %s · %s: surname %s, given name %s',
    (a, b, surname, given) => {
      expect([level('person-name', 'surname', a, b), level('person-name', 'given', a, b)]).toEqual([surname, given])
      expect([level('person-name', 'surname', b, a), level('person-name', 'given', b, a)]).toEqual([surname, given])
    },
  )

  it.each(vectors<[string, string, string]>('org'))('firm %s · %s: %s', (a, b, wanted) => {
    expect(level('org-name', 'org', a, b)).toBe(wanted)
    expect(level('org-name', 'org', b, a)).toBe(wanted)
  })

  it.each(vectors<[string, string, string]>('address'))('address %s · %s: %s', (a, b, wanted) => {
    expect(level('address', 'address', a, b)).toBe(wanted)
    expect(level('address', 'address', b, a)).toBe(wanted)
  })

  it.each(vectors<[MatchKind, string, string, string | null]>('fact'))('%s %s · %s: %s', (kind, a, b, wanted) => {
    const key = kind === 'id-code' ? 'id' : kind === 'phone' && /^0571|^\(0571/.test(a) ? 'line' : kind
    expect(level(kind, key, a, b)).toBe(wanted)
    expect(level(kind, key, b, a)).toBe(wanted)
  })
})
