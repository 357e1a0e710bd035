import type { KeypressEvent } from '@inquirer/core'
import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useState } from '@inquirer/core'
import type { Answer, AskChoice, ChoiceQuestion } from './ask.ts'
import { clip, emptyWindow, type LineWindow } from './columns.ts'
import { editLine, putLine, type ReadLine, wholeLine } from './edit-line.ts'
import { type FoundChoice, findChoices, findSeveral } from './find-choice.ts'
import { doneLine, type PromptSetting, questionLine } from './prompt-text.ts'
import { foldKeys, readReply } from './reply.ts'

export interface ChoiceConfig extends ChoiceQuestion, PromptSetting {
  readonly several: boolean
}

interface ListState {
  readonly window: LineWindow
  /** Place in the list of found choices; -1 where no line is marked, so that Enter alone never takes the first one. */
  readonly active: number
  readonly picked: ReadonlySet<string>
  readonly note?: string
}

type Values = readonly string[]
type Next = { readonly state: ListState } | { readonly answer: Answer<Values> }

const startState = (config: ChoiceConfig): ListState => {
  const at = config.choices.findIndex(({ value }) => value === config.initial)
  const picked = config.several && config.initial !== undefined ? config.initial.split(',') : []
  return { window: emptyWindow, active: at, picked: new Set(picked) }
}

function toggled(picked: ReadonlySet<string>, values: Iterable<string>): ReadonlySet<string> {
  const next = new Set(picked)
  for (const value of values) if (!next.delete(value)) next.add(value)
  return next
}

/** What Enter means: back, skip, help; then a typed number, word or pinyin; then the marked line. */
function enter(config: ChoiceConfig, state: ListState, typed: string): Next {
  const found = findChoices(config.choices, typed)
  const { kind } = readReply(typed)
  if (kind === 'back' || (kind === 'quit' && found.length === 0)) return { answer: { kind } }
  if (kind === 'help') return { state: { ...state, note: config.help ?? config.words.noHelp } }
  if (kind === 'skip') return skip(config, state)
  if (config.several) return enterSeveral(config, state, typed)
  if (kind === 'empty' && state.active === -1) return skip(config, state)
  const chosen = found[Math.max(state.active, 0)]
  if (chosen !== undefined) return { answer: { kind: 'answer', value: [chosen.choice.value] } }
  if (config.other === true) return { answer: { kind: 'answer', value: [typed.trim()] } }
  return { state: { ...state, note: config.words.noMatch } }
}

function enterSeveral(config: ChoiceConfig, state: ListState, typed: string): Next {
  if (typed.trim() === '') {
    const value = config.choices.map((choice) => choice.value).filter((one) => state.picked.has(one))
    const others = [...state.picked].filter((one) => !value.includes(one))
    return value.length + others.length > 0
      ? { answer: { kind: 'answer', value: [...value, ...others] } }
      : skip(config, state)
  }
  const chosen = findSeveral(config.choices, typed)?.map(({ value }) => value)
  const values = chosen ?? (config.other === true ? [typed.trim()] : null)
  if (values === null) return { state: { ...state, note: config.words.noMatch } }
  return { state: { ...state, window: emptyWindow, active: -1, picked: toggled(state.picked, values) } }
}

function skip(config: ChoiceConfig, state: ListState): Next {
  if (config.required !== true) return { answer: { kind: 'skip' } }
  // The dash goes, so that it does not stand before what is typed next.
  return { state: { ...state, window: emptyWindow, active: -1, note: config.words.required } }
}

