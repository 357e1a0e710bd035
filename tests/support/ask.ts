import type { Answer, Ask } from '../../src/terminal/ask.ts'
import { findChoices, findSeveral } from '../../src/terminal/find-choice.ts'
import { readReply, readYesNo } from '../../src/terminal/reply.ts'

/** A person who types these lines, one a question, as they would at a terminal; asking for more than was written fails the test. */
export function askFrom(
  lines: readonly string[],
): Ask & { readonly asked: readonly string[]; readonly left: () => number } {
  const rest = [...lines]
  const asked: string[] = []
  const next = (message: string): string => {
    asked.push(message)
    const line = rest.shift()
    if (line === undefined) throw new Error(`nobody answers: ${message}`)
    return line
  }
  function answer<T>(message: string, initial: T | undefined, take: (text: string) => T): Answer<T> {
    const line = next(message)
    const reply = readReply(line)
    if (reply.kind === 'back' || reply.kind === 'skip' || reply.kind === 'quit') return { kind: reply.kind }
    if (reply.kind === 'empty') return initial === undefined ? { kind: 'skip' } : { kind: 'answer', value: initial }
    return { kind: 'answer', value: take(line.trim()) }
  }
  return {
    asked,
    left: () => rest.length,
    text: async ({ message, initial, check }) =>
      answer(message, initial, (text) => {
        const fault = check?.(text) ?? null
        if (fault !== null) throw new Error(`${message}: ${fault}`)
        return text
      }),
    choice: async ({ message, initial, choices, other }) =>
      answer(
        message,
        initial,
        (text) => findChoices(choices, text)[0]?.choice.value ?? (other === true ? text : fail(message, text)),
      ),
    choices: async ({ message, initial, choices }) =>
      answer<readonly string[]>(
        message,
        initial?.split(','),
        (text) => findSeveral(choices, text)?.map(({ value }) => value) ?? fail(message, text),
      ),
    yesNo: async ({ message, initial }) => answer(message, initial, (text) => readYesNo(text) ?? fail(message, text)),
    key: async ({ message, keys }) => {
      const key = next(message)
      if (!keys.includes(key)) throw new Error(`${message}: no key ${key}`)
      return key
    },
  }
}

function fail(message: string, text: string): never {
  throw new Error(`${message}: no choice ${text}`)
}
