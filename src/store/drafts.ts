import type { FormState } from '../model/forms.ts'
import type { Book } from './book.ts'

/** Something somebody has begun and not finished: a form, or the questions of a verb. */
export interface StoredDraft<State = FormState> {
  readonly id: number
  readonly form: string
  readonly staff: string
  readonly updatedAt: string
  readonly state: State
}

/** What one person has left unfinished, newest first; of one form or verb only where it is told. */
export function listDrafts<State = FormState>(book: Book, staff: string, form?: string): StoredDraft<State>[] {
  const rows = book.sqlite
    .prepare(
      'select id, form, staff, updated_at as updatedAt, state from draft where staff = @staff and (@form is null or form = @form) order by updated_at desc, id desc',
    )
    .all({ staff, form: form ?? null }) as (Omit<StoredDraft<State>, 'state'> & { state: string })[]
  return rows.map((row) => ({ ...row, state: JSON.parse(row.state) as State }))
}

/** Keeps a draft as it stands after an answer; returns its id, which the next call is given. */
export function keepDraft(
  book: Book,
  draft: {
    readonly id: number | undefined
    readonly staff: string
    readonly form: string
    readonly state: object
    readonly at: string
  },
): number {
  const { id, staff, form, state, at } = draft
  if (id !== undefined) {
    book.sqlite.prepare('update draft set state = ?, updated_at = ? where id = ?').run(JSON.stringify(state), at, id)
    return id
  }
  const insert = 'insert into draft (form, staff, state, updated_at) values (?, ?, ?, ?)'
  return Number(book.sqlite.prepare(insert).run(form, staff, JSON.stringify(state), at).lastInsertRowid)
}

/** Throws a draft away for good; drafts are not journalled. */
export function dropDraft(book: Book, id: number): void {
  book.sqlite.prepare('delete from draft where id = ?').run(id)
}
