import type { ColumnReading, RowReading, TableReading } from '../../model/intake.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { mayNotBeCollected } from '../dictionary/fields.ts'
import { fingerprintOf } from '../dictionary/headings.ts'
import { foldText } from '../normalize/fold.ts'
import { isMissing } from '../normalize/missing.ts'
import { assemble } from './assemble.ts'
import { cellText, countFilled, isEmptyCell } from './cells.ts'
import { tickedIn } from './choices.ts'
import { readerFor } from './column-readers.ts'
import { type FormBlock, type FormPair, formBlocks } from './form-sheet.ts'
import { readHints } from './hints.ts'
import { joinReadings } from './join-readings.ts'
import { openRow } from './row-draft.ts'
import type { AssembleFacts } from './row-said.ts'
import { rejectedRow, skippedRow } from './skipped.ts'
import type { SheetReaderOptions } from './table-types.ts'

const facts: AssembleFacts = {
  role: 'customers',
  deals: true,
  talks: false,
  visits: false,
  topups: false,
  makesParty: true,
  hasPhoneColumn: true,
  hasNameColumn: true,
}

/** Reads a sheet of forms: one customer a form, said at the row of its first label; the other rows are parts of it. */
export function readForms(
  info: SheetInfo,
  rows: readonly (readonly Cell[])[],
  rowNumbers: readonly number[],
  options: SheetReaderOptions,
): { readings: RowReading[]; table: TableReading } {
  const blocks = formBlocks(rows, info, rowNumbers)
  const readings = rows.map((row, index): RowReading => {
    const beside = blocks.filter(({ first, to }) => first <= index && index <= to)
    const [block] = beside
    if (block === undefined) return skippedRow(rowNumbers[index]!, countFilled(row) === 0 ? 'blank' : 'title')
    if (block.first === index) return joinReadings(beside.map((one) => readBlock(one, info, rows, rowNumbers, options)))
    return skippedRow(rowNumbers[index]!, countFilled(row) === 0 ? 'blank' : 'form-part', {
      row: rowNumbers[block.first]!,
    })
  })
  return { readings, table: tableOf(blocks, rowNumbers) }
}

const targetOf = (pair: FormPair, options: SheetReaderOptions): string =>
  mayNotBeCollected(pair.label) ? '' : (options.map?.[pair.label] ?? pair.field ?? `extra:${pair.label}`)

function readBlock(
  block: FormBlock,
  info: SheetInfo,
  rows: readonly (readonly Cell[])[],
  rowNumbers: readonly number[],
  options: SheetReaderOptions,
): RowReading {
  const number = rowNumbers[block.first]!
  const hints = readHints(rows.slice(Math.max(0, block.first - 2), block.first), info.name, info.fileName)
  const draft = openRow(number)
  const filled = block.pairs.filter((pair) => isFilled(pair))
  if (filled.length === 0) return rejectedRow(number, { code: 'empty-form' })
  const late: (() => void)[] = []
  for (const pair of filled) {
    const target = targetOf(pair, options)
    const cell = chosen(pair)
    const read = readerFor(
      target,
      {
        column: -1,
        heading: pair.label,
        money: {},
        dates: hints.year === undefined ? {} : { year: hints.year },
        lastYear: { value: undefined },
        codeWidth: 0,
        today: options.today,
      },
      facts,
    )
    if (read === undefined || cell === null) continue
    if (target === 'wechat') late.push(() => read(draft, cell))
    else read(draft, cell)
  }
  for (const step of late) step()
  return assemble(draft, facts)
}

/** Boxes nobody has ticked, blanks and underlines are no values. */
function isFilled(pair: FormPair): boolean {
  if (isEmptyCell(pair.cell)) return false
  const text = foldText(cellText(pair.cell))
  const ticks = tickedIn(text)
  if (ticks !== undefined) return ticks.length > 0
  return !isMissing(text) && !/^[_\s年月日:：/.-]*$/.test(text)
}

/** Ticked words in place of the whole row of boxes. */
function chosen(pair: FormPair): Exclude<Cell, null> | null {
  const { cell } = pair
  if (typeof cell !== 'string') return cell
  const ticks = tickedIn(foldText(cell))
  return ticks === undefined ? cell : ticks.join('、')
}

function tableOf(blocks: readonly FormBlock[], rowNumbers: readonly number[]): TableReading {
  const labels = new Map<string, FormPair>()
  for (const { pairs } of blocks)
    for (const pair of pairs)
      if (!labels.has(pair.label) || isEmptyCell(labels.get(pair.label)!.cell)) labels.set(pair.label, pair)
  const columns = [...labels.values()].map(
    (pair, column): ColumnReading => ({
      column,
      heading: pair.label,
      field: pair.field,
      confidence: pair.field === null ? 0 : 0.9,
      because: 'synonym',
      samples: isFilled(pair) ? [{ before: cellText(pair.cell), after: foldText(cellText(pair.cell)) }] : [],
      hidden: false,
    }),
  )
  return {
    role: 'forms',
    why: { code: 'table-forms', params: { forms: blocks.length } },
    headerRows: blocks.slice(0, 1).map(({ first }) => rowNumbers[first]!),
    columns,
    fingerprint: `form-${fingerprintOf([...labels.keys()])}`,
  }
}
