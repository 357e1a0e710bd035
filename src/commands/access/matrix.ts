import { resolve } from 'node:path'
import { accessDocument } from '../../domain/policies/access.ts'
import { readTextFile } from '../../files/places.ts'
import { yamlText } from '../../files/write-yaml.ts'
import {
  type AccessGroup,
  type AccessPolicy,
  accessGroups,
  type HiddenKind,
  hiddenKinds,
  type Post,
} from '../../model/access.ts'
import { KehuError } from '../../model/errors.ts'
import type { ReportCell, ReportTable } from '../../model/report.ts'
import type { Book } from '../../store/book.ts'
import { hasStaff, listStaff, readAccessPolicy, saveAccessPolicy } from '../../store/staff.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { write } from '../write.ts'
import { loadAccessPolicy, readPolicyText } from './policy.ts'

/** Prints who may do what: a line a group, a column a post (SEC-18). */
export async function showMatrix(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const policy = loadAccessPolicy(ctx, book)
  const version = readAccessPolicy(book)?.version ?? 0
  showListing(ctx, {
    table: matrixOf(ctx, policy),
    json: [matrixJson(book, policy, version)],
  })
  note(ctx, ctx.tell({ code: 'access-legend' }))
  note(ctx, ctx.tell({ code: version === 0 ? 'access-builtin' : 'access-version', params: { version } }))
  if (!hasStaff(book)) note(ctx, ctx.tell({ code: 'access-open' }))
  ctx.finish('done')
}

function matrixOf(ctx: Context, { posts }: AccessPolicy): ReportTable {
  const groups = accessGroups.map((group): ReportCell[] => [
    ctx.tell({ code: `access-group.${group}` }),
    ...posts.map((post) => lettersOf(post, group)),
  ])
  const unmask = hiddenKinds.map((kind): ReportCell[] => [
    ctx.tell({ code: `access-unmask.${kind}` }),
    ...posts.map((post) => unmaskOf(ctx, post, kind)),
  ])
  return {
    key: 'access',
    title: ctx.tell({ code: 'access-summary' }),
    columns: [
      { key: 'group', title: ctx.tell({ code: 'access-group' }), type: 'date' },
      ...posts.map((post) => ({
        key: post.key,
        title: ctx.lang === 'zh' ? post.zh : post.key,
        type: 'date' as const,
      })),
    ],
    rows: [...groups, ...unmask],
  }
}

/** `rwxd`: read, write, export, delete; merging stands with the duplicates. */
function lettersOf({ may }: Post, group: AccessGroup): string {
  const letters = [
    may.read.has(group) ? 'r' : '',
    may.write.has(group) ? 'w' : '',
    may.export.has(group) ? 'x' : '',
    group === 'match' && may.merge.size > 0 ? 'm' : '',
    may.delete.has(group) ? 'd' : '',
  ].join('')
  return letters === '' ? '·' : letters
}

const unmaskOf = (ctx: Context, { unmask }: Post, kind: HiddenKind): string =>
  ctx.tell({ code: `access-grant.${unmask[kind] ?? 'never'}` })

const matrixJson = (book: Book, policy: AccessPolicy, version: number): object => ({
  version,
  open: !hasStaff(book),
  staff: listStaff(book).map(({ login, name, post, active }) => ({ login, name, post, active })),
  ...accessDocument(policy),
})

/** Prints the policy in force as a file that can be changed and loaded. */
export async function printPolicy(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const document = accessDocument(loadAccessPolicy(ctx, book))
  ctx.io.out(ctx.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : yamlText(document))
  ctx.finish('done')
}

/**
 * Puts an access policy in force, as an operation with a version: a file that lies about changes nobody's rights.
 *
 * @throws {KehuError} `policy-broken`, `staff-last-admin`
 */
export async function loadPolicyFile(ctx: Context, file: string): Promise<void> {
  const book = await ctx.openBook()
  const text = readTextFile(resolve(ctx.cwd, file))
  const policy = readPolicyText(ctx, file, text)
  const members = listStaff(book).filter(({ active }) => active)
  const posts = new Map(policy.posts.map((post) => [post.key, post]))
  if (members.length > 0 && !members.some(({ post }) => posts.get(post ?? '')?.may.write.has('staff') === true))
    throw new KehuError('refused', 'staff-last-admin')
  const lost = members.filter(({ post }) => !posts.has(post ?? ''))
  const { result } = write(ctx, book, { kind: 'access' }, (operation) => {
    const version = saveAccessPolicy(book, operation, text, ctx.now())
    return { result: version, summary: { version, posts: policy.posts.length } }
  })
  note(ctx, ctx.tell({ code: 'access-loaded', params: { version: result } }))
  for (const { name, post } of lost)
    note(ctx, ctx.tell({ code: 'access-post-gone', params: { name, post: post ?? '' } }))
  ctx.finish('done')
}
