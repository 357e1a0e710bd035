import { dirname } from 'node:path'
import { builtinPrivacy, parsePrivacyPolicy } from '../../domain/privacy/policy.ts'
import { readPolicyFile } from '../../files/read-policy.ts'
import { KehuError } from '../../model/errors.ts'
import type { PrivacyPolicy, Purpose } from '../../model/privacy.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'

/** Purposes and periods in force: `policies/privacy.yaml` beside the book over the built-in ones. @throws {KehuError} `policy-broken` */
export function loadPrivacyPolicy(ctx: Context, book: Book): PrivacyPolicy {
  const file = readPolicyFile(dirname(book.path), 'privacy')
  if (file === undefined) return builtinPrivacy
  const outcome = parsePrivacyPolicy(file.value)
  if (outcome.ok) return outcome.value
  throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
}

/** A purpose by key or word. @throws {KehuError} `privacy-purpose-unknown` */
export function purposeOf({ purposes }: PrivacyPolicy, word: string): Purpose {
  const found = purposes.find(({ key, zh, en }) => [key, zh, en].includes(word.trim()))
  if (found !== undefined) return found
  const names = purposes.map(({ key, zh }) => `${key} ${zh}`).join('、')
  throw new KehuError('usage', 'privacy-purpose-unknown', { word, names })
}
