import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { blockingCompleteness, evaluate } from '../../src/domain/matching/evaluate.ts'
import { matchRecords } from '../../src/domain/matching/match.ts'
import type { MatchResult } from '../../src/model/matching.ts'
import { generate } from './matching/generate.ts'
import { type Listed, openListed } from './matching/listed.ts'
import { type LabelledSet, openSet } from './matching/sets.ts'
import { type Speed, speedOf } from './matching/speed.ts'

interface Line {
  readonly set: string
  readonly measure: string
  readonly wanted: number | null
  readonly got: number
  readonly atMost?: true
}

/** Pair F1 of clusters at the engine's own threshold; null is reported only. */
const wantedF1: Readonly<Record<string, number | null>> = {
  febrl1: 0.998,
  febrl2: 0.998,
  febrl3: 0.998,
  febrl4: 0.995,
  fake_1000: 0.94,
  fake_20000: 0.87,
  historical_50k: 0.85,
  rldata500: 0.99,
  rldata10000: 0.96,
  restaurants_fodors_zagats: 0.95,
  senzing_truthset: 0.95,
}

/** `npm run bench -- matching [DIR] [--only name,…] [--large] [--speed]`: DIR is laid out like the folder of labelled sets. */
export async function bench(args: string[]): Promise<void> {
  const at = args.indexOf('--only')
  const only = at < 0 ? undefined : new Set(args[at + 1]!.split(','))
  const told = args.find((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1))
  const data = process.env['KEHU_DATA'] ?? '../shared/data'
  const dir = told ?? join(data, 'matching')
  const lines: Line[] = []
  const runs = (name: string): boolean => only === undefined || only.has(name)
  if (!existsSync(dir)) console.log(`skipped: needs ${dir}`)
  else
    for (const name of readdirSync(dir)) {
      if (!runs(name)) continue
      const set = openSet(dir, name)
      if (set !== null) lines.push(...labelled(set))
    }
  if (runs('listed')) lines.push(...(await listed(join(data, 'organisations'))))
  for (const [name, rows, more] of generated(args.includes('--large')))
    if (runs(name)) lines.push(...fromGenerator(data, name, ['--rows', String(rows), ...more]))
  for (const [name, rows, seconds] of [
    ['speed-100000', 100_000, 5],
    ['speed-1000000', 1_000_000, 45],
  ] as const)
    if (args.includes('--speed') || only?.has(name)) lines.push(...(await speed(data, name, rows, seconds)))
  print(lines)
}

async function speed(data: string, name: string, rows: number, seconds: number): Promise<Line[]> {
  const got = await speedOf(data, rows)
  if (got === null) return []
  console.log(
    `${name}: ${got.pairs} pairs, ${Math.round(got.pairs / got.seconds)} a second over all, ${got.processor.toFixed(1)} s of processor`,
  )
  return [
    ...besideLines(name, got),
    { set: name, measure: 'seconds', wanted: seconds, got: got.seconds, atMost: true },
    { set: name, measure: 'peak MB', wanted: 2048, got: Math.round(got.peak), atMost: true },
  ]
}

/** How many times as many pairs a second kehu scores, by processor time, which other work on the machine does not bend. */
function besideLines(name: string, { beside }: Speed): Line[] {
  if (beside === null) {
    console.log('  skipped: beside DuckDB needs @duckdb/node-api and at most 200,000 rows')
    return []
  }
  for (const { engine, pairs, seconds, processor } of beside)
    console.log(
      `  ${engine}: ${pairs} pairs scored in ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor, ${Math.round(pairs / processor)} a second of processor`,
    )
  const [kehu, duck] = beside.map(({ pairs, processor }) => pairs / processor) as [number, number]
  return [{ set: name, measure: 'times DuckDB', wanted: 3, got: kehu / duck }]
}

function generated(large: boolean): [string, number, string[]][] {
  const sizes = large ? [20_000, 200_000] : [20_000]
  return sizes.flatMap((rows): [string, number, string[]][] => [
    [`normal-${rows}`, rows, []],
    [`hard-${rows}`, rows, ['--noise', 'hard']],
    [`hubs-${rows}`, rows, ['--hubs', 'heavy']],
  ])
}

