import type { Ask, AskChoice } from '../../terminal/ask.ts'

/**
 * Questions as somebody may read them who may not see numbers whole. Answers are never touched: what a person types is
 * theirs. A value that stands ready to be taken is left out where it would have to be hidden, so that stars are never saved.
 */
export function veilAsk(ask: Ask, hide: (text: string) => string): Ask {
  const help = (text: string | undefined): { help?: string } => (text === undefined ? {} : { help: hide(text) })
  const ready = (text: string | undefined): { initial?: string } =>
    text === undefined || hide(text) !== text ? {} : { initial: text }
  const choice = (one: AskChoice): AskChoice => ({
    ...one,
    label: hide(one.label),
    ...(one.hint === undefined ? {} : { hint: hide(one.hint) }),
  })
  return {
    text: ({ initial, help: words, message, ...rest }) =>
      ask.text({ ...rest, ...ready(initial), ...help(words), message: hide(message) }),
    choice: ({ help: words, message, choices, ...rest }) =>
      ask.choice({ ...rest, ...help(words), message: hide(message), choices: choices.map(choice) }),
    choices: ({ help: words, message, choices, ...rest }) =>
      ask.choices({ ...rest, ...help(words), message: hide(message), choices: choices.map(choice) }),
    yesNo: (question) => ask.yesNo({ ...question, message: hide(question.message) }),
    key: (question) => ask.key({ ...question, message: hide(question.message) }),
  }
}
