import { resolve } from 'node:path'
import { learnFrom } from '../../domain/matching/learn-answers.ts'
import { parseModel } from '../../domain/matching/read-model.ts'
import { readTextFile } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import type { MatchModel } from '../../model/matching.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { pinModel, pinnedModel } from '../../store/matching/models.ts'
import { latestModel, listAnswered } from '../../store/matching/proposals.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { answeredPair } from './evidence.ts'
import { evidenceWord } from './pair-view.ts'

/** Prints the model in use: the one that is set, else that of the newest run. */
export async function runModelShow(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const pinned = pinnedModel(book) as MatchModel | undefined
  const model = pinned ?? (latestModel(book) as MatchModel | undefined)
  if (model === undefined) throw new KehuError('usage', 'model-missing', {})
  ctx.io.out(`${JSON.stringify(model, null, 2)}\n`)
  if (pinned !== undefined) note(ctx, ctx.say('model-pinned'))
  const weak = new Set(
    model.strata.flatMap(({ comparisons }) => comparisons.filter(({ reliable }) => !reliable)).map(({ key }) => key),
  )
  const strong = new Set(
    model.strata.flatMap(({ comparisons }) => comparisons.filter(({ reliable }) => reliable)).map(({ key }) => key),
  )
  const fields = [...weak].filter((key) => !strong.has(key)).map((key) => evidenceWord(ctx, key))
  if (fields.length > 0) note(ctx, ctx.say('model-unreliable', { fields: fields.join('、') }))
  ctx.finish('done')
}

/** Makes later runs use the model of a file, or learn their own again. @throws {KehuError} `model-wrong` */
export async function runModelSet(ctx: Context, file: string): Promise<void> {
  const book = await ctx.openBook()
  const isAuto = file === 'auto'
  const read = isAuto ? null : parseModel(readTextFile(resolve(ctx.cwd, file)))
  if (read !== null && !read.ok) throw new KehuError('input', 'model-wrong', { file, why: ctx.tell(read.reason) })
  const model = read === null ? (latestModel(book) ?? {}) : read.value
  inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'model', command: ctx.commandLine, staff: ctx.staff, at: ctx.now() })
    pinModel(operation, ctx.now(), model, !isAuto)
    operation.finish(ctx.now(), { pinned: !isAuto })
  })
  note(ctx, ctx.say(isAuto ? 'model-set-auto' : 'model-set-done'))
  ctx.finish('done')
}

const leastSame = 20

/** Learns from what people called the same, says what that changes, and keeps it. @throws {KehuError} `model-no-answers` */
export async function runModelLearn(ctx: Context, dryRun: boolean): Promise<void> {
  const book = await ctx.openBook()
  const model = (pinnedModel(book) ?? latestModel(book)) as MatchModel | undefined
  if (model === undefined) throw new KehuError('usage', 'model-missing', {})
  const answers = listAnswered(book).map(answeredPair)
  const { model: after, learned, held } = learnFrom(model, answers)
  if (answers.filter(({ same }) => same).length < leastSame)
    throw new KehuError('usage', 'model-no-answers', { answers: answers.length })
  if (!dryRun)
    inTransaction(book, () => {
      const operation = startOperation(book, {
        kind: 'model',
        command: ctx.commandLine,
        staff: ctx.staff,
        at: ctx.now(),
      })
      pinModel(operation, ctx.now(), after, true)
      operation.finish(ctx.now(), { learned, held: held.answers })
    })
  const params = { learned, held: held.answers, before: percent(held.before), after: percent(held.after) }
  showValue(
    ctx,
    { learned, held, dryRun },
    () => `${ctx.say(dryRun ? 'model-would-learn' : 'model-learned', params)}\n`,
  )
  ctx.finish('done')
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
