import type { MeasureDef } from '../../model/tiers.ts'
import { only, type Whom } from './whom.ts'

const FLAGS = new Set(['brings_others', 'prefers_detached'])
const YES = new Set(['1', 'yes', 'true', '是', 'y'])
const NO = new Set(['0', 'no', 'false', '否', 'n'])

/** What forms, imports and edits ask under a field's name, by the opinion it is. */
const FIELDS: Readonly<Record<string, string>> = {
  influence: 'influence_field',
  brings_others: 'brings_others',
  intent: 'intention',
  potential: 'potential',
  purchasing_power: 'purchasing_power',
  dining_grade: 'dining_grade',
  satisfaction: 'satisfaction',
}
/** Degrees as the dictionary's choices name them; influence has two, and `low` is none to speak of. */
const DEGREES: Readonly<Record<string, number>> = { high: 3, middle: 2, low: 1 }

/**
 * The newest opinion of each kind, whether it was signed at the desk, told in a form or a table, or asked in a survey.
 *
 * A signed word nobody knows makes it unknown; one in a form or a table says nothing.
 */
export function readOpinions(whom: Whom): void {
  const { book, columns, wants, rowOf, query } = whom
  const fields = Object.keys(FIELDS).filter((field) => wants(FIELDS[field]!))
  const marks = fields.map((field) => `'${field}'`).join(', ')
  const rows = book.sqlite
    .prepare(
      `select party, kind, value, signed from (
         select j.party_id as party, j.kind as kind, j.value as value, j.on_day as day, 1 as signed, j.id as id from judgement j where 1${only(whom, 'j.party_id')}
         union all select f.party_id, f.field, f.value, coalesce(f.as_of, ''), 0, f.id from fact f where f.field in (${marks})${only(whom, 'f.party_id')}
         union all select s.party_id, 'satisfaction', cast(s.score as text), s.on_day, 0, s.id from survey_answer s
           where s.score is not null${only(whom, 's.party_id')})
       order by day, signed, id`,
    )
    .raw()
  const read = opinionReader(query.defs ?? [])
  for (const [party, field, value, signed] of rows.iterate() as Iterable<[number, string, string, 0 | 1]>) {
    const kind = signed === 1 ? field : FIELDS[field]!
    const row = rowOf(party)
    if (row === -1 || !wants(kind)) continue
    const opinion = read(kind, value)
    if (Number.isNaN(opinion) && signed === 0) continue
    if (FLAGS.has(kind)) columns.flag(kind, 2)[row] = Number.isNaN(opinion) ? 2 : opinion
    else columns.number(kind, Number.NaN)[row] = opinion
  }
}

/** An opinion as its number; NaN for a word nobody knows. */
function opinionReader(defs: readonly MeasureDef[]): (kind: string, value: string) => number {
  const words = new Map<string, number>()
  for (const def of defs)
    for (const { value, zh, en } of def.words ?? []) words.set(`${def.key} ${zh}`, value).set(`${def.key} ${en}`, value)
  return (kind, value) => {
    const text = value.trim()
    const word = text.toLowerCase()
    if (FLAGS.has(kind)) return YES.has(word) ? 1 : NO.has(word) ? 0 : Number.NaN
    const known = words.get(`${kind} ${text}`) ?? words.get(`${kind} ${word}`)
    if (known !== undefined) return known
    const degree = DEGREES[word]
    if (degree !== undefined) return kind === 'influence_field' ? degree - 1 : degree
    return word === '' ? Number.NaN : Number(word)
  }
}
