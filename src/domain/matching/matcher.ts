import type { MatchTable } from '../../model/matching.ts'
import { type BlockRule, type Blocks, makeBlocks } from './blocks.ts'
import { layoutOf } from './parts.ts'
import { type Layout, makePatternTable, type PatternTable } from './patterns.ts'
import { type Prepared, prepare } from './prepare.ts'
import { blockRules, refinersOf } from './rules.ts'

/** Up to this many records every pair is compared. */
const allPairsUpTo = 1500
const blockCap = 120
/** Beyond so many records blocks shrink with the root of their number, so that pairs grow little faster than records. */
const scaleFrom = 50_000
const leastCap = 8

/** A table ready to be compared, with its layout and blocks; no blocks where all pairs are compared. */
export interface Matcher {
  readonly prepared: Prepared
  readonly layout: Layout
  readonly blocks: Blocks | null
  readonly patterns: PatternTable
}

export type Told = (stage: string, done: number, total: number) => void

/** Reads a table, and sorts its records into blocks. */
export function makeMatcher(table: MatchTable, told: Told = () => {}): Matcher {
  const prepared = prepare(table)
  told('read', table.size, table.size)
  const layout = layoutOf(prepared)
  const blocks =
    prepared.records <= allPairsUpTo
      ? null
      : makeBlocks(prepared.records, scaled(blockRules(prepared), prepared.records), refinersOf(prepared), blockCap)
  told('blocked', table.size, table.size)
  return { prepared, layout, blocks, patterns: makePatternTable() }
}

function scaled(rules: readonly BlockRule[], records: number): BlockRule[] {
  const scale = Math.min(1, Math.sqrt(scaleFrom / records))
  return rules.map((rule) => ({ ...rule, cap: Math.max(leastCap, Math.round((rule.cap ?? blockCap) * scale)) }))
}
