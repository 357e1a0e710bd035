import { CommanderError } from 'commander'
import type { Ending } from './commands/context.ts'
import type { Globals } from './globals.ts'
import { type ErrorKind, KehuError } from './model/errors.ts'
import { tell } from './render/text/index.ts'
import { visible } from './render/width.ts'

/** Exit codes, and the only place that knows them. Listed in README.md and never reused. */
export const endingCodes: Readonly<Record<Ending, number>> = {
  done: 0,
  partly: 3,
  waiting: 4,
  'checks-failed': 5,
  'checks-warned': 6,
  nothing: 7,
}
export const errorCodes: Readonly<Record<ErrorKind, number>> = {
  input: 1,
  store: 1,
  usage: 2,
  refused: 8,
  password: 9,
  locked: 10,
  cancelled: 130,
}
const BUG = 70 // EX_SOFTWARE of sysexits.h

/** Turns anything thrown into the exit code and the words for stderr (empty when they were said already). */
export function explain(
  thrown: unknown,
  { lang, format, debug }: Pick<Globals, 'lang' | 'format' | 'debug'>,
): { code: number; text: string } {
  if (thrown instanceof CommanderError) return { code: thrown.exitCode === 0 ? 0 : 2, text: '' }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  if (!(thrown instanceof KehuError)) return { code: BUG, text: `${tell(lang, 'bug')}\n${stack}\n` }
  const code = errorCodes[thrown.kind]
  // Names of files and columns come from outside: they are shown, and do nothing.
  const params = Object.fromEntries(
    Object.entries(thrown.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shown(name, value) : value,
    ]),
  )
  const message = tell(lang, thrown.code, params)
  const hint = tell(lang, `${thrown.code}.hint`, params, '')
  if (format === 'json' || format === 'jsonl') {
    const error = { code: thrown.code, message, ...(hint === '' ? {} : { hint }), params: thrown.params, exit: code }
    return { code, text: `${JSON.stringify({ error })}\n` }
  }
  const lines = [`kehu: ${message} [${thrown.code}]`, ...(hint === '' ? [] : [`${tell(lang, 'hint')}${hint}`])]
  return { code, text: `${[...lines, ...(debug ? [stack] : [])].join('\n')}\n` }
}

/** A detail may be several lines of our own: a caret under a condition, one fault a line. All other values are one line. */
const shown = (name: string, value: string): string =>
  name === 'detail' ? value.split('\n').map(visible).join('\n') : visible(value)
