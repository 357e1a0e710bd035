import { checkAnswer, choicesFor, fieldOf, takesSeveral } from '../../domain/forms/check-answer.ts'
import { initialOf } from '../../domain/forms/engine.ts'
import { labelOf, shownValue } from '../../domain/forms/summary.ts'
import { toPinyin } from '../../domain/normalize/pinyin.ts'
import type { Choice } from '../../model/dictionary.ts'
import type { FormQuestion, FormState } from '../../model/forms.ts'
import type { Lang } from '../../model/units.ts'
import type { Answer, AskChoice } from '../../terminal/ask.ts'
import type { Context } from '../context.ts'

/** A choice as a list shows it, found by Chinese, English, pinyin and initials. */
export function toAskChoice(choice: Choice, lang: Lang): AskChoice {
  const { pinyin, initials } = toPinyin(choice.zh)
  const keys = [choice.zh, choice.en, pinyin.replaceAll(' ', ''), initials, ...(choice.synonyms ?? [])]
  return { value: choice.value, label: choice[lang], keys }
}

/** Puts one question of a form to the person; the answer comes back as text that `answerForm` takes. */
export async function askQuestion(ctx: Context, state: FormState, question: FormQuestion): Promise<Answer<string>> {
  const { ask, lang } = ctx
  if (ask === null) return { kind: 'quit' }
  const message = `${labelOf(question, lang)}${question.required ? ' ※' : ''}`
  const initial = initialOf(state, question)
  const help = helpOf(question, lang)
  const common = { message, required: question.required, ...(initial === undefined ? {} : { initial }), ...help }
  if (question.item === null)
    return fromYesNo(await ask.yesNo({ message, initial: state.answers[question.path]?.value === 'yes' }))
  const choices = choicesFor(question)?.map((choice) => toAskChoice(choice, lang))
  if (choices === undefined) {
    const check = (text: string): string | null => {
      const checked = checkAnswer(question, text, state.startedOn)
      return checked.ok ? null : ctx.tell(checked.reason)
    }
    const preview = (text: string): string | null => {
      const checked = checkAnswer(question, text, state.startedOn)
      return checked.ok && checked.value.value !== text ? shownValue(question, checked.value.value, lang) : null
    }
    return ask.text({ ...common, check, preview })
  }
  const other = question.item.open === true || fieldOf(question)?.type === 'text'
  if (!takesSeveral(question)) return ask.choice({ ...common, choices, other })
  const answer = await ask.choices({ ...common, choices, other })
  return answer.kind === 'answer' ? { kind: 'answer', value: answer.value.join(',') } : answer
}

function fromYesNo(answer: Answer<boolean>): Answer<string> {
  return answer.kind === 'answer' ? { kind: 'answer', value: answer.value ? 'yes' : 'no' } : answer
}

/** The form's own help, then why the field is collected. */
function helpOf(question: FormQuestion, lang: Lang): { help?: string } {
  const own = question.item?.help?.[lang]
  const purpose = fieldOf(question)?.purpose[lang]
  const help = [own, purpose === undefined ? undefined : lang === 'zh' ? `用途：${purpose}。` : `Used to ${purpose}.`]
  const text = help.filter((part) => part !== undefined).join(' ')
  return text === '' ? {} : { help: text }
}
