import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { garbledStarts, isLostText, repairMojibake } from './mojibake.ts'
import { note, type RowDraft } from './row-draft.ts'
import type { TablePlan } from './table-types.ts'
import { hasInvisible } from './text.ts'

let flags: Uint8Array | undefined

/**
 * Characters a garbled text begins with: those whose GBK bytes begin as UTF-8's of Chinese do, Latin letters with
 * marks, and what stands for lost bytes.
 */
function loadFlags(): Uint8Array {
  flags = new Uint8Array(0x10000)
  for (const character of garbledStarts()) flags[character.charCodeAt(0)] = 1
  for (const character of '\ufffd锟烫屯') flags[character.charCodeAt(0)] = 1
  for (let code = 0xc2; code <= 0xef; code++) flags[code] = 1
  return flags
}

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
  const table = flags ?? loadFlags()
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (typeof cell !== 'string' || cell.length < 2) continue
    if ((column === plan.nameColumn || plan.phoneColumns.includes(column)) && hasInvisible(cell)) {
      note(draft, { code: 'invisible-characters' }, column)
    }
    if (table[cell.charCodeAt(0)] === 0 && !cell.includes('\ufffd')) continue
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
