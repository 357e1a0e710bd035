import type { Reason } from '../../model/parsed.ts'
import { foldText } from './fold.ts'
import { isMissingIdentity } from './missing.ts'
import { isMobileShape, mobileNotes, plainMobile } from './mobile.ts'
import type { Phone, PhoneOptions } from './phone.ts'
import { plainLandline, readDigitRun } from './phone-digits.ts'
import { callingCodeOf, parseIntl } from './phone-intl.ts'
import { readLabel } from './phone-label.ts'
import { accountAt, findRun, type Run } from './phone-run.ts'
import { lettersToDigits, numberText, readScientific, type Work } from './phone-text.ts'

export interface PhonesReading {
  readonly phones: Phone[]
  readonly unread: { readonly raw: string; readonly reason: Reason }[]
  /** Words of the cell that are no part of a number: a name, 中介 … */
  readonly rest: string
  readonly notes: Reason[]
}

/** Reads every number of a cell: several by / 、 ; , space or line break, with extensions, labels and words between. */
export function parsePhones(cell: string | number, options: PhoneOptions = {}): PhonesReading {
  const text = typeof cell === 'number' ? numberText(cell) : cell
  const mobile = plainMobile(text)
  if (mobile !== null) {
    return {
      phones: [{ type: 'mobile', canonical: mobile, raw: text }],
      unread: [],
      rest: '',
      notes: mobileNotes(mobile) ?? [],
    }
  }
  const landline = plainLandline(text)
  if (landline !== null)
    return { phones: [{ type: 'landline', canonical: landline, raw: text }], unread: [], rest: '', notes: [] }
  const work: Work = { phones: [], unread: [], rest: [], notes: [] }
  if (text !== '' && !isMissingIdentity(text)) readCell(text, options, work)
  // A line broken inside one number: 1385710⏎1234.
  if (work.unread.length > 0 && /\d[\r\n]+\d/.test(text)) {
    const joined = parsePhones(text.replace(/(?<=\d)[\r\n]+(?=\d)/g, ''), options)
    if (joined.unread.length === 0) return joined
  }
  return { phones: work.phones, unread: work.unread, rest: work.rest.join(' ').trim(), notes: work.notes }
}

const separators = /[/、;,|\\]|(?<=\d)\s*(?:&|或|和|及)\s*(?=\d)/

