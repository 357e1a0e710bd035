import type { Segment } from '../../model/segments.ts'
import type { Book } from '../book.ts'
import type { Operation } from '../journal.ts'

/** Segments that were saved in the book itself, by key. */
export function readSegments(book: Book): Segment[] {
  const rows = book.sqlite.prepare('select key, zh, en, condition as "when", tag from segment order by key').all() as {
    key: string
    zh: string
    en: string
    when: string
    tag: string | null
  }[]
  return rows.map(({ tag, ...segment }) => (tag === null ? segment : { ...segment, tag }))
}

/** Saves a segment inside `operation`. */
export function addSegment(
  operation: Operation,
  segment: Segment,
  { staff, at }: { readonly staff: string; readonly at: string },
): void {
  const { key, zh, en, when, tag = null } = segment
  operation.insert('segment', { key, zh, en, condition: when, tag, staff, at })
}

/** Removes a saved segment inside `operation`; its runs and who was in it stay on record. False where there is none. */
export function removeSegment(operation: Operation, key: string): boolean {
  return operation.removeWhere('segment', 'key = ?', [key]) > 0
}
