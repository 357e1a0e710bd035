import { PassThrough } from 'node:stream'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Answer, Ask, TextQuestion } from './ask.ts'
import type { AskWords } from './ask-words.ts'
import { isCtrlC, type Keyboard, openKeyboard, type Press } from './keyboard.ts'
import type { ChoiceConfig } from './prompt-choice.ts'
import { askKey } from './prompt-key.ts'
import type { PromptSetting } from './prompt-text.ts'
import type { Style } from './style.ts'

export interface AskStreams {
  readonly input: ReadStream
  readonly output: WriteStream
}

interface Desk {
  readonly keyboard: Keyboard
  readonly output: WriteStream
  readonly words: AskWords
  readonly style: Style
}

type Prompt<Config, Value> = (
  config: Config,
  context: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
) => Promise<Answer<Value>>

/**
 * Runs one inquirer prompt on keys of ours.
 *
 * inquirer is handed an input that never has data; presses are passed to it one at a time, so that what was typed or
 * pasted beyond this question is left for the next one.
 */
async function play<Config extends object, Value>(
  desk: Desk,
  prompt: Prompt<Config & PromptSetting, Value>,
  question: Config,
): Promise<Answer<Value>> {
  const input = new PassThrough()
  // Ctrl-C is an answer of ours: inquirer would throw, and leave its list standing on the screen.
  const receive = (press: Press): void => {
    const { text, key } = isCtrlC(press) ? { text: undefined, key: { name: 'quit' } } : press
    input.emit('keypress', text, key)
  }
  let stop = (): void => {}
  const { words, style, output } = desk
  const setting: PromptSetting = {
    words,
    style,
    columns: output.columns || 80,
    rows: output.rows || 24,
    settle: () => stop(),
  }
  const answer = prompt({ ...question, ...setting }, { input, output })
  stop = desk.keyboard.listen(receive)
  try {
    return await answer
  } finally {
    stop()
  }
}

/** Questions on a terminal that can move its cursor. inquirer is loaded with the first one. */
export function askOnTerminal(streams: AskStreams, words: AskWords, style: Style): Ask {
  const { output } = streams
  const desk: Desk = { keyboard: openKeyboard(streams.input, (text) => output.write(text)), output, words, style }
  let screenRows = 0
  const list = async (question: Omit<ChoiceConfig, keyof PromptSetting>): Promise<Answer<readonly string[]>> => {
    screenRows = 0
    return play(desk, (await import('./prompt-choice.ts')).choicePrompt, question)
  }
  return {
    text: async (question) => {
      screenRows = 0
      return play<TextQuestion, string>(desk, (await import('./prompt-text.ts')).textPrompt, question)
    },
    choice: async (question) => onlyOne(await list({ ...question, several: false })),
    choices: (question) => list({ ...question, several: true }),
    yesNo: async ({ initial, ...question }) => {
      const choices = [
        { value: 'yes', label: words.yes, keys: ['y', 'yes', 'shi', 's', '是', '对', '有'] },
        { value: 'no', label: words.no, keys: ['n', 'no', 'fou', 'f', '否', '不', '没有', '无'] },
      ]
      const marked = initial === undefined ? {} : { initial: initial ? 'yes' : 'no' }
      const answer = onlyOne(await list({ ...question, ...marked, choices, several: false }))
      return answer.kind === 'answer' ? { kind: 'answer', value: answer.value === 'yes' } : answer
    },
    key: async (question) => {
      const drawn = await askKey(desk, question, screenRows)
      screenRows = drawn.rows
      return drawn.key
    },
  }
}

function onlyOne(answer: Answer<readonly string[]>): Answer<string> {
  return answer.kind === 'answer' ? { kind: 'answer', value: answer.value[0]! } : answer
}
