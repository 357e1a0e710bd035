/** How many backups stay, by grain: the newest of each of the last so many days, weeks, months. */
export interface KeepRule {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

/** Reads `daily=7,weekly=4,monthly=12`; null where it can't be read. */
export function parseKeep(text: string): KeepRule | null {
  const rule = { daily: 0, weekly: 0, monthly: 0 }
  for (const part of text.split(',')) {
    const [, grain, count] = /^\s*(daily|weekly|monthly)\s*=\s*(\d{1,4})\s*$/.exec(part) ?? []
    if (grain === undefined) return null
    rule[grain as keyof KeepRule] = Number(count)
  }
  return rule
}

/** One backup: its name, and the civil day and ISO week it was made in. */
export interface KeptBackup {
  readonly name: string
  readonly at: string
  readonly day: string
  readonly week: string
}

/**
 * Chooses which backups may go; the newest always stays.
 *
 * A backup stays when it is the newest of its day, week or month, among the last so many days, weeks or months that
 * have one. Source: the keep rules of borg prune.
 */
export function prunable(backups: readonly KeptBackup[], rule: KeepRule): string[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1))
  const keep = new Set(newestFirst.slice(0, 1).map(({ name }) => name))
  const grains: readonly [number, (one: KeptBackup) => string][] = [
    [rule.daily, ({ day }) => day],
    [rule.weekly, ({ week }) => week],
    [rule.monthly, ({ day }) => day.slice(0, 7)],
  ]
  for (const [count, grainOf] of grains) {
    const seen = new Set<string>()
    for (const one of newestFirst) {
      const grain = grainOf(one)
      if (seen.has(grain) || seen.size >= count) continue
      seen.add(grain)
      keep.add(one.name)
    }
  }
  return newestFirst.filter(({ name }) => !keep.has(name)).map(({ name }) => name)
}
