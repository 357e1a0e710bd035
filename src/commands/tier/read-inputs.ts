import { addDays } from '../../domain/calendar.ts'
import type { Condition } from '../../domain/expressions/condition.ts'
import type { Vocabulary } from '../../domain/expressions/vocabulary.ts'
import { measures } from '../../domain/tiers/measures.ts'
import type { MeasureColumns } from '../../model/tiers.ts'
import { withCustomFields } from '../../store/analysis/custom-fields.ts'
import { customerRows } from '../../store/analysis/customers.ts'
import type { Book } from '../../store/book.ts'
import { survivorOf } from '../../store/customer-file.ts'
import { readMeasures, readMeasuresOf } from '../../store/measures.ts'

export interface InputQuery {
  readonly conditions: readonly Condition[]
  readonly vocabulary: Vocabulary
  /** Days back for `…_in_period` measures. */
  readonly periodDays: number
}

/** Every live customer's inputs of some conditions, and nothing that none of them reads. */
export function readInputs(book: Book, { conditions, vocabulary, periodDays }: InputQuery): MeasureColumns {
  const { keys, custom } = inputsOf(conditions, vocabulary)
  const columns = readMeasures(book, { ...spanOf(vocabulary, periodDays), keys, defs: measures })
  return custom.size === 0 ? columns : withCustomFields(book, columns, customerRows(book), custom)
}

/** One customer's inputs, as `readInputs` gives them. */
export function readInputsOf(
  book: Book,
  id: number,
  { conditions, vocabulary, periodDays }: InputQuery,
): MeasureColumns {
  const { custom } = inputsOf(conditions, vocabulary)
  const columns = readMeasuresOf(book, id, { ...spanOf(vocabulary, periodDays), defs: measures })
  const rowOf = (party: number): number => (survivorOf(book, party)?.id === id ? 0 : -1)
  return custom.size === 0 || columns.count === 0 ? columns : withCustomFields(book, columns, { rowOf }, custom)
}

const spanOf = ({ today }: Vocabulary, periodDays: number) => ({ today, periodFrom: addDays(today, -periodDays) })

function inputsOf(conditions: readonly Condition[], { fields }: Vocabulary) {
  const inputs = conditions.flatMap((condition) => condition.inputs)
  const custom = new Map(
    inputs.filter((ref) => ref.custom).map((ref) => [ref.key, fields.get(ref.key) ?? ('text' as const)]),
  )
  return { keys: new Set(inputs.filter((ref) => !ref.custom).map((ref) => ref.key)), custom }
}
