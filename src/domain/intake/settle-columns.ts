import { mayNotBeCollected } from '../dictionary/fields.ts'
import type { ColumnEvidence } from './column-evidence.ts'
import type { ColumnChoice } from './columns.ts'
import type { TableRole } from './table-role.ts'

/** Religion and politics are not taken in, not even where somebody says what the column is (SEC-03). */
const refused = (choice: ColumnChoice): ColumnChoice =>
  mayNotBeCollected(choice.heading) ? { ...choice, target: '', confidence: 1, because: 'forbidden' } : choice

/** Puts right what only shows when all columns are known, and refuses what may not be collected. */
export function settleColumns(
  found: readonly ColumnChoice[],
  evidence: readonly ColumnEvidence[],
  role: TableRole,
): ColumnChoice[] {
  let choices = [...found]
  const has = (target: string): boolean => choices.some((choice) => choice.target === target)
  const rename = (from: string, to: string): ColumnChoice[] => {
    let done = false
    return choices.map((choice) => {
      if (done || choice.target !== from || choice.because === 'told') return choice
      done = true
      return { ...choice, target: to }
    })
  }
  if (!has('name') && !has('surname') && !has('given_name')) {
    if (has('employer')) choices = rename('employer', 'name')
    else if (has('contact_person')) choices = rename('contact_person', 'name')
    else if (has('wechat_nick')) choices = rename('wechat_nick', 'name')
    else if (has('short_name')) choices = rename('short_name', 'name')
  }
  if (role === 'customers' && has('contact_on') && !has('last_contact')) choices = rename('contact_on', 'last_contact')
  choices = choices.map((choice) =>
    (choice.target === 'last_contact' || choice.target === 'next_contact') && evidence[choice.column]!.datedText >= 0.4
      ? { ...choice, target: 'follow_up', because: 'content' as const }
      : choice,
  )
  if (!has('amount') && has('unit_price') && !has('quantity')) choices = rename('unit_price', 'amount')
  if (!has('row_no') && !has('source_code')) {
    const first = choices.find(
      (choice) => choice.column === 0 && choice.target.startsWith('extra:') && choice.heading === '',
    )
    if (first !== undefined && evidence[0]!.counting >= 0.8)
      choices = choices.map((choice) => (choice === first ? { ...choice, target: 'row_no' } : choice))
  }
  return choices.map(refused)
}
