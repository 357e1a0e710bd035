import type { Book } from '../store/book.ts'
import { dropDraft, keepDraft, listDrafts } from '../store/drafts.ts'
import type { Context } from './context.ts'

/** What was answered so far to questions that are saved together, on disk after each: nothing typed is lost when the program is killed. */
export interface Kept {
  readonly answers: Readonly<Record<string, string>>
  readonly keep: (question: string, answer: string) => void
  /** Takes an answer back: its question is asked again. */
  readonly forget: (question: string) => void
  /** Saved, or not wanted any more. */
  readonly drop: () => void
}

/** Opens what a person left unfinished of `what` (`log 张总`), if they want to go on with it; else nothing is there yet. */
export async function openKept(ctx: Context, book: Book, what: string): Promise<Kept> {
  const { ask, staff } = ctx
  if (ask === null) return { answers: {}, keep: () => {}, forget: () => {}, drop: () => {} }
  const [left] = listDrafts<Record<string, string>>(book, staff, what)
  const answers: Record<string, string> = {}
  let id = left?.id
  if (left !== undefined) {
    const said = Object.values(left.state).join(' · ')
    const again = await ask.yesNo({ message: ctx.tell({ code: 'kept-resume', params: { said } }), initial: true })
    if (again.kind === 'answer' && again.value) Object.assign(answers, left.state)
  }
  const store = (): void => {
    id = keepDraft(book, { id, staff, form: what, state: answers, at: ctx.now() })
  }
  return {
    answers,
    keep(question, answer) {
      answers[question] = answer
      store()
    },
    forget(question) {
      delete answers[question]
      store()
    },
    drop() {
      if (id !== undefined) dropDraft(book, id)
      id = undefined
    },
  }
}
