import type { RowReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { matchHeading } from '../dictionary/headings.ts'
import { parseDate } from '../normalize/date.ts'
import { foldText } from '../normalize/fold.ts'
import { isMissing, isSameAsAbove, isSurelyValue } from '../normalize/missing.ts'
import { parsePhones } from '../normalize/phones.ts'
import { assemble, noDeals, noParties, noTalks } from './assemble.ts'
import { isEmptyCell } from './cells.ts'
import { isLostText, repairMojibake } from './mojibake.ts'
import { note, openRow, type RowDraft, startRow } from './row-draft.ts'
import { hasInvisible, isAscii } from './text.ts'
import type { TablePlan } from './understand-table.ts'

/** What stands at a column when its cell is blank: the merge it lies in. */
interface MergeStart {
  readonly top: number
  readonly column: number
}

type GroupKey = 'owner' | 'level' | 'region' | 'acquired_from' | 'status' | 'industry'

/** What a group row such as `业务员：何晴` may say of the rows below it. */
const groupKeys: ReadonlySet<string> = new Set(['owner', 'level', 'region', 'acquired_from', 'status', 'industry'])

export interface TableReader {
  /** Reads one row that is data. `troubles` is what the file's reader said of it. */
  readonly read: (
    rowNumber: number,
    row: readonly Cell[],
    troubles: readonly Reason[] | undefined,
    last: boolean,
  ) => RowReading
  /** Tells of a group row above the rows to come. */
  readonly group: (text: string) => void
}

export const rejectedRow = (row: number, reason: Reason, notes: RowReading['notes'] = []): RowReading => ({
  row,
  fate: 'rejected',
  reason,
  notes,
  parties: noParties,
  deals: noDeals,
  interactions: noTalks,
})

/** Reads the rows of one table, in order: 同上 and merged cells depend on the rows before. */
export function createTableReader(info: SheetInfo, plan: TablePlan): TableReader {
  const { steps } = plan
  const above: Cell[] = new Array(plan.width).fill(null)
  const mergedRows = mergesByRow(info, plan)
  const kept = new Map<string, Cell>()
  const draft = openRow(0)
  let groupText = ''
  let groupDay: string | undefined
  let groupValue: { readonly key: GroupKey; readonly value: string } | undefined

  const fillFrom = (draft: RowDraft, index: number, column: number, merged: boolean): Cell => {
    const start = mergedRows.get(index)?.find((merge) => merge.column === column)
    if (start === undefined || !merged) return null
    const cell = kept.get(`${start.top},${column}`) ?? null
    if (cell !== null && !draft.notes.some(({ reason }) => reason.code === 'values-from-merged-cell')) {
      note(draft, { code: 'values-from-merged-cell', params: { row: start.top + 1 } }, column)
    }
    return cell
  }

  const read: TableReader['read'] = (rowNumber, source, troubles, last) => {
    const index = rowNumber - 1
    startRow(draft, rowNumber)
    const row = mend(source, plan, draft, troubles)
    const inMerge = mergedRows.size > 0 && mergedRows.has(index)
    for (let s = 0; s < steps.length; s++) {
      const step = steps[s]!
      const { column } = step
      let cell = row[column]
      if (cell === null || cell === undefined || isEmptyCell(cell)) {
        cell = inMerge ? fillFrom(draft, index, column, step.merged) : null
        if (cell === null && step.fillsDown && above[column] !== null) {
          cell = above[column]!
          note(draft, { code: 'date-from-row-above' }, column, step.target)
        }
        if (cell === null) continue
      } else if (typeof cell === 'string') {
        if (isSurelyValue(cell)) {
          // Most cells: nothing that could stand for no value.
        } else if (cell.length <= 16 && isSameAsAbove(cell)) {
          if (above[column] === null) continue
          cell = above[column]!
          note(draft, { code: step.fillsDown ? 'date-from-row-above' : 'same-as-above-resolved' }, column, step.target)
        } else if (cell.length <= 12 && isMissing(cell)) continue
      } else if (typeof cell === 'object' && cell.kind === 'error') {
        note(draft, { code: 'cell-error', params: { value: cell.code } }, column, step.target)
        continue
      }
      if (cell === null) continue
      above[column] = cell
      if (inMerge || (mergedRows.size > 0 && mergedRows.has(index + 1))) kept.set(`${index},${column}`, cell)
      step.read(draft, cell)
    }
    return finish(draft, rowNumber, row, troubles, last)
  }

  const finish = (
    draft: RowDraft,
    rowNumber: number,
    row: readonly Cell[],
    troubles: readonly Reason[] | undefined,
    last: boolean,
  ): RowReading => {
    if (info.comments.size > 0) readComments(info, rowNumber - 1, draft)
    if (info.struckRows.size > 0 && info.struckRows.has(rowNumber - 1)) note(draft, { code: 'row-struck-through' })
    if (groupDay !== undefined) {
      if (draft.deal !== null) draft.deal.on ??= groupDay
      if (draft.talk !== null) draft.talk.on ??= groupDay
    } else if (groupValue !== undefined) draft.values[groupValue.key] ??= groupValue.value
    else if (groupText !== '') draft.facts.push({ field: 'extra:分组', value: groupText })
    if (troubles !== undefined) {
      const fatal = fatalTrouble(draft, row, troubles, plan, last)
      if (fatal !== null) return rejectedRow(rowNumber, fatal, draft.notes)
    }
    const reading = followsAbove(draft) ? assemble(goOn(draft), plan.facts) : assemble(draft, plan.facts)
    if (plan.facts.deals) remember(reading, draft)
    return reading
  }

  let lastCustomer: RowDraft['above'] = null

  /** A sale with neither date nor customer of its own goes on with the one above it. */
  const followsAbove = (draft: RowDraft): boolean =>
    plan.facts.role === 'deals' &&
    draft.deal !== null &&
    lastCustomer !== null &&
    draft.name === '' &&
    draft.contacts.length === 0 &&
    draft.values.source_code === undefined &&
    draft.notes.some(({ reason }) => reason.code === 'date-from-row-above')

  const goOn = (draft: RowDraft): RowDraft => {
    draft.above = lastCustomer
    note(draft, { code: 'customer-from-row-above' }, plan.nameColumn, 'name')
    return draft
  }

  const remember = (reading: RowReading, draft: RowDraft): void => {
    const party = reading.parties[0]
    const phone = draft.contacts.find((contact) => contact.canonical !== null)?.canonical
    const name = party?.values.name ?? reading.deals[0]?.customer?.name
    lastCustomer =
      name === undefined && phone == null
        ? (draft.above ?? null)
        : { ...(name !== undefined && { name }), ...(phone != null && { phone }) }
  }

  return {
    read,
    group: (text) => {
      const plain = foldText(text).replace(/^[\s—–\-=_*~·]+|[\s—–\-=_*~·]+$/g, '')
      const day = parseDate(plain, { allowSerial: false })
      groupDay = day.ok ? day.value.iso : undefined
      groupText = day.ok || /^\d/.test(plain) ? '' : plain
      const pair = /^([^:]{1,8}):\s*(\S.{0,20})$/.exec(plain)
      const key = pair === null ? undefined : matchHeading(pair[1]!)[0]?.key
      groupValue = key !== undefined && groupKeys.has(key) ? { key: key as GroupKey, value: pair![2]! } : undefined
    },
  }
}

/** Vertical merges among the rows: row index → the merges it continues. */
function mergesByRow(info: SheetInfo, plan: TablePlan): Map<number, MergeStart[]> {
  const rows = new Map<number, MergeStart[]>()
  const under = Math.max(0, ...plan.reading.headerRows)
  for (const { top, bottom, left, right } of info.merges) {
    if (bottom === top || top < under || bottom - top > 5000) continue
    for (let index = top + 1; index <= bottom; index++) {
      const starts = rows.get(index) ?? []
      for (let column = left; column <= Math.min(right, left); column++) starts.push({ top, column })
      rows.set(index, starts)
    }
  }
  return rows
}

const suspect =
  /[\u00c2-\u00ef][\u0080-\u00bf]|\ufffd|锟|斤拷|[\u5bee\u93c2\u9422\u7487\u93c9\u9359\u6d60\u9477\u95bf\u93ba\u7eee\u59dd\u9470\u8930\u9428]/

/** Puts right what a row's own text shows to be broken: mojibake, cells cut at a thousands comma. */
function mend(
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
function fatalTrouble(
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

/** A second number in a cell's comment. */
function readComments(info: SheetInfo, index: number, draft: RowDraft): void {
  for (const [place, text] of info.comments) {
    if (Number(place.slice(0, place.indexOf(','))) !== index) continue
    const column = Number(place.slice(place.indexOf(',') + 1))
    const read = parsePhones(foldText(text))
    const word = text
      .replace(/[\d\s+-]{7,}/g, '')
      .replace(/^[^:：]{0,20}[:：]\s*/, '')
      .trim()
    for (const phone of read.phones) {
      if (draft.contacts.some((contact) => contact.canonical === phone.canonical)) continue
      const label = word !== '' && word.length <= 10 ? word : phone.label
      draft.contacts.push({
        type: phone.type,
        raw: phone.raw,
        canonical: phone.canonical,
        ...(label !== undefined && { label }),
      })
      note(draft, { code: 'phone-in-comment' }, column, 'phone')
    }
    draft.facts.push({ field: 'extra:批注', value: foldText(text) })
  }
}
