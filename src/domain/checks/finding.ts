import type { Finding } from '../../model/checks.ts'

export type Params = Readonly<Record<string, string | number>>

/** Where a rule reports what it found: index of the party in the chunk, field, value as it stands, words for the sentence. */
export type Report = (party: number, field: string, value: string | null, params?: Params) => void

const none: Params = {}

/** One thing found. The same rule, party, field and value always give the same key. */
export function toFinding(
  rule: string,
  partyId: number,
  field: string,
  value: string | null,
  params: Params = none,
): Finding {
  return { key: `${rule}:${partyId}:${field}:${hashText(value ?? '')}`, rule, partyId, field, value, params }
}

/** 53 bits of a text, as base 36. Source: cyrb53 (bryc, public domain). */
export function hashText(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
