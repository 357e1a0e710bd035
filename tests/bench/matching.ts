import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '../../src/domain/matching/evaluate.ts'
import { matchRecords } from '../../src/domain/matching/match.ts'
import { type LabelledSet, openSet } from './matching/sets.ts'

const wanted: Readonly<Record<string, number>> = {
  febrl1: 0.998,
  febrl3: 0.998,
  febrl4: 0.995,
  fake_1000: 0.94,
  historical_50k: 0.85,
  rldata500: 0.99,
  restaurants_fodors_zagats: 0.95,
  senzing_truthset: 0.95,
}

export async function bench(args: string[]): Promise<void> {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
  const dir =
    args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--only') ??
    join(process.env['KEHU_DATA'] ?? '../shared/data', 'matching')
  for (const name of readdirSync(dir)) {
    if (only !== undefined && !only.split(',').includes(name)) continue
    const set = openSet(dir, name)
    if (set !== null) report(set)
  }
}

function report(set: LabelledSet): void {
  const started = performance.now()
  const result = matchRecords(set.table, set.twoFiles ? { acrossSourcesOnly: true, cleanSources: [0, 1] } : {})
  const seconds = (performance.now() - started) / 1000
  const { pairs, bcubed } = evaluate(result.clusters, set.truth)
  const auto = evaluate(result.autoClusters, set.truth)
  const f = (x: number): string => x.toFixed(4)
  console.log(
    `${set.name.padEnd(26)} F1 ${f(pairs.f1)} (want ${wanted[set.name] ?? '-'}) P ${f(pairs.precision)} R ${f(pairs.recall)} B3 ${f(bcubed.f1)} | auto P ${f(auto.pairs.precision)} R ${f(auto.pairs.recall)} | exp P ${f(result.stats.expectedPrecision)} R ${f(result.stats.expectedRecall)} | ${result.stats.pairs} pairs ${seconds.toFixed(1)} s`,
  )
}
