import { describe, expect, it } from 'vitest'
import { computeTiers } from '../../src/domain/tiers/compute.ts'
import { explainTier } from '../../src/domain/tiers/explain.ts'
import { measures } from '../../src/domain/tiers/measures.ts'
import { builtinSchemes } from '../../src/domain/tiers/schemes/builtin.ts'
import { tierSentence } from '../../src/render/tier-explanation.ts'
import { type Customer, columnsOf, compiled } from '../domain/tiers/columns.ts'

function explain(key: string, customer: Customer, lang: 'zh' | 'en'): string {
  const scheme = compiled(builtinSchemes.find((each) => each.key === key)!)
  const columns = columnsOf([customer])
  return tierSentence(explainTier(scheme, columns, computeTiers(scheme, columns), 0), {
    lang,
    name: lang === 'zh' ? '张伟' : 'Zhang Wei',
    measures,
  })
}

const flat = {
  deal_count: 1,
  purchases_total: 1_000_000,
  has_detached: false,
  has_similar: false,
  prefers_detached: false,
  brings_others: false,
  influence_trade: 0,
  influence_field: 0,
  influence_group: 0,
}

describe('a tier is told as a manager would tell it', () => {
  it.each<[string, string, Customer, string, string]>([
    [
      'by amount',
      'property',
      { ...flat, purchases_total: 52_300_000 },
      '张伟是 A 级（贵宾级客户），持钻石卡，因为累计购买达到 5000 万元：累计购买金额 5,230 万元。',
      'Zhang Wei is level A (VIP customer), with the diamond card: purchases reach 50 million yuan (total purchases: 52,300,000 yuan).',
    ],
    [
      'with a judgement missing',
      'property',
      {
        deal_count: 2,
        purchases_total: 8_000_000.5,
        has_detached: true,
        has_similar: false,
        prefers_detached: true,
        influence_field: 0,
        influence_group: 0,
      },
      '张伟是 B 级（重要客户），持铂金卡，因为购有独立别墅或同类型物业：购有独立别墅。还不清楚：积极带动周围的人购买；弄清后可能是“A”。要到“A”，需要：累计购买达到 5000 万元；或购有独立别墅，并在从业领域有重大影响力或在集团内有一定影响力；或已购买，对独立或同类型物业情有独钟，并积极带动周围的人购买。',
      'Zhang Wei is level B (Important customer), with the platinum card: owns a detached villa or property of that type (owns a detached villa). Not known yet: brings others to buy; once known it may be "A". For "A" it takes: purchases reach 50 million yuan; or owns a detached villa, with major influence in the own field or some inside the group; or has bought, is set on detached or like property, and brings others to buy.',
    ],
    [
      'in words',
      'purchasing',
      { purchases_in_period: 500_000, purchasing_power: 3, deal_count: 4 },
      '张伟属于“大”（大客户），因为采购实力高，一年销售额达到 50 万元：采购实力 高、期内购买金额 50 万元。',
      'Zhang Wei is "大" (Major account): strong buyer with a year of 500,000 yuan (purchasing strength: high, purchases in the period: 500,000 yuan).',
    ],
  ])('%s', (_what, scheme, customer, zh, en) => {
    expect(explain(scheme, customer, 'zh')).toBe(zh)
    expect(explain(scheme, customer, 'en')).toBe(en)
  })

  it('says so when no clause holds', () => {
    const nobody = Object.fromEntries(
      measures.map(({ key, type }) => [
        key,
        type === 'flag' ? false : type === 'text' ? '-' : type === 'date' ? '2020-01-01' : 0,
      ]),
    )
    expect(explain('property', nobody, 'zh')).toBe('张伟还没有等级：没有一条规则成立。要到“E”，需要：来电来访咨询过。')
  })

  it('names every input its clause has used', () => {
    for (const scheme of builtinSchemes) {
      const made = compiled(scheme)
      for (const { clause, condition } of made.clauses) {
        for (const { key } of condition.inputs) {
          const measure = measures.find((each) => each.key === key)
          expect(measure, `${scheme.key} ${clause.id} reads ${key}`).toBeDefined()
        }
      }
    }
  })
})
