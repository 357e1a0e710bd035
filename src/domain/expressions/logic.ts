import { type FlagNode, NO, type Node, UNKNOWN, YES } from './node.ts'

/** Both (Kleene): no as soon as one is no, else not known as soon as one is not known. */
export function and(left: FlagNode, right: FlagNode): FlagNode {
  return {
    type: 'flag',
    refs: [...left.refs, ...right.refs],
    parts: [left, right],
    bind: (columns) => {
      const [a, b] = [left.bind(columns), right.bind(columns)]
      return (row) => {
        const first = a(row)
        if (first === NO) return NO
        const second = b(row)
        return second === NO ? NO : first === UNKNOWN ? UNKNOWN : second
      }
    },
  }
}

/** Either (Kleene): yes as soon as one is yes, else not known as soon as one is not known. */
export function or(left: FlagNode, right: FlagNode): FlagNode {
  return {
    type: 'flag',
    refs: [...left.refs, ...right.refs],
    parts: [left, right],
    bind: (columns) => {
      const [a, b] = [left.bind(columns), right.bind(columns)]
      return (row) => {
        const first = a(row)
        if (first === YES) return YES
        const second = b(row)
        return second === YES ? YES : first === UNKNOWN ? UNKNOWN : second
      }
    },
  }
}

export function not(node: FlagNode): FlagNode {
  return {
    type: 'flag',
    refs: node.refs,
    parts: [node],
    bind: (columns) => {
      const value = node.bind(columns)
      return (row) => {
        const known = value(row)
        return known === UNKNOWN ? UNKNOWN : 1 - known
      }
    },
  }
}

/** Is the value known? Itself always known. */
export function known(node: Node): FlagNode {
  return {
    type: 'flag',
    refs: node.refs,
    bind: (columns) => {
      if (node.type === 'null') return () => NO
      if (node.type === 'flag') {
        const value = node.bind(columns)
        return (row) => (value(row) === UNKNOWN ? NO : YES)
      }
      if (node.type === 'text') {
        const value = node.bind(columns)
        return (row) => (value(row) === null ? NO : YES)
      }
      const value = node.bind(columns)
      return (row) => (Number.isNaN(value(row)) ? NO : YES)
    },
  }
}

/** `test ? yes : no`; undefined when the branches are not of one type. */
export function choose(test: FlagNode, yes: Node, no: Node): Node | undefined {
  const refs = [...test.refs, ...yes.refs, ...no.refs]
  if (yes.type === 'flag' && no.type === 'flag') {
    return {
      type: 'flag',
      refs,
      bind: (columns) => {
        const [t, a, b] = [test.bind(columns), yes.bind(columns), no.bind(columns)]
        return (row) => {
          const which = t(row)
          return which === UNKNOWN ? UNKNOWN : which === YES ? a(row) : b(row)
        }
      },
    }
  }
  if (yes.type === 'text' && no.type === 'text') {
    return {
      type: 'text',
      refs,
      bind: (columns) => {
        const [t, a, b] = [test.bind(columns), yes.bind(columns), no.bind(columns)]
        return (row) => {
          const which = t(row)
          return which === UNKNOWN ? null : which === YES ? a(row) : b(row)
        }
      },
    }
  }
  if (yes.type !== 'number' || no.type !== 'number') return undefined
  return {
    type: 'number',
    int: yes.int && no.int,
    refs,
    bind: (columns) => {
      const [t, a, b] = [test.bind(columns), yes.bind(columns), no.bind(columns)]
      return (row) => {
        const which = t(row)
        return which === UNKNOWN ? Number.NaN : which === YES ? a(row) : b(row)
      }
    },
  }
}
