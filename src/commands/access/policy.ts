import { builtinAccess } from '../../domain/access/posts.ts'
import { parseAccessPolicy } from '../../domain/policies/access.ts'
import { parsePolicy } from '../../files/read-policy.ts'
import type { AccessPolicy } from '../../model/access.ts'
import type { Book } from '../../store/book.ts'
import { readAccessPolicy } from '../../store/staff.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'

/** The access policy in force: the version loaded last into the book, over the built-in one. */
export function loadAccessPolicy(ctx: Context, book: Book): AccessPolicy {
  const stored = readAccessPolicy(book)
  return stored === undefined ? builtinAccess : readPolicyText(ctx, `access v${stored.version}`, stored.document)
}

/** An access policy from its text. @throws {KehuError} `policy-broken` */
export function readPolicyText(ctx: Context, path: string, text: string): AccessPolicy {
  const file = parsePolicy(path, text)
  const outcome = parseAccessPolicy(file.value ?? {}, builtinAccess)
  if (outcome.ok) return outcome.value
  throw policyBroken(ctx, path, outcome.faults, file.lineOf)
}
