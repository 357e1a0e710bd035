/** What a permission is about: tables of the book, and groups of fields within them. */
export const accessGroups = [
  'customer',
  'contact',
  'identity',
  'address',
  'sensitive',
  'deal',
  'interaction',
  'feedback',
  'demand',
  'info',
  'card',
  'quality',
  'match',
  'tier',
  'report',
  'import',
  'policy',
  'staff',
  'journal',
  'privacy',
  'book',
] as const
export type AccessGroup = (typeof accessGroups)[number]

export const accessActions = ['read', 'write', 'export', 'merge', 'delete'] as const
export type AccessAction = (typeof accessActions)[number]

/** Values that are hidden from those who may not see them whole. */
export const hiddenKinds = ['contact', 'identity', 'address'] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** `always` shown whole, `asked` only with `--unmask PURPOSE`, which is logged; left out: never. */
export type UnmaskGrant = 'always' | 'asked'

/** What somebody of a post may do; `*` stands for every group. */
export interface Post {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly may: Readonly<Record<AccessAction, ReadonlySet<AccessGroup>>>
  readonly unmask: Readonly<Partial<Record<HiddenKind, UnmaskGrant>>>
}

/** From how many look-ups, rows and odd hours on a reader is worth a question. */
export interface WatchPolicy {
  /** Rows of one export from which it is a bulk export. */
  readonly bulkRows: number
  /** Customers looked at by one person on one day. */
  readonly readsPerDay: number
  /** Customers looked at by one person within one hour. */
  readonly readsPerHour: number
  /** How often one customer is looked at by one person on one day. */
  readonly sameCustomer: number
  /** Refusals of one person on one day. */
  readonly refusals: number
  /** Hours of work, half open, in the book's time zone. */
  readonly hours: { readonly from: number; readonly to: number }
  /** Days of the week that are worked, 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  /** Days between two reviews of who may see what. */
  readonly reviewEvery: number
}

export interface AccessPolicy {
  readonly posts: readonly Post[]
  readonly watch: WatchPolicy
}

/** Who works, once it is known. */
export interface Identity {
  readonly staffId: number
  readonly login: string
  readonly name: string
  readonly post: Post
}

/** A command's need: an action on a group. */
export type Need = `${AccessAction} ${AccessGroup}`
