import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { environmentOf } from '../../../src/domain/expressions/vocabulary.ts'
import { compileScheme } from '../../../src/domain/tiers/compile.ts'
import { computeTiers, countLevels, inheritLevels } from '../../../src/domain/tiers/compute.ts'
import { clauseFacts, clauseValues } from '../../../src/domain/tiers/explain.ts'
import { directionOf, levelInForce, tierMoves } from '../../../src/domain/tiers/moves.ts'
import { builtinSchemes } from '../../../src/domain/tiers/schemes/builtin.ts'
import { propertyScheme } from '../../../src/domain/tiers/schemes/property.ts'
import type { TierScheme } from '../../../src/model/tiers.ts'
import { type Customer, columnsOf, compiled, vocabulary } from './columns.ts'

const level = (scheme: TierScheme, customer: Customer): string => {
  const made = compiled(scheme)
  return made.scheme.levels[computeTiers(made, columnsOf([customer])).level[0]!]?.level ?? '-'
}
const scheme = (key: string) => builtinSchemes.find((each) => each.key === key)!

describe('schemes that come with kehu', () => {
  it.each(builtinSchemes.map((each) => [each.key, each] as const))('%s has no fault', (_key, each) => {
    expect(compileScheme(each, vocabulary)).toMatchObject({ ok: true })
  })

  it.each<[string, Customer, string]>([
    ['credit-size', { credit_rating: 'AA', registered_capital: 50_000_000, staff_size: 1 }, '一级'],
    ['credit-size', { credit_rating: 'AA', registered_capital: 49_999_999, staff_size: 299 }, '二级'],
    ['credit-size', { credit_rating: 'D', registered_capital: 90_000_000, staff_size: 900 }, '四级'],
    ['purchasing', { purchases_in_period: 1_000_000, purchasing_power: 0, deal_count: 1 }, '大'],
    ['purchasing', { purchases_in_period: 500_000, purchasing_power: 3, deal_count: 1 }, '大'],
    ['purchasing', { purchases_in_period: 499_999, purchasing_power: 3, deal_count: 1 }, '中'],
    ['amount-count', { purchases_in_period: 50_000, deals_in_period: 4, deal_count: 4, potential: 0 }, '高价值'],
    ['amount-count', { purchases_in_period: 50_000, deals_in_period: 3, deal_count: 4, potential: 0 }, '潜在高价值'],
    ['dining', { meal_spend: 300, meals_in_period: 6, contacts: 6 }, 'A'],
    ['dining', { meal_spend: 299, meals_in_period: 6, contacts: 6 }, 'B'],
    ['value-potential', { purchases_in_period: 100_000, potential: 2 }, '重点发展'],
    ['value-potential', { purchases_in_period: 100_000, potential: 1 }, '重点保持'],
    ['value-potential', { purchases_in_period: 99_999, potential: 3 }, '重点培育'],
    ['value-potential', { purchases_in_period: 0, potential: 0 }, '一般维护'],
  ])('%s %j is %s', (key, customer, wanted) => {
    expect(level(scheme(key), customer)).toBe(wanted)
  })
})

describe('a scheme with faults', () => {
  it('is refused whole, with every fault and its place', () => {
    const [a, b] = propertyScheme.levels
    const broken: TierScheme = {
      ...propertyScheme,
      levels: [
        {
          ...a!,
          clauses: [
            { ...a!.clauses[0]!, when: 'purchases_totl >= 1' },
            { ...a!.clauses[1]!, id: 'A1' },
          ],
        },
        {
          ...b!,
          level: 'A',
          clauses: [
            { ...b!.clauses[0]!, when: 'deal_count / 0 > 1' },
            { ...b!.clauses[1]!, when: a!.clauses[1]!.when },
          ],
        },
      ],
    }
    const outcome = compileScheme(broken, vocabulary)
    expect(outcome.ok === false && outcome.faults.map(({ path, reason }) => [path, reason.code])).toEqual([
      ['levels[0].clauses[0].when', 'expression-unknown-name-near'],
      ['levels[0].clauses[1].id', 'tier-clause-twice'],
      ['levels[1].level', 'tier-level-twice'],
      ['levels[1].clauses[0].when', 'expression-division-by-zero'],
      ['levels[1].clauses[1].when', 'tier-clause-never'],
    ])
  })
})

