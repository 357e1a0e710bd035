import { surviveValues } from '../../domain/merging/survivorship.ts'
import { parseCitizenId } from '../../domain/normalize/citizen-id.ts'
import { parseUscc } from '../../domain/normalize/uscc.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'
import type { Book } from '../../store/book.ts'
import type { Value } from '../../store/journal.ts'
import { type MergeCandidate, type MergeOrder, readCandidates } from '../../store/matching/merge.ts'

const holds = (parsed: { ok: boolean; notes?: readonly unknown[] }): boolean =>
  parsed.ok && (parsed.notes ?? []).length === 0

/** How the values of a merged customer are chosen. */
const rules = {
  columns: ['name', ...PARTY_COLUMNS, ...CUSTOMER_COLUMNS],
  isValid: {
    id_number: (value: string) => holds(parseCitizenId(value)),
    uscc: (value: string) => holds(parseUscc(value)),
    // A full name says more than 王总; a name is whole when it has no honorific standing for the given name.
    name: (value: string) => !/(总|先生|女士|小姐|老师|经理|主任|太太)$/.test(value),
  },
  together: [
    ['surname', 'given_name'],
    ['age_band', 'age_band_on'],
  ],
} as const

/** Decides a merge of these parties by survivorship; nothing is written. The order is exactly what `applyMerge` writes. */
export function mergeOrder(
  book: Book,
  ids: readonly number[],
  why: Pick<MergeOrder, 'band' | 'weight' | 'evidence'>,
): MergeOrder {
  const candidates = readCandidates(book, ids)
  const members = candidates.map((one) => ({ ...one, values: valuesOf(one) }))
  const { survivor, taken } = surviveValues(members, rules)
  const kept = candidates.find(({ id }) => id === survivor)!
  const customerColumns: readonly string[] = CUSTOMER_COLUMNS
  const take = taken
    .filter(({ column }) => !customerColumns.includes(column) || kept.customer !== undefined)
    .map(({ column, value, from }) => ({
      entity: customerColumns.includes(column) ? ('customer' as const) : ('party' as const),
      column,
      value: value as Value,
      from,
    }))
  const name = take.find(({ column }) => column === 'name')
  const keys = name === undefined ? [] : nameColumns(candidates, name.from)
  return { survivor, absorbed: ids.filter((id) => id !== survivor), take: [...take, ...keys], ...why }
}

/** A name brings its search keys along. */
function nameColumns(candidates: readonly MergeCandidate[], from: number): MergeOrder['take'][number][] {
  const party = candidates.find(({ id }) => id === from)!.party
  return ['name_key', 'pinyin', 'initials'].map((column) => ({
    entity: 'party' as const,
    column,
    value: party[column] as Value,
    from,
  }))
}

const valuesOf = ({ party, customer }: MergeCandidate): Record<string, string | number | null> => {
  const both = { ...customer, ...party, status: customer?.['status'] ?? null }
  return Object.fromEntries(
    rules.columns.map((column) => [column, (both as Record<string, string | number | null>)[column] ?? null]),
  )
}
