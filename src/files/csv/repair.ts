import type { Dialect } from './dialect.ts'
import { readQuoted } from './quoted.ts'

/** A record whose quotes are wrong, as best it can be read. */
export interface Repaired {
  readonly cells: readonly string[]
  /** Position of the line end behind the record, or of the end of the text. */
  readonly next: number
  readonly lines: number
  readonly code: 'quote-stray' | 'quote-unclosed'
}

interface Reading {
  readonly cells: string[]
  readonly next: number
  readonly lines: number
  readonly stray: boolean
  readonly opening: boolean
  readonly unclosed: boolean
  /** A cell starts with a quote that was taken as it stands. */
  readonly literal: boolean
}

function lineEndFrom(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || code === 13) return i
  }
  return text.length
}

/** Reads one record; quotes may reach as far as `reach`, and close as `how` says. */
function readRecord(
  text: string,
  start: number,
  reach: number,
  dialect: Dialect,
  how: 'pairs' | 'loose' | 'spaces',
): Reading {
  const { delimiter, quote } = dialect
  const cells: string[] = []
  let at = start
  let lines = 0
  let stray = false
  let opening = false
  let unclosed = false
  let literal = false
  for (;;) {
    let field = at
    if (how === 'spaces') while (text.charCodeAt(field) === 32) field++
    const quoted = text.startsWith(quote, field) ? readQuoted(text, field, reach, dialect, how !== 'pairs') : null
    if (quoted !== null) {
      cells.push(quoted.value)
      lines += quoted.lines
      stray ||= quoted.stray
      opening ||= quoted.opening
      at = quoted.next
    } else {
      const eol = lineEndFrom(text, at)
      const comma = delimiter === '' ? -1 : text.indexOf(delimiter, at)
      const stop = comma < 0 || comma > eol ? eol : comma
      const raw = text.slice(at, stop)
      const open = raw.startsWith(quote) && !raw.slice(1).includes(quote)
      unclosed ||= open
      literal ||= !open && raw.startsWith(quote)
      cells.push(open ? raw.slice(1) : raw)
      at = stop
    }
    if (delimiter === '' || !text.startsWith(delimiter, at)) {
      return { cells, next: at, lines, stray, opening, unclosed, literal }
    }
    at += delimiter.length
  }
}

/**
 * Reads the record at `start` whose quotes do not add up, so that the damage stays in it.
 *
 * Several readings are made: over line ends, within the line, with quotes taken as they stand. The first
 * that has as many cells as the other rows is taken; without such a one, the one that swallows least.
 */
export function repairRecord(text: string, start: number, reach: number, dialect: Dialect): Repaired {
  const eol = lineEndFrom(text, start)
  const wide = readRecord(text, start, reach, dialect, 'pairs')
  // Empty cells at the end are no sign of damage: the columns were counted without them.
  const fits = ({ cells }: Reading) =>
    dialect.columns === 0 ||
    (cells.length >= dialect.columns && cells.slice(dialect.columns).every((cell) => cell === ''))
  const done = (reading: Reading): Repaired => ({
    cells: reading.cells,
    next: reading.next,
    lines: reading.lines,
    code: reading.unclosed || wide.lines > reading.lines ? 'quote-unclosed' : 'quote-stray',
  })
  if (fits(wide) && !wide.literal && (wide.lines === 0 || !wide.stray)) return done(wide)
  const narrow = readRecord(text, start, eol, dialect, 'loose')
  if (dialect.columns > 0 && fits(narrow)) return done(narrow)
  const spaced = readRecord(text, start, eol, dialect, 'spaces')
  if (dialect.columns > 0 && fits(spaced)) return done(spaced)
  if (dialect.columns > 0 && fits(wide) && !wide.opening) return done(wide)
  const plain = readRecord(text, start, start, dialect, 'pairs')
  if (dialect.columns > 0 && fits(plain)) return done(plain)
  return done(wide.lines === 0 ? wide : narrow)
}
