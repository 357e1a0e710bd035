import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSegments, membershipChanges, segmentMembers } from '../../../src/domain/segments/segments.ts'
import type { Segment } from '../../../src/model/segments.ts'
import { columnsOf, vocabulary } from '../tiers/columns.ts'

const segment = (when: string, key = 's'): Segment => ({ key, zh: key, en: key, when })
function members(when: string, customers: Parameters<typeof columnsOf>[0]) {
  const outcome = compileSegments([segment(when)], vocabulary)
  if (!outcome.ok) throw new Error(outcome.faults[0]!.reason.code)
  const { rows, unknown } = segmentMembers(outcome.compiled[0]!, columnsOf(customers))
  return { rows: [...rows], unknown }
}

describe('segments', () => {
  it('hold those of whom the condition is known to be true, and count those of whom it is not known', () => {
    const customers = [
      { city: '杭州市', purchases_total: 20_000 },
      { city: '宁波市', purchases_total: 20_000 },
      { purchases_total: 20_000 },
      { city: '杭州市', purchases_total: 5 },
    ]
    expect(members('city == "杭州市" && purchases_total >= wan(1)', customers)).toEqual({ rows: [0], unknown: 1 })
  })

  it('may ask for days', () => {
    const customers = [{ last_purchase_on: '2026-11-01' }, { last_purchase_on: '2025-11-01' }, {}]
    expect(members('today - last_purchase_on <= 30', customers)).toEqual({ rows: [0], unknown: 1 })
    expect(members('!known(last_purchase_on)', customers)).toEqual({ rows: [2], unknown: 0 })
  })

  it('with faults are refused, all at once', () => {
    const outcome = compileSegments(
      [segment('citty == "x"', 'a'), segment('contacts >= 1', 'b'), segment('contacts', 'c')],
      vocabulary,
    )
    expect(outcome.ok === false && outcome.faults.map(({ path, reason }) => [path, reason.code])).toEqual([
      ['segments[0].when', 'expression-unknown-name-near'],
      ['segments[2].when', 'expression-not-yes-no'],
    ])
  })

  it('changes lead from the one to the other', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const { joined, left } = membershipChanges(before, after)
        expect([...before.filter((id) => !left.includes(id)), ...joined].sort()).toEqual(after.toSorted())
      }),
    )
  })
})