function timed(set: string, run: () => MatchResult): MatchResult {
  const started = performance.now()
  const result = run()
  const { stats } = result
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${set}: ${stats.records} records, ${stats.pairs} pairs, ${seconds.toFixed(1)} s, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, expected precision ${stats.expectedPrecision.toFixed(3)} recall ${stats.expectedRecall.toFixed(3)}, ${stats.answersTo99} answers to 99 %`,
  )
  return result
}

function labelled(set: LabelledSet): Line[] {
  const result = timed(set.name, () =>
    matchRecords(set.table, set.twoFiles ? { acrossSourcesOnly: true, cleanSources: [0, 1] } : {}),
  )
  const { pairs, bcubed, exact } = evaluate(result.clusters, set.truth)
  const { edges } = result
  const seen = blockingCompleteness(edges.a, edges.b, edges.count, set.truth)
  console.log(
    `  precision ${show(pairs.precision)} recall ${show(pairs.recall)} exact clusters ${show(exact)}, true pairs above the review floor ${show(seen)}`,
  )
  const lines: Line[] = [{ set: set.name, measure: 'pair F1', wanted: wantedF1[set.name] ?? null, got: pairs.f1 }]
  if (set.name === 'historical_50k') lines.push({ set: set.name, measure: 'B-cubed', wanted: 0.87, got: bcubed.f1 })
  return lines
}

function fromGenerator(data: string, name: string, args: string[]): Line[] {
  const set = generate(data, name, args)
  if (set === null) {
    console.log('skipped: needs the generator')
    return []
  }
  const result = timed(name, () => matchRecords(set.table))
  const { pairs } = evaluate(result.clusters, set.truth)
  const auto = evaluate(result.autoClusters, set.truth).pairs
  console.log(`  automatic band: precision ${show(auto.precision)} recall ${show(auto.recall)}`)
  if (name.startsWith('hubs'))
    return [
      {
        set: name,
        measure: 'false automatic merges',
        wanted: name.endsWith('200000') ? 5 : 0,
        got: auto.found - auto.right,
        atMost: true,
      },
    ]
  const [precision, recall] = name.startsWith('hard') ? [0.95, 0.75] : [0.98, 0.88]
  const lines: Line[] = [
    { set: name, measure: 'precision', wanted: precision, got: pairs.precision },
    { set: name, measure: 'recall', wanted: recall, got: pairs.recall },
  ]
  if (name.startsWith('normal'))
    lines.push({ set: name, measure: 'automatic precision', wanted: 0.997, got: auto.precision })
  return lines
}

async function listed(dir: string): Promise<Line[]> {
  const found = await openListed(dir)
  if (found === null) {
    console.log(`skipped: needs ${dir}`)
    return []
  }
  const lines: Line[] = []
  for (const [file, relations] of [
    ['A股列表.xlsx', ['identical', 'width-or-space']],
    ['GPLIST.xls', null],
  ] as const) {
    const { precision, recall } = linkLists(found, file, relations)
    const report = relations === null
    lines.push({ set: `listed ${file}`, measure: 'precision', wanted: report ? null : 0.99, got: precision })
    lines.push({ set: `listed ${file}`, measure: 'recall', wanted: report ? null : 0.995, got: recall })
  }
  return lines
}

/** Links one list with the full list; recall over the pairs of the relations asked for, precision over all found that the truth can judge. */
function linkLists(
  { names, truth }: Listed,
  file: string,
  relations: readonly string[] | null,
): { precision: number; recall: number } {
  const left = [...names.get(file)!]
  const right = [...names.get('上市公司基本信息.xlsx')!]
  const cells = [...left.map(([, name]) => name.split(' | ')), ...right.map(([, name]) => [name])]
  const sources = cells.map((_, i) => (i < left.length ? 0 : 1))
  const table = {
    size: cells.length,
    columns: [{ name: '公司名称', kind: 'org-name' as const, values: cells }],
    sources,
  }
  const { clusters } = timed(`listed ${file}`, () =>
    matchRecords(table, { acrossSourcesOnly: true, cleanSources: [0, 1] }),
  )
  const rightPlace = new Map(right.map(([row], i) => [row, left.length + i]))
  const wanted = new Map(truth.filter((t) => t.fileA === file).map((t) => [t.rowA, t]))
  let hits = 0
  let asked = 0
  let made = 0
  left.forEach(([row], i) => {
    const partner = clusters.findIndex((cluster, j) => j >= left.length && cluster === clusters[i])
    const pair = wanted.get(row)
    if (pair === undefined) return
    if (partner >= 0) made++
    const right = partner >= 0 && partner === rightPlace.get(pair.rowB)
    if (relations === null || relations.includes(pair.relation)) {
      asked++
      if (right) hits++
    } else if (right) made--
  })
  return { precision: made === 0 ? 1 : hits / made, recall: hits / asked }
}

const show = (share: number): string => share.toFixed(4)

function print(lines: readonly Line[]): void {
  let met = 0
  let judged = 0
  console.log(`\n${'set'.padEnd(30)}${'measure'.padEnd(24)}${'wanted'.padStart(10)}${'got'.padStart(10)}`)
  for (const { set, measure, wanted, got, atMost } of lines) {
    const ok = wanted === null || (atMost === true ? got <= wanted : got >= wanted)
    if (wanted !== null) judged++
    if (wanted !== null && ok) met++
    const mark = wanted === null ? '' : ok ? ' ok' : ' MISSED'
    console.log(
      `${set.padEnd(30)}${measure.padEnd(24)}${(wanted === null ? 'report' : `${atMost === true ? '≤ ' : '≥ '}${wanted}`).padStart(10)}${(Number.isInteger(got) ? String(got) : show(got)).padStart(10)}${mark}`,
    )
  }
  console.log(`met ${met} of ${judged}`)
}
