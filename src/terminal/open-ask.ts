import type { ReadStream, WriteStream } from 'node:tty'
import type { Ask } from './ask.ts'
import { askInLines, openLines } from './ask-lines.ts'
import { askOnTerminal } from './ask-terminal.ts'
import type { AskWords } from './ask-words.ts'
import { loadStyle } from './style.ts'

export interface AskSetting {
  readonly stdin: ReadStream
  readonly stdout: WriteStream
  readonly stderr: WriteStream
  /** Numbered lines instead of lists to move in: TERM=dumb, a screen reader, KEHU_SIMPLE_PROMPTS. */
  readonly dumb: boolean
  /** Colour of the stream the questions are drawn on, for standard output and standard error apart. */
  readonly color: { readonly out: boolean; readonly err: boolean }
  readonly words: AskWords
}

/**
 * The person at the terminal, or null when nobody can be asked.
 *
 * Questions go to standard output; to standard error when standard output is piped or written to a file. They are
 * drawn only where there is a terminal to draw on.
 */
export function openAsk(setting: AskSetting): Ask | null {
  const { stdin, stdout, stderr, dumb, words } = setting
  if (!stdin.isTTY) return null
  const output = stdout.isTTY ? stdout : stderr
  if (dumb || !output.isTTY)
    return askInLines(
      openLines(stdin, (text) => output.write(text)),
      words,
    )
  let opened: Promise<Ask> | null = null
  const open = (): Promise<Ask> => {
    opened ??= loadStyle(stdout.isTTY ? setting.color.out : setting.color.err).then((style) =>
      askOnTerminal({ input: stdin, output }, words, style),
    )
    return opened
  }
  return {
    text: async (question) => (await open()).text(question),
    choice: async (question) => (await open()).choice(question),
    choices: async (question) => (await open()).choices(question),
    yesNo: async (question) => (await open()).yesNo(question),
    key: async (question) => (await open()).key(question),
  }
}
