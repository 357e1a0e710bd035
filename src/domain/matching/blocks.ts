import type { RuleStats } from '../../model/matching.ts'
import { shared } from './pool.ts'

/** Gives the keys of a record; records with a key in common form a block. A key is any 32-bit hash. */
export interface BlockRule {
  readonly rule: string
  readonly keys: (record: number, emit: (key: number) => void) => void
  /** Blocks of the rule may hold so many records before they are refined, instead of the general cap. */
  readonly cap?: number
}

/** A second key of each record, 0 where it has none, that cuts an oversize block into smaller ones. */
export type Refiner = Int32Array

/** All blocks, and for each record where it stands in them, so that pairs are made record by record without a set of pairs. */
export interface Blocks {
  readonly start: Uint32Array
  readonly members: Int32Array
  readonly rule: Uint8Array
  /** Blocks of a record, first rule first: `at[r]`..`at[r + 1]` in `block`, `place`. */
  readonly at: Uint32Array
  readonly block: Int32Array
  readonly place: Int32Array
  readonly rules: readonly string[]
  readonly dropped: readonly number[]
}

interface Growing {
  start: number[]
  rule: number[]
  members: Int32Array
  used: number
}

/** Sorts records into blocks; a block over the cap is cut by the refiners in turn, and what stays too large is counted and left out. */
export function makeBlocks(
  records: number,
  rules: readonly BlockRule[],
  refiners: readonly Refiner[],
  cap: number,
): Blocks {
  const out: Growing = { start: [0], rule: [], members: new Int32Array(Math.max(1024, records * 4)), used: 0 }
  const dropped = rules.map((rule, number) =>
    blocksOfRule(records, rule, number, { refiners, cap: rule.cap ?? cap, out }),
  )
  return index(
    records,
    rules.map((rule) => rule.rule),
    dropped,
    out,
  )
}

interface Target {
  readonly refiners: readonly Refiner[]
  readonly cap: number
  readonly out: Growing
}

function blocksOfRule(records: number, rule: BlockRule, number: number, target: Target): number {
  let keys = new Uint32Array(records + 16)
  let owners = new Int32Array(records + 16)
  let used = 0
  let record = 0
  const emit = (key: number): void => {
    if (used === keys.length) {
      keys = grown(keys, Uint32Array)
      owners = grown(owners, Int32Array)
    }
    keys[used] = key
    owners[used++] = record
  }
  for (; record < records; record++) rule.keys(record, emit)
  const sorted = radixSort(keys, owners, used)
  let dropped = 0
  for (let from = 0; from < used; ) {
    let to = from + 1
    while (to < used && sorted.keys[to] === sorted.keys[from]) to++
    if (to - from > 1) dropped += addBlock(sorted.owners.subarray(from, to), number, target, 0)
    from = to
  }
  return dropped
}

/** @returns how many records were left out because no refiner made their block small enough. */
function addBlock(found: Int32Array, rule: number, target: Target, depth: number): number {
  const members = withoutRepeats(found)
  if (members.length < 2) return 0
  if (members.length <= target.cap) {
    push(target.out, members, rule)
    return 0
  }
  if (depth === 0) {
    // every refiner gets a try on the whole block: two records meet if any second fact joins them
    let left = members.length
    for (const refiner of target.refiners) left = Math.min(left, refine(members, refiner, rule, target))
    return left
  }
  return members.length
}

function refine(members: Int32Array, refiner: Refiner, rule: number, target: Target): number {
  const having = members.filter((record) => refiner[record] !== 0)
  if (having.length < 2) return members.length
  const sorted = radixSort(
    Uint32Array.from(having, (record) => refiner[record]!),
    having,
    having.length,
  )
  let left = members.length - having.length
  for (let from = 0; from < having.length; ) {
    let to = from + 1
    while (to < having.length && sorted.keys[to] === sorted.keys[from]) to++
    if (to - from > 1) left += addBlock(sorted.owners.slice(from, to), rule, target, 1)
    from = to
  }
  return left
}

/** A record that has the same key twice stands in the block once; members are in ascending order already. */
function withoutRepeats(members: Int32Array): Int32Array {
  let kept = 1
  for (let i = 1; i < members.length; i++) if (members[i] !== members[i - 1]) kept++
  return kept === members.length ? members : members.filter((record, i) => i === 0 || record !== members[i - 1])
}

function push(out: Growing, members: Int32Array, rule: number): void {
  while (out.used + members.length > out.members.length) out.members = grown(out.members, Int32Array)
  out.members.set(members, out.used)
  out.used += members.length
  out.start.push(out.used)
  out.rule.push(rule)
}

