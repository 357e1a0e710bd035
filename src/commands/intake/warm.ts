import { divisionsNamed } from '../../domain/normalize/divisions.ts'
import type { Book } from '../../store/book.ts'

/** One thing to load, and how many milliseconds it waits for the one before it: keys pressed meanwhile are shown at once. */
interface Step {
  readonly after: number
  readonly load: (book: Book) => unknown
}

/** What later answers need and the first question does not, soonest wanted first; each is a few hundredths of a second. */
const steps: readonly Step[] = [
  // The first question stands on the screen by now
  { after: 60, load: () => import('./likely-known.ts') },
  { after: 20, load: async (book) => (await import('../dedupe/known-already.ts')).readyEngine(book) },
  // Names of firms and addresses begin with places
  { after: 20, load: () => divisionsNamed('杭州') },
  // What was saved is checked when the form is full
  { after: 1500, load: () => import('../../domain/policies/check-rules.ts') },
  { after: 500, load: () => import('../verify/say-findings.ts') },
]

/** Loads what the answers to come will need, bit by bit, while the person types the first one; never keeps the program from ending. */
export function warmWhileTyping(book: Book): void {
  const run = async (at: number): Promise<void> => {
    try {
      await steps[at]!.load(book)
    } catch {
      // The answer that needs it will tell.
    }
    plan(at + 1)
  }
  const plan = (at: number): void => {
    const step = steps[at]
    if (step !== undefined) setTimeout(run, step.after, at).unref()
  }
  plan(0)
}
