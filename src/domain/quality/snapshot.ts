import type { FindingClass, PartyChunk } from '../../model/checks.ts'
import type { QualityScores, QualitySnapshot } from '../../model/quality.ts'
import type { IsoDate } from '../../model/units.ts'
import { viewOf } from '../checks/view.ts'

/** Fields whose filling is counted: for whom, and under which key (`phone`, `email`, `address` are looked up). */
export interface QualityField {
  readonly field: string
  readonly kind?: 'person' | 'org'
}

/** The fields every customer file is judged by; the book's dictionary may give others. */
export const keyFields: readonly QualityField[] = [
  { field: 'name' },
  { field: 'phone' },
  { field: 'address' },
  { field: 'gender', kind: 'person' },
  { field: 'birth', kind: 'person' },
  { field: 'uscc', kind: 'org' },
  { field: 'industry', kind: 'org' },
]

/** Collects quality chunk by chunk; hand every finding of a chunk to `note` before `add` is called for it. */
export interface QualityCollector {
  /** `party` is the index in the chunk that is added next. */
  readonly note: (party: number, field: string, klass: FindingClass) => void
  readonly add: (chunk: PartyChunk) => void
  readonly finish: (on: IsoDate) => QualitySnapshot
}

interface Sum {
  parties: number
  asked: number
  filled: number
  values: number
  wrong: number
  duplicate: number
  inconsistent: number
  outdated: number
  verified: number
}

const emptySum = (): Sum => ({
  parties: 0,
  asked: 0,
  filled: 0,
  values: 0,
  wrong: 0,
  duplicate: 0,
  inconsistent: 0,
  outdated: 0,
  verified: 0,
})
const bits: Readonly<Record<FindingClass, number>> = {
  duplicate: 1,
  wrong: 2,
  incomplete: 4,
  outdated: 8,
  inconsistent: 16,
}

/**
 * Measures completeness, validity, uniqueness, consistency, freshness and the verified share of the book.
 *
 * `groupBy` names columns of the chunk (`acquired_from`, `owner`, `tier`) for which the same is told value by value.
 */
export function qualityCollector(
  fields: readonly QualityField[] = keyFields,
  groupBy: readonly string[] = [],
): QualityCollector {
  const all = emptySum()
  const groups = groupBy.map((column) => ({ column, sums: new Map<string, Sum>() }))
  const perField = new Map(fields.map(({ field }) => [field, { present: 0, parties: 0, wrong: 0 }]))
  let classes = new Map<number, number>()
  let wrongValues = new Map<number, number>()

  return {
    note(party, field, klass) {
      classes.set(party, (classes.get(party) ?? 0) | bits[klass])
      if (klass !== 'wrong') return
      wrongValues.set(party, (wrongValues.get(party) ?? 0) + 1)
      const counts = perField.get(field)
      if (counts !== undefined) counts.wrong++
    },
    add(chunk) {
      const view = viewOf(chunk)
      const tests = fields.map(({ field, kind }) => ({ counts: perField.get(field)!, has: view.has(field), kind }))
      const confirmed = view.column('confirmed_on')
      for (let party = 0; party < chunk.count; party++) {
        let [asked, filled] = [0, 0]
        for (const { counts, has, kind } of tests) {
          if (kind !== undefined && chunk.kind[party] !== kind) continue
          asked++
          counts.parties++
          if (!has(party)) continue
          filled++
          counts.present++
        }
        const one: Sum = {
          ...judged(classes.get(party) ?? 0),
          asked,
          filled,
          values: filled,
          wrong: Math.min(filled, wrongValues.get(party) ?? 0),
          verified: (confirmed?.[party] ?? null) === null ? 0 : 1,
        }
        addTo(all, one)
        if (chunk.isCustomer[party] !== 1) continue
        for (const { column, sums } of groups) addTo(sumOf(sums, view.column(column)?.[party] ?? ''), one)
      }
      classes = new Map()
      wrongValues = new Map()
    },
    finish: (on) => ({
      on,
      all: scoresOf(all),
      fields: [...perField].map(([field, counts]) => ({ field, ...counts })),
      groups: Object.fromEntries(
        groups.map(({ column, sums }) => [
          column,
          Object.fromEntries(largest(sums).map(([name, sum]) => [name, scoresOf(sum)])),
        ]),
      ),
    }),
  }
}

/** Names a group column is told by; a column of free words has thousands, and small ones say little. */
const mostNames = 40

function largest(sums: ReadonlyMap<string, Sum>): [string, Sum][] {
  return [...sums].sort(([a, x], [b, y]) => y.parties - x.parties || (a < b ? -1 : 1)).slice(0, mostNames)
}

function judged(found: number): Sum {
  const has = (bit: number): number => ((found & bit) === 0 ? 0 : 1)
  return {
    ...emptySum(),
    parties: 1,
    duplicate: has(bits.duplicate),
    inconsistent: has(bits.inconsistent),
    outdated: has(bits.outdated),
  }
}

function sumOf(sums: Map<string, Sum>, name: string): Sum {
  const known = sums.get(name)
  if (known !== undefined) return known
  const made = emptySum()
  sums.set(name, made)
  return made
}

function addTo(sum: Sum, one: Sum): void {
  sum.parties += one.parties
  sum.asked += one.asked
  sum.filled += one.filled
  sum.values += one.values
  sum.wrong += one.wrong
  sum.duplicate += one.duplicate
  sum.inconsistent += one.inconsistent
  sum.outdated += one.outdated
  sum.verified += one.verified
}

function scoresOf(sum: Sum): QualityScores {
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return {
    parties: sum.parties,
    completeness: share(sum.filled, sum.asked),
    validity: share(sum.values - sum.wrong, sum.values),
    uniqueness: share(sum.parties - sum.duplicate, sum.parties),
    consistency: share(sum.parties - sum.inconsistent, sum.parties),
    freshness: share(sum.parties - sum.outdated, sum.parties),
    verified: share(sum.verified, sum.parties),
  }
}
