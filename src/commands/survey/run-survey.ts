import { satisfactions } from '../../domain/dictionary/record-choices.ts'
import { choiceMeant } from '../../domain/edits/find-word.ts'
import { foldText } from '../../domain/normalize/fold.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { listSurveys, type Survey, type SurveyQuestion, surveyAnswers, surveyCalled } from '../../store/surveys.ts'
import type { Context } from '../context.ts'
import { type Kept, openKept } from '../kept.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'

/** Opens a round with its questions; the usual four where none is told. */
export async function openSurvey(ctx: Context, name: string, asked: readonly string[]): Promise<void> {
  const book = await ctx.openBook()
  if (surveyCalled(book, name) !== undefined) throw new KehuError('usage', 'survey-exists', { name })
  const usual = [1, 2, 3].map((at) => ({ text: ctx.tell({ code: `survey-default-${at}` }), open: false }))
  const told = asked.map((text) => ({ text: text.replace(/^[?？]\s*/, '').trim(), open: /^[?？]/.test(text) }))
  const questions: SurveyQuestion[] =
    told.length > 0 ? told : [...usual, { text: ctx.tell({ code: 'survey-default-4' }), open: true }]
  const { operation } = write(ctx, book, { kind: 'survey' }, (operation) => {
    operation.insert('survey', { name, on_day: todayOf(ctx, book), questions: JSON.stringify(questions) })
    return { result: null, summary: { survey: name } }
  })
  showValue(
    ctx,
    { name, questions, operation },
    () => `${ctx.tell({ code: 'survey-added', params: { name, count: questions.length } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

function called(book: Book, name: string): Survey {
  const survey = surveyCalled(book, name)
  if (survey === undefined) throw new KehuError('usage', 'survey-missing', { name })
  return survey
}

/** Takes one customer's answers, by `--set` or question by question. */
export async function answerSurvey(
  ctx: Context,
  name: string,
  customer: string,
  set: readonly string[],
): Promise<void> {
  const book = await ctx.openBook()
  const survey = called(book, name)
  const id = await pickCustomer(ctx, book, customer)
  const kept = set.length > 0 ? undefined : await openKept(ctx, book, `survey ${name} ${codeOf(id)}`)
  const answers = kept === undefined ? given(survey, set) : await asked(ctx, survey, kept)
  const scores = survey.questions.flatMap(({ text, open }) =>
    open || answers[text] === undefined ? [] : [Number(answers[text])],
  )
  const mean = scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length
  const { operation } = write(ctx, book, { kind: 'survey' }, (operation) => {
    operation.insert('survey_answer', {
      survey_id: survey.id,
      party_id: id,
      on_day: todayOf(ctx, book),
      score: mean,
      answers: JSON.stringify(answers),
      staff: ctx.staff,
    })
    return { result: null, summary: { survey: name, customer: codeOf(id) } }
  })
  kept?.drop()
  showValue(
    ctx,
    { name, code: codeOf(id), answers, operation },
    () => `${ctx.tell({ code: 'survey-taken', params: { code: codeOf(id) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** 5, 满意 or satisfied as points. @throws {KehuError} `survey-bad-score` */
function read({ text, open }: SurveyQuestion, answer: string): string {
  if (open) return answer.trim()
  const points = choiceMeant(satisfactions, answer)?.value
  if (points === undefined) throw new KehuError('usage', 'survey-bad-score', { question: text })
  return points
}

function given({ questions }: Survey, set: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    set.map((text) => {
      const [, name = text, value = ''] = /^([^=＝]+)[=＝]([\s\S]*)$/.exec(text) ?? []
      const question = questions.find((one) => foldText(one.text) === foldText(name))
      if (question === undefined)
        throw new KehuError('usage', 'survey-no-question', {
          question: name.trim(),
          list: questions.map((one) => one.text).join('、'),
        })
      return [question.text, read(question, value)]
    }),
  )
}

/** Question by question; what was answered before the program was killed is not asked again. */
async function asked(ctx: Context, { questions }: Survey, kept: Kept): Promise<Readonly<Record<string, string>>> {
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: '--set' })
  const choices = satisfactions.map((one) => ({
    value: one.value,
    label: `${one.value} ${one[ctx.lang]}`,
    keys: [one.zh, one.en],
  }))
  const first = questions.findIndex(({ text }) => kept.answers[text] === undefined)
  for (let at = first === -1 ? questions.length : first; at < questions.length; at++) {
    const question = questions[at]!
    const answer = question.open
      ? await ctx.ask.text({ message: question.text })
      : await ctx.ask.choice({ message: question.text, choices })
    if (answer.kind === 'quit') throw new KehuError('cancelled', 'cancelled-kept')
    if (answer.kind === 'back') at = Math.max(-1, at - 2)
    if (answer.kind === 'skip') kept.forget(question.text)
    if (answer.kind === 'answer') kept.keep(question.text, answer.value)
  }
  return kept.answers
}

/** The result of a round: points of each question, and what was written. */
export async function showSurvey(ctx: Context, name: string): Promise<void> {
  const book = await ctx.openBook()
  const survey = called(book, name)
  const answers = surveyAnswers(book, survey.id)
  const rows = survey.questions.map(({ text, open }) => {
    const told = answers.flatMap((one) => (one.answers[text] === undefined ? [] : [one.answers[text]!]))
    if (open) return [text, told.length, null, null, told.join('；')]
    const sum = told.reduce((total, one) => total + Number(one), 0)
    const low = told.filter((one) => Number(one) <= 2).length
    return [text, told.length, told.length === 0 ? null : (sum / told.length).toFixed(2), low, null]
  })
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'survey',
      title: survey.name,
      columns: [
        { key: 'question', title: say('column-question'), type: 'text' },
        { key: 'count', title: say('column-answers'), type: 'integer' },
        { key: 'mean', title: say('column-average'), type: 'text' },
        { key: 'low', title: say('column-low'), type: 'integer' },
        { key: 'texts', title: ctx.say('column-content'), type: 'text' },
      ],
      rows,
    },
  })
  ctx.finish('done')
}

export async function listRounds(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const rounds = listSurveys(book)
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'surveys',
      title: say('survey-list'),
      columns: [
        { key: 'name', title: ctx.say('column-name'), type: 'text' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'questions', title: say('column-questions'), type: 'integer' },
        { key: 'answers', title: say('column-answers'), type: 'integer' },
        { key: 'mean', title: say('column-average'), type: 'text' },
      ],
      rows: rounds.map((one) => [one.name, one.on, one.questions.length, one.answers, one.mean?.toFixed(2) ?? null]),
      empty: say('survey-none'),
    },
  })
  ctx.finish(rounds.length === 0 ? 'nothing' : 'done')
}
