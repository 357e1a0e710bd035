import { z } from 'zod'
import {
  type AccessGroup,
  type AccessPolicy,
  accessActions,
  accessGroups,
  hiddenKinds,
  type Post,
  type WatchPolicy,
} from '../../model/access.ts'
import { type PolicyOutcome, readPolicy } from './faults.ts'
import { identifier } from './parts.ts'

const groups = z.union([z.literal('*'), z.array(z.enum(accessGroups))])
const hour = z.int().min(0).max(24)
const count = z.int().min(1).max(1_000_000_000)
const post = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1).optional(),
  read: groups.optional(),
  write: groups.optional(),
  export: groups.optional(),
  merge: z.boolean().optional(),
  delete: groups.optional(),
  unmask: z.partialRecord(z.enum(hiddenKinds), z.enum(['always', 'asked', 'never'])).optional(),
})
const watch = z.strictObject({
  bulkRows: count.optional(),
  readsPerDay: count.optional(),
  readsPerHour: count.optional(),
  sameCustomer: count.optional(),
  refusals: count.optional(),
  hours: z.strictObject({ from: hour, to: hour }).optional(),
  weekdays: z.array(z.int().min(1).max(7)).optional(),
  reviewEvery: z.int().min(1).max(3650).optional(),
})
const policy = z.strictObject({ posts: z.record(identifier, post).optional(), watch: watch.optional() })

interface RawPost {
  readonly zh: string
  readonly en?: string
  readonly read?: '*' | AccessGroup[]
  readonly write?: '*' | AccessGroup[]
  readonly export?: '*' | AccessGroup[]
  readonly merge?: boolean
  readonly delete?: '*' | AccessGroup[]
  readonly unmask?: Readonly<Record<string, 'always' | 'asked' | 'never'>>
}
interface RawPolicy {
  readonly posts?: Readonly<Record<string, RawPost>>
  readonly watch?: Partial<WatchPolicy>
}

/** Reads an access policy over the one it changes: posts are replaced by key or added, thresholds one by one. */
export function parseAccessPolicy(raw: unknown, base: AccessPolicy): PolicyOutcome<AccessPolicy> {
  const outcome = readPolicy<RawPolicy>(policy, raw)
  if (!outcome.ok) return outcome
  const own = Object.entries(outcome.value.posts ?? {}).map(([key, draft]) => postOf(key, draft))
  const keys = new Set(own.map(({ key }) => key))
  const posts = [...base.posts.filter(({ key }) => !keys.has(key)), ...own]
  if (!posts.some(({ may }) => may.write.has('staff')))
    return { ok: false, faults: [{ path: 'posts', reason: { code: 'access-policy-nobody' } }] }
  return { ok: true, value: { posts, watch: { ...base.watch, ...outcome.value.watch } } }
}

function postOf(key: string, raw: RawPost): Post {
  const setOf = (value: '*' | readonly AccessGroup[] | undefined): ReadonlySet<AccessGroup> =>
    new Set(value === '*' ? accessGroups : (value ?? []))
  const unmask = Object.entries(raw.unmask ?? {}).filter(([, grant]) => grant !== 'never')
  return {
    key,
    zh: raw.zh,
    en: raw.en ?? raw.zh,
    may: {
      read: setOf(raw.read),
      write: setOf(raw.write),
      export: setOf(raw.export),
      merge: setOf(raw.merge === true ? ['customer'] : []),
      delete: setOf(raw.delete),
    },
    unmask: Object.fromEntries(unmask),
  }
}

/** An access policy as its file says it, to be printed, changed and loaded again. */
export function accessDocument({ posts, watch: thresholds }: AccessPolicy): Record<string, unknown> {
  const listOf = (set: ReadonlySet<AccessGroup>): '*' | AccessGroup[] =>
    set.size === accessGroups.length ? '*' : accessGroups.filter((group) => set.has(group))
  const written = posts.map(({ key, zh, en, may, unmask }) => {
    const lists = accessActions
      .filter((action) => action !== 'merge' && may[action].size > 0)
      .map((action) => [action, listOf(may[action])])
    return [key, { zh, en, ...Object.fromEntries(lists), merge: may.merge.size > 0, unmask }] as const
  })
  return { posts: Object.fromEntries(written), watch: thresholds }
}
