import type { TierScheme } from '../../../model/tiers.ts'

/**
 * Five levels of a property developer (A 贵宾级 – E 普通咨询).
 *
 * Source: 美的地产 customer classes, requirements a.6. "Important official" is kept as a neutral degree of influence;
 * the garbled half of A(3) is read as: bought, set on detached or like property, and brings others to buy.
 */
export const propertyScheme: TierScheme = {
  key: 'property',
  zh: '地产五级（A–E）',
  en: 'Property, five levels (A–E)',
  periodDays: 365,
  source: 'a.6',
  levels: [
    {
      level: 'A',
      zh: '贵宾级客户',
      en: 'VIP customer',
      card: { zh: '钻石卡', en: 'diamond card' },
      contactEvery: 30,
      verifyEvery: { base: 90, credit: 180, decision_makers: 90 },
      requires: ['name', 'phone', 'birth', 'employer', 'title', 'address'],
      clauses: [
        {
          id: 'A1',
          when: 'purchases_total >= wan(5000)',
          zh: '累计购买达到 5000 万元',
          en: 'purchases reach 50 million yuan',
        },
        {
          id: 'A2',
          when: 'has_detached && (influence_field >= 2 || influence_group >= 1)',
          zh: '购有独立别墅，并在从业领域有重大影响力或在集团内有一定影响力',
          en: 'owns a detached villa, with major influence in the own field or some inside the group',
        },
        {
          id: 'A3',
          when: 'deal_count >= 1 && (has_detached || has_similar || prefers_detached) && brings_others',
          zh: '已购买，对独立或同类型物业情有独钟，并积极带动周围的人购买',
          en: 'has bought, is set on detached or like property, and brings others to buy',
        },
      ],
    },
    {
      level: 'B',
      zh: '重要客户',
      en: 'Important customer',
      card: { zh: '铂金卡', en: 'platinum card' },
      contactEvery: 60,
      verifyEvery: { base: 180, credit: 365, decision_makers: 180 },
      requires: ['name', 'phone', 'birth', 'address'],
      clauses: [
        {
          id: 'B1',
          when: 'has_detached || has_similar',
          zh: '购有独立别墅或同类型物业',
          en: 'owns a detached villa or property of that type',
        },
        {
          id: 'B2',
          when: 'purchases_total >= wan(800)',
          zh: '累计购买达到 800 万元',
          en: 'purchases reach 8 million yuan',
        },
        {
          id: 'B3',
          when: 'deal_count >= 1 && influence_trade >= 2',
          zh: '已购买，并在社会或行业有重大影响力',
          en: 'has bought, with major influence in public life or the trade',
        },
      ],
    },
    {
      level: 'C',
      zh: '一般重要客户',
      en: 'Fairly important customer',
      card: { zh: '金卡', en: 'gold card' },
      contactEvery: 90,
      verifyEvery: { base: 365, credit: 730, decision_makers: 365 },
      requires: ['name', 'phone'],
      clauses: [{ id: 'C1', when: 'deal_count >= 1', zh: '已购买物业', en: 'has bought property' }],
    },
    {
      level: 'D',
      zh: '一般客户',
      en: 'Ordinary customer',
      contactEvery: 120,
      verifyEvery: { base: 730 },
      requires: ['name', 'phone'],
      clauses: [
        { id: 'D1', when: 'intention >= 1', zh: '有购买意向', en: 'means to buy' },
        { id: 'D2', when: 'events_attended >= 1', zh: '积极参加活动', en: 'takes part in events' },
      ],
    },
    {
      level: 'E',
      zh: '普通咨询客户',
      en: 'Enquirer',
      contactEvery: 180,
      requires: ['phone'],
      clauses: [
        {
          id: 'E1',
          when: 'enquiries >= 1 || contacts >= 1',
          zh: '来电来访咨询过，或有过来往',
          en: 'has called or visited, or been in touch',
        },
      ],
    },
  ],
}
