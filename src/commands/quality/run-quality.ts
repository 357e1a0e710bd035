import { resolve } from 'node:path'
import { driftBetween } from '../../domain/quality/drift.ts'
import { type NamedSnapshot, qualityView } from '../../domain/quality/report.ts'
import { KehuError } from '../../model/errors.ts'
import { tell } from '../../render/text/index.ts'
import { listSnapshots, type StoredSnapshot, snapshotOfRun } from '../../store/quality.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { reportFormat, showReport, writeReport } from '../report/write.ts'
import { fieldLabel } from '../show/field-words.ts'

export interface QualityOptions {
  readonly field: boolean
  readonly source: boolean
  readonly collector: boolean
  readonly tier: boolean
  readonly owner: boolean
  /** Only trend and drift. */
  readonly trend: boolean
  /** Snapshots of imports in place of those of runs. */
  readonly imports: boolean
  readonly last: number
  /** Run to hold the newest against; the one before it where nothing is told. */
  readonly against: number | undefined
  readonly output: string | undefined
}

/** Shows how good the data is, how that moved from run to run, and what drifted; on screen, as JSON, or as a page. */
export async function runQuality(ctx: Context, options: QualityOptions): Promise<void> {
  const book = await ctx.openBook()
  const runs = listSnapshots(book, options.imports ? 'import' : 'verify', Math.max(1, options.last)).map(named)
  const last = runs.at(-1)
  if (last === undefined) {
    note(ctx, ctx.say('quality-none'))
    return ctx.finish('nothing')
  }
  const against =
    options.against === undefined ? runs.at(-2) : namedRun(snapshotOfRun(book, options.against), options.against)
  const all = qualityView(
    {
      runs,
      against: options.imports ? undefined : against,
      drift: against === undefined || options.imports ? [] : driftBetween(against.snapshot, last.snapshot),
      by: columnsOf(options),
    },
    {
      lang: ctx.lang,
      say: (code, params) => tell(ctx.lang, code, params),
      fieldName: (key) => fieldLabel(ctx, key),
      madeAt: ctx.now(),
    },
  )
  const view = options.trend ? { ...all, sections: all.sections.filter(({ key }) => key !== 'now') } : all
  const path = options.output === undefined || options.output === '-' ? undefined : resolve(ctx.cwd, options.output)
  const format = reportFormat(ctx, path)
  if (path === undefined) await showReport(ctx, view, format)
  else {
    await writeReport(view, format, path)
    note(ctx, ctx.say('report-written', { path }))
  }
  ctx.finish('done')
}

const named = ({ runId, batchId, snapshot }: StoredSnapshot): NamedSnapshot => ({ run: runId ?? batchId, snapshot })

/** @throws {KehuError} `run-missing` */
function namedRun(stored: StoredSnapshot | undefined, id: number): NamedSnapshot {
  if (stored === undefined) throw new KehuError('usage', 'run-missing', { id })
  return named(stored)
}

function columnsOf({ field, source, collector, tier, owner }: QualityOptions): string[] {
  const told = [
    ...(field ? ['field'] : []),
    ...(source ? ['acquired_from'] : []),
    ...(collector ? ['collector'] : []),
    ...(tier ? ['tier'] : []),
    ...(owner ? ['owner'] : []),
  ]
  return told.length === 0 ? ['field'] : told
}
