import type { Book } from './book.ts'
import { cached, type Row } from './journal.ts'

/** A question of a satisfaction round: scored from 1 to 5, or open. */
export interface SurveyQuestion {
  readonly text: string
  readonly open: boolean
}

export interface Survey {
  readonly id: number
  readonly name: string
  readonly on: string
  readonly questions: readonly SurveyQuestion[]
}

const toSurvey = (row: Row): Survey => ({
  id: Number(row['id']),
  name: String(row['name']),
  on: String(row['on_day']),
  questions: JSON.parse(String(row['questions'])) as SurveyQuestion[],
})

/** The rounds, newest first, with how many answered and their mean score. */
export const listSurveys = (book: Book): (Survey & { readonly answers: number; readonly mean: number | null })[] =>
  (
    cached(
      book,
      `select s.*, count(a.id) as answers, avg(a.score) as mean from survey s left join survey_answer a on a.survey_id = s.id
       group by s.id order by s.on_day desc, s.id desc`,
    ).all() as Row[]
  ).map((row) => ({ ...toSurvey(row), answers: Number(row['answers']), mean: row['mean'] as number | null }))

/** The round of this name, written exactly so; undefined where there is none. */
export function surveyCalled(book: Book, name: string): Survey | undefined {
  const row = cached(book, 'select * from survey where name = ?').get(name) as Row | undefined
  return row === undefined ? undefined : toSurvey(row)
}

/** Every customer's answers to a round, as `{question: answer}`. */
export const surveyAnswers = (book: Book, id: number): { partyId: number; answers: Record<string, string> }[] =>
  (cached(book, 'select party_id, answers from survey_answer where survey_id = ? order by id').all(id) as Row[]).map(
    (row) => ({
      partyId: Number(row['party_id']),
      answers: JSON.parse(String(row['answers'])) as Record<string, string>,
    }),
  )
