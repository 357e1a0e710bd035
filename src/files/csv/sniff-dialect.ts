import type { Dialect } from './dialect.ts'
import { createRecordScanner } from './scan.ts'

const candidates = [',', '\t', ';', '|', '\u0001', '^', '~', '，', '¦', '§', ':', '#']
/** Where two delimiters cut equally well, the earlier is the more usual one. */
const rank = (delimiter: string): number => candidates.indexOf(delimiter.charAt(0))

interface Line {
  readonly text: string
  /** The line with quoted parts taken out, for counting delimiters. */
  readonly bare: string
}

/** Lines of a sample; one whose quotes do not pair up is joined with the next few, as a cell may break over lines. */
function sampleLines(sample: string, quote: string): Line[] {
  const physical = sample.split(/\r\n|\n|\r/)
  const lines: Line[] = []
  for (let i = 0; i < physical.length && lines.length < 400; i++) {
    let text = physical[i]!
    if (text.trim() === '') continue
    if (quote !== '' && occurrences(text, quote) % 2 === 1) {
      const joined = joinedLines(physical, i, quote)
      if (joined > 0) text = physical.slice(i, i + joined + 1).join('\n')
      i += joined
    }
    lines.push({ text, bare: withoutQuoted(text, quote) })
  }
  return lines
}

/** How many more lines make the quotes of line `i` pair up; 0 where a few do not. */
function joinedLines(physical: readonly string[], i: number, quote: string): number {
  for (let more = 1; more <= 20 && i + more < physical.length; more++) {
    if (occurrences(physical[i + more]!, quote) % 2 === 1) return more
  }
  return 0
}