function readCell(raw: string, options: PhoneOptions, work: Work): void {
  const folded = foldText(raw.includes('\n') || raw.includes('\r') ? raw.replace(/[\r\n]+/g, ';') : raw)
    .replace(/[‐‑‒–—―−ー─﹣]/g, '-')
    .replace(/^['`‘’]+/, '')
  if (!/[/、;,|\\&或和及]/.test(folded)) {
    readSegment(folded, options, work)
    return
  }
  for (const piece of folded.split(separators)) {
    const segment = piece.trim()
    if (segment !== '') readSegment(segment, options, work)
  }
}

const masked = /[\d*]*\d[*xX•●#?]{2,}[\d*xX]*|\*{2,}\d{2,}/

function readSegment(segment: string, options: PhoneOptions, work: Work): void {
  const hidden = /[*xX•●#?]{2}/.test(segment) ? masked.exec(segment) : null
  if (hidden !== null) {
    work.unread.push({ raw: hidden[0], reason: { code: 'phone-masked' } })
    addWords(segment.replace(hidden[0], ' '), work)
    return
  }
  const exact = readScientific(segment, work)
  if (exact === null) return
  const text = lettersToDigits(exact, work)
  if (!/\d/.test(text)) {
    addWords(text, work)
    return
  }
  const before = work.phones.length
  let at = 0
  while (at < text.length) {
    const run = findRun(text, at)
    if (run === null) break
    const foreign = accountAt(text, at, run)
    if (foreign !== null) {
      work.rest.push(foreign.text)
      at = foreign.end
      continue
    }
    addWordsBefore(text.slice(at, run.from), work, before)
    at = readRun(text, run, options, work)
  }
  finishSegment(text.slice(at), work, before)
}

const extension =
  /^\s*(?:\(?\s*(?:转|轉|分机号?|分機|内线|ext\.?|extension|x|#|\*|-{1,2})\s*[:.]?\s*)(\d{1,6})(?!\d)(?:\s*\))?/i

/** Reads one number at a run, with its extension; gives back where to go on. */
function readRun(text: string, run: Run, options: PhoneOptions, work: Work): number {
  const stretch = text.slice(run.from, run.to)
  const previous = work.phones.at(-1)
  const read = readDigitRun(stretch, options)
  if (read === null) {
    readOdd(stretch, previous, work)
    return run.to
  }
  let end = run.from + read.length
  const area =
    read.type === 'landline' && !read.canonical.includes('-') && previous?.type === 'landline'
      ? previous.canonical.split('-')[0]
      : undefined
  const canonical =
    area !== undefined && previous?.canonical.includes('-') ? `${area}-${read.canonical}` : read.canonical
  let ext = read.ext
  if (read.type === 'landline' || read.type === 'service') {
    const found = extension.exec(text.slice(end))
    if (found !== null) {
      ext = found[1]
      end += found[0].length
    }
  }
  if (read.notes !== undefined)
    work.notes.push(
      ...(canonical === read.canonical ? read.notes : read.notes.filter((n) => n.code !== 'phone-no-area')),
    )
  work.phones.push({
    type: read.type,
    canonical,
    ...(ext === undefined ? {} : { ext }),
    raw: text.slice(run.from, end),
  })
  return end
}

/** Digits that are no number by themselves: the end of the one before, two glued together, or none. */
function readOdd(stretch: string, previous: Phone | undefined, work: Work): void {
  if (readLikePrevious(stretch, previous, work)) return
  const digits = stretch.replace(/\D/g, '')
  const halves = [digits.slice(0, 11), digits.slice(11)]
  if (halves.every(isMobileShape)) {
    for (const mobile of halves) work.phones.push({ type: 'mobile', canonical: mobile, raw: mobile })
    work.notes.push({ code: 'phone-glued' })
  } else if (digits.length < 5) work.rest.push(stretch)
  else work.unread.push({ raw: stretch, reason: { code: 'phone-length', params: { digits: digits.length } } })
}

/** What makes sense only after the number before it: `+852 2345 6789 / 9123 4567`, `88651234/35`. */
function readLikePrevious(stretch: string, previous: Phone | undefined, work: Work): boolean {
  if (previous === undefined) return false
  const digits = stretch.replace(/\D/g, '')
  if (previous.type === 'intl' && digits.length >= 6) {
    const code = callingCodeOf(previous.canonical)
    const number = code === undefined ? null : parseIntl(digits, code)
    if (number === null) return false
    work.phones.push({ type: 'intl', canonical: number.canonical, raw: stretch })
    return true
  }
  if (previous.type !== 'landline' || digits.length === 0 || digits.length > 4) return false
  if (previous.ext !== undefined) {
    work.phones[work.phones.length - 1] = { ...previous, ext: `${previous.ext}/${digits}` }
    return true
  }
  work.phones.push({ type: 'landline', canonical: previous.canonical.slice(0, -digits.length) + digits, raw: stretch })
  work.notes.push({ code: 'phone-suffix-expanded', params: { value: stretch } })
  return true
}

function addWords(words: string, work: Work): void {
  const { label, rest } = readLabel(words)
  if (rest !== '') work.rest.push(rest)
  const last = work.phones.at(-1)
  if (label !== undefined && last !== undefined && last.label === undefined)
    work.phones[work.phones.length - 1] = { ...last, label }
  else if (label !== undefined) pendingLabels.set(work, label)
}

const pendingLabels = new WeakMap<Work, string>()

/** Words between numbers: a bracket right after a number is its label, other label words belong to the next number. */
function addWordsBefore(words: string, work: Work, before: number): void {
  labelLast(work)
  const bracket = work.phones.length > before ? /^\s*\(([^()]*)\)/.exec(words) : null
  if (bracket !== null) addWords(bracket[0], work)
  const left = bracket === null ? words : words.slice(bracket[0].length)
  if (left.trim() === '') return
  const { label, rest } = readLabel(left)
  if (rest !== '') work.rest.push(rest)
  if (label !== undefined) pendingLabels.set(work, label)
}

function labelLast(work: Work): void {
  const label = pendingLabels.get(work)
  const last = work.phones.at(-1)
  if (label === undefined || last === undefined) return
  if (last.label === undefined) work.phones[work.phones.length - 1] = { ...last, label }
  pendingLabels.delete(work)
}

function finishSegment(tail: string, work: Work, before: number): void {
  if (work.phones.length > before) labelLast(work)
  if (tail.trim() !== '') addWords(tail, work)
}
