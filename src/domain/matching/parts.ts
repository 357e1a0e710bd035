import { type Blocks, eachPair } from './blocks.ts'
import type { ListField } from './compare-list.ts'
import type { TextField } from './compare-text.ts'
import { comparersOf } from './comparers.ts'
import { gradesOf, type Layout, layOut } from './patterns.ts'
import type { Prepared } from './prepare.ts'
import { mayMeet, stratumFor } from './score.ts'

/** All that is needed to compare pairs: plain data in shared memory, which another thread may be given. */
export interface CompareJob {
  readonly prepared: Prepared
  readonly blocks: Blocks | null
  /** Source of each canonical place, where only pairs across sources count; null else. */
  readonly sources: Int32Array | null
  /** Which canonical places are new, where only pairs with a new one count; null else. */
  readonly fresh: Uint8Array | null
}

/** What became of the pairs of a range of first records, in their order. */
export interface ComparedPart {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  /** The two words of each pair's pattern. */
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly byRule: Float64Array
  /** A person and an organisation that share a number or account, two by two. */
  readonly cross: Int32Array
}

/** Compares all candidate pairs whose first record is in `from` ≤ place < `to`. */
export function compareRange(job: CompareJob, layout: Layout, from: number, to: number): ComparedPart {
  const { prepared, blocks, sources, fresh } = job
  const { stratum, records } = prepared
  const words = new Int32Array(2)
  const byRule = new Float64Array(blocks?.rules.length ?? 1)
  const cross: number[] = []
  let out = room(1 << 14)
  let count = 0
  const take = (a: number, b: number, rule: number): void => {
    if (sources !== null && sources[a] === sources[b]) return
    if (fresh !== null && fresh[a] === 0 && fresh[b] === 0) return
    if (!mayMeet(stratum, a, b)) {
      if (sharesContact(prepared, a, b)) cross.push(a, b)
      return
    }
    gradesOf(layout, a, b, stratumFor(stratum, a, b), words)
    if (count === out.a.length) out = larger(out)
    out.a[count] = a
    out.b[count] = b
    out.lo[count] = words[0]!
    out.hi[count++] = words[1]!
    byRule[rule]!++
  }
  if (blocks === null) for (let a = from; a < to; a++) for (let b = a + 1; b < records; b++) take(a, b, 0)
  else eachPair(blocks, from, to, new Uint32Array(records), take)
  return {
    count,
    a: out.a.slice(0, count),
    b: out.b.slice(0, count),
    lo: out.lo.slice(0, count),
    hi: out.hi.slice(0, count),
    byRule,
    cross: Int32Array.from(cross),
  }
}

/** Where the grades of each comparer lie in a pattern. */
export const layoutOf = (prepared: Prepared): Layout => layOut(comparersOf(prepared))

interface Room {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly lo: Int32Array
  readonly hi: Int32Array
}

const room = (size: number): Room => ({
  a: new Int32Array(size),
  b: new Int32Array(size),
  lo: new Int32Array(size),
  hi: new Int32Array(size),
})

function larger(old: Room): Room {
  const next = room(old.a.length * 2)
  for (const key of ['a', 'b', 'lo', 'hi'] as const) next[key].set(old[key])
  return next
}

/** The job without the texts that no comparison needs, so that handing it to a thread copies next to nothing. */
export function withoutTexts(job: CompareJob): CompareJob {
  const { prepared } = job
  const bare = <Field extends TextField | ListField>(field: Field): Field => ({ ...field, texts: [] })
  return {
    ...job,
    prepared: {
      ...prepared,
      order: new Int32Array(0),
      rank: new Int32Array(0),
      phones: bare(prepared.phones),
      lines: bare(prepared.lines),
      emails: bare(prepared.emails),
      handles: bare(prepared.handles),
      ids: bare(prepared.ids),
      texts: prepared.texts.map((text) => ({ ...text, field: bare(text.field) })),
    },
  }
}

/** A person and an organisation have a number, address or account in common that not many share. */
function sharesContact({ phones, emails, handles }: Prepared, a: number, b: number): boolean {
  return meets(phones, a, b) || meets(emails, a, b) || meets(handles, a, b)
}

function meets({ at, ids, hub }: ListField, a: number, b: number): boolean {
  for (let i = at[a]!; i < at[a + 1]!; i++)
    for (let j = at[b]!; j < at[b + 1]!; j++) if (ids[i] === ids[j] && hub[ids[i]!] === 0) return true
  return false
}
