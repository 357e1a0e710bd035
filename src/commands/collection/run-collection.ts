import { addDays, isIsoDate } from '../../domain/calendar.ts'
import { standardPlan } from '../../domain/verification/collection-plan.ts'
import { KehuError } from '../../model/errors.ts'
import { addTask, findTask, finishTask, listTasks, type PlanTask } from '../../store/collection-plan.ts'
import { listSources } from '../../store/sources.ts'
import type { Context } from '../context.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { todayOf, write } from '../write.ts'

const phases = ['first', 'verify', 'periodic'] as const
const text = (key: string, title: string) => ({ key, title, type: 'text' as const })

/** Lists what is to be done by whom and when, with the sources that are due to be collected from. */
export async function runTasks(ctx: Context, all: boolean): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const today = todayOf(ctx, book)
  const sources = listSources(book).flatMap(({ name, collectEvery, lastOn }) => {
    if (collectEvery === null) return []
    const dueOn = lastOn === null ? today : addDays(lastOn, collectEvery)
    const task = {
      id: 0,
      phase: 'periodic',
      title: say('collection-from', { source: name }),
      source: name,
      owner: null,
    }
    return dueOn > today ? [] : [{ ...task, startsOn: dueOn, dueOn, everyDays: collectEvery, doneOn: null, note: null }]
  })
  const tasks: PlanTask[] = [...listTasks(book, { all }), ...sources]
  const stateOf = ({ doneOn, dueOn, startsOn }: PlanTask) =>
    doneOn !== null ? 'done' : dueOn < today ? 'overdue' : startsOn <= today ? 'now' : 'later'
  showListing(ctx, {
    table: {
      key: 'tasks',
      title: say('collection-summary'),
      columns: [
        { key: 'id', title: say('requests-number'), type: 'integer' },
        text('phase', say('collection-phase-title')),
        text('title', say('collection-title')),
        text('owner', say('column-owner')),
        { key: 'from', title: say('collection-from-day'), type: 'date' },
        { key: 'due', title: say('column-due'), type: 'date' },
        text('state', say('column-state')),
      ],
      rows: tasks.map((one) => [
        one.id === 0 ? null : one.id,
        phaseWord(ctx, one.phase),
        ...[one.title, one.owner, one.startsOn, one.dueOn, say(`task-${stateOf(one)}`)],
      ]),
      empty: say('collection-none'),
    },
    json: tasks.map((one) => ({ ...one, state: stateOf(one) })),
  })
  ctx.finish(tasks.length === 0 ? 'nothing' : 'done')
}

const phaseWord = (ctx: Context, phase: string): string => {
  const known = phases.find((one) => one === phase)
  return known === undefined ? phase : ctx.say(`phase-${known}`)
}

function dayOf(flag: string, day: string): string {
  if (!isIsoDate(day)) throw new KehuError('usage', 'flag-bad-value', { flag, value: day, expected: '2026-11-22' })
  return day
}

/** Lays down the standard plan from a day on, once. @throws {KehuError} `collection-started` */
export async function runStart(ctx: Context, flags: { readonly on?: string; readonly owner?: string }): Promise<void> {
  const book = await ctx.openBook()
  if (listTasks(book, { all: true }).length > 0) throw new KehuError('usage', 'collection-started')
  const start = flags.on === undefined ? todayOf(ctx, book) : dayOf('--on', flags.on)
  const { result, operation } = write(ctx, book, { kind: 'collection' }, (open) => {
    const tasks = standardPlan(start)
    for (const { key, ...task } of tasks)
      addTask(open, {
        ...task,
        title: ctx.tell({ code: `plan.${key}` }),
        source: null,
        owner: flags.owner ?? null,
        note: null,
      })
    return { result: tasks.length, summary: { tasks: tasks.length } }
  })
  note(ctx, ctx.say('collection-begun', { count: result, id: operation }))
  ctx.finish('done')
}

export interface TaskFlags {
  readonly due: string
  readonly phase: string
  readonly source?: string
  readonly owner?: string
  readonly every?: string
}

/** Adds a task of one's own. */
export async function runAddTask(ctx: Context, title: string, flags: TaskFlags): Promise<void> {
  const book = await ctx.openBook()
  const task = {
    phase: oneOf('--phase', flags.phase, phases),
    title,
    source: flags.source ?? null,
    owner: flags.owner ?? null,
    startsOn: todayOf(ctx, book),
    dueOn: dayOf('--due', flags.due),
    everyDays: flags.every === undefined ? null : wholeNumber('--every', flags.every),
    note: null,
  }
  const { result } = write(ctx, book, { kind: 'collection' }, (operation) => {
    const id = addTask(operation, task)
    return { result: id, summary: { task: id } }
  })
  note(ctx, ctx.say('collection-added', { id: result }))
  ctx.finish('done')
}

/** Ticks a task off; one that comes again is laid down anew. @throws {KehuError} `task-missing` */
export async function runDone(ctx: Context, id: number, words: string | null): Promise<void> {
  const book = await ctx.openBook()
  const task = findTask(book, id)
  if (task === undefined || task.doneOn !== null) throw new KehuError('usage', 'task-missing', { id })
  const today = todayOf(ctx, book)
  const { everyDays } = task
  const [, later = today] = [today, task.dueOn].sort()
  const next = everyDays === null ? null : addDays(later, everyDays)
  write(ctx, book, { kind: 'collection' }, (operation) => {
    finishTask(operation, id, { on: today, note: words })
    if (next !== null) addTask(operation, { ...task, startsOn: today, dueOn: next, note: null })
    return { result: null, summary: { task: id } }
  })
  note(ctx, next === null ? ctx.say('collection-ticked', { id }) : ctx.say('collection-again', { id, due: next }))
  ctx.finish('done')
}