describe('laws', () => {
  const customer = fc.record({
    purchases_total: fc.constantFrom(0, 7_999_999.99, 8_000_000, 49_999_999.99, 50_000_000),
    deal_count: fc.constantFrom(0, 1, 2),
    has_detached: fc.boolean(),
    has_similar: fc.boolean(),
    prefers_detached: fc.boolean(),
    influence_field: fc.constantFrom(0, 1, 2),
    influence_group: fc.constantFrom(0, 1, 2),
    influence_trade: fc.constantFrom(0, 1, 2),
    brings_others: fc.boolean(),
    intention: fc.constantFrom(0, 1, 2, 3),
    events_attended: fc.constantFrom(0, 1),
    enquiries: fc.constantFrom(0, 1),
    contacts: fc.constantFrom(0, 1),
  })
  const made = compiled(propertyScheme)

  it('the level is that of the first clause cel-js finds true', () => {
    const env = environmentOf(vocabulary)
    const programs = made.clauses.map(({ clause, level }) => ({ level, program: env.parse(clause.when) }))
    fc.assert(
      fc.property(fc.array(customer, { minLength: 1, maxLength: 20 }), (customers) => {
        const got = [...computeTiers(made, columnsOf(customers)).level]
        const wanted = customers.map(
          (each) => programs.find(({ program }) => program({ ...each, f: {} }) === true)?.level ?? -1,
        )
        expect(got).toEqual(wanted)
      }),
    )
  })

  it('learning more never lowers below what was certain, nor above what was possible', () => {
    fc.assert(
      fc.property(
        customer,
        fc.subarray(Object.keys({ brings_others: 1, influence_field: 1, intention: 1, purchases_total: 1 })),
        (each, hidden) => {
          const partial = Object.fromEntries(Object.entries(each).filter(([key]) => !hidden.includes(key)))
          const before = computeTiers(made, columnsOf([partial]))
          const after = computeTiers(made, columnsOf([each])).level[0]!
          const rank = (value: number) => (value === -1 ? made.scheme.levels.length : value)
          expect(rank(after)).toBeLessThanOrEqual(rank(before.level[0]!))
          const best = before.possible[0] === -1 ? rank(before.level[0]!) : before.possible[0]!
          expect(rank(after)).toBeGreaterThanOrEqual(best)
        },
      ),
    )
  })
})

describe('the values a clause has read', () => {
  it('are the same as JSON made in bulk', () => {
    const columns = columnsOf([{ deal_count: 3, purchases_total: 50_000_000.01 }, { purchases_total: 5 }, {}])
    for (const scheme of builtinSchemes) {
      const made = compiled(scheme)
      const facts = clauseFacts(made, columns)
      for (let clause = -1; clause < made.clauses.length; clause++) {
        for (let row = 0; row < columns.count; row++) {
          expect(facts(clause, row)).toBe(JSON.stringify(clauseValues(made, columns, clause, row)))
        }
      }
    }
  })
})

describe('what follows from levels', () => {
  it('counts levels, those without one last', () => {
    const columns = columnsOf([{ deal_count: 1 }, { deal_count: 1 }, { enquiries: 1 }, {}])
    expect(countLevels(compiled(propertyScheme), computeTiers(compiled(propertyScheme), columns))).toEqual([
      0, 0, 2, 0, 1, 1,
    ])
  })

  it('groups who moves from where to where', () => {
    const moves = tierMoves([7, 8, 9, 10], ['C', 'C', null, 'A'], ['B', 'B', 'E', 'A'])
    expect(moves).toEqual([
      { from: 'C', to: 'B', ids: [7, 8] },
      { from: null, to: 'E', ids: [9] },
    ])
    expect(moves.map((move) => directionOf(move, ['A', 'B', 'C', 'D', 'E']))).toEqual(['up', 'first'])
  })

  it('people take the level of their organisation when theirs is lower', () => {
    expect([
      ...inheritLevels(Int16Array.of(-1, 0, 2, 1), [
        [0, 3],
        [1, 3],
        [2, 3],
      ]),
    ]).toEqual([1, 0, 1, 1])
  })

  it.each([
    ['while it lasts', { level: 'A', reason: 'r', by: 'x', until: '2026-11-22' }, 'A'],
    ['no longer', { level: 'A', reason: 'r', by: 'x', until: '2026-11-21' }, 'C'],
    ['for good', { level: 'A', reason: 'r', by: 'x', until: null }, 'A'],
  ])('a level given by hand counts: %s', (_what, override, wanted) => {
    expect(levelInForce('C', override, '2026-11-22')).toBe(wanted)
  })
})
