import type { Dialect } from './dialect.ts'
import { ownText } from './own-text.ts'

const lf = 10
const cr = 13

/** What one field starting with a quote turned out to be. */
export interface QuotedField {
  readonly value: string
  /** Position of the character behind the field: a delimiter, a line end or the end of the text. */
  readonly next: number
  /** Quotes stood inside that were neither doubled nor at the end. */
  readonly stray: boolean
  /** A stray quote looks like the start of another field: `,"x`. */
  readonly opening: boolean
  readonly lines: number
}

function endsField(text: string, at: number, dialect: Dialect): boolean {
  const code = text.charCodeAt(at)
  return (
    at >= text.length ||
    code === lf ||
    code === cr ||
    (dialect.delimiter !== '' && text.startsWith(dialect.delimiter, at))
  )
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0
  while (at - slashes - 1 >= from && text.charCodeAt(at - slashes - 1) === 92) slashes++
  return slashes % 2 === 1
}

function unquote(raw: string, dialect: Dialect): string {
  const { quote } = dialect
  const undoubled = raw.includes(quote + quote) ? raw.replaceAll(quote + quote, quote) : raw
  if (dialect.escape !== '\\' || !undoubled.includes('\\')) return undoubled
  return undoubled.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\')
}

const mostStrays = 100

function breaksLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === lf || code === cr) return true
  }
  return false
}

/** Line ends in a text, CRLF counted once. */
export function countLines(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === lf || (code === cr && text.charCodeAt(at + 1) !== lf)) lines++
  }
  return lines
}

/**
 * Reads the field whose opening quote stands at `at`, looking no further than `end`.
 *
 * With `loose` a quote before a delimiter closes the field even where it is one of a pair. Null where no
 * quote closes it.
 */
export function readQuoted(text: string, at: number, end: number, dialect: Dialect, loose = false): QuotedField | null {
  const { quote } = dialect
  const from = at + 1
  let stray = false
  let opening = false
  let strays = 0
  for (let q = text.indexOf(quote, from); q >= 0 && q < end; ) {
    if (dialect.escape === '\\' && isEscaped(text, q, from)) {
      q = text.indexOf(quote, q + 1)
      continue
    }
    let after = q + 1
    if (!loose && text.startsWith(quote, after)) {
      q = text.indexOf(quote, q + 2)
      continue
    }
    while (text.charCodeAt(after) === 32) after++
    if (endsField(text, after, dialect)) {
      const raw = ownText(text, from, q)
      return { value: unquote(raw, dialect), next: after, stray, opening, lines: countLines(raw) }
    }
    stray = true
    const opens = q > from && endsField(text, q - Math.max(1, dialect.delimiter.length), dialect)
    opening ||= opens
    // another cell's opening quote on a later line, or quotes without end: this one was never closed
    if (++strays > mostStrays || (opens && breaksLine(text, from, q))) return null
    q = text.indexOf(quote, q + 1)
  }
  return null
}
