/**
 * A part of a text that does not keep the whole text alive.
 *
 * V8 gives out parts of 13 characters and more as views of the text they come from: one address remembered
 * for later would hold a megabyte. Pieces of up to 12 are copied, and joining those costs less than any copy.
 */
export function ownText(text: string, from: number, to: number): string {
  if (to - from < 13) return text.slice(from, to)
  if (to - from > 240) return Buffer.from(text.slice(from, to), 'utf16le').toString('utf16le')
  let own = text.slice(from, from + 12)
  for (let at = from + 12; at < to; at += 12) own += text.slice(at, Math.min(to, at + 12))
  return own
}
