import type { TierScheme } from '../../../model/tiers.ts'

// The sources name these bases without numbers; the numbers here are starting points to be changed by the house.
const EXAMPLE = 'example numbers'

/** 客户等级分类表 by credit standing and size. */
export const creditSizeScheme: TierScheme = {
  key: 'credit-size',
  zh: '资信与规模',
  en: 'Credit and size',
  periodDays: 365,
  inherit: true,
  source: EXAMPLE,
  levels: [
    {
      level: '一级',
      zh: '资信优、规模大',
      en: 'Sound and large',
      contactEvery: 30,
      verifyEvery: { base: 180, credit: 90, decision_makers: 90 },
      clauses: [
        {
          id: '1a',
          when: 'credit_rating in ["AAA", "AA"] && (registered_capital >= wan(5000) || staff_size >= 300)',
          zh: '资信 AA 以上，且注册资金 5000 万元或 300 人以上',
          en: 'rated AA or better, with capital of 50 million yuan or 300 staff',
        },
      ],
    },
    {
      level: '二级',
      zh: '资信良好',
      en: 'Sound',
      contactEvery: 60,
      verifyEvery: { base: 365, credit: 180, decision_makers: 180 },
      clauses: [
        { id: '2a', when: 'credit_rating in ["AAA", "AA", "A"]', zh: '资信 A 以上', en: 'rated A or better' },
        {
          id: '2b',
          when: '(registered_capital >= wan(1000) || staff_size >= 100) && !(credit_rating in ["C", "D"])',
          zh: '注册资金 1000 万元或 100 人以上，资信不差',
          en: 'capital of 10 million yuan or 100 staff, and no bad rating',
        },
      ],
    },
    {
      level: '三级',
      zh: '资信一般',
      en: 'Fair',
      contactEvery: 120,
      verifyEvery: { base: 365, credit: 365 },
      clauses: [
        { id: '3a', when: 'credit_rating in ["BBB", "BB", "B"]', zh: '资信 B 级', en: 'rated B' },
        {
          id: '3b',
          when: 'registered_capital >= wan(100) && !(credit_rating in ["C", "D"])',
          zh: '注册资金 100 万元以上，资信不差',
          en: 'capital of 1 million yuan, and no bad rating',
        },
      ],
    },
    {
      level: '四级',
      zh: '资信差',
      en: 'Weak',
      clauses: [{ id: '4a', when: 'credit_rating in ["C", "D"]', zh: '资信 C 级以下', en: 'rated C or worse' }],
    },
  ],
}

/** 客户采购/销售额排序表 as levels. */
export const purchasingScheme: TierScheme = {
  key: 'purchasing',
  zh: '采购实力与销售额',
  en: 'Purchasing strength and sales',
  periodDays: 365,
  inherit: true,
  source: EXAMPLE,
  levels: [
    {
      level: '大',
      zh: '大客户',
      en: 'Major account',
      contactEvery: 14,
      verifyEvery: { base: 180, credit: 90, decision_makers: 90 },
      clauses: [
        {
          id: 'L1',
          when: 'purchases_in_period >= wan(100)',
          zh: '一年销售额达到 100 万元',
          en: 'a year of sales reaches 1 million yuan',
        },
        {
          id: 'L2',
          when: 'purchasing_power >= 3 && purchases_in_period >= wan(50)',
          zh: '采购实力高，一年销售额达到 50 万元',
          en: 'strong buyer with a year of 500,000 yuan',
        },
      ],
    },
    {
      level: '中',
      zh: '中等客户',
      en: 'Middle account',
      contactEvery: 30,
      verifyEvery: { base: 365, credit: 180 },
      clauses: [
        {
          id: 'M1',
          when: 'purchases_in_period >= wan(10)',
          zh: '一年销售额达到 10 万元',
          en: 'a year of sales reaches 100,000 yuan',
        },
        { id: 'M2', when: 'purchasing_power >= 3', zh: '采购实力高', en: 'strong buyer' },
      ],
    },
    {
      level: '小',
      zh: '小客户',
      en: 'Small account',
      contactEvery: 90,
      clauses: [{ id: 'S1', when: 'deal_count >= 1', zh: '有过采购', en: 'has bought' }],
    },
  ],
}

