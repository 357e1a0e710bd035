import type { Messages } from './catalogue.ts'

/** Words of the analyses: stages, reasons of a churn warning, RFM groups. */
export const analysisText = {
  'stage.potential': { zh: '潜在', en: 'potential' },
  'stage.new': { zh: '新客', en: 'new' },
  'stage.growing': { zh: '成长', en: 'growing' },
  'stage.mature': { zh: '成熟', en: 'mature' },
  'stage.sleeping': { zh: '沉睡', en: 'sleeping' },
  'stage.lost': { zh: '流失', en: 'lost' },

  'churn.rhythm': {
    zh: '平均 {rhythm} 天买一次，已经 {since} 天没有购买',
    en: 'buys every {rhythm} days, and has not for {since} days',
  },
  'churn.silent': { zh: '{days} 天没有任何来往', en: 'no contact of any kind for {days} days' },
  'churn.once': { zh: '只买过一次，已经 {since} 天', en: 'bought once only, {since} days ago' },
  'churn.falling': { zh: '近一期购买比前一期少 {percent}%', en: 'bought {percent} % less than in the period before' },
  'churn.complaint': { zh: '有 {count} 件投诉没有解决', en: '{count} complaints are not settled' },

  'rfm.best': { zh: '重要价值客户', en: 'champions' },
  'rfm.develop': { zh: '重要发展客户', en: 'to be developed' },
  'rfm.keep': { zh: '重要保持客户', en: 'to be kept' },
  'rfm.win-back': { zh: '重要挽留客户', en: 'to be won back' },
  'rfm.ordinary-value': { zh: '一般价值客户', en: 'frequent, small amounts' },
  'rfm.ordinary-develop': { zh: '一般发展客户', en: 'recent, small amounts' },
  'rfm.ordinary-keep': { zh: '一般保持客户', en: 'once frequent, small amounts' },
  'rfm.ordinary-lost': { zh: '一般挽留客户', en: 'faded' },
  'rfm.none': { zh: '没有购买', en: 'no purchase' },

  'analysis-too-little-data': {
    zh: '数据太少（{have} 个，至少要 {need} 个），不下结论',
    en: 'too little data ({have}, at least {need} needed) to say anything',
  },
} as const satisfies Messages
