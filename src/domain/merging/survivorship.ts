/** A member of a cluster, as survivorship sees it; ids in order, the oldest first. */
export interface Member {
  readonly id: number
  readonly values: Readonly<Record<string, string | number | null | undefined>>
  /** Columns a person set by hand. */
  readonly byHand: ReadonlySet<string>
  /** Columns a person confirmed (已核实). */
  readonly confirmed: ReadonlySet<string>
}

/** A value the survivor takes over, and whose it was. */
export interface Taken {
  readonly column: string
  readonly value: string | number
  readonly from: number
  readonly because: 'valid' | 'verified' | 'hand' | 'majority' | 'newest' | 'longest'
}

export interface SurvivorshipRules {
  readonly columns: readonly string[]
  /** Says whether a value's own check digits hold; only for columns that have them. */
  readonly isValid: Readonly<Record<string, (value: string) => boolean>>
  /** Columns that stand or fall together, taken from one member. */
  readonly together: readonly (readonly string[])[]
}

/**
 * Chooses the survivor and its values; the oldest id survives, so that links to it stay good.
 *
 * For each column, among members that have a value: valid check digit, then confirmed, then set by hand, then the value
 * most members hold, then the newest record's, then the longest. Ties go to the older id. A column of a group follows
 * the member that its first column with a value was taken from.
 */
export function surviveValues(
  members: readonly Member[],
  rules: SurvivorshipRules,
): { survivor: number; taken: Taken[] } {
  const sorted = [...members].sort((a, b) => a.id - b.id)
  const [survivor] = sorted
  if (survivor === undefined || sorted.length < 2) throw new RangeError('a cluster has two or more members')
  const taken: Taken[] = []
  const grouped = new Set(rules.together.flat())
  const put = (column: string, member: Member, because: Taken['because']): void => {
    const value = member.values[column]
    if (value === null || value === undefined || value === survivor.values[column]) return
    taken.push({ column, value, from: member.id, because })
  }
  for (const group of rules.together) {
    const best = group.map((column) => bestOf(sorted, column, rules)).find((choice) => choice !== undefined)
    if (best !== undefined) for (const column of group) put(column, best.member, best.because)
  }
  for (const column of rules.columns) {
    if (grouped.has(column)) continue
    const best = bestOf(sorted, column, rules)
    if (best !== undefined) put(column, best.member, best.because)
  }
  return { survivor: survivor.id, taken }
}

function bestOf(
  members: readonly Member[],
  column: string,
  rules: SurvivorshipRules,
): { member: Member; because: Taken['because'] } | undefined {
  const having = members.filter(({ values }) => values[column] !== null && values[column] !== undefined)
  if (having.length === 0) return undefined
  const isValid = rules.isValid[column]
  const valid = isValid === undefined ? having : having.filter(({ values }) => isValid(String(values[column])))
  const pool = valid.length > 0 ? valid : having
  const sole = (because: Taken['because'], some: readonly Member[]) =>
    some.length > 0 ? { member: some[0]!, because } : undefined
  const confirmed = sole(
    'verified',
    pool.filter((member) => member.confirmed.has(column)),
  )
  if (confirmed !== undefined) return confirmed
  const byHand = sole(
    'hand',
    pool.filter((member) => member.byHand.has(column)),
  )
  if (byHand !== undefined) return byHand
  if (pool.length < having.length && pool.length === 1) return { member: pool[0]!, because: 'valid' }
  const counts = new Map<string, number>()
  for (const { values } of pool) counts.set(String(values[column]), (counts.get(String(values[column])) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const leading = pool.filter(({ values }) => counts.get(String(values[column])) === most)
  if (new Set(leading.map(({ values }) => String(values[column]))).size === 1)
    return { member: leading[0]!, because: 'majority' }
  const longest = Math.max(...leading.map(({ values }) => String(values[column]).length))
  // A longer text that begins or ends with the shorter one says more; otherwise the newest record knows better.
  const fuller = leading.find(({ values }) => String(values[column]).length === longest)!
  const contains = leading.every(({ values }) => String(fuller.values[column]).includes(String(values[column])))
  return contains ? { member: fuller, because: 'longest' } : { member: leading.at(-1)!, because: 'newest' }
}
