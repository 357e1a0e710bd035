import { dirname } from 'node:path'
import { addDays, businessDay } from '../../domain/calendar.ts'
import { parseSegments } from '../../domain/policies/segments.ts'
import { compileSegments, segmentMembers } from '../../domain/segments/segments.ts'
import { measures } from '../../domain/tiers/measures.ts'
import { readPolicyFile } from '../../files/read-policy.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import { readMeasures } from '../../store/measures.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'

/** Days over which a segment's measures look back. */
const LOOK_BACK = 365

/** Members of a saved segment, computed now. @throws {KehuError} `segment-missing`, `policy-broken` */
export function segmentIds(ctx: Context, book: Book, name: string): readonly number[] {
  const file = readPolicyFile(dirname(book.path), 'segments')
  const outcome = file === undefined ? undefined : parseSegments(file.value)
  if (file !== undefined && outcome?.ok === false) throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
  const segments = outcome?.ok === true ? outcome.value : []
  const found = segments.find(({ key, zh, en }) => [key, zh, en].includes(name))
  if (file === undefined || found === undefined)
    throw new KehuError('usage', 'segment-missing', { name, names: segments.map(({ key }) => key).join(', ') })
  const today = businessDay(ctx.now(), readSettings(book).time_zone)
  const compiled = compileSegments([found], { measures, fields: new Map(), today })
  if (!compiled.ok) throw policyBroken(ctx, file.path, compiled.faults, file.lineOf)
  const columns = readMeasures(book, { today, periodFrom: addDays(today, -LOOK_BACK) })
  return Array.from(segmentMembers(compiled.compiled[0]!, columns).rows, (row) => Number(columns.ids[row]))
}
