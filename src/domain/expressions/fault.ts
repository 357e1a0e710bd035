import type { Reason } from '../../model/parsed.ts'
import type { PolicyFault } from '../../model/segments.ts'

/** A fault inside an expression, thrown while compiling and turned into a `PolicyFault` where the path is known. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Puts a fault at its place: line, column (1-based) and the line with a caret below. */
export function faultAt(source: string, place: Place, reason: Reason): PolicyFault {
  const start = Math.min(place.start, source.length)
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const next = source.indexOf('\n', start)
  const text = source.slice(lineStart, next === -1 ? source.length : next)
  const before = text.slice(0, start - lineStart)
  const length = Math.max(1, Math.min(place.end, lineStart + text.length) - start)
  const caret =
    ' '.repeat(columnsOf(before)) +
    '^'.repeat(Math.max(1, columnsOf(text.slice(before.length, before.length + length))))
  return {
    path: '',
    reason,
    line: source.slice(0, lineStart).split('\n').length,
    column: before.length + 1,
    excerpt: `${text}\n${caret}`,
  }
}

/** Terminal columns: Chinese characters take two, so that the caret stands below what it means. */
function columnsOf(text: string): number {
  let columns = 0
  for (const char of text) columns += char.codePointAt(0)! >= 0x1100 ? 2 : 1
  return columns
}

interface CelError {
  readonly code?: string
  readonly summary?: string
  readonly message: string
  readonly range?: Place
}

const words: Readonly<Record<string, string>> = {
  double: '数 number',
  int: '数 number',
  bool: '是/否 yes/no',
  string: '文字 text',
  null: '空 null',
  map: 'f',
  dyn: '? any',
}

/** What a type is called in a sentence, in both languages at once. */
export function typeWord(type: string): string {
  return words[type] ?? type
}

/** The parser's and checker's error as a fault with kehu's own codes. */
export function faultOfCel(source: string, error: CelError, names: readonly string[]): PolicyFault {
  const summary = error.summary ?? error.message
  const place = error.range ?? { start: 0, end: source.length }
  const name = /Unknown variable: (\w+)/.exec(summary)?.[1]
  return name === undefined
    ? faultAt(source, place, reasonOf(error.code ?? '', summary, source.slice(place.start, place.end)))
    : unknownName(source, place, name, names)
}

function reasonOf(code: string, summary: string, text: string): Reason {
  switch (code) {
    case 'limit_exceeded':
      return { code: 'expression-too-large' }
    case 'unexpected_token':
    case 'unexpected_character':
      if (summary.endsWith('EOF')) return { code: 'expression-unfinished' }
      return text === '=' ? { code: 'expression-one-equals' } : { code: 'expression-unexpected', params: { text } }
    case 'unterminated_string':
      return { code: 'expression-open-quote' }
    case 'invalid_logical_operand':
      return { code: 'expression-not-yes-no', params: { type: typeWord(/got '(\w+)'/.exec(summary)?.[1] ?? '') } }
    case 'incompatible_ternary_branches':
      return { code: 'expression-branches' }
    case 'heterogeneous_list_element':
      return { code: 'expression-mixed-list' }
    case 'no_matching_overload':
      return { code: 'expression-function', params: { name: /'(?:\w+\.)?(\w+)\(/.exec(summary)?.[1] ?? text } }
    case 'no_such_overload':
      return overloadReason(summary)
    default:
      return { code: 'expression-syntax', params: { text } }
  }
}

function overloadReason(summary: string): Reason {
  const [, left = '', operator = '', right = ''] = /no such overload: (\S+) (\S+) (\S+)/.exec(summary) ?? []
  if (left === 'null' || right === 'null') return { code: 'expression-null' }
  if (operator !== '')
    return { code: 'expression-types', params: { operator, left: typeWord(left), right: typeWord(right) } }
  const [, sign = '', type = ''] = /no such overload: ([!-])(\w+)/.exec(summary) ?? []
  return { code: 'expression-sign', params: { operator: sign, type: typeWord(type) } }
}

/** A name nobody knows, with the nearest one there is. */
export function unknownName(source: string, place: Place, name: string, names: readonly string[]): PolicyFault {
  const near = nearest(name, names)
  if (near === null) return faultAt(source, place, { code: 'expression-unknown-name', params: { name } })
  return faultAt(source, place, { code: 'expression-unknown-name-near', params: { name, near } })
}

function nearest(name: string, names: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    const distance = editDistance(name, candidate)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
