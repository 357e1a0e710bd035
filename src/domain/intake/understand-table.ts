import type { ColumnReading } from '../../model/intake.ts'
import { fingerprintOf } from '../dictionary/headings.ts'
import { gatherEvidence } from './column-evidence.ts'
import { columnFactsOf } from './column-facts.ts'
import { readerFor } from './column-readers.ts'
import { columnReading } from './column-reading.ts'
import { chooseColumns } from './columns.ts'
import { factsOf, identities, isInFront, personOfColumn, phoneTargets, placeOfNumbers, roleOf } from './table-facts.ts'
import type { ColumnPlan, TableAsk, TablePlan } from './table-types.ts'

/** The day of the row itself, which registers write once for several rows. */
const mainDates = new Set(['visit_on', 'contact_on', 'deal_on'])

/** Understands a table from its headings, its values and its titles. */
export function understandTable(ask: TableAsk): TablePlan {
  const { info, options, headings, rows, titles } = ask
  const evidence = headings.map((_, column) => gatherEvidence(rows, column))
  const names = [...titles, info.name, info.fileName.replace(/\.[^.]*$/, '')]
  const role = roleOf(options, headings, names)
  const fingerprint = fingerprintOf(headings)
  const choices = chooseColumns({
    headings,
    evidence,
    role,
    told: options.map,
    remembered: options.remembered?.(fingerprint),
    guess: ask.guess === true,
  })
  const facts = factsOf(role, choices, options, { names, customer: ask.hints.customer })
  const place = placeOfNumbers(headings, rows)
  const steps: ColumnPlan[] = []
  const columns: ColumnReading[] = []
  const late: ColumnPlan[] = []
  for (const choice of choices) {
    const own = {
      ...columnFactsOf(choice, rows, { hints: ask.hints, today: options.today, place }),
      place,
      person: personOfColumn(choice.column, choices),
    }
    const read = readerFor(choice.target, own, facts)
    if (choice.target !== '' || choice.because === 'forbidden') columns.push(columnReading(choice, rows, own, info))
    if (read === undefined) continue
    const plan: ColumnPlan = {
      column: choice.column,
      target: choice.target,
      read,
      fillsDown: mainDates.has(choice.target) && isInFront(choice, choices),
      merged: choice.target !== 'follow_up',
    }
    // Networks named "as the phone" and notes of days need what other columns say first.
    if (choice.target === 'wechat' || choice.target === 'follow_up') late.push(plan)
    else steps.push(plan)
  }
  const find = (target: string): number => choices.find((choice) => choice.target === target)?.column ?? -1
  return {
    steps: [...steps, ...late],
    facts,
    reading: { role: role, why: { code: `table-${role}` }, headerRows: ask.headerRows, columns, fingerprint },
    nameColumn: find('name') >= 0 ? find('name') : find('given_name'),
    phoneColumns: choices.filter((choice) => phoneTargets.has(choice.target)).map((choice) => choice.column),
    rowNumberColumn: find('row_no'),
    width: headings.length,
    identifies: facts.role !== 'customers' || choices.some(({ target }) => identities.has(target)),
    hasUnits: find('unit') >= 0,
  }
}
