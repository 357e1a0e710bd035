/**
 * Something to tell a person about a value: a stable code, and what the sentence needs.
 *
 * The sentence itself is made in `render/text`, in the reader's language.
 */
export interface Reason {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** What became of a text: a value (perhaps with remarks), or the reason there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly notes?: readonly Reason[] }
  | { readonly ok: false; readonly reason: Reason }

export const good = <T>(value: T, notes?: readonly Reason[]): Parsed<T> =>
  notes === undefined || notes.length === 0 ? { ok: true, value } : { ok: true, value, notes }

export const bad = (
  code: string,
  params?: Readonly<Record<string, string | number>>,
): { ok: false; reason: Reason } => ({
  ok: false,
  reason: params === undefined ? { code } : { code, params },
})
