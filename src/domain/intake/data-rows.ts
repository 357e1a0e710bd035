import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { isHeadingWord } from '../dictionary/headings.ts'
import { cellText, countFilled, firstFilled, isEmptyCell, plainText } from './cells.ts'
import { isNoName, readName } from './names.ts'
import {
  isFooter,
  isNoteStart,
  isSampleMark,
  isSummaryAccount,
  isVacant,
  loneRowKind,
  type RowKind,
  sumKind,
  sumOfRow,
} from './row-kinds.ts'
import type { TablePlan } from './table-types.ts'

/** What is known where a row is judged. */
export interface RowPlace {
  readonly plan: TablePlan
  readonly info: SheetInfo
  readonly number: number
  readonly dataFollows: () => boolean
}

/** Whether a row is the header again: on a new page, or before a new day. */
export function isRepeatedHeader(row: readonly Cell[], headers: readonly (readonly string[])[]): boolean {
  for (const header of headers) {
    const first = header.findIndex((text) => text !== '')
    const cell = row[first]
    if (first < 0 || typeof cell !== 'string') continue
    if (cell !== header[first] && plainText(cell) !== header[first]) continue
    let same = 0
    let filled = 0
    for (let i = 0; i < row.length; i++) {
      if (isEmptyCell(row[i])) continue
      filled++
      if (plainText(row[i]) === header[i]) same++
    }
    if (
      same >= 2 ? same >= 0.6 * filled : same === 1 && filled === 1 && header.filter((text) => text !== '').length === 1
    )
      return true
  }
  return false
}

/** A cheap first look: short words at the front that stand in the dictionary. */
export function startsLikeHeader(row: readonly Cell[]): boolean {
  let looked = 0
  for (let i = 0; i < row.length && looked < 2; i++) {
    const cell = row[i]
    if (isEmptyCell(cell)) continue
    looked++
    if (typeof cell !== 'string' || cell.length > 14) return false
    const last = cell.charCodeAt(cell.length - 1)
    if (last >= 48 && last <= 57) return false
    if (isHeadingWord(plainText(cell))) return true
  }
  return false
}

const sumStart = new Set([...'小合总總共本累汇页分TtSsGgPp其零散空待招闲自示样例范填制审复打注说备第接转以'])

