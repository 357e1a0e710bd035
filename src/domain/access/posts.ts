import { type AccessGroup, type AccessPolicy, accessGroups, type Post, type UnmaskGrant } from '../../model/access.ts'

type Groups = '*' | readonly AccessGroup[]

interface PostDraft {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly read: Groups
  readonly write: Groups
  readonly export: Groups
  readonly merge: boolean
  readonly delete: Groups
  /** contact, identity, address */
  readonly unmask: readonly [UnmaskGrant | '', UnmaskGrant | '', UnmaskGrant | '']
}

const setOf = (groups: Groups): ReadonlySet<AccessGroup> => new Set(groups === '*' ? accessGroups : groups)

const post = (draft: PostDraft): Post => {
  const [contact, identity, address] = draft.unmask
  return {
    key: draft.key,
    zh: draft.zh,
    en: draft.en,
    may: {
      read: setOf(draft.read),
      write: setOf(draft.write),
      export: setOf(draft.export),
      merge: setOf(draft.merge ? ['customer'] : []),
      delete: setOf(draft.delete),
    },
    unmask: {
      ...(contact === '' ? {} : { contact }),
      ...(identity === '' ? {} : { identity }),
      ...(address === '' ? {} : { address }),
    },
  }
}

const PEOPLE: readonly AccessGroup[] = ['customer', 'contact', 'identity', 'address', 'sensitive']
const EVENTS: readonly AccessGroup[] = ['deal', 'interaction', 'feedback', 'demand', 'info', 'card']
const KEEPING: readonly AccessGroup[] = ['quality', 'match', 'tier', 'report', 'import']
const DINING: readonly AccessGroup[] = ['customer', 'contact', 'interaction', 'feedback', 'info', 'card']
const SALES: readonly AccessGroup[] = ['customer', 'contact', 'address', 'deal', 'interaction', 'feedback', 'demand']

/**
 * Posts by which nobody has more than their work needs (SEC-07, SEC-11; duties: ORG-01 to ORG-07).
 *
 * Those who wait at tables or take bookings know a guest by name and the tail of a number; those who call all day see
 * numbers whole; citizen numbers are shown to nobody without a purpose that is kept.
 */
export const builtinPosts: readonly Post[] = [
  post({
    key: 'booking',
    zh: '订餐员',
    en: 'booking clerk',
    read: DINING,
    write: ['customer', 'contact', 'interaction', 'feedback', 'info', 'card'],
    export: ['card'],
    merge: false,
    delete: [],
    unmask: ['', '', ''],
  }),
  post({
    key: 'head',
    zh: '部长',
    en: 'department head',
    read: DINING,
    write: ['interaction', 'feedback', 'info', 'card'],
    export: ['card'],
    merge: false,
    delete: [],
    unmask: ['', '', ''],
  }),
  post({
    key: 'waiter',
    zh: '服务员',
    en: 'waiter',
    read: ['customer', 'interaction', 'info', 'card'],
    write: ['customer', 'interaction', 'feedback', 'info'],
    export: [],
    merge: false,
    delete: [],
    unmask: ['', '', ''],
  }),
  post({
    key: 'planning',
    zh: '企划',
    en: 'planning',
    read: [...PEOPLE, ...EVENTS, ...KEEPING, 'policy', 'privacy'],
    write: [...PEOPLE, ...EVENTS, ...KEEPING, 'policy'],
    export: [...PEOPLE, ...EVENTS, ...KEEPING],
    merge: true,
    delete: ['quality', 'tier'],
    unmask: ['asked', 'asked', 'asked'],
  }),
  post({
    key: 'sales',
    zh: '销售',
    en: 'sales',
    read: [...SALES, 'info', 'tier', 'report', 'quality'],
    write: [...SALES, 'info'],
    export: [],
    merge: false,
    delete: [],
    unmask: ['always', '', 'asked'],
  }),
  post({
    key: 'supervisor',
    zh: '主管',
    en: 'supervisor',
    read: [...SALES, 'info', 'tier', 'report', 'quality', 'match'],
    write: [...SALES, 'info', 'tier', 'quality', 'report'],
    export: ['report'],
    merge: false,
    delete: [],
    unmask: ['asked', '', 'asked'],
  }),
  post({
    key: 'clerk',
    zh: '客服',
    en: 'service clerk',
    read: [...PEOPLE, ...EVENTS, ...KEEPING, 'privacy'],
    write: [...PEOPLE, ...EVENTS, ...KEEPING, 'privacy'],
    export: ['report', 'quality', 'card'],
    merge: true,
    delete: [],
    unmask: ['always', 'asked', 'always'],
  }),
  post({
    key: 'manager',
    zh: '经理',
    en: 'service manager',
    read: '*',
    write: [...PEOPLE, ...EVENTS, ...KEEPING, 'policy', 'privacy', 'journal'],
    export: [...PEOPLE, ...EVENTS, ...KEEPING, 'privacy', 'book'],
    merge: true,
    delete: [...PEOPLE, ...EVENTS, ...KEEPING, 'privacy'],
    unmask: ['always', 'asked', 'always'],
  }),
  post({
    key: 'analyst',
    zh: '分析',
    en: 'analyst',
    read: [...PEOPLE, ...EVENTS, ...KEEPING],
    write: ['tier', 'report'],
    export: [...PEOPLE, ...EVENTS, ...KEEPING],
    merge: false,
    delete: [],
    unmask: ['', '', ''],
  }),
  post({
    key: 'auditor',
    zh: '审计',
    en: 'auditor',
    read: '*',
    write: ['journal'],
    export: ['journal', 'report'],
    merge: false,
    delete: [],
    unmask: ['', '', ''],
  }),
  post({
    key: 'admin',
    zh: '管理',
    en: 'administrator',
    read: '*',
    write: '*',
    export: '*',
    merge: true,
    delete: '*',
    unmask: ['asked', 'asked', 'asked'],
  }),
]

export const builtinAccess: AccessPolicy = {
  posts: builtinPosts,
  watch: {
    bulkRows: 500,
    readsPerDay: 200,
    readsPerHour: 60,
    sameCustomer: 15,
    refusals: 5,
    hours: { from: 7, to: 22 },
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    reviewEvery: 90,
  },
}
