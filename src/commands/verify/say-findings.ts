import type { CheckRule, Finding } from '../../model/checks.ts'
import { findingSentence } from '../../render/finding.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadCheckRules } from '../policies/load.ts'
import { judgeParties, readyRules } from './judge.ts'
import { wordsFor } from './words.ts'

/** Says at once what the rules of the book find wrong in what was just entered, in the words that `kehu verify` uses. */
export function sayFindings(ctx: Context, book: Book, parties: readonly number[]): void {
  const rules = loadCheckRules(ctx, book).filter(
    (rule) =>
      rule.test !== 'unique' &&
      rule.id !== 'value-unread' &&
      rule.severity !== 'info' &&
      (rule.class === 'wrong' || rule.class === 'inconsistent'),
  )
  const found: [Finding, CheckRule][] = []
  judgeParties(ctx, book, {
    compiled: readyRules(ctx, book, rules),
    spans: parties.map((id): [number, number] => [id, id]),
    quality: false,
    take: (finding, rule) => found.push([finding, rule]) > 0,
  })
  const words = wordsFor(ctx)
  for (const [finding, rule] of found) note(ctx, `! ${findingSentence(finding, rule, words)}`)
}
