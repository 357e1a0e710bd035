import { isAscii, isUtf8 } from 'node:buffer'
import type { Reason } from '../../model/parsed.ts'
import type { EncodingGuess } from '../../model/sheet.ts'
import { blockBytes, blocksOf, type Source } from '../source.ts'
import { judgeLegacy } from './legacy.ts'
import { byteOrderMark, unmarkedWide } from './marks.ts'
import { mojibakeNotes } from './mojibake.ts'

/** What the bytes of a text say about their encoding. */
export interface EncodingFinding {
  readonly guess: EncodingGuess
  /** Bytes before the text: a mark, or two. */
  readonly start: number
  /** How lines are to be read that do not fit: a file that was put together from two. */
  readonly other: string | null
  readonly notes: readonly Reason[]
}

/** Bytes at the end of a block that belong to a character which goes on in the next. */
function openBytes(block: Buffer): number {
  for (let back = 1; back <= 3 && back <= block.length; back++) {
    const byte = block[block.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

interface Utf8Check {
  readonly ascii: boolean
  readonly valid: boolean
}

function checkUtf8(source: Source, start: number): Utf8Check {
  let ascii = true
  let rest: Buffer = Buffer.alloc(0)
  for (const block of blocksOf(source, start)) {
    if (ascii && isAscii(block)) continue
    ascii = false
    const whole = rest.length === 0 ? block : Buffer.concat([rest, block])
    const open = openBytes(whole)
    if (!isUtf8(whole.subarray(0, whole.length - open))) return { ascii, valid: false }
    rest = Buffer.from(whole.subarray(whole.length - open))
  }
  return { ascii, valid: rest.length === 0 }
}

/** A line of a text, with its place. */
interface Line {
  readonly bytes: Buffer
  readonly offset: number
  readonly number: number
}

function* linesOf(source: Source, start: number): Generator<Line> {
  let rest: Buffer = Buffer.alloc(0)
  let offset = start
  let number = 1
  for (const block of blocksOf(source, start)) {
    const bytes = rest.length === 0 ? block : Buffer.concat([rest, block])
    let from = 0
    for (let lf = bytes.indexOf(10); lf >= 0; lf = bytes.indexOf(10, from)) {
      yield { bytes: bytes.subarray(from, lf + 1), offset: offset + from, number: number++ }
      from = lf + 1
    }
    offset += from
    rest = bytes.subarray(from)
    if (rest.length > 32 * blockBytes) break
  }
  if (rest.length > 0) yield { bytes: rest, offset, number }
}

/** Whether valid UTF-8 holds a character of three bytes or more: chance hardly ever makes one. */
function strong(line: Buffer): boolean {
  for (let i = 0; i + 2 < line.length; i++) {
    if (line[i]! >= 0xe0 && (line[i + 1]! & 0xc0) === 0x80 && (line[i + 2]! & 0xc0) === 0x80) return true
  }
  return false
}

/** Bytes of foreign lines that are looked at; beginning and end of a file may differ, so a part is left for the end. */
const enough = 512 * 1024

interface Survey {
  readonly utf8Lines: number
  readonly foreignLines: number
  readonly foreign: Buffer
  readonly first: Line | null
  /** Line that broke UTF-8 although its other characters fit it. */
  readonly damaged: number
}

function survey(source: Source, start: number): Survey {
  let utf8Lines = 0
  let foreignLines = 0
  let damaged = 0
  let size = 0
  let first: Line | null = null
  const foreign: Buffer[] = []
  for (const line of linesOf(source, start)) {
    if (isAscii(line.bytes)) continue
    if (isUtf8(line.bytes)) {
      if (strong(line.bytes)) utf8Lines++
      continue
    }
    first ??= { ...line, bytes: Buffer.from(line.bytes) }
    if (strong(line.bytes)) damaged++
    foreignLines++
    if (size < enough || foreignLines % 64 === 0) {
      foreign.push(Buffer.from(line.bytes))
      size += line.bytes.length
    }
    if (size > enough * 4) break
  }
  return { utf8Lines, foreignLines, foreign: Buffer.concat(foreign), first, damaged }
}

const columnOfFirstBad = (line: Buffer): number => {
  let good = 0
  for (let end = 1; end <= line.length; end++) if (line[end - 1]! < 0x80 && isUtf8(line.subarray(0, end))) good = end
  return good
}

function cutNote(source: Source, encoding: string): Reason[] {
  const tail = source.read(Math.max(0, source.size - 4), 4)
  if (encoding === 'utf-8' && openBytes(tail) > 0) {
    return [{ code: 'character-cut', params: { byte: source.size - openBytes(tail) } }]
  }
  if (encoding.startsWith('utf-16') && source.size % 2 === 1) {
    return [{ code: 'character-cut', params: { byte: source.size - 1 } }]
  }
  return []
}

/** Finds the encoding of bytes that are not UTF-8 throughout. */
function mixed(source: Source, start: number, locale: string | undefined): EncodingFinding {
  const { utf8Lines, foreignLines, foreign, first, damaged } = survey(source, start)
  const cut = cutNote(source, 'utf-8')
  if (foreignLines === 0) {
    return { guess: { encoding: 'utf-8', confidence: 0.98, evidence: ['valid-utf8'] }, start, other: null, notes: cut }
  }
  const legacy = judgeLegacy(foreign, locale)
  const place = { line: first?.number ?? 1, byte: (first?.offset ?? 0) + columnOfFirstBad(first?.bytes ?? foreign) }
  if (utf8Lines >= 2 && utf8Lines * 20 >= foreignLines - damaged) {
    const other = legacy.encoding === 'utf-8' ? null : legacy.encoding
    const confidence = Math.max(0.6, Math.round((utf8Lines / (utf8Lines + foreignLines)) * 100) / 100)
    const guess = { encoding: 'utf-8', confidence, evidence: ['mostly-utf8'] }
    const clear = other !== null && damaged < foreignLines
    const note: Reason = clear
      ? { code: 'encoding-changes', params: { ...place, lines: foreignLines, from: 'utf-8', to: other } }
      : { code: 'bytes-wrong', params: { ...place, lines: foreignLines } }
    return {
      guess,
      start,
      other: clear ? other : null,
      notes: cut.length > 0 && foreignLines === 1 ? cut : [note, ...cut],
    }
  }
  const notes: Reason[] =
    legacy.encoding === 'utf-8'
      ? [{ code: 'bytes-wrong', params: { ...place, lines: foreignLines } }]
      : legacy.confidence < 0.8 || legacy.encoding === 'windows-1252'
        ? [
            {
              code: 'encoding-unsure',
              params: { ...place, encoding: legacy.encoding, percent: Math.round(legacy.confidence * 100) },
            },
          ]
        : []
  return { guess: legacy, start, other: null, notes }
}

/**
 * Judges the encoding of a whole text, not of its beginning: one line far down decides as well.
 *
 * `locale` counts only where the bytes leave a choice.
 */
export function findEncoding(source: Source, locale: string | undefined): EncodingFinding {
  const head = source.read(0, 65_536)
  const mark = byteOrderMark(head)
  if (mark !== null && mark.encoding !== 'utf-8') {
    const guess = { encoding: mark.encoding, confidence: 1, evidence: ['bom'] }
    return { guess, start: mark.length, other: null, notes: cutNote(source, mark.encoding) }
  }
  const wide = mark === null ? unmarkedWide(head) : null
  if (wide !== null) {
    return {
      guess: { encoding: wide, confidence: 0.95, evidence: ['zero-bytes'] },
      start: 0,
      other: null,
      notes: cutNote(source, wide),
    }
  }
  const start = mark?.length ?? 0
  const { ascii, valid } = checkUtf8(source, start)
  if (!valid) {
    const finding = mixed(source, start, locale)
    if (mark === null || finding.guess.encoding === 'utf-8') return finding
    return {
      ...finding,
      guess: { encoding: 'utf-8', confidence: 0.8, evidence: ['bom'] },
      other: finding.guess.encoding,
    }
  }
  const evidence = mark !== null ? ['bom', 'valid-utf8'] : ascii ? ['ascii'] : ['valid-utf8']
  const guess = { encoding: 'utf-8', confidence: ascii || mark !== null ? 1 : 0.99, evidence }
  return { guess, start, other: null, notes: ascii ? [] : mojibakeNotes(source, start) }
}
