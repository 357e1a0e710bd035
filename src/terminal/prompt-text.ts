import { createPrompt, isEnterKey, useKeypress, useState } from '@inquirer/core'
import type { Answer, TextQuestion } from './ask.ts'
import type { AskWords } from './ask-words.ts'
import { emptyWindow, type LineWindow } from './columns.ts'
import { editLine, putLine, wholeLine } from './edit-line.ts'
import { foldKeys, readReply } from './reply.ts'
import type { Style } from './style.ts'

/** What every prompt of ours needs beside its question. */
export interface PromptSetting {
  readonly words: AskWords
  readonly style: Style
  readonly columns: number
  readonly rows: number
  /** Called before the prompt settles, so that keys behind the last one stay for the next question. */
  readonly settle: () => void
}

type Outcome = Answer<string> | { readonly kind: 'fault'; readonly text: string } | { readonly kind: 'help' }

/** What Enter on a line means for a text question. */
export function takeText(question: TextQuestion, line: string, words: AskWords): Outcome {
  const reply = readReply(line)
  if (reply.kind === 'back' || reply.kind === 'help' || reply.kind === 'quit') return { kind: reply.kind }
  if (reply.kind === 'skip' || (reply.kind === 'empty' && question.initial === undefined)) {
    return question.required === true ? { kind: 'fault', text: words.required } : { kind: 'skip' }
  }
  const text = reply.kind === 'text' ? reply.text : question.initial!
  const fault = question.check?.(text) ?? null
  return fault === null ? { kind: 'answer', value: text } : { kind: 'fault', text: fault }
}

/** The line that stays on screen when a question is done. */
export function doneLine(message: string, answer: Answer<unknown>, shown: string, setting: PromptSetting): string {
  const { style, words } = setting
  if (answer.kind === 'answer') return `${style.good('✓')} ${message}  ${style.accent(shown)}`
  if (answer.kind === 'back') return style.quiet(`↑ ${message}`)
  return style.quiet(`- ${message}  ${answer.kind === 'skip' ? words.skipped : words.quit}`)
}

export const questionLine = (message: string, initial: string | undefined, style: Style): string =>
  `${style.accent('?')} ${style.strong(message)}${initial === undefined ? '' : style.quiet(`  [${initial}]`)}`

/** A line to type, checked when Enter is pressed; a fault stays until the line will do. */
export const textPrompt = createPrompt<Answer<string>, TextQuestion & PromptSetting>((config, done) => {
  const { words, style, columns } = config
  const room = columns - 4
  const [window, setWindow] = useState<LineWindow>(emptyWindow)
  const [below, setBelow] = useState<{ fault?: string; help?: string }>({})
  const [answer, setAnswer] = useState<Answer<string> | null>(null)
  const finish = (value: Answer<string>): void => {
    setAnswer(value)
    config.settle()
    done(value)
  }
  useKeypress((key, rl) => {
    if (key.name === 'escape' || key.name === 'quit') return finish({ kind: key.name === 'quit' ? 'quit' : 'back' })
    if (!isEnterKey(key)) {
      const next = editLine(rl, window, key, room)
      if (foldKeys(wholeLine(next)) === '?' && config.help !== undefined) {
        setWindow(putLine(rl, '', room))
        return setBelow({ help: config.help })
      }
      if (below.fault !== undefined && takeText(config, wholeLine(next), words).kind !== 'fault') setBelow({})
      return setWindow(next)
    }
    const outcome = takeText(config, wholeLine(window), words)
    if (outcome.kind === 'fault') {
      // A dash that may not skip goes, so that it does not stand before what is typed next.
      const isSkip = readReply(wholeLine(window)).kind === 'skip'
      setWindow(putLine(rl, isSkip ? '' : wholeLine(window), room))
      return setBelow({ fault: outcome.text })
    }
    if (outcome.kind !== 'help') return finish(outcome)
    setWindow(putLine(rl, '', room))
    setBelow({ help: config.help ?? words.noHelp })
  })
  if (answer !== null) return doneLine(config.message, answer, answer.kind === 'answer' ? answer.value : '', config)
  return [`${questionLine(config.message, config.initial, style)}\n› ${window.shown}`, belowText(config, window, below)]
})

function belowText(
  config: TextQuestion & PromptSetting,
  window: LineWindow,
  below: { fault?: string; help?: string },
): string {
  const { style, words } = config
  if (below.fault !== undefined) return style.bad(`! ${below.fault}`)
  const line = wholeLine(window)
  const preview = line.trim() === '' ? null : (config.preview?.(line.trim()) ?? null)
  const hint = config.required === true ? words.requiredHint : words.textHint
  return [below.help, preview === null ? undefined : `= ${preview}`, hint]
    .filter((text) => text !== undefined)
    .map((text) => style.quiet(`  ${text}`))
    .join('\n')
}
