import { dirname, join } from 'node:path'
import { builtinRules, choiceRules, tierRules } from '../../domain/checks/builtin-rules.ts'
import type { Script } from '../../domain/checks/repairs/script.ts'
import { fields } from '../../domain/dictionary/fields.ts'
import { applyCheckPolicy, type CheckPolicy, parseCheckPolicy } from '../../domain/policies/check-rules.ts'
import type { PolicyOutcome } from '../../domain/policies/faults.ts'
import { withLookupFiles } from '../../domain/policies/lookup-files.ts'
import { parseTierScheme } from '../../domain/policies/tier-scheme.ts'
import { parseVerifyPolicy } from '../../domain/policies/verification.ts'
import { builtinSchemes } from '../../domain/tiers/schemes/builtin.ts'
import { type VerifyPolicy, verifyDefaults, withSchemeIntervals } from '../../domain/verification/due.ts'
import { readTextFile } from '../../files/places.ts'
import { type PolicyFile, parsePolicy, readPolicyFile, readPolicyFolder } from '../../files/read-policy.ts'
import type { CheckRule } from '../../model/checks.ts'
import { KehuError } from '../../model/errors.ts'
import type { ListRule } from '../../model/list-rules.ts'
import type { PolicyFault } from '../../model/segments.ts'
import type { TierScheme } from '../../model/tiers.ts'
import type { Book } from '../../store/book.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'

/** The check rules in force: built-in ones, changed and added to by `policies/checks.yaml` beside the book. */
export function loadCheckRules(ctx: Context, book: Book): readonly CheckRule[] {
  const builtin = [...builtinRules, ...choiceRules(fields), ...tierRules(primaryScheme(ctx, book))]
  const file = readPolicyFile(dirname(book.path), 'checks')
  if (file === undefined) return builtin
  const policy = withLookupFiles(file.value, (name) => readTextFile(join(dirname(file.path), name)))
  return taken(ctx, file, applyCheckPolicy(builtin, taken(ctx, file, parseCheckPolicy(policy))))
}

/** Rules about the lists that are imported, of `policies/checks.yaml`. */
export const loadListRules = (ctx: Context, book: Book): readonly ListRule[] => ownCheckPolicy(ctx, book)?.imports ?? []

/** The script the house writes its names in, of `policies/checks.yaml`; undefined: as they come. */
export const loadScript = (ctx: Context, book: Book): Script | undefined => ownCheckPolicy(ctx, book)?.style.script

function ownCheckPolicy(ctx: Context, book: Book): CheckPolicy | undefined {
  const file = readPolicyFile(dirname(book.path), 'checks')
  if (file === undefined) return undefined
  const policy = withLookupFiles(file.value, (name) => readTextFile(join(dirname(file.path), name)))
  return taken(ctx, file, parseCheckPolicy(policy))
}

/** The tier schemes there are: those of `policies/tiers/`, then the built-in ones with other keys. */
export function loadSchemes(ctx: Context, book: Book): TierScheme[] {
  const own = readPolicyFolder(dirname(book.path), 'tiers').map((file) => taken(ctx, file, parseTierScheme(file.value)))
  const keys = new Set(own.map(({ key }) => key))
  return [...own, ...builtinSchemes.filter(({ key }) => !keys.has(key))]
}

/** A scheme by key, or from a file. @throws {KehuError} `scheme-missing`, `policy-broken` */
export function loadScheme(ctx: Context, book: Book, name: string): TierScheme {
  if (/\.ya?ml$/.test(name)) {
    const file = parsePolicy(name, readTextFile(name))
    return taken(ctx, file, parseTierScheme(file.value))
  }
  const schemes = loadSchemes(ctx, book)
  const found = schemes.find(({ key }) => key === name)
  if (found === undefined)
    throw new KehuError('usage', 'scheme-missing', { name, names: schemes.map(({ key }) => key).join(', ') })
  return found
}

/** How often each scope is verified, by tier: the house's own intervals, those of the tier scheme, the built-in ones. */
export function loadVerifyPolicy(ctx: Context, book: Book): VerifyPolicy {
  const file = readPolicyFile(dirname(book.path), 'verification')
  const policy = file === undefined ? verifyDefaults : taken(ctx, file, parseVerifyPolicy(file.value))
  return withSchemeIntervals(policy, primaryScheme(ctx, book))
}

export const primaryScheme = (ctx: Context, book: Book): TierScheme =>
  loadScheme(ctx, book, readSettings(book).tier_scheme)

function taken<T>(ctx: Context, file: PolicyFile, outcome: PolicyOutcome<T>): T {
  if (outcome.ok) return outcome.value
  throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
}

/** All faults of a policy in one error, the first with its place, expressions with their caret. */
export function policyBroken(
  ctx: Context,
  path: string,
  faults: readonly PolicyFault[],
  lineOf: (place: string) => number = () => 1,
): KehuError {
  const [first] = faults
  const words = faults.slice(0, 10).map((fault) => {
    const excerpt = fault.excerpt === undefined ? '' : `\n${fault.excerpt}`
    return `${fault.path}: ${ctx.tell(fault.reason)}${excerpt}`
  })
  const more = faults.length > 10 ? [`… ${faults.length - 10}`] : []
  return new KehuError('input', 'policy-broken', {
    file: path,
    line: lineOf(first?.path ?? ''),
    detail: [...words, ...more].join('\n'),
  })
}
