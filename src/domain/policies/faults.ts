import type { z } from 'zod'
import type { Reason } from '../../model/parsed.ts'
import type { PolicyFault } from '../../model/segments.ts'

export type PolicyOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] }

/** Reads a policy as it came out of its file; every fault at once, each with its path (`levels[0].clauses[1].when`). */
export function readPolicy<T>(schema: z.ZodType, raw: unknown): PolicyOutcome<T> {
  const result = schema.safeParse(raw, { reportInput: true })
  // What a schema lets through has the shape of T; zod alone would write missing keys as undefined ones.
  if (result.success) return { ok: true, value: result.data as T }
  return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])) }
}

type Issue = z.core.$ZodIssue

function faultsOf(issue: Issue, above: readonly PropertyKey[]): PolicyFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...path, key]),
      reason: { code: 'policy-unknown-key', params: { key } },
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Of the shapes that were allowed, the one that came nearest tells best what is wrong.
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]!
    return nearest.flatMap((inner) => faultsOf(inner, path))
  }
  return [{ path: pathText(path), reason: reasonOf(issue) }]
}

function reasonOf(issue: Issue): Reason {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'policy-missing' }
      if (issue.expected === 'object') return { code: 'policy-not-object' }
      return { code: 'policy-type', params: { expected: typeNames[issue.expected] ?? issue.expected } }
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'policy-missing' }
        : { code: 'policy-value', params: { allowed: issue.values.map(String).join(', ') } }
    case 'invalid_union':
      return issue.input === undefined ||
        (typeof issue.input === 'object' && issue.input !== null && !('test' in issue.input))
        ? { code: 'policy-missing' }
        : { code: 'policy-value', params: { allowed: optionsOf(issue) } }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'policy-empty' }
        : { code: 'policy-too-small', params: { least: Number(issue.minimum) } }
    case 'too_big':
      return { code: 'policy-too-big', params: { most: Number(issue.maximum) } }
    case 'invalid_format':
      return {
        code: issue.format === 'regex' ? (issue.message === 'day' ? 'policy-day' : 'policy-id') : 'policy-type',
        params: { expected: issue.format },
      }
    case 'custom':
      return { code: issue.message, params: issue.params as Record<string, string | number> }
    default:
      return { code: 'policy-type', params: { expected: issue.code } }
  }
}

/** Allowed values of the key that tells the shapes of a union apart. */
function optionsOf(issue: Issue): string {
  const { options } = issue as { readonly options?: readonly unknown[] }
  return (options ?? []).map(String).join(', ')
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字 text',
  number: '数 number',
  int: '整数 whole number',
  boolean: 'true / false',
  array: '列表 list',
}

function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path)
    text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`
  return text
}
