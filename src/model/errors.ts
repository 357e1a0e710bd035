export type ErrorKind = 'usage' | 'input' | 'store' | 'refused' | 'password' | 'locked' | 'cancelled'

/** What the sentence of an error needs; values of people are never put here unmasked. */
export type ErrorParams = Readonly<Record<string, string | number>>

/**
 * A stop that a person can act on.
 *
 * `code` is stable and may be searched for. What it says, and what to do next, stands under the same
 * code in `render/text/errors.ts`, in both languages. Anything that is not a KehuError is a bug in kehu.
 */
export class KehuError extends Error {
  override readonly name = 'KehuError'
  readonly kind: ErrorKind
  readonly code: string
  readonly params: ErrorParams

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.code = code
    this.params = params
  }
}