function index(records: number, rules: readonly string[], dropped: readonly number[], out: Growing): Blocks {
  const start = new Uint32Array(shared(out.start.length * 4), 0, out.start.length)
  start.set(out.start)
  const rule = new Uint8Array(shared(out.rule.length), 0, out.rule.length)
  rule.set(out.rule)
  const members = new Int32Array(shared(out.used * 4), 0, out.used)
  members.set(out.members.subarray(0, out.used))
  const at = new Uint32Array(shared((records + 1) * 4))
  for (let i = 0; i < out.used; i++) at[members[i]! + 1]!++
  for (let r = 0; r < records; r++) at[r + 1]! += at[r]!
  const next = at.slice(0, records)
  const block = new Int32Array(shared(out.used * 4), 0, out.used)
  const place = new Int32Array(shared(out.used * 4), 0, out.used)
  for (let b = 0; b < rule.length; b++)
    for (let p = start[b]!; p < start[b + 1]!; p++) {
      const slot = next[members[p]!]!++
      block[slot] = b
      place[slot] = p
    }
  return { start, members, rule, at, block, place, rules, dropped }
}

/** Calls `pair(a, b, rule)` with a < b once for each pair that some block holds; the first rule owns the pair. */
export function eachPair(
  blocks: Blocks,
  from: number,
  to: number,
  marks: Uint32Array,
  pair: (a: number, b: number, rule: number) => void,
): void {
  const { at, block, place, start, members, rule } = blocks
  for (let a = from; a < to; a++) {
    for (let i = at[a]!; i < at[a + 1]!; i++) {
      const k = block[i]!
      const end = start[k + 1]!
      for (let p = place[i]! + 1; p < end; p++) {
        const b = members[p]!
        if (marks[b] === a + 1) continue
        marks[b] = a + 1
        pair(a, b, rule[k]!)
      }
    }
  }
}

/** The rules under which two records stand in one block. */
export function rulesOf(blocks: Blocks, a: number, b: number): string[] {
  const mine = new Set(blocks.block.subarray(blocks.at[a]!, blocks.at[a + 1]!))
  const common = new Set<string>()
  for (let i = blocks.at[b]!; i < blocks.at[b + 1]!; i++)
    if (mine.has(blocks.block[i]!)) common.add(blocks.rules[blocks.rule[blocks.block[i]!]!]!)
  return [...common]
}

/** What each rule brought: pairs it was first to make (`pairs`, by rule) and records left out in blocks too large. */
export function rulesStats(blocks: Blocks, pairs: ArrayLike<number>): RuleStats[] {
  return blocks.rules.map((rule, i) => ({ rule, pairs: pairs[i] ?? 0, dropped: blocks.dropped[i]! }))
}

/** Stable sort of `owners` by `keys`, eleven bits at a time. */
export function radixSort(
  keys: Uint32Array,
  owners: Int32Array,
  used: number,
): { keys: Uint32Array; owners: Int32Array } {
  let fromKeys: Uint32Array = keys
  let fromOwners: Int32Array = owners
  let toKeys: Uint32Array = new Uint32Array(used)
  let toOwners: Int32Array = new Int32Array(used)
  const counts = new Uint32Array(2048)
  for (let shift = 0; shift < 33; shift += 11) {
    counts.fill(0)
    for (let i = 0; i < used; i++) counts[(fromKeys[i]! >>> shift) & 2047]!++
    for (let i = 0, sum = 0; i < 2048; i++) {
      const count = counts[i]!
      counts[i] = sum
      sum += count
    }
    for (let i = 0; i < used; i++) {
      const slot = counts[(fromKeys[i]! >>> shift) & 2047]!++
      toKeys[slot] = fromKeys[i]!
      toOwners[slot] = fromOwners[i]!
    }
    const spareKeys = fromKeys.length === used && shift > 0 ? fromKeys : new Uint32Array(used)
    const spareOwners = fromOwners.length === used && shift > 0 ? fromOwners : new Int32Array(used)
    fromKeys = toKeys
    fromOwners = toOwners
    toKeys = spareKeys
    toOwners = spareOwners
  }
  return { keys: fromKeys, owners: fromOwners }
}

function grown<T extends Uint32Array | Int32Array>(old: T, type: { new (length: number): T }): T {
  const next = new type(old.length * 2)
  next.set(old)
  return next
}

/** Mixes numbers into one 32-bit key; never 0. */
export function mix(a: number, b = 0, c = 0): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul((h ^ (h >>> 13) ^ b) + 0x7f4a7c15, 0xc2b2ae35)
  h = Math.imul((h ^ (h >>> 16) ^ c) + 0x165667b1, 0x27d4eb2f)
  return h ^ (h >>> 15) || 1
}

/** FNV-1a over the code units of a text; never 0. */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h ^ (h >>> 15) || 1
}
