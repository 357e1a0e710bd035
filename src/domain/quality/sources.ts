/** What is known of a source of customer data. */
export interface SourceRecord {
  readonly name: string
  /** Does it tell of its own accord? (主动性) Null: not known. */
  readonly initiative: boolean | null
  /** Times a month one hears from it; null: not known. */
  readonly perMonth: number | null
  /** Facts of it that a verification later confirmed, and those it refuted. */
  readonly confirmed: number
  readonly refuted: number
}

export interface SourceReliability {
  readonly name: string
  /** 0..1 */
  readonly reliability: number
  /** What one would think of it before any check. */
  readonly expected: number
  readonly checked: number
  readonly confirmedShare: number | null
}

/** So many checked facts weigh as much as the first impression. */
const impressionWeight = 10

/**
 * How far a source may be trusted: the first impression (initiative, frequency of contact), worn down by what
 * verification found.
 *
 * Mean of a Beta distribution: `(impression × 10 + confirmed) ÷ (10 + confirmed + refuted)`, best first.
 */
export function sourceReliability(sources: readonly SourceRecord[]): SourceReliability[] {
  return sources
    .map(({ name, initiative, perMonth, confirmed, refuted }) => {
      const checked = confirmed + refuted
      const expected =
        0.5 +
        (initiative === null ? 0 : initiative ? 0.15 : -0.1) +
        (perMonth === null ? 0 : perMonth >= 4 ? 0.15 : perMonth >= 1 ? 0.05 : -0.1)
      const reliability = (expected * impressionWeight + confirmed) / (impressionWeight + checked)
      return { name, reliability, expected, checked, confirmedShare: checked === 0 ? null : confirmed / checked }
    })
    .sort((a, b) => b.reliability - a.reliability || (a.name < b.name ? -1 : 1))
}
