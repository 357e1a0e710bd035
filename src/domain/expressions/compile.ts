import type { ASTNode, Environment } from '@marcbachmann/cel-js'
import type { Reason } from '../../model/parsed.ts'
import type { PolicyFault } from '../../model/segments.ts'
import { callNode } from './calls.ts'
import { compareNodes } from './compare.ts'
import { dayNumber } from './days.ts'
import { faultAt, typeWord, unknownName } from './fault.ts'
import { foreignNode } from './foreign.ts'
import { and, choose, not, or } from './logic.ts'
import { bindFlag, bindNumber, bindText, type InputRef, type Node, type NumberNode } from './node.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Carries a fault from deep inside a tree to `parseCondition`, and no further. */
export class CompileFault extends Error {
  readonly fault: PolicyFault
  constructor(fault: PolicyFault) {
    super(fault.reason.code)
    this.fault = fault
  }
}

export interface Compiling {
  readonly env: Environment
  readonly vocabulary: Vocabulary
  readonly source: string
  readonly names: readonly string[]
}

/**
 * Turns a checked CEL tree into closures over columns.
 *
 * Numbers, texts, yes/no, comparisons, arithmetic, `&&`, `||`, `!`, `?:`, `in` and the usual text functions are
 * compiled; whatever is rarer is left to cel-js (`foreign.ts`), value by value.
 */
export function compileNode(ast: ASTNode, at: Compiling): Node {
  switch (ast.op) {
    case 'value':
      return literal(ast.args, ast, at)
    case 'id':
      return input(ast.args, ast, at)
    case '.':
    case '[]':
      return customField(ast, at)
    case '&&':
    case '||': {
      const [left, right] = [flag(ast.args[0], at), flag(ast.args[1], at)]
      return ast.op === '&&' ? and(left, right) : or(left, right)
    }
    case '!_':
      return not(flag(ast.args, at))
    case '-_':
      return negative(ast.args, at)
    case '?:': {
      const made = choose(flag(ast.args[0], at), compileNode(ast.args[1], at), compileNode(ast.args[2], at))
      return made ?? stop(ast, at, { code: 'expression-branches' })
    }
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = [compileNode(ast.args[0], at), compileNode(ast.args[1], at)]
      return compareNodes(ast.op, left, right) ?? stop(ast, at, typesReason(ast.op, left, right))
    }
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(ast.op, ast.args, ast, at)
    case 'in':
    case 'call':
    case 'rcall':
      return callNode(ast, at)
    default:
      return foreignNode(ast, at)
  }
}

/** Ends compiling with a fault at a node. */
export function stop(ast: ASTNode, at: Compiling, reason: Reason): never {
  throw new CompileFault(faultAt(at.source, ast, reason))
}

/** A fault about an operator between two nodes. */
export function typesReason(operator: string, left: Node, right: Node): Reason {
  const word = (node: Node) => typeWord({ number: 'double', text: 'string', flag: 'bool', null: 'null' }[node.type])
  return { code: 'expression-types', params: { operator, left: word(left), right: word(right) } }
}

/** A number that is written down. */
export function constant(value: number, int: boolean): NumberNode {
  return { type: 'number', int, literal: value, refs: [], bind: () => () => value }
}

function literal(value: unknown, ast: ASTNode, at: Compiling): Node {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number)
      ? constant(number, true)
      : stop(ast, at, { code: 'expression-number-too-large' })
  }
  if (typeof value === 'number') return constant(value, false)
  if (typeof value === 'string') return { type: 'text', literal: value, refs: [], bind: () => () => value }
  if (typeof value === 'boolean') {
    const known = value ? 1 : 0
    return { type: 'flag', literal: value, refs: [], bind: () => () => known }
  }
  return value === null ? { type: 'null', refs: [] } : stop(ast, at, { code: 'expression-unsupported' })
}

function input(key: string, ast: ASTNode, at: Compiling): Node {
  if (key === 'today') return constant(dayNumber(at.vocabulary.today), false)
  const measure = at.vocabulary.measures.find((each) => each.key === key)
  if (measure === undefined) {
    if (key === 'f') return stop(ast, at, { code: 'expression-custom-field' })
    throw new CompileFault(unknownName(at.source, ast, key, at.names))
  }
  return read({ key, type: measure.type, custom: false })
}

function read(ref: InputRef): Node {
  const refs = [ref]
  if (ref.type === 'flag') return { type: 'flag', refs, bind: (columns) => bindFlag(ref, columns) }
  if (ref.type === 'text') return { type: 'text', refs, bind: (columns) => bindText(ref, columns) }
  return { type: 'number', int: false, refs, bind: (columns) => bindNumber(ref, columns) }
}

function customField(ast: ASTNode & { op: '.' | '[]' }, at: Compiling): Node {
  const [target, name] = ast.args
  const key = typeof name === 'string' ? name : name.op === 'value' ? name.args : null
  if (target.op !== 'id' || target.args !== 'f' || typeof key !== 'string')
    return stop(ast, at, { code: 'expression-custom-field' })
  const type = at.vocabulary.fields.get(key)
  if (type === undefined) throw new CompileFault(unknownName(at.source, ast, key, [...at.vocabulary.fields.keys()]))
  return read({ key, type, custom: true })
}

function flag(ast: ASTNode, at: Compiling): Node & { type: 'flag' } {
  const node = compileNode(ast, at)
  if (node.type === 'flag') return node
  return stop(ast, at, {
    code: 'expression-not-yes-no',
    params: { type: typeWord({ number: 'double', text: 'string', null: 'null' }[node.type]) },
  })
}

function negative(ast: ASTNode, at: Compiling): Node {
  const node = compileNode(ast, at)
  if (node.type !== 'number') return stop(ast, at, { code: 'expression-not-number' })
  if (node.literal !== undefined) return constant(-node.literal, node.int)
  return {
    ...node,
    bind: (columns) => {
      const value = node.bind(columns)
      return (row) => -value(row)
    },
  }
}

const operations = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  // By nothing: not known, never infinite.
  '/': (a: number, b: number) => (b === 0 ? Number.NaN : a / b),
  '%': (a: number, b: number) => (b === 0 ? Number.NaN : a % b),
}

function arithmetic(
  operator: keyof typeof operations,
  args: readonly [ASTNode, ASTNode],
  ast: ASTNode,
  at: Compiling,
): Node {
  const [left, right] = [compileNode(args[0], at), compileNode(args[1], at)]
  if (left.type === 'text' && right.type === 'text' && operator === '+') return foreignNode(ast, at)
  if (left.type !== 'number' || right.type !== 'number') return stop(ast, at, typesReason(operator, left, right))
  if (right.literal === 0 && (operator === '/' || operator === '%'))
    return stop(args[1], at, { code: 'expression-division-by-zero' })
  const int = left.int && right.int
  const exact = operations[operator]
  const apply = int && operator === '/' ? (a: number, b: number) => Math.trunc(exact(a, b)) : exact
  if (left.literal !== undefined && right.literal !== undefined)
    return constant(apply(left.literal, right.literal), int)
  return {
    type: 'number',
    int,
    refs: [...left.refs, ...right.refs],
    bind: (columns) => {
      const [a, b] = [left.bind(columns), right.bind(columns)]
      return (row) => apply(a(row), b(row))
    },
  }
}