const mayBeOther = (text: string): boolean =>
  sumStart.has(text[0] ?? '') || text.includes('计') || text.includes('計') || /^[\s(（【[※*]/.test(text)

/** What a row under a header is, where it is no data; null for data. */
export function dataRowKind(row: readonly Cell[], place: RowPlace): RowKind | null {
  const { plan } = place
  const name = plan.nameColumn < 0 ? null : row[plan.nameColumn]
  const first = firstFilled(row)
  const head = cellText(row[first])
  const named = !isEmptyCell(name)
  if (plan.hasUnits && named && isVacant(plainText(name))) return 'vacant-unit'
  if (named && (first === plan.nameColumn || !mayBeOther(head)) && !mayBeOther(cellText(name))) {
    // Most rows end here.
    if (row.length > 3 || plan.width <= 3 || countFilled(row) > 1) return onlyName(row, place, first)
  }
  return slowKind(row, place, first)
}

/** A row with a name and nothing else may be a group; with more it is data. */
function onlyName(row: readonly Cell[], place: RowPlace, first: number): RowKind | null {
  for (let i = first + 1; i < row.length; i++) if (!isEmptyCell(row[i])) return null
  return slowKind(row, place, first)
}

function slowKind(row: readonly Cell[], place: RowPlace, first: number): RowKind | null {
  const { plan } = place
  const filled = countFilled(row)
  const text = plainText(row[first])
  const phoned = plan.phoneColumns.some((column) => /\d{7,}/.test(cellText(row[column]).replace(/[\s-]/g, '')))
  if (isSampleMark(text) || (plan.rowNumberColumn >= 0 && isSampleMark(plainText(row[plan.rowNumberColumn]))))
    return 'sample'
  if (filled === 1) return aloneKind(row, place, first, text)
  if (isFooter(text) && filled <= 4) return 'footer'
  if (!phoned) {
    const sum = sumOfRow(row)
    if (sum !== null && !namesSomebody(row, place, sum)) return sum
  }
  const name = plan.nameColumn < 0 ? '' : plainText(row[plan.nameColumn])
  if (!phoned && (isSummaryAccount(name) || (isSummaryAccount(text) && isSummaryAccount(name === '' ? text : name))))
    return 'summary-account'
  if (!phoned && isVacantRow(row, place, name)) return 'vacant-unit'
  if (isNoteStart(text) && filled <= 2) return 'note'
  if (wideMerge(row, place)) return loneRowKind([row[first]!], place.dataFollows())
  if (onlyRowNumber(row, place)) return 'blank'
  return null
}

/** A sum word in one column does not undo a person in another: a remark 合计 beside a name with a phone. */
function namesSomebody(row: readonly Cell[], place: RowPlace, _sum: string): boolean {
  const { nameColumn } = place.plan
  const name = nameColumn < 0 ? '' : plainText(row[nameColumn])
  if (name === '' || sumKind(name) !== null || isNoName(name)) return false
  const first = firstFilled(row)
  return first === nameColumn || sumKind(plainText(row[first])) === null
    ? readName(name, undefined).sure && name.length > 1 && !/^\d/.test(name)
    : false
}

function aloneKind(row: readonly Cell[], place: RowPlace, first: number, text: string): RowKind | null {
  const { plan } = place
  if (first === plan.rowNumberColumn && /^\d+$/.test(text)) return 'blank'
  if (plan.phoneColumns.includes(first) && /\d{7,}/.test(text.replace(/[\s-]/g, ''))) return null
  if (sumKind(text) !== null || isFooter(text) || isNoteStart(text)) return loneRowKind(row, place.dataFollows())
  if (plan.width === 1) return null
  if (first === plan.nameColumn && plan.width > 1) {
    const name = isNoName(text) ? null : readName(text, undefined)
    const surely = name?.sure && (name.kind === 'person' ? text.length <= 5 : /公司|厂$/.test(text))
    if (surely && !wideMerge(row, place)) return null
  }
  return loneRowKind(row, place.dataFollows())
}

const onlyRowNumber = (row: readonly Cell[], place: RowPlace): boolean =>
  place.plan.rowNumberColumn >= 0 &&
  row.every((cell, column) => column === place.plan.rowNumberColumn || isEmptyCell(cell))

/** One text over half of the table's columns is a title of what follows. */
function wideMerge(row: readonly Cell[], place: RowPlace): boolean {
  if (place.info.merges.length === 0) return false
  const index = place.number - 1
  const wide = place.info.merges.find(
    (range) => range.top === index && range.bottom === index && range.right - range.left + 1 >= 0.5 * place.plan.width,
  )
  return wide !== undefined && countFilled(row) <= 2
}

const unitTargets = new Set(['unit', 'building', 'floor', 'leased_area', 'product', 'rent', 'amount'])

/** A unit nobody rents: it says so, or has a number and an area and no tenant. */
function isVacantRow(row: readonly Cell[], place: RowPlace, name: string): boolean {
  const { plan } = place
  const units = plan.steps.filter((step) => step.target === 'unit')
  if (units.length === 0) return false
  if (isVacant(name)) return true
  if (name !== '') return false
  if (row.some((cell) => typeof cell === 'string' && isVacant(plainText(cell)))) return true
  const unit = units.some((step) => !isEmptyCell(row[step.column]))
  return (
    unit &&
    plan.steps.every(
      (step) =>
        unitTargets.has(step.target) ||
        step.target.startsWith('extra:') ||
        step.target === 'remark' ||
        isEmptyCell(row[step.column]) ||
        /^[/\-—0]+$/.test(plainText(row[step.column])),
    )
  )
}
