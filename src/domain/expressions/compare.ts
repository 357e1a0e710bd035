import { known, not } from './logic.ts'
import { type FlagNode, type Node, type NumberNode, type TextNode, UNKNOWN } from './node.ts'

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

const mirrored = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/** Compares two nodes; undefined when their types can't be compared. Not known when either side is not known. */
export function compareNodes(operator: Comparison, left: Node, right: Node): FlagNode | undefined {
  if (left.type === 'null' || right.type === 'null') {
    const other = left.type === 'null' ? right : left
    return operator === '==' ? not(known(other)) : operator === '!=' ? known(other) : undefined
  }
  if (left.type === 'number' && right.type === 'number') {
    if (left.literal !== undefined) return compareNumbers(mirrored[operator], right, left)
    return compareNumbers(operator, left, right)
  }
  if (left.type === 'text' && right.type === 'text') return compareTexts(operator, left, right)
  if (left.type === 'flag' && right.type === 'flag') return compareFlags(operator, left, right)
  return undefined
}

/** The hot path: a number of a row against a number that is written down. */
function compareNumbers(operator: Comparison, left: NumberNode, right: NumberNode): FlagNode {
  const refs = [...left.refs, ...right.refs]
  if (right.literal === undefined) return compareTwoNumbers(operator, left, right)
  const k = right.literal
  const bind: FlagNode['bind'] = (columns) => {
    const value = left.bind(columns)
    switch (operator) {
      case '>=':
        return (row) => {
          const x = value(row)
          return x >= k ? 1 : x < k ? 0 : UNKNOWN
        }
      case '>':
        return (row) => {
          const x = value(row)
          return x > k ? 1 : x <= k ? 0 : UNKNOWN
        }
      case '<=':
        return (row) => {
          const x = value(row)
          return x <= k ? 1 : x > k ? 0 : UNKNOWN
        }
      case '<':
        return (row) => {
          const x = value(row)
          return x < k ? 1 : x >= k ? 0 : UNKNOWN
        }
      case '==':
        return (row) => {
          const x = value(row)
          return x === k ? 1 : Number.isNaN(x) ? UNKNOWN : 0
        }
      case '!=':
        return (row) => {
          const x = value(row)
          return x === k ? 0 : Number.isNaN(x) ? UNKNOWN : 1
        }
    }
  }
  return { type: 'flag', refs, bind }
}

const orders: Readonly<Record<Comparison, (a: number | string, b: number | string) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function compareTwoNumbers(operator: Comparison, left: NumberNode, right: NumberNode): FlagNode {
  const holds = orders[operator]
  return {
    type: 'flag',
    refs: [...left.refs, ...right.refs],
    bind: (columns) => {
      const [a, b] = [left.bind(columns), right.bind(columns)]
      return (row) => {
        const [x, y] = [a(row), b(row)]
        return Number.isNaN(x) || Number.isNaN(y) ? UNKNOWN : holds(x, y) ? 1 : 0
      }
    },
  }
}

function compareTexts(operator: Comparison, left: TextNode, right: TextNode): FlagNode {
  const holds = orders[operator]
  return {
    type: 'flag',
    refs: [...left.refs, ...right.refs],
    bind: (columns) => {
      const [a, b] = [left.bind(columns), right.bind(columns)]
      return (row) => {
        const [x, y] = [a(row), b(row)]
        return x === null || y === null ? UNKNOWN : holds(x, y) ? 1 : 0
      }
    },
  }
}

function compareFlags(operator: Comparison, left: FlagNode, right: FlagNode): FlagNode | undefined {
  const holds = orders[operator]
  return {
    type: 'flag',
    refs: [...left.refs, ...right.refs],
    bind: (columns) => {
      const [a, b] = [left.bind(columns), right.bind(columns)]
      return (row) => {
        const [x, y] = [a(row), b(row)]
        return x === UNKNOWN || y === UNKNOWN ? UNKNOWN : holds(x, y) ? 1 : 0
      }
    },
  }
}
