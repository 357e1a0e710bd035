import { type ASTNode, serialize } from '@marcbachmann/cel-js'
import type { MeasureColumns } from '../../model/tiers.ts'
import { CompileFault, type Compiling, stop } from './compile.ts'
import { unknownName } from './fault.ts'
import { bindFlag, bindNumber, bindText, type InputRef, type Node, type Read, UNKNOWN } from './node.ts'

/** Distinct values remembered for one expression; beyond it is simply computed again. */
const REMEMBERED = 10_000

/**
 * A part of a condition that only cel-js can work out: macros, conversions, text functions.
 *
 * Not known as soon as one of its inputs is, or when it fails. Worked out once for each set of values.
 */
export function foreignNode(ast: ASTNode, at: Compiling): Node {
  const refs = refsOf(ast, at, new Set())
  const source = serialize(ast)
  const type = at.env.check(source).type ?? 'dyn'
  const program = at.env.parse(source)
  const result = (columns: MeasureColumns): Read<unknown> => {
    const readers = refs.map((ref) => reader(ref, columns))
    const remembered = new Map<string, unknown>()
    return (row) => {
      const values = readers.map((read) => read(row))
      if (values.includes(null)) return null
      const key = JSON.stringify(values)
      if (remembered.has(key)) return remembered.get(key)
      const value = evaluate(program, refs, values)
      if (remembered.size < REMEMBERED) remembered.set(key, value)
      return value
    }
  }
  if (type === 'bool') {
    return {
      type: 'flag',
      refs,
      bind: (columns) => {
        const read = result(columns)
        return (row) => toFlag(read(row))
      },
    }
  }
  if (type === 'string') {
    return {
      type: 'text',
      refs,
      bind: (columns) => {
        const read = result(columns)
        return (row) => toText(read(row))
      },
    }
  }
  if (type !== 'int' && type !== 'double') return stop(ast, at, { code: 'expression-unsupported' })
  return {
    type: 'number',
    int: type === 'int',
    refs,
    bind: (columns) => {
      const read = result(columns)
      return (row) => toNumber(read(row))
    },
  }
}

const toFlag = (value: unknown): number => (value === true ? 1 : value === false ? 0 : UNKNOWN)
const toText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const toNumber = (value: unknown): number => {
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : Number.NaN
}

function evaluate(
  program: (context: Record<string, unknown>) => unknown,
  refs: readonly InputRef[],
  values: readonly unknown[],
): unknown {
  const context: Record<string, unknown> = {}
  const fields: Record<string, unknown> = {}
  refs.forEach((ref, i) => {
    if (ref.custom) fields[ref.key] = values[i]
    else context[ref.key] = values[i]
  })
  try {
    return program({ ...context, f: fields })
  } catch {
    // A failure inside (a number out of range, a text that is no number) is a value nobody knows, not a stop.
    return null
  }
}

function reader(ref: InputRef, columns: MeasureColumns): Read<unknown> {
  if (ref.type === 'text') return bindText(ref, columns)
  if (ref.type === 'flag') {
    const read = bindFlag(ref, columns)
    return (row) => (read(row) === UNKNOWN ? null : read(row) === 1)
  }
  const read = bindNumber(ref, columns)
  return (row) => {
    const value = read(row)
    return Number.isNaN(value) ? null : value
  }
}

/** Every input below a node; `bound` holds the names that macros such as `exists(x, …)` bring in. */
function refsOf(ast: ASTNode, at: Compiling, bound: ReadonlySet<string>): InputRef[] {
  if (ast.op === 'id') {
    if (bound.has(ast.args) || ast.args === 'today') return []
    const measure = at.vocabulary.measures.find(({ key }) => key === ast.args)
    return measure === undefined
      ? stop(ast, at, { code: 'expression-custom-field' })
      : [{ key: measure.key, type: measure.type, custom: false }]
  }
  if ((ast.op === '[]' || ast.op === '.') && ast.args[0].op === 'id' && ast.args[0].args === 'f') {
    const name = ast.args[1]
    const key = typeof name === 'string' ? name : name.op === 'value' ? name.args : null
    if (typeof key !== 'string') return stop(ast, at, { code: 'expression-custom-field' })
    const type = at.vocabulary.fields.get(key)
    if (type === undefined) throw new CompileFault(unknownName(at.source, ast, key, [...at.vocabulary.fields.keys()]))
    return [{ key, type, custom: true }]
  }
  if ((ast.op === 'call' || ast.op === 'rcall') && ast.args[0] === 'matches')
    return stop(ast, at, { code: 'expression-matches' })
  const isMacro = ast.op === 'rcall' && macros.has(ast.args[0])
  // A loop inside a loop grows without bound on the way through a million rows.
  if (isMacro && bound.size > 0) return stop(ast, at, { code: 'expression-too-large' })
  const name = isMacro ? ast.args[2][0] : undefined
  const inner = name?.op === 'id' ? new Set([...bound, name.args]) : bound
  return childrenOf(ast).flatMap((child) => refsOf(child, at, inner))
}

const macros = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])

function childrenOf(ast: ASTNode): ASTNode[] {
  const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value
  const args: unknown = ast.args
  return (Array.isArray(args) ? args.flat(2) : [args]).filter(isNode)
}
