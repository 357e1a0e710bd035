import { type QualityDrift, type QualityScores, type QualitySnapshot, qualityMeasures } from '../../model/quality.ts'

/**
 * What moved between two snapshots by at least `least` (a share), the biggest move first.
 *
 * Groups with fewer than `leastParties` on either side say nothing: a few rows swing easily.
 */
export function driftBetween(
  before: QualitySnapshot,
  after: QualitySnapshot,
  least = 0.02,
  leastParties = 30,
): QualityDrift[] {
  const drifts: QualityDrift[] = []
  const compare = (of: string, was: QualityScores, is: QualityScores): void => {
    if (of !== 'all' && (was.parties < leastParties || is.parties < leastParties)) return
    for (const measure of qualityMeasures)
      push({ of, measure, before: was[measure] ?? Number.NaN, after: is[measure] ?? Number.NaN })
  }
  const push = (drift: QualityDrift): void => {
    if (Math.abs(drift.after - drift.before) >= least - 1e-12) drifts.push(drift)
  }
  compare('all', before.all, after.all)
  for (const [column, names] of Object.entries(after.groups)) {
    for (const [name, is] of Object.entries(names)) {
      const was = before.groups[column]?.[name]
      if (was !== undefined) compare(`${column}:${name}`, was, is)
    }
  }
  for (const field of after.fields) {
    const was = before.fields.find((each) => each.field === field.field)
    if (was === undefined || was.parties < leastParties || field.parties < leastParties) continue
    push({
      of: `field:${field.field}`,
      measure: 'completeness',
      before: was.present / was.parties,
      after: field.present / field.parties,
    })
    push({
      of: `field:${field.field}`,
      measure: 'wrong',
      before: was.wrong / Math.max(1, was.present),
      after: field.wrong / Math.max(1, field.present),
    })
  }
  const size = ({ before: a, after: b }: QualityDrift): number => Math.abs(b - a)
  return drifts.sort((a, b) => size(b) - size(a) || (a.of < b.of ? -1 : 1))
}
