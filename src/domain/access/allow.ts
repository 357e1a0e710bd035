import type { AccessAction, AccessGroup, HiddenKind, Need, Post } from '../../model/access.ts'
import { hiddenKinds } from '../../model/access.ts'
import type { Personal } from '../masking.ts'

/** The first need a post does not meet; undefined where it may. */
export function missingNeed(post: Post, needs: readonly Need[]): Need | undefined {
  return needs.find((need) => {
    const [action, group] = need.split(' ') as [AccessAction, AccessGroup]
    return !post.may[action].has(group)
  })
}

/** What is hidden from somebody of a post: all that is never theirs, and what they did not ask for with a purpose. */
export const hiddenFrom = ({ unmask }: Post, hasAsked: boolean): ReadonlySet<HiddenKind> =>
  new Set(hiddenKinds.filter((kind) => unmask[kind] !== 'always' && !(unmask[kind] === 'asked' && hasAsked)))

const PERSONAL: Readonly<Record<HiddenKind, readonly Personal[]>> = {
  contact: ['phone', 'email'],
  identity: ['id'],
  address: ['address'],
}

/** The kinds of columns that hidden kinds stand for. */
export const personalKinds = (hidden: ReadonlySet<HiddenKind>): ReadonlySet<Personal> =>
  new Set([...hidden].flatMap((kind) => PERSONAL[kind]))
