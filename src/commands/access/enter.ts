import { hiddenFrom, missingNeed } from '../../domain/access/allow.ts'
import { veilText } from '../../domain/access/veil.ts'
import { setOutgoing } from '../../files/outgoing.ts'
import { fileExists } from '../../files/places.ts'
import { type AccessAction, type AccessGroup, hiddenKinds, type Need } from '../../model/access.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { needsOf, replacesBook } from './needs.ts'
import { veiled } from './session.ts'

interface Called {
  /** `deal add` */
  readonly path: string
  readonly flags: Readonly<Record<string, unknown>>
}

/**
 * The door of every command: who works is found out, what the command takes is held against their post, and from here
 * on they get nothing they may not see. A book without staff is open, as is a place without a book.
 *
 * @throws {KehuError} `access-refused`, `access-unmask-refused`, `access-unmask-purpose`, and as `identify`
 */
export async function enter(ctx: Context, { path, flags }: Called): Promise<void> {
  const { session } = ctx
  session.command = path
  setOutgoing(null)
  const book = await bookAtHand(ctx, path)
  if (book === undefined) return
  const { hasStaff } = await import('../../store/staff.ts')
  if (!hasStaff(book)) return release(ctx, path)
  const { identify } = await import('./identify.ts')
  const { loadAccessPolicy } = await import('./policy.ts')
  session.policy = loadAccessPolicy(ctx, book)
  session.identity = await identify(ctx, book, session.policy)
  const { post } = session.identity
  session.hidden = hiddenFrom(post, session.purpose !== null)
  setOutgoing(session.hidden.size === 0 ? null : (text) => veiled(session, text))
  const missing = missingNeed(post, [...needsOf(path), ...outputNeeds(path, flags)])
  if (missing !== undefined) {
    await noteRefusal(ctx, book, missing)
    throw refused(ctx, missing)
  }
  await checkUnmask(ctx, book)
  await guardWrites(ctx, book)
  await watchLooks(ctx, book)
  await release(ctx, path)
}

/** The book, where there is one; one that can't be opened is left to the commands that mend it. */
async function bookAtHand(ctx: Context, path: string): Promise<Book | undefined> {
  const place = ctx.findBook().path
  if (place !== ':memory:' && !fileExists(place)) return undefined
  try {
    return await ctx.openBook()
  } catch (error) {
    if (replacesBook(path) || needsOf(path).length === 0) return undefined
    throw error
  }
}

async function release(ctx: Context, path: string): Promise<void> {
  if (replacesBook(path)) await ctx.releaseBook()
}

const OUTPUTS = ['output', 'out', 'rows', 'ics', 'rejects'] as const

/** What leaves as a file takes the right to export what the command reads. */
function outputNeeds(path: string, flags: Readonly<Record<string, unknown>>): Need[] {
  const leaves = OUTPUTS.some((name) => typeof flags[name] === 'string' && flags[name] !== '-')
  if (!leaves || path === 'template' || path === 'intake') return []
  return needsOf(path).flatMap((need) => {
    const [action, group] = need.split(' ') as [AccessAction, AccessGroup]
    return action === 'read' || action === 'write' ? [`export ${group}` as const] : []
  })
}

function refused(ctx: Context, need: Need): KehuError {
  const { name, post } = ctx.session.identity!
  const [action, group] = need.split(' ') as [AccessAction, AccessGroup]
  return new KehuError('refused', 'access-refused', {
    name,
    post: post[ctx.lang],
    action: ctx.tell({ code: `access-action.${action}` }),
    group: ctx.tell({ code: `access-group.${group}` }),
  })
}

async function noteRefusal(ctx: Context, book: Book, need: Need): Promise<void> {
  const { noteRead } = await import('../../store/access-log.ts')
  const what = ctx.session.command
  noteRead(book, { at: ctx.now(), staff: ctx.staff, kind: 'refused', what, filter: need, rows: 0 })
}

/** Seeing whole what is hidden takes the right, and a purpose that is kept. */
async function checkUnmask(ctx: Context, book: Book): Promise<void> {
  const { session } = ctx
  if (!session.asks) return
  const { name, post } = session.identity!
  const { noteRead } = await import('../../store/access-log.ts')
  const line = { at: ctx.now(), staff: ctx.staff, what: session.command, filter: null, rows: 0 }
  if (Object.keys(post.unmask).length === 0) {
    noteRead(book, { ...line, kind: 'refused', filter: 'unmask' })
    throw new KehuError('refused', 'access-unmask-refused', { name, post: post[ctx.lang] })
  }
  if ((session.purpose ?? '').trim() === '') throw new KehuError('usage', 'access-unmask-purpose')
  noteRead(book, { ...line, kind: 'unmask', purpose: session.purpose, unmasked: true })
}

/** Whatever a command writes is held against the post once more, table by table; taking back is judged by its own command. */
async function guardWrites(ctx: Context, book: Book): Promise<void> {
  // The dictionary is large, and books without staff never ask it here.
  const { fieldByKey } = await import('../../domain/dictionary/fields.ts')
  const { groupsOfWrite } = await import('../../domain/access/entity-group.ts')
  const { guardWritesOf } = await import('../../store/journal.ts')
  const { post } = ctx.session.identity!
  const isSensitive = (field: string): boolean => fieldByKey(field)?.sensitivity === 'sensitive'
  guardWritesOf(book, (entity, row, isRemoval) => {
    for (const group of groupsOfWrite(entity, row, isSensitive)) {
      const mayWrite = post.may.write.has(group) || (group === 'match' && post.may.merge.size > 0)
      if (!mayWrite && !(isRemoval && post.may.delete.has(group))) throw refused(ctx, `write ${group}`)
    }
  })
}

/** From here on every look is noted: who looked at whom, how many, what for. */
async function watchLooks(ctx: Context, book: Book): Promise<void> {
  const { noteRead } = await import('../../store/access-log.ts')
  const { session } = ctx
  const noted = new Set<number>()
  session.look = ({ kind, rows, partyId, filter }) => {
    if (partyId !== undefined && noted.has(partyId)) return
    if (partyId !== undefined) noted.add(partyId)
    session.hasLooked = true
    noteRead(book, {
      at: ctx.now(),
      staff: ctx.staff,
      kind,
      what: session.command,
      filter: filter === undefined ? null : veilText(filter, new Set(hiddenKinds)),
      rows,
      partyId: partyId ?? null,
      purpose: session.purpose,
      unmasked: session.hidden.size === 0,
    })
  }
}