/** Amount × count, with a mark for potential. */
export const amountCountScheme: TierScheme = {
  key: 'amount-count',
  zh: '消费金额×购买次数',
  en: 'Amount × count',
  periodDays: 365,
  source: EXAMPLE,
  levels: [
    {
      level: '高价值',
      zh: '高价值客户',
      en: 'High value',
      contactEvery: 30,
      clauses: [
        {
          id: 'H1',
          when: 'purchases_in_period >= wan(5) && deals_in_period >= 4',
          zh: '一年消费 5 万元以上且 4 次以上',
          en: '50,000 yuan and 4 purchases in a year',
        },
      ],
    },
    {
      level: '潜在高价值',
      zh: '潜在高价值客户',
      en: 'High potential',
      contactEvery: 30,
      clauses: [
        { id: 'P1', when: 'purchases_in_period >= wan(5)', zh: '金额高、次数少', en: 'large amounts, few purchases' },
        {
          id: 'P2',
          when: 'deals_in_period >= 4 && potential >= 2',
          zh: '次数多、有潜力',
          en: 'many purchases, with potential',
        },
        { id: 'P3', when: 'potential >= 3', zh: '潜力高', en: 'high potential' },
      ],
    },
    {
      level: '常客',
      zh: '常客',
      en: 'Regular',
      contactEvery: 60,
      clauses: [{ id: 'R1', when: 'deals_in_period >= 4', zh: '一年 4 次以上', en: '4 purchases in a year' }],
    },
    {
      level: '一般',
      zh: '一般客户',
      en: 'Ordinary',
      contactEvery: 120,
      clauses: [{ id: 'O1', when: 'deal_count >= 1', zh: '有过消费', en: 'has bought' }],
    },
  ],
}

/** 就餐档次 × 消费频次 of a restaurant. */
export const diningScheme: TierScheme = {
  key: 'dining',
  zh: '就餐档次×消费频次',
  en: 'Spend at meals × frequency',
  periodDays: 90,
  source: EXAMPLE,
  levels: [
    {
      level: 'A',
      zh: '高档常客',
      en: 'Frequent, high spend',
      contactEvery: 14,
      clauses: [
        {
          id: 'A1',
          when: '(dining_grade >= 3 || meal_spend >= 300) && meals_in_period >= 6',
          zh: '高档或人均 300 元以上，三个月 6 次以上',
          en: 'high grade or 300 yuan a head, and 6 meals in three months',
        },
      ],
    },
    {
      level: 'B',
      zh: '高档客',
      en: 'High spend',
      contactEvery: 30,
      clauses: [
        {
          id: 'B1',
          when: '(dining_grade >= 3 || meal_spend >= 300) && meals_in_period >= 1',
          zh: '高档或人均 300 元以上，三个月内来过',
          en: 'high grade or 300 yuan a head, and here within three months',
        },
        {
          id: 'B2',
          when: '(dining_grade >= 2 || meal_spend >= 150) && meals_in_period >= 6',
          zh: '中档或人均 150 元以上，三个月 6 次以上',
          en: 'middle grade or 150 yuan a head, and 6 meals in three months',
        },
      ],
    },
    {
      level: 'C',
      zh: '常客',
      en: 'Frequent',
      contactEvery: 45,
      clauses: [{ id: 'C1', when: 'meals_in_period >= 3', zh: '三个月 3 次以上', en: '3 meals in three months' }],
    },
    {
      level: 'D',
      zh: '散客',
      en: 'Occasional',
      contactEvery: 90,
      clauses: [{ id: 'D1', when: 'meals_in_period >= 1 || contacts >= 1', zh: '来过', en: 'has come' }],
    },
  ],
}

/** Value against potential, four fields. */
export const valuePotentialScheme: TierScheme = {
  key: 'value-potential',
  zh: '价值×潜力',
  en: 'Value × potential',
  periodDays: 365,
  source: EXAMPLE,
  levels: [
    {
      level: '重点发展',
      zh: '价值高、潜力高',
      en: 'High value, high potential',
      contactEvery: 14,
      clauses: [
        {
          id: 'HH',
          when: 'purchases_in_period >= wan(10) && potential >= 2',
          zh: '一年 10 万元以上，潜力中以上',
          en: '100,000 yuan in a year, potential medium or better',
        },
      ],
    },
    {
      level: '重点保持',
      zh: '价值高、潜力低',
      en: 'High value, low potential',
      contactEvery: 30,
      clauses: [
        { id: 'HL', when: 'purchases_in_period >= wan(10)', zh: '一年 10 万元以上', en: '100,000 yuan in a year' },
      ],
    },
    {
      level: '重点培育',
      zh: '价值低、潜力高',
      en: 'Low value, high potential',
      contactEvery: 30,
      clauses: [{ id: 'LH', when: 'potential >= 2', zh: '潜力中以上', en: 'potential medium or better' }],
    },
    {
      level: '一般维护',
      zh: '价值低、潜力低',
      en: 'Low value, low potential',
      contactEvery: 120,
      clauses: [
        { id: 'LL', when: 'purchases_in_period < wan(10)', zh: '一年不到 10 万元', en: 'below 100,000 yuan in a year' },
      ],
    },
  ],
}
