/** What two people said of the same pairs. */
export interface TwoAnswers {
  readonly first: string
  readonly second: string
}

/** How far two reviewers agree beyond chance. */
export interface Agreement {
  readonly pairs: number
  /** Share of pairs with one answer, 0..1. */
  readonly agreed: number
  /** Cohen's kappa, -1..1; null where chance leaves nothing to agree on. */
  readonly kappa: number | null
  /** Enough pairs, and far beyond chance: what was answered may be learned from. */
  readonly reliable: boolean
}

const leastPairs = 20
const goodKappa = 0.8

/** Compares two reviewers. Source: Cohen 1960; 0.8 is "almost perfect" in Landis and Koch 1977. */
export function agreementOf(answers: readonly TwoAnswers[]): Agreement {
  const n = answers.length
  const verdicts = new Set(answers.flatMap(({ first, second }) => [first, second]))
  const share = (test: (answer: TwoAnswers) => boolean): number => (n === 0 ? 0 : answers.filter(test).length / n)
  const agreed = share(({ first, second }) => first === second)
  let chance = 0
  for (const verdict of verdicts)
    chance += share(({ first }) => first === verdict) * share(({ second }) => second === verdict)
  const kappa = n === 0 || chance >= 1 ? null : (agreed - chance) / (1 - chance)
  return { pairs: n, agreed, kappa, reliable: n >= leastPairs && (kappa === null ? agreed === 1 : kappa >= goodKappa) }
}