/** Takes out what stands between quotes that open behind a non-word character and close before one. */
function withoutQuoted(text: string, quote: string): string {
  if (quote === '' || !text.includes(quote)) return text
  return text.replace(
    quote === '"'
      ? /(^|[^\p{L}\p{N}"])"(?:[^"]|"")*"(?=$|[^\p{L}\p{N}"])/gu
      : /(^|[,;\t|])'(?:[^']|'')*'(?=$|[,;\t|])/gu,
    '$1_',
  )
}

function occurrences(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

/** The commonest number of cells, and the share of lines that have it. */
function commonest(counts: readonly number[]): { cells: number; share: number } {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  let cells = 1
  let best = 0
  for (const [count, lines] of seen) {
    if (lines > best || (lines === best && count > cells)) {
      cells = count
      best = lines
    }
  }
  return { cells, share: counts.length === 0 ? 0 : best / counts.length }
}

/** How well a delimiter explains the lines: agreement of their widths, a little more for more cells. */
function fitness(lines: readonly Line[], delimiter: string): { score: number; cells: number } {
  const counts = lines.map((line) => occurrences(line.bare, delimiter) + 1)
  const withIt = counts.filter((count) => count > 1)
  if (withIt.length === 0) return { score: 0, cells: 1 }
  const present = withIt.length / counts.length
  const { cells, share } = commonest(withIt)
  return { score: present * share * (1 - 0.5 / cells), cells }
}

/** `||` and its like: the character always stands in pairs, and a good part of the lines has some. */
function doubled(lines: readonly Line[], delimiter: string): boolean {
  let pairs = 0
  for (const { bare } of lines) {
    for (const [run] of bare.matchAll(new RegExp(`${delimiter.replace(/[|^$.*+?\\]/g, '\\$&')}+`, 'gu'))) {
      if (run.length % 2 === 1) return false
      pairs++
    }
  }
  return pairs >= lines.length
}

function lineEndOf(sample: string): string {
  const crlf = occurrences(sample, '\r\n')
  const lf = occurrences(sample, '\n') - crlf
  const cr = occurrences(sample, '\r') - crlf
  if ([crlf, lf, cr].filter((count) => count > 0).length > 1) return 'mixed'
  return crlf > 0 ? 'crlf' : cr > 0 ? 'cr' : 'lf'
}

function quoteOf(sample: string): string {
  if (sample.includes('"')) return '"'
  const cells = sample.split(/[,;\t|\r\n]+/).filter((cell) => cell !== '')
  const single = cells.filter((cell) => /^'.*'$/s.test(cell)).length
  return single > 0 && single >= cells.length * 0.3 ? "'" : '"'
}

function escapeOf(sample: string, quote: string): string {
  const slashed = occurrences(sample, `\\${quote}`)
  return slashed > 0 && slashed > occurrences(sample, quote + quote) ? '\\' : quote
}

/**
 * Cells of most records of a sample, read with quotes minded; 0 where fewer than half agree.
 *
 * Columns at the right that no record fills do not count: spreadsheets leave such behind.
 */
function widthOf(sample: string, dialect: Dialect): number {
  if (dialect.delimiter === '') return 0
  const scanner = createRecordScanner({
    dialect,
    reach: 32_768,
    firstLine: 1,
    maxColumns: Number.POSITIVE_INFINITY,
    over: () => {},
  })
  scanner.push(sample, true)
  const rows = scanner.take().rows.filter((row) => row.length > 0)
  const widths = rows.map((row) => ({ full: row.length, filled: lastFilled(row) + 1 }))
  const fitting = (cells: number) => widths.filter(({ full, filled }) => filled <= cells && cells <= full).length
  let best = { cells: 0, rows: 0 }
  for (const cells of new Set(widths.map(({ full }) => full))) {
    const fit = fitting(cells)
    if (fit > best.rows || (fit === best.rows && cells === widths[0]?.full)) best = { cells, rows: fit }
  }
  // rows that differ much: the heading and the rows below it that agree with it say what was meant
  const [head] = widths
  const agreed = widths.findIndex(({ full }) => full !== head?.full)
  if (best.rows < rows.length / 2)
    return head !== undefined && agreed > 2 && fitting(head.full) > rows.length * 0.3 ? head.full : 0
  return Math.min(best.cells, Math.max(1, ...new Set(widths.map(({ filled }) => filled))))
}

const lastFilled = (row: readonly unknown[]): number => {
  for (let at = row.length - 1; at >= 0; at--) if (row[at] !== null) return at
  return -1
}

/** Spaces between the delimiter and an opening quote, in a good part of the lines. */
function spacedQuotes(lines: readonly Line[], delimiter: string, quote: string): boolean {
  if (delimiter === '') return false
  return lines.filter(({ text }) => text.includes(`${delimiter} ${quote}`)).length > lines.length * 0.3
}

/**
 * Finds how a text is delimited from its first few hundred lines.
 *
 * A delimiter must cut at least half of the lines alike; else each line is one cell (`delimiter` empty).
 */
export function sniffDialect(sample: string, told?: string): Dialect {
  const quote = quoteOf(sample)
  const lines = sampleLines(sample, quote)
  const delimiter = told ?? delimiterOf(lines)
  const spaced = spacedQuotes(lines, delimiter, quote)
  const dialect = { delimiter, quote, escape: escapeOf(sample, quote), spaced, columns: 0, lineEnd: lineEndOf(sample) }
  return { ...dialect, columns: widthOf(sample, dialect) }
}

/** Characters that stand within cells as well: a usual delimiter is preferred to them where it fits at all. */
const weak = new Set([':', '#', '，'])

function delimiterOf(lines: readonly Line[]): string {
  const tried = candidates.map((delimiter) => ({ delimiter, ...fitness(lines, delimiter) }))
  tried.sort((a, b) => b.score - a.score || rank(a.delimiter) - rank(b.delimiter))
  const best = tried[0]!
  const usual = tried.find((each) => rank(each.delimiter) < 4)
  const enough = weak.has(best.delimiter) ? 0.4 : best.score * 0.9
  let chosen = usual !== undefined && usual.score >= enough ? usual : best
  // commas are within numbers and texts: another delimiter that cuts every line alike is the real one
  if (chosen.delimiter === ',') {
    const other = tried.find(({ delimiter, score }) => delimiter !== ',' && rank(delimiter) < 4 && score >= 0.7)
    if (other !== undefined && other.cells * 2 >= chosen.cells) chosen = other
  }
  if (chosen.score < 0.25 || (chosen.score < 0.5 && rank(chosen.delimiter) >= 4)) return ''
  return doubled(lines, chosen.delimiter) ? chosen.delimiter.repeat(2) : chosen.delimiter
}
