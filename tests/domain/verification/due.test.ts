import { describe, expect, it } from 'vitest'
import { parseVerifyPolicy } from '../../../src/domain/policies/verification.ts'
import { propertyScheme } from '../../../src/domain/tiers/schemes/property.ts'
import {
  dueList,
  nextDue,
  type Verifiable,
  verifyDefaults,
  withSchemeIntervals,
} from '../../../src/domain/verification/due.ts'

const customer = (more: Partial<Verifiable> = {}): Verifiable => ({
  id: 1,
  kind: 'org',
  tier: null,
  lastOn: null,
  openedOn: '2026-01-01',
  secondHand: false,
  ...more,
})
const policy = withSchemeIntervals(verifyDefaults, propertyScheme)
const today = '2026-11-22'

describe('next verification', () => {
  it.each<[string, Partial<Verifiable>, string, object | null]>([
    ['a year after opening, when never verified', {}, 'base', { dueOn: '2027-01-01', reason: 'never' }],
    ['an interval after the last', { lastOn: '2026-02-01' }, 'base', { dueOn: '2027-02-01', reason: 'interval' }],
    [
      'sooner for key customers',
      { lastOn: '2026-11-01', tier: 'A' },
      'base',
      { dueOn: '2027-01-30', reason: 'interval' },
    ],
    ['later for those of little weight', { lastOn: '2026-11-01', tier: 'D' }, 'base', { dueOn: '2028-10-31' }],
    [
      'at once, when second-hand',
      { secondHand: true },
      'base',
      { dueOn: '2026-01-01', overdue: 325, reason: 'second-hand' },
    ],
    [
      'by interval once verified, second-hand or not',
      { secondHand: true, lastOn: '2026-11-01' },
      'credit',
      { dueOn: '2027-11-01' },
    ],
    ['no credit of persons', { kind: 'person' }, 'credit', null],
    ['no such scope', {}, 'family', null],
  ])('%s', (_what, more, scope, wanted) => {
    const due = nextDue(customer(more), scope, policy, today)
    if (wanted === null) expect(due).toBeNull()
    else expect(due).toMatchObject(wanted)
  })

  it('second-hand rows queue first, then the longest overdue', () => {
    const list = [
      customer({ id: 1, lastOn: '2025-11-20' }),
      customer({ id: 2, lastOn: '2024-01-01' }),
      customer({ id: 3, secondHand: true, openedOn: '2026-11-20' }),
      customer({ id: 4, lastOn: '2025-12-06' }),
      customer({ id: 5, lastOn: '2025-12-07' }),
    ]
    expect(dueList(list, 'base', policy, { today, within: 14 }).map(({ id }) => id)).toEqual([3, 2, 1, 4])
  })

  it('takes intervals of the house, and gives faults with their path', () => {
    expect(parseVerifyPolicy({ scopes: { base: { every: 90, tiers: { A: 30 } } } }).ok).toBe(true)
    expect(parseVerifyPolicy({ scopes: { base: { every: 0 } } })).toMatchObject({
      ok: false,
      faults: [{ path: 'scopes.base.every', reason: { code: 'policy-too-small' } }],
    })
  })
})
