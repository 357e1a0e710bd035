import { describe, expect, it } from 'vitest'
import { computeTiers } from '../../../src/domain/tiers/compute.ts'
import { explainTier } from '../../../src/domain/tiers/explain.ts'
import { propertyScheme } from '../../../src/domain/tiers/schemes/property.ts'
import { type Customer, columnsOf, compiled } from './columns.ts'

const scheme = compiled(propertyScheme)
const nobody: Customer = {
  purchases_total: 0,
  deal_count: 0,
  has_detached: false,
  has_similar: false,
  prefers_detached: false,
  influence_field: 0,
  influence_group: 0,
  influence_trade: 0,
  brings_others: false,
  intention: 0,
  events_attended: 0,
  enquiries: 0,
  contacts: 0,
}
const bought: Customer = { ...nobody, deal_count: 1, purchases_total: 1_000_000 }
const villa: Customer = { ...bought, has_detached: true }

function tierOf(customer: Customer): string {
  const columns = columnsOf([customer])
  const outcome = computeTiers(scheme, columns)
  const { level, clause } = explainTier(scheme, columns, outcome, 0)
  return `${level?.level ?? '-'} ${clause?.id ?? '-'}`
}

describe('the property scheme, each row just inside and just outside', () => {
  it.each<[string, Customer, string]>([
    ['A1 inside: 5000万 to the cent', { ...bought, purchases_total: 50_000_000 }, 'A A1'],
    ['A1 outside: one cent less', { ...bought, purchases_total: 49_999_999.99 }, 'B B2'],
    ['A2 inside: villa and major influence in the field', { ...villa, influence_field: 2 }, 'A A2'],
    ['A2 outside: villa and only some influence in the field', { ...villa, influence_field: 1 }, 'B B1'],
    ['A2 inside: villa and some influence in the group', { ...villa, influence_group: 1 }, 'A A2'],
    ['A2 outside: villa and no influence', villa, 'B B1'],
    ['A2 outside: influence without a villa', { ...bought, influence_field: 2 }, 'C C1'],
    ['A2 outside: the like type is no villa', { ...bought, has_similar: true, influence_field: 2 }, 'B B1'],
    ['A3 inside: villa, brings others', { ...villa, brings_others: true }, 'A A3'],
    ['A3 inside: like type, brings others', { ...bought, has_similar: true, brings_others: true }, 'A A3'],
    [
      'A3 inside: flat, set on detached, brings others',
      { ...bought, prefers_detached: true, brings_others: true },
      'A A3',
    ],
    ['A3 outside: flat, brings others, not set on detached', { ...bought, brings_others: true }, 'C C1'],
    ['A3 outside: set on detached but brings nobody', { ...bought, prefers_detached: true }, 'C C1'],
    ['A3 outside: has not bought', { ...nobody, prefers_detached: true, brings_others: true }, '- -'],
    ['B1 inside: like type', { ...bought, has_similar: true }, 'B B1'],
    ['B1 outside: another type', bought, 'C C1'],
    ['B2 inside: 800万 to the cent', { ...bought, purchases_total: 8_000_000 }, 'B B2'],
    ['B2 outside: one cent less', { ...bought, purchases_total: 7_999_999.99 }, 'C C1'],
    ['B3 inside: bought, major influence in the trade', { ...bought, influence_trade: 2 }, 'B B3'],
    ['B3 outside: bought, some influence in the trade', { ...bought, influence_trade: 1 }, 'C C1'],
    ['B3 outside: influence without a purchase', { ...nobody, influence_trade: 2 }, '- -'],
    ['C inside: one purchase', { ...nobody, deal_count: 1, purchases_total: 1 }, 'C C1'],
    ['C outside: no purchase', { ...nobody, enquiries: 1 }, 'E E1'],
    ['D inside: low intention', { ...nobody, intention: 1 }, 'D D1'],
    ['D outside: no intention', { ...nobody, intention: 0, enquiries: 3 }, 'E E1'],
    ['D inside: one event', { ...nobody, events_attended: 1 }, 'D D2'],
    ['D outside: no event', { ...nobody, contacts: 1 }, 'E E1'],
    ['E inside: one call', { ...nobody, enquiries: 1 }, 'E E1'],
    ['E inside: one contact', { ...nobody, contacts: 1 }, 'E E1'],
    ['E outside: nothing at all', nobody, '- -'],
  ])('%s', (_what, customer, wanted) => {
    expect(tierOf(customer)).toBe(wanted)
  })
})

describe('what is not known', () => {
  const explain = (customer: Customer) => {
    const columns = columnsOf([customer])
    return explainTier(scheme, columns, computeTiers(scheme, columns), 0)
  }

  it('does not hold, and is named with the level it might give', () => {
    const { influence_field: _f, influence_group: _g, ...unjudged } = villa as Record<string, number | boolean>
    const { level, possible, unknown } = explain(unjudged)
    expect([level?.level, possible?.level]).toEqual(['B', 'A'])
    expect(unknown).toEqual([
      { key: 'influence_field', type: 'number', value: null },
      { key: 'influence_group', type: 'number', value: null },
    ])
  })

  it('is not named where it can change nothing', () => {
    const { influence_field: _f, ...unjudged } = bought as Record<string, number | boolean>
    expect(explain(unjudged)).toMatchObject({ level: { level: 'C' }, possible: null, unknown: [] })
  })

  it('leaves a customer of whom nothing is known without a level', () => {
    const { level, possible, unknown } = explain({})
    expect([level, possible?.level, unknown.length > 0]).toEqual([null, 'A', true])
  })

  it('tells the values that were used, money in fen', () => {
    expect(explain({ ...bought, purchases_total: 8_000_000.5 }).used).toEqual([
      { key: 'purchases_total', type: 'money', value: 800_000_050 },
    ])
  })
})
