import type { Span } from '../../model/fact-query.ts'

/** The same spans once each, and the stretches of time without gaps that cover them all: each is read in one go. */
export function stretchesOf(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const stretches: Span[] = []
  for (const span of sorted) {
    const last = stretches.at(-1)
    if (last === undefined || span.from > last.to) stretches.push(span)
    else if (span.to > last.to) stretches[stretches.length - 1] = { ...last, to: span.to, toAt: span.toAt }
  }
  return stretches
}

/** True for a day inside the span, its end not included. */
export const holdsDay = (span: Span, day: string): boolean => day >= span.from && day < span.to

/** True for an instant inside the span, its end not included. */
export const holdsInstant = (span: Span, at: string): boolean => at >= span.fromAt && at < span.toAt
