import type { ASTNode } from '@marcbachmann/cel-js'
import { type Compiling, compileNode, constant, stop, typesReason } from './compile.ts'
import { dayNumber } from './days.ts'
import { foreignNode } from './foreign.ts'
import { known } from './logic.ts'
import type { Node, NumberNode } from './node.ts'

/** A function of kehu, a test of a text, or a list; what is neither is left to cel-js. */
export function callNode(ast: ASTNode & { op: 'in' | 'call' | 'rcall' }, at: Compiling): Node {
  if (ast.op === 'in') return membership(ast, at)
  if (ast.op === 'rcall') {
    const [name, target, args] = ast.args
    if (name === 'matches') return stop(ast, at, { code: 'expression-matches' })
    const test = textTests[name as keyof typeof textTests]
    if (test === undefined || args.length !== 1) return foreignNode(ast, at)
    const [text, part] = [compileNode(target, at), compileNode(args[0]!, at)]
    if (text.type !== 'text' || part.type !== 'text') return stop(ast, at, typesReason(name, text, part))
    return textTest(text, part, test)
  }
  const [name, args] = ast.args
  if (name === 'matches') return stop(ast, at, { code: 'expression-matches' })
  if (name === 'known') return known(compileNode(args[0]!, at))
  if (name === 'wan' || name === 'yi') {
    const amount = compileNode(args[0]!, at)
    const factor = name === 'wan' ? 10_000 : 100_000_000
    if (amount.type === 'number' && amount.literal !== undefined) return constant(amount.literal * factor, false)
  }
  if (name === 'date') return dateLiteral(args[0]!, at)
  return foreignNode(ast, at)
}

function dateLiteral(ast: ASTNode, at: Compiling): Node {
  const text = compileNode(ast, at)
  if (text.type !== 'text' || text.literal === undefined) return stop(ast, at, { code: 'expression-date' })
  const day = dayNumber(text.literal)
  return Number.isNaN(day) ? stop(ast, at, { code: 'expression-date' }) : constant(day, false)
}

const textTests = {
  contains: (text: string, part: string) => text.includes(part),
  startsWith: (text: string, part: string) => text.startsWith(part),
  endsWith: (text: string, part: string) => text.endsWith(part),
}

function textTest(
  text: Node & { type: 'text' },
  part: Node & { type: 'text' },
  test: (text: string, part: string) => boolean,
): Node {
  return {
    type: 'flag',
    refs: [...text.refs, ...part.refs],
    bind: (columns) => {
      const [a, b] = [text.bind(columns), part.bind(columns)]
      return (row) => {
        const [whole, piece] = [a(row), b(row)]
        return whole === null || piece === null ? 2 : test(whole, piece) ? 1 : 0
      }
    },
  }
}

function membership(ast: ASTNode & { op: 'in' }, at: Compiling): Node {
  const [item, list] = ast.args
  if (list.op !== 'list' || list.args.some((each) => each.op !== 'value')) return foreignNode(ast, at)
  const node = compileNode(item, at)
  if (node.type === 'null' || node.type === 'flag') return foreignNode(ast, at)
  const members = list.args.map((each) => compileNode(each, at))
  if (members.some((member) => member.type !== node.type)) return stop(ast, at, typesReason('in', node, members[0]!))
  const allowed = new Set(members.map((member) => (member as NumberNode).literal as unknown))
  return {
    type: 'flag',
    refs: node.refs,
    bind: (columns) => {
      const value = node.bind(columns) as (row: number) => unknown
      return (row) => {
        const found = value(row)
        return found === null || Number.isNaN(found) ? 2 : allowed.has(found) ? 1 : 0
      }
    },
  }
}
