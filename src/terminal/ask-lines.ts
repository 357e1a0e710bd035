import { createInterface } from 'node:readline'
import type { Answer, Ask, AskChoice, ChoiceQuestion, TextQuestion } from './ask.ts'
import { quitKey } from './ask.ts'
import type { AskWords } from './ask-words.ts'
import { findChoices, findSeveral } from './find-choice.ts'
import { foldKeys, readReply, readYesNo } from './reply.ts'

/** Lines from a person, null at the end of input or on Ctrl-C. */
export interface Lines {
  readonly next: () => Promise<string | null>
  readonly say: (text: string) => void
}

/** Lines of a stream; lines typed ahead are kept. Nothing is read before the first question. */
export function openLines(input: NodeJS.ReadableStream, say: (text: string) => void): Lines {
  const waiting: string[] = []
  let take: ((line: string | null) => void) | null = null
  let ended = false
  let reader: ReturnType<typeof createInterface> | null = null
  const give = (line: string | null): void => {
    const receiver = take
    take = null
    if (receiver !== null) receiver(line)
    else if (line !== null) waiting.push(line)
  }
  const open = (): void => {
    reader = createInterface({ input, terminal: false })
    reader.on('line', give).on('close', () => {
      ended = true
      give(null)
    })
  }
  return {
    say,
    next: () =>
      new Promise((resolve) => {
        if (reader === null) open()
        if (waiting.length > 0) return resolve(waiting.shift()!)
        if (ended) return resolve(null)
        const interrupt = (): void => give(null)
        process.once('SIGINT', interrupt)
        take = (line) => {
          process.off('SIGINT', interrupt)
          reader?.pause()
          resolve(line)
        }
        reader?.resume()
      }),
  }
}

interface Shown {
  readonly message: string
  readonly initial?: string | undefined
  readonly help?: string | undefined
  readonly required?: boolean | undefined
  readonly hint: string
}

type Taken<T> = { readonly value: T } | { readonly fault: string }

/** Asks in plain lines until the answer will do. */
async function askLine<T>(
  lines: Lines,
  words: AskWords,
  shown: Shown,
  take: (text: string) => Taken<T>,
): Promise<Answer<T>> {
  const { message, initial, help, required, hint } = shown
  lines.say(`${message}${initial === undefined ? '' : ` [${initial}]`}\n(${hint})\n`)
  for (;;) {
    lines.say('> ')
    const line = await lines.next()
    if (line === null) return { kind: 'quit' }
    const reply = readReply(line)
    if (reply.kind === 'back') return { kind: 'back' }
    if (reply.kind === 'quit' && 'fault' in take(line.trim())) return { kind: 'quit' }
    if (reply.kind === 'help') lines.say(`${help ?? words.noHelp}\n`)
    else if (reply.kind === 'skip' || (reply.kind === 'empty' && initial === undefined)) {
      if (required !== true) return { kind: 'skip' }
      lines.say(`! ${words.required}\n`)
    } else {
      const taken = take(reply.kind === 'empty' ? initial! : line.trim())
      if ('value' in taken) return { kind: 'answer', value: taken.value }
      lines.say(`! ${taken.fault}\n`)
    }
  }
}

function takeText(question: TextQuestion, text: string): Taken<string> {
  if (readReply(text).kind === 'quit') return { fault: '' }
  const fault = question.check?.(text) ?? null
  return fault === null ? { value: text } : { fault }
}

function list(question: ChoiceQuestion): string {
  const line = (choice: AskChoice, index: number): string =>
    `  ${String(index + 1).padStart(2)} ${choice.label}${choice.hint === undefined ? '' : `  ${choice.hint}`}`
  return `${question.message}\n${question.choices.map(line).join('\n')}`
}

function takeOne(question: ChoiceQuestion, words: AskWords, text: string): Taken<string> {
  const [best] = findChoices(question.choices, text)
  if (best !== undefined) return { value: best.choice.value }
  return question.other === true && readReply(text).kind !== 'quit' ? { value: text } : { fault: words.noMatch }
}

function takeSeveral(question: ChoiceQuestion, words: AskWords, text: string): Taken<readonly string[]> {
  const found = findSeveral(question.choices, text)
  if (found !== null && found.length > 0) return { value: found.map(({ value }) => value) }
  return question.other === true && readReply(text).kind !== 'quit' ? { value: [text] } : { fault: words.noMatch }
}

const labels = (question: ChoiceQuestion): string | undefined =>
  question.initial === undefined
    ? undefined
    : question.initial
        .split(',')
        .map((value) => question.choices.find((choice) => choice.value === value)?.label ?? value)
        .join('、')

/** Questions as plain numbered lines, for terminals that can't move their cursor and for screen readers. */
export function askInLines(lines: Lines, words: AskWords): Ask {
  const shownOf = (question: ChoiceQuestion, hint: string): Shown => ({
    message: list(question),
    initial: labels(question),
    help: question.help,
    required: question.required,
    hint: `${hint} ${words.lineHint}`,
  })
  return {
    text: (question) =>
      askLine(lines, words, { ...question, hint: words.lineHint }, (text) => takeText(question, text)),
    choice: (question) =>
      askLine(lines, words, shownOf(question, words.number), (text) => takeOne(question, words, text)),
    choices: (question) =>
      askLine(lines, words, shownOf(question, words.numbers), (text) => takeSeveral(question, words, text)),
    yesNo: ({ initial, ...question }) => {
      const shown = initial === undefined ? undefined : initial ? words.yes : words.no
      const hint = `1 ${words.yes}  2 ${words.no} ${words.lineHint}`
      return askLine(lines, words, { ...question, initial: shown, hint }, (text) => {
        const value = readYesNo(text)
        return value === null ? { fault: words.yesOrNo } : { value }
      })
    },
    key: async ({ screen, message, keys }) => {
      if (screen !== undefined) lines.say(screen.endsWith('\n') ? screen : `${screen}\n`)
      for (;;) {
        lines.say(`${message}\n> `)
        const line = await lines.next()
        if (line === null) return quitKey
        const typed = line === '' ? 'return' : foldKeys(line)
        if (keys.includes(typed)) return typed
        lines.say(`! ${words.wrongKey} ${keys.join(' ')}\n`)
      }
    },
  }
}
