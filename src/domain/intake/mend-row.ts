import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { isLostText, repairMojibake } from './mojibake.ts'
import { note, type RowDraft } from './row-draft.ts'
import type { TablePlan } from './table-types.ts'
import { hasInvisible, isAscii } from './text.ts'

const suspect =
  /[\u00c2-\u00ef][\u0080-\u00bf]|\ufffd|锟|斤拷|[\u5bee\u93c2\u9422\u7487\u93c9\u9359\u6d60\u9477\u95bf\u93ba\u7eee\u59dd\u9470\u8930\u9428]/

/** Puts right what a row's own text shows to be broken: mojibake, cells cut at a thousands comma. */
export function mendRow(
  row: readonly Cell[],
  plan: TablePlan,
  draft: RowDraft,
  troubles: readonly Reason[] | undefined,
): readonly Cell[] {
  let cells = row
  if (troubles?.some(({ code }) => code === 'cells-many')) cells = joinThousands(row, plan)
  let mended: Cell[] | undefined
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (typeof cell !== 'string' || cell.length < 2 || isAscii(cell)) continue
    if (column === plan.nameColumn || plan.phoneColumns.includes(column)) {
      if (hasInvisible(cell)) note(draft, { code: 'invisible-characters' }, column)
    }
    if (!suspect.test(cell)) continue
    const better = isLostText(cell) ? null : repairMojibake(cell)
    if (better === null && !isLostText(cell)) continue
    mended ??= [...cells]
    mended[column] = better
    note(draft, { code: better === null ? 'mojibake-cell-lost' : 'mojibake-repaired', params: { value: cell } }, column)
  }
  return mended ?? cells
}

/** `1,280.00` that stood without quotes is two cells: joined again where the table then fits. */
function joinThousands(row: readonly Cell[], plan: TablePlan): readonly Cell[] {
  for (let column = 0; column + 1 < row.length && row.length > plan.width; column++) {
    const [a, b] = [row[column], row[column + 1]]
    if (typeof a !== 'string' || typeof b !== 'string') continue
    if (/^[-￥¥$]?\d{1,3}$/.test(a.trim()) && /^\d{3}(?:\.\d+)?$/.test(b.trim())) {
      return [...row.slice(0, column), `${a},${b}`, ...row.slice(column + 2)]
    }
  }
  return row
}

/** Damage that must stop a row; lesser damage is noted. */
export function fatalTrouble(
  draft: RowDraft,
  row: readonly Cell[],
  troubles: readonly Reason[],
  plan: TablePlan,
  last: boolean,
): Reason | null {
  for (const reason of troubles) note(draft, reason)
  if (troubles.some(({ code }) => code === 'quote-unclosed')) return { code: 'unclosed-quote' }
  const few = troubles.some(({ code }) => code === 'cells-few')
  const cut = draft.notes.some(({ reason, column }) => reason.code === 'phone-length' && column === row.length - 1)
  if (few && last && cut && row.length < plan.width) return { code: 'truncated-record' }
  return null
}
