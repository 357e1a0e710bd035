import type { Vocabulary } from '../../domain/expressions/vocabulary.ts'
import { measures } from '../../domain/tiers/measures.ts'
import type { IsoDate } from '../../model/units.ts'
import { customFields } from '../../store/analysis/custom-fields.ts'
import type { Book } from '../../store/book.ts'

/** What conditions may speak of: the measures, and the book's own fields where a condition asks for one. */
export function vocabularyOf(book: Book, conditions: readonly string[], today: IsoDate): Vocabulary {
  const asks = conditions.some((when) => /\bf\s*[[.]/.test(when))
  return { measures, fields: asks ? customFields(book) : new Map(), today }
}
