import type { Choice, Entity, FieldDef, FieldType } from '../../model/dictionary.ts'

type Purpose = FieldDef['purpose']

/** Why fields are collected (目的); one sentence serves many fields. */
export const purposes = {
  identify: { zh: '识别客户，避免重复建档', en: 'tell customers apart and avoid opening a file twice' },
  reach: { zh: '与客户联系', en: 'reach the customer' },
  address: { zh: '上门、寄送和按地区分类', en: 'visit, send, and sort by region' },
  serve: { zh: '提供个性化服务', en: 'serve the customer personally' },
  value: { zh: '评定客户级别，分配服务资源', en: 'place the customer in a tier and share out service' },
  greet: { zh: '在纪念日问候', en: 'greet the customer on the day' },
  relate: { zh: '了解与客户有关的人，接待时不失礼', en: 'know the people around the customer' },
  decide: { zh: '了解谁影响购买决定', en: 'know who decides about buying' },
  credit: { zh: '评估资信，防范风险', en: 'judge credit and guard against loss' },
  deal: { zh: '记录交易，统计和售后', en: 'record what was bought, for statistics and after-sales' },
  contact: { zh: '记录来往，安排跟进', en: 'record contacts and plan the next' },
  demand: { zh: '了解需求，推荐合适的产品', en: 'know what is wanted and offer what fits' },
  improve: { zh: '改进产品和服务', en: 'improve products and service' },
  market: { zh: '了解市场和竞争', en: 'know the market and the competition' },
  manage: { zh: '管理客户档案', en: 'keep the customer files in order' },
} as const satisfies Record<string, Purpose>

interface Block {
  readonly entity: Entity
  readonly group: string
  readonly stored: FieldDef['stored']
  readonly purpose: Purpose
  readonly sensitivity?: FieldDef['sensitivity']
}

interface More extends Partial<Omit<Block, 'group'>> {
  readonly type?: FieldType
  readonly choices?: readonly Choice[]
  readonly open?: boolean
  readonly verifyScope?: 'base' | 'credit' | 'decision_makers'
}

/** Starts a block of fields; the function given back makes one field from key, labels and synonyms parted by `|`. */
export const block =
  (base: Block) =>
  (key: string, zh: string, en: string, synonyms = '', more: More = {}): FieldDef => ({
    key,
    zh,
    en,
    synonyms: synonyms === '' ? [] : synonyms.split('|'),
    type: more.type ?? (more.choices ? 'choice' : 'text'),
    entity: more.entity ?? base.entity,
    group: base.group,
    stored: more.stored ?? base.stored,
    purpose: more.purpose ?? base.purpose,
    sensitivity: more.sensitivity ?? base.sensitivity ?? 'open',
    ...(more.choices && { choices: more.choices }),
    ...(more.open && { open: true }),
    ...(more.verifyScope && { verifyScope: more.verifyScope }),
  })
