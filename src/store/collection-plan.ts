import type { IsoDate } from '../model/units.ts'
import type { Book } from './book.ts'
import type { Operation } from './journal.ts'

/** One task of the collection and maintenance plan. */
export interface PlanTask {
  readonly id: number
  readonly phase: string
  readonly title: string
  readonly source: string | null
  readonly owner: string | null
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
  /** Days until it comes again once it is done; null: once. */
  readonly everyDays: number | null
  readonly doneOn: IsoDate | null
  readonly note: string | null
}

const COLUMNS = `id, phase, title, source, owner, starts_on as startsOn, due_on as dueOn, every_days as everyDays, done_on as doneOn, note`

/** Writes a task of the collection plan inside `operation`; gives its number. */
export function addTask(operation: Operation, task: Omit<PlanTask, 'id' | 'doneOn'>): number {
  return operation.insert('plan_task', {
    phase: task.phase,
    title: task.title,
    source: task.source,
    owner: task.owner,
    starts_on: task.startsOn,
    due_on: task.dueOn,
    every_days: task.everyDays,
    note: task.note,
  })
}

/** Tasks, those that wait first, by the day they are due. */
export const listTasks = (book: Book, options: { readonly all: boolean }): PlanTask[] =>
  book.sqlite
    .prepare(
      `select ${COLUMNS} from plan_task ${options.all ? '' : 'where done_on is null'} order by done_on is not null, due_on, id`,
    )
    .all() as PlanTask[]

/** One task by its number; undefined where there is none. */
export const findTask = (book: Book, id: number): PlanTask | undefined =>
  book.sqlite.prepare(`select ${COLUMNS} from plan_task where id = ?`).get(id) as PlanTask | undefined

/** Ticks a task off. */
export function finishTask(
  operation: Operation,
  id: number,
  done: { readonly on: IsoDate; readonly note: string | null },
): void {
  operation.update('plan_task', id, { done_on: done.on, ...(done.note === null ? {} : { note: done.note }) })
}
