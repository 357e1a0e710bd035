import type { PolicyFault } from '../../model/segments.ts'
import type { MeasureColumns } from '../../model/tiers.ts'
import { CompileFault, compileNode } from './compile.ts'
import { faultAt, faultOfCel, typeWord } from './fault.ts'
import { bindKnown, type FlagNode, type InputRef, type Read, UNKNOWN } from './node.ts'
import { environmentOf, type Vocabulary } from './vocabulary.ts'

/** A condition that has been checked from end to end and can't fail any more: yes, no, or not known. */
export interface Condition {
  readonly source: string
  /** Every input it reads, in the order written, once. */
  readonly inputs: readonly InputRef[]
  /** Judges rows of these columns: 0 no, 1 yes, 2 not known. */
  readonly over: (columns: MeasureColumns) => Read<number>
  /** The unknown inputs that keep a row from being judged; none when it is judged. */
  readonly missing: (columns: MeasureColumns, row: number) => readonly InputRef[]
}

export type ConditionOutcome =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly fault: PolicyFault }

const LONGEST = 2000

/**
 * Reads a condition in CEL: syntax, names, types and bounds are all judged here, before anything runs.
 *
 * Not known is a third value: `a || b` is yes when one is yes, not known when none is yes and one is not known.
 * A division by nothing is not known. Fault codes: `expression-…`.
 */
export function parseCondition(source: string, vocabulary: Vocabulary): ConditionOutcome {
  if (source.length > LONGEST)
    return refuse(faultAt(source, { start: LONGEST, end: LONGEST + 1 }, { code: 'expression-too-large' }))
  if (source.trim() === '') return refuse(faultAt(source, { start: 0, end: 0 }, { code: 'expression-empty' }))
  const env = environmentOf(vocabulary)
  const names = vocabulary.measures.map(({ key }) => key)
  try {
    const parsed = env.parse(source)
    const checked = parsed.check()
    if (!checked.valid) return refuse(faultOfCel(source, checked.error!, names))
    const node = compileNode(parsed.ast, { env, vocabulary, source, names })
    if (node.type !== 'flag') {
      const place = { start: parsed.ast.start, end: parsed.ast.end }
      return refuse(faultAt(source, place, { code: 'expression-not-yes-no', params: { type: typeWord(node.type) } }))
    }
    return { ok: true, condition: toCondition(source, node) }
  } catch (error) {
    if (error instanceof CompileFault) return refuse(error.fault)
    if (error instanceof Error && 'summary' in error)
      return refuse(faultOfCel(source, error as Error & { summary: string }, names))
    throw error
  }
}

const refuse = (fault: PolicyFault): ConditionOutcome => ({ ok: false, fault })

function toCondition(source: string, node: FlagNode): Condition {
  const inputs = [...new Map(node.refs.map((ref) => [`${ref.custom}${ref.key}`, ref])).values()]
  return {
    source,
    inputs,
    over: node.bind,
    missing: (columns, row) => {
      const found = new Map<string, InputRef>()
      blame(node, columns, row, found)
      return [...found.values()]
    },
  }
}

/** Passes the blame for a not-known result down to the inputs that caused it. */
function blame(node: FlagNode, columns: MeasureColumns, row: number, found: Map<string, InputRef>): void {
  if (node.bind(columns)(row) !== UNKNOWN) return
  if (node.parts !== undefined) {
    for (const part of node.parts) blame(part, columns, row, found)
    return
  }
  let any = false
  for (const ref of node.refs) {
    if (bindKnown(ref, columns)(row)) continue
    found.set(`${ref.custom}${ref.key}`, ref)
    any = true
  }
  // Everything is known and still there is no result: a division by nothing. All its inputs are to blame.
  if (!any) for (const ref of node.refs) found.set(`${ref.custom}${ref.key}`, ref)
}