function press(config: ChoiceConfig, state: ListState, key: KeypressEvent, rl: ReadLine): Next {
  const typed = wholeLine(state.window)
  if (key.name === 'escape') return { answer: { kind: 'back' } }
  if (key.name === 'quit') return { answer: { kind: 'quit' } }
  if (isEnterKey(key)) return enter(config, state, typed)
  const found = findChoices(config.choices, typed)
  if (isUpKey(key) || isDownKey(key)) {
    const from = isUpKey(key) && state.active === -1 ? 0 : state.active
    const step = isUpKey(key) ? found.length - 1 : 1
    return { state: { ...state, active: found.length === 0 ? -1 : (from + step) % found.length } }
  }
  if (
    config.several &&
    key.name === 'space' &&
    (typed === '' || found.length > 0) &&
    !/[\d,、]/.test(foldKeys(typed))
  ) {
    const chosen = found[state.active]
    const picked = chosen === undefined ? state.picked : toggled(state.picked, [chosen.choice.value])
    const active = typed === '' ? state.active : chosen === undefined ? -1 : chosen.number - 1
    return { state: { window: emptyWindow, active, picked } }
  }
  const window = editLine(rl, state.window, key, config.columns - 4)
  if (foldKeys(wholeLine(window)) === '?') {
    return { state: { ...state, window: emptyWindow, note: config.help ?? config.words.noHelp } }
  }
  const changed = wholeLine(window) !== typed
  return {
    state: {
      window,
      active: changed ? (wholeLine(window).trim() === '' ? -1 : 0) : state.active,
      picked: state.picked,
    },
  }
}

/** One or several out of a list: arrows, numbers, or the first letters of a word in Chinese or pinyin. */
export const choicePrompt = createPrompt<Answer<Values>, ChoiceConfig>((config, done) => {
  const [state, setState] = useState<ListState>(startState(config))
  const [answer, setAnswer] = useState<Answer<Values> | null>(null)
  useKeypress((key, rl) => {
    const next = press(config, state, key, rl)
    if ('answer' in next) {
      setAnswer(next.answer)
      config.settle()
      return done(next.answer)
    }
    putLine(rl, wholeLine(next.state.window), config.columns - 4)
    setState(next.state)
  })
  if (answer !== null) {
    const values = answer.kind === 'answer' ? answer.value : []
    return doneLine(config.message, answer, values.map((value) => labelOf(config.choices, value)).join('、'), config)
  }
  const initial = config.several ? undefined : config.choices.find(({ value }) => value === config.initial)?.label
  return [`${questionLine(config.message, initial, config.style)}\n› ${state.window.shown}`, listText(config, state)]
})

const labelOf = (choices: readonly AskChoice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value

function listText(config: ChoiceConfig, state: ListState): string {
  const { style, words } = config
  const typed = wholeLine(state.window).trim()
  const numbers = config.several && /^[\d\s,、]+$/.test(foldKeys(typed))
  const found = numbers ? findChoices(config.choices, '') : findChoices(config.choices, typed)
  const size = Math.max(3, config.rows - 7)
  const first = Math.min(Math.max(0, state.active - Math.floor(size / 2)), Math.max(0, found.length - size))
  const lines = found.slice(first, first + size).map((one, index) => choiceLine(config, state, one, first + index))
  if (found.length > size) lines.push(style.quiet(`  … ${first + 1}–${first + lines.length} / ${found.length}`))
  if (found.length === 0) {
    lines.push(
      config.other === true && typed !== '' ? `${style.accent('▸')} ${words.other}${typed}` : `  ${words.noMatch}`,
    )
  }
  if (state.note !== undefined && (found.length > 0 || state.note !== words.noMatch))
    lines.push(style.bad(`! ${state.note}`))
  const hint = config.several ? words.choicesHint : words.choiceHint
  lines.push(style.quiet(`  ${config.required === true ? withoutSkip(hint) : hint}`))
  return lines.join('\n')
}

/** What must be answered can't be skipped, so skipping is not offered. */
const withoutSkip = (hint: string): string => `※ · ${hint.replace(/ · - [^·]*[^· ]/, '')}`

function choiceLine(config: ChoiceConfig, state: ListState, found: FoundChoice, place: number): string {
  const { style, columns } = config
  const { choice, number } = found
  const box = config.several ? (state.picked.has(choice.value) ? '[x] ' : '[ ] ') : ''
  const hint = choice.hint === undefined ? '' : `  ${choice.hint}`
  const text = clip(`${String(number).padStart(2)} ${box}${choice.label}${hint}`, columns - 4)
  return place === state.active ? style.accent(`▸ ${text}`) : `  ${text}`
}
