import type { PersonValues, Traces } from '../../model/privacy.ts'

/** What stands where a person's value stood. */
export const REDACTED = '■■'

interface Finder {
  readonly isIn: (text: string) => boolean
  readonly without: (text: string) => string
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const wide = (digit: string): string => `[${digit}${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}]`
const GAP = '[\\s\\u00a0\\-‐-―－·.()（）]{0,2}'

/** A number however it is written: with blanks, dashes and brackets, or in full-width digits. */
function numberPattern(text: string): string[] {
  const chars = [...text.normalize('NFKC').toUpperCase()].filter((char) => /[0-9X]/.test(char))
  if (chars.length < 5) return []
  const body = chars.map((char) => (char === 'X' ? '[xXｘＸ]' : wide(char))).join(GAP)
  // A short one would be found inside longer numbers of others.
  return [chars.length < 9 ? `(?<![0-9０-９])${body}(?![0-9０-９])` : body]
}

/** A name with or without blanks between its characters. A single character is nobody's. */
function namePattern(text: string): string[] {
  const chars = [...text.trim()].filter((char) => char.trim() !== '')
  if (chars.length < 2) return []
  const isHan = /^\p{Script=Han}+$/u.test(chars.join(''))
  if (isHan) return [chars.map(escaped).join('[\\s\\u00a0\\u3000]?')]
  const words = text.trim().split(/\s+/).map(escaped).join('\\s+')
  return [`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`]
}

/** The last digits of a landline, without area code, identify as much as the whole. */
const localPart = (phone: string): string[] => {
  const local = /^0\d{2,3}-?(\d{7,8})$/.exec(phone)?.[1]
  return local === undefined ? [] : [local]
}

/**
 * Makes the finder of a person's values. Longer values go first, so that none leaves a rest behind; null where there is
 * nothing to find.
 */
export function tracesOf({ names, phones, ids, texts }: PersonValues): Traces | null {
  const plain = texts.map((text) => text.trim()).filter((text) => text.length >= 4)
  const patterns = [
    ...plain.toSorted((a, b) => b.length - a.length).flatMap((text) => [...new Set([text, inJson(text)])].map(escaped)),
    ...ids.flatMap(numberPattern),
    ...phones.flatMap((phone) => [...numberPattern(phone), ...localPart(phone).flatMap(numberPattern)]),
    ...names.toSorted((a, b) => b.length - a.length).flatMap(namePattern),
  ]
  if (patterns.length === 0) return null
  const source = [...new Set(patterns)].join('|')
  const test = new RegExp(source, 'iu')
  const all = new RegExp(source, 'giu')
  const finder: Finder = { isIn: (text) => test.test(text), without: (text) => text.replace(all, REDACTED) }
  return {
    isIn: finder.isIn,
    column: (text) => columnWithout(text, finder),
    value: (value) => withoutTraces(value, finder),
  }
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A value with a person's values taken out of every text in it; the same object where there are none. A number that is one becomes null. */
function withoutTraces(value: unknown, traces: Finder): unknown {
  if (typeof value === 'string') return traces.isIn(value) ? traces.without(value) : value
  if (typeof value === 'number') return traces.isIn(String(value)) ? null : value
  if (Array.isArray(value)) {
    const made = value.map((one) => withoutTraces(one, traces))
    return made.some((one, at) => one !== value[at]) ? made : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const made = entries.map(([key, one]) => [traces.without(key), withoutTraces(one, traces)] as const)
  const isSame = made.every(([key, one], at) => key === entries[at]![0] && one === entries[at]![1])
  return isSame ? value : Object.fromEntries(made)
}

/** A text column without a person's values; what is JSON stays JSON. */
function columnWithout(text: string, traces: Finder): string {
  if (!traces.isIn(text)) return text
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.stringify(withoutTraces(JSON.parse(text), traces))
    } catch {
      // It only looks like JSON.
    }
  }
  return traces.without(text)
}
