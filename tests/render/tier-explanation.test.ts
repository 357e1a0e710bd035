import { describe, expect, it } from 'vitest'
import { computeTiers } from '../../src/domain/tiers/compute.ts'
import { explainTier } from '../../src/domain/tiers/explain.ts'
import { measures } from '../../src/domain/tiers/measures.ts'
import { builtinSchemes } from '../../src/domain/tiers/schemes/builtin.ts'
import type { TierExplanation } from '../../src/model/tiers.ts'
import { nextLevelLines, type TierSentenceOptions, tierSentence } from '../../src/render/tier-explanation.ts'
import { type Customer, columnsOf, compiled } from '../domain/tiers/columns.ts'

function told<T>(
  say: (explanation: TierExplanation, options: TierSentenceOptions) => T,
  { key, customer, lang }: { readonly key: string; readonly customer: Customer; readonly lang: 'zh' | 'en' },
): T {
  const scheme = compiled(builtinSchemes.find((each) => each.key === key)!)
  const columns = columnsOf([customer])
  const name = lang === 'zh' ? '张伟' : 'Zhang Wei'
  const options = { lang, name, measures, periodDays: scheme.scheme.periodDays }
  return say(explainTier(scheme, columns, computeTiers(scheme, columns), 0), options)
}

const explain = (key: string, customer: Customer, lang: 'zh' | 'en'): string =>
  told(tierSentence, { key, customer, lang })
const ways = (key: string, customer: Customer, lang: 'zh' | 'en'): string[] =>
  told(nextLevelLines, { key, customer, lang })

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
      '张伟是 A 级（贵宾级客户，持钻石卡），因为累计购买达到 5000 万元（累计购买金额为 5,230 万元）。',
      'Zhang Wei is level A (VIP customer, with the diamond card): purchases reach 50 million yuan (total purchases: 52,300,000 yuan).',
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
      '张伟是 B 级（重要客户，持铂金卡），因为购有独立别墅或同类型物业（购有独立别墅）。还不清楚：是否积极带动周围的人购买；弄清后可能升到 A 级。',
      'Zhang Wei is level B (Important customer, with the platinum card): owns a detached villa or property of that type (owns a detached villa). Not known yet: whether the customer brings others to buy; once known it may become level A.',
    ],
    [
      'in words',
      'purchasing',
      { purchases_in_period: 500_000, purchasing_power: 3, deal_count: 4 },
      '张伟是“大”（大客户），因为采购实力高，一年销售额达到 50 万元（采购实力为高、近 365 天购买金额为 50 万元）。',
      'Zhang Wei is "大" (Major account): strong buyer with a year of 500,000 yuan (purchasing strength: high, purchases in the last 365 days: 500,000 yuan).',
    ],
  ])('%s', (_what, scheme, customer, zh, en) => {
    expect(explain(scheme, customer, 'zh')).toBe(zh)
    expect(explain(scheme, customer, 'en')).toBe(en)
  })

  it('tells each way to the next level, what speaks for it now, and how much is missing', () => {
    const { influence_trade: _, ...rest } = flat
    const customer = { ...rest, purchases_total: 5_000_000 }
    expect(ways('property', customer, 'zh')).toEqual([
      '要到 B 级，做到其中一条即可：',
      '  · 购有独立别墅或同类型物业——现在未购有独立别墅、未购有独立别墅同类型物业',
      '  · 累计购买达到 800 万元——现在累计购买金额为 500 万元，还差 300 万元',
      '  · 已购买，并在社会或行业有重大影响力——现在购买次数为 1 次、在社会或行业的影响力不清楚',
    ])
    expect(ways('property', customer, 'en')[2]).toBe(
      '  - purchases reach 8 million yuan; now total purchases: 5,000,000 yuan, 3,000,000 yuan short',
    )
    expect(ways('property', { ...flat, purchases_total: 60_000_000 }, 'zh')).toEqual([])
  })

  it('says so when no clause holds', () => {
    const nobody = Object.fromEntries(
      measures.map(({ key, type }) => [
        key,
        type === 'flag' ? false : type === 'text' ? '-' : type === 'date' ? '2020-01-01' : 0,
      ]),
    )
    expect(explain('property', nobody, 'zh')).toBe('张伟还没有等级：没有一条规则成立。')
    expect(ways('property', nobody, 'zh')).toEqual([
      '要到 E 级，需要：',
      '  · 来电来访咨询过，或有过来往——现在来电来访次数为 0 次、来往次数为 0 次',
    ])
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
