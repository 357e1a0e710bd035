import type { FindingClass, PartyChunk } from '../../model/checks.ts'
import type { QualityScores, QualitySnapshot } from '../../model/quality.ts'
import type { IsoDate } from '../../model/units.ts'
import { type ChunkView, viewOf } from '../checks/view.ts'

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

/** What is summed up of each party, in the order of its place in a sum. */
const sums = [
  'parties',
  'asked',
  'filled',
  'values',
  'wrong',
  'duplicate',
  'inconsistent',
  'outdated',
  'verified',
] as const
type Sum = Float64Array
const place = Object.fromEntries(sums.map((name, at) => [name, at])) as Record<(typeof sums)[number], number>
const emptySum = (): Sum => new Float64Array(sums.length)

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
  const noted = new Map<number, Noted>()

  return {
    note(party, field, klass) {
      const one = noted.get(party) ?? { classes: 0, wrong: 0 }
      noted.set(party, one)
      one.classes |= bits[klass]
      if (klass !== 'wrong') return
      one.wrong++
      const counts = perField.get(field)
      if (counts !== undefined) counts.wrong++
    },
    add(chunk) {
      const view = viewOf(chunk)
      const filling = fillingOf(view, fields, perField)
      const confirmed = view.column('confirmed_on')
      const columns = groups.map(({ column, sums }) => ({ sums, cells: view.column(column) }))
      for (let party = 0; party < chunk.count; party++) {
        const one = partySum(filling, party, noted.get(party))
        if (confirmed !== undefined && confirmed[party] !== null) one[place.verified] = 1
        addTo(all, one)
        if (chunk.isCustomer[party] !== 1) continue
        for (const { sums, cells } of columns) addTo(sumOf(sums, cells?.[party] ?? ''), one)
      }
      noted.clear()
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
  return [...sums]
    .sort(([a, x], [b, y]) => y[place.parties]! - x[place.parties]! || (a < b ? -1 : 1))
    .slice(0, mostNames)
}

/** What was found of one party. */
interface Noted {
  classes: number
  wrong: number
}

interface Filling {
  readonly asked: Uint8Array
  readonly filled: Uint8Array
}

/** How many of the fields each party is asked for, and has; adds up the fields on the way. */
function fillingOf(
  view: ChunkView,
  fields: readonly QualityField[],
  perField: ReadonlyMap<string, { present: number; parties: number }>,
): Filling {
  const { count, kind } = view.chunk
  const [asked, filled] = [new Uint8Array(count), new Uint8Array(count)]
  for (const { field, kind: only } of fields) {
    const has = view.has(field)
    let [parties, present] = [0, 0]
    for (let party = 0; party < count; party++) {
      if (only !== undefined && kind[party] !== only) continue
      parties++
      asked[party]!++
      if (!has(party)) continue
      present++
      filled[party]!++
    }
    const counts = perField.get(field)!
    counts.parties += parties
    counts.present += present
  }
  return { asked, filled }
}

const scratch: Sum = emptySum()

/** The sums of a single party; the same array every time. */
function partySum({ asked, filled }: Filling, party: number, noted: Noted | undefined): Sum {
  const [one, classes] = [scratch, noted?.classes ?? 0]
  one[place.parties] = 1
  one[place.asked] = asked[party]!
  one[place.filled] = filled[party]!
  one[place.values] = filled[party]!
  one[place.wrong] = Math.min(filled[party]!, noted?.wrong ?? 0)
  one[place.duplicate] = classes & bits.duplicate ? 1 : 0
  one[place.inconsistent] = classes & bits.inconsistent ? 1 : 0
  one[place.outdated] = classes & bits.outdated ? 1 : 0
  one[place.verified] = 0
  return one
}

function sumOf(sums: Map<string, Sum>, name: string): Sum {
  const known = sums.get(name)
  if (known !== undefined) return known
  const made = emptySum()
  sums.set(name, made)
  return made
}

function addTo(sum: Sum, one: Sum): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += one[at]!
}

function scoresOf(sum: Sum): QualityScores {
  const [
    parties = 0,
    asked = 0,
    filled = 0,
    values = 0,
    wrong = 0,
    duplicate = 0,
    inconsistent = 0,
    outdated = 0,
    verified = 0,
  ] = sum
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return {
    parties: parties,
    completeness: share(filled, asked),
    validity: share(values - wrong, values),
    uniqueness: share(parties - duplicate, parties),
    consistency: share(parties - inconsistent, parties),
    freshness: share(parties - outdated, parties),
    verified: share(verified, parties),
  }
}
