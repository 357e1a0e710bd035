import { extname, resolve } from 'node:path'
import { type Evaluation, evaluate } from '../../domain/matching/evaluate.ts'
import { writeCsv } from '../../files/write-csv.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import { KehuError } from '../../model/errors.ts'
import { type ColumnGuess, type MatchKind, type MatchResult, matchKinds } from '../../model/matching.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { matchTable } from './match-table.ts'
import { matchTableOf, readStacked, type StackedTable } from './read-files.ts'

export interface FilesOptions {
  readonly files: readonly string[]
  readonly out: string | undefined
  /** `column=kind` */
  readonly field: readonly string[]
  readonly ignore: readonly string[]
  /** Only pairs of different files. */
  readonly link: boolean
}

/** Finds duplicates in any tables, without a book: the rows come back with `cluster_id`, `band` and `score` added. */
export async function runFiles(ctx: Context, options: FilesOptions): Promise<void> {
  const stacked = await readStacked(options.files.map((file) => resolve(ctx.cwd, file)))
  const { table, guesses } = matchTableOf(stacked, toldKinds(options))
  sayColumns(ctx, guesses)
  const { result } = await matchTable(ctx, table, options.link ? { acrossSourcesOnly: true } : {})
  const marks = marksOf(result)
  await write(ctx, stacked, marks, options.out)
  const groups = new Set(marks.filter(({ band }) => band !== '').map(({ cluster }) => cluster)).size
  const review = marks.filter(({ band }) => band === 'review').length
  note(ctx, ctx.say('dedupe-files-done', { records: table.size, groups, review }))
  for (const reason of result.stats.messages) note(ctx, ctx.tell(reason))
  ctx.finish('done')
}

/** Judges the engine against a column that says which rows are the same: by all clusters, and by the automatic band alone. */
export async function runEval(
  ctx: Context,
  options: Omit<FilesOptions, 'out'> & { readonly truth: string },
): Promise<void> {
  const stacked = await readStacked(options.files.map((file) => resolve(ctx.cwd, file)))
  const at = stacked.headings.indexOf(options.truth)
  if (at < 0)
    throw new KehuError('usage', 'flag-bad-value', {
      flag: '--truth',
      value: options.truth,
      expected: stacked.headings.join(' | '),
    })
  const { table, guesses } = matchTableOf(stacked, { ...toldKinds(options), [options.truth]: 'ignore' })
  sayColumns(ctx, guesses)
  const { result } = await matchTable(ctx, table, options.link ? { acrossSourcesOnly: true } : {})
  const names = new Map<string, number>()
  const truth = stacked.rows.map((row, i) => {
    const name = row[at] ?? `#${i}`
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  })
  showEvaluation(ctx, [
    ['clusters', evaluate(result.clusters, truth)],
    ['auto', evaluate(result.autoClusters, truth)],
  ])
  ctx.finish('done')
}

function toldKinds({ field, ignore }: Pick<FilesOptions, 'field' | 'ignore'>): Record<string, MatchKind> {
  const told: Record<string, MatchKind> = Object.fromEntries(ignore.map((column) => [column, 'ignore' as const]))
  for (const text of field) {
    const at = text.lastIndexOf('=')
    const kind = text.slice(at + 1).trim()
    const known = matchKinds.find((one) => one === kind)
    if (at <= 0 || known === undefined)
      throw new KehuError('usage', 'flag-bad-value', {
        flag: '--field',
        value: text,
        expected: `column=${matchKinds.join('|')}`,
      })
    told[text.slice(0, at).trim()] = known
  }
  return told
}

function sayColumns(ctx: Context, guesses: readonly ColumnGuess[]): void {
  note(ctx, ctx.say('dedupe-columns', { columns: guesses.map(({ name, kind }) => `${name}=${kind}`).join(' ') }))
}

interface Mark {
  readonly cluster: number
  readonly band: '' | 'auto' | 'review'
  /** Heaviest pair inside the cluster, in bits. */
  readonly score: number | null
}

function marksOf({ clusters, autoClusters, edges }: MatchResult): Mark[] {
  const sizeOf = (groups: Int32Array): Map<number, number> => {
    const sizes = new Map<number, number>()
    for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
    return sizes
  }
  const [sizes, autoSizes] = [sizeOf(clusters), sizeOf(autoClusters)]
  const best = new Float64Array(clusters.length).fill(Number.NEGATIVE_INFINITY)
  for (let e = 0; e < edges.count; e++) {
    const [a, b] = [edges.a[e]!, edges.b[e]!]
    if (clusters[a] !== clusters[b]) continue
    best[a] = Math.max(best[a]!, edges.weight[e]!)
    best[b] = Math.max(best[b]!, edges.weight[e]!)
  }
  return Array.from(clusters, (cluster, record) => {
    if (sizes.get(cluster) === 1) return { cluster: cluster + 1, band: '', score: null }
    const band = autoSizes.get(autoClusters[record]!)! > 1 ? 'auto' : 'review'
    return { cluster: cluster + 1, band, score: Number.isFinite(best[record]!) ? best[record]! / 100 : null }
  })
}

async function write(
  ctx: Context,
  { headings, rows }: StackedTable,
  marks: readonly Mark[],
  out: string | undefined,
): Promise<void> {
  const titles = [...headings, 'cluster_id', 'band', 'score']
  const lines = rows.map((row, i) => {
    const { cluster, band, score } = marks[i]!
    return [
      ...headings.map((_, column) => row[column] ?? null),
      String(cluster),
      band === '' ? null : band,
      score === null ? null : score.toFixed(2),
    ]
  })
  if (out === undefined || out === '-') {
    await writeCsv([[titles], lines], (bytes) => ctx.io.out(Buffer.from(bytes).toString('utf8')))
    return
  }
  const path = resolve(ctx.cwd, out)
  if (extname(path).toLowerCase() === '.xlsx') {
    const columns = titles.map((title) => ({ title, type: 'text' as const }))
    await writeWholeFile(path, (sink) =>
      writeXlsx({ title: 'kehu dedupe', sheets: [{ name: 'dedupe', columns, rows: [lines] }] }, sink),
    )
  } else await writeWholeFile(path, (sink) => writeCsv([[titles], lines], sink))
}

function showEvaluation(ctx: Context, all: readonly (readonly [string, Evaluation])[]): void {
  const { say } = ctx
  showListing(ctx, {
    table: {
      key: 'evaluation',
      title: say('dedupe-eval-summary'),
      columns: [
        { key: 'by', title: say('eval-by'), type: 'text' },
        ...(['precision', 'recall', 'f1', 'b3', 'exact'] as const).map((key) => ({
          key,
          title: say(`eval-${key}`),
          type: 'percent' as const,
        })),
        { key: 'found', title: say('column-found'), type: 'integer' },
        { key: 'largest', title: say('eval-largest'), type: 'integer' },
      ],
      rows: all.map(([by, { pairs, bcubed, exact, largest }]) => [
        by,
        pairs.precision,
        pairs.recall,
        pairs.f1,
        bcubed.f1,
        exact,
        pairs.found,
        largest,
      ]),
    },
    json: all.map(([by, { split, mixed, ...one }]) => ({
      by,
      ...one,
      underMerged: split.slice(0, 100),
      overMerged: mixed.slice(0, 100),
    })),
  })
}
