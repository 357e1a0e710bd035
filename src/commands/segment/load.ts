import { dirname } from 'node:path'
import { businessDay } from '../../domain/calendar.ts'
import { parseSegments } from '../../domain/policies/segments.ts'
import { type CompiledSegment, compileSegments, segmentMembers } from '../../domain/segments/segments.ts'
import { readPolicyFile } from '../../files/read-policy.ts'
import { KehuError } from '../../model/errors.ts'
import type { Segment } from '../../model/segments.ts'
import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../../store/book.ts'
import { readSegments } from '../../store/segments/saved.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'
import { readInputs } from '../tier/read-inputs.ts'
import { vocabularyOf } from '../tier/vocabulary.ts'

/** Days over which a segment's `…_in_period` measures look back. */
export const LOOK_BACK = 365

/** A segment and where it is written. */
export interface PlacedSegment {
  readonly segment: Segment
  readonly from: 'file' | 'book'
}

/** The segments of `policies/segments.yaml`, then those saved in the book under other names. @throws {KehuError} `policy-broken` */
export function loadSegments(ctx: Context, book: Book): PlacedSegment[] {
  const file = readPolicyFile(dirname(book.path), 'segments')
  const outcome = file === undefined ? undefined : parseSegments(file.value)
  if (file !== undefined && outcome?.ok === false) throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
  const ofFile = outcome?.ok === true ? outcome.value : []
  const keys = new Set(ofFile.map(({ key }) => key))
  return [
    ...ofFile.map((segment) => ({ segment, from: 'file' as const })),
    ...readSegments(book)
      .filter(({ key }) => !keys.has(key))
      .map((segment) => ({ segment, from: 'book' as const })),
  ]
}

/** A segment by its key or title. @throws {KehuError} `segment-missing`, `policy-broken` */
export function loadSegment(ctx: Context, book: Book, name: string): PlacedSegment {
  const all = loadSegments(ctx, book)
  const found = all.find(({ segment: { key, zh, en } }) => [key, zh, en].includes(name))
  if (found === undefined)
    throw new KehuError('usage', 'segment-missing', { name, names: all.map(({ segment }) => segment.key).join(', ') })
  return found
}

/** Segments ready to run: every fault of every condition is told, with a caret, before anything runs. @throws {KehuError} `policy-broken` */
export function compiledSegments(
  ctx: Context,
  book: Book,
  segments: readonly Segment[],
  today: IsoDate,
): readonly CompiledSegment[] {
  const vocabulary = vocabularyOf(
    book,
    segments.map(({ when }) => when),
    today,
  )
  const outcome = compileSegments(segments, vocabulary)
  if (outcome.ok) return outcome.compiled
  const file = readPolicyFile(dirname(book.path), 'segments')
  throw policyBroken(ctx, file?.path ?? 'segments', outcome.faults, file?.lineOf)
}

export interface ComputedSegment {
  readonly segment: Segment
  /** Party ids, ascending. */
  readonly members: readonly number[]
  /** Customers of whom too little is known to say. */
  readonly unknown: number
}

/** Who is in each of some segments now; the book is read once for all of them. */
export function computeSegments(ctx: Context, book: Book, segments: readonly Segment[]): ComputedSegment[] {
  const today = businessDay(ctx.now(), readSettings(book).time_zone)
  const compiled = compiledSegments(ctx, book, segments, today)
  if (compiled.length === 0) return []
  const conditions = compiled.map(({ condition }) => condition)
  const vocabulary = vocabularyOf(
    book,
    segments.map(({ when }) => when),
    today,
  )
  const columns = readInputs(book, { conditions, vocabulary, periodDays: LOOK_BACK })
  return compiled.map((each) => {
    const { rows, unknown } = segmentMembers(each, columns)
    return { segment: each.segment, members: Array.from(rows, (row) => Number(columns.ids[row])), unknown }
  })
}
