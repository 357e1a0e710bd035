import { divisionsNamed } from '../../domain/normalize/divisions.ts'

/** Milliseconds until the first question stands on the screen, and between two steps: keys pressed meanwhile are shown at once. */
const untilDrawn = 120
const between = 30

/** What later answers need and the first question does not; each step is a few hundredths of a second. */
const steps: readonly (() => unknown)[] = [
  // Names of firms and addresses begin with places
  () => divisionsNamed('杭州'),
  () => import('./likely-known.ts'),
  () => import('../../domain/policies/check-rules.ts'),
  () => import('../verify/say-findings.ts'),
]

/** Loads what the answers to come will need, bit by bit, while the person types the first one; never keeps the program from ending. */
export function warmWhileTyping(): void {
  const run = async (at: number): Promise<void> => {
    try {
      await steps[at]?.()
    } catch {
      // The answer that needs it will tell.
    }
    if (at + 1 < steps.length) setTimeout(run, between, at + 1).unref()
  }
  setTimeout(run, untilDrawn, 0).unref()
}
