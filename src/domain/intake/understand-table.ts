import type { ColumnReading, TableReading } from '../../model/intake.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import type { IsoDate } from '../../model/units.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { fingerprintOf, matchHeading } from '../dictionary/headings.ts'
import type { AssembleFacts } from './assemble.ts'
import type { CellReader } from './cell-readers.ts'
import { cellText } from './cells.ts'
import { gatherEvidence } from './column-evidence.ts'
import { columnFactsOf } from './column-facts.ts'
import { type ColumnChoice, candidatesOf, chooseColumns } from './columns.ts'
import type { TableHints } from './hints.ts'
import { sampleAfter } from './samples.ts'
import { readerFor } from './table-plan.ts'
import { decideRole, rolePoints, type TableRole } from './table-role.ts'
import { kindOfNote } from './talks.ts'

/** What the user, or what was remembered, says of a sheet. */
export interface SheetReaderOptions {
  /** The day of the import, for ages and for dates without any year at hand. */
  readonly today: IsoDate
  readonly as?: 'customers' | 'organisations' | 'deals' | 'interactions' | 'mixed' | undefined
  /** Heading (or column letter) → field. */
  readonly map?: Readonly<Record<string, string>> | undefined
  /** The mapping kept for a set of headings, if any. */
  readonly remembered?: ((fingerprint: string) => Readonly<Record<string, string>> | undefined) | undefined
  /** Another sheet of the file holds the customers: deals and contacts of this one only name them. */
  readonly customersKnown?: boolean | undefined
}

export interface ColumnPlan {
  readonly column: number
  readonly target: string
  readonly read: CellReader
  /** A date that is left blank where the row above has the same. */
  readonly fillsDown: boolean
  /** Notes of visits are one visit's, though two people share its rows. */
  readonly merged: boolean
}

/** A table understood: how to read each of its rows. */
export interface TablePlan {
  readonly steps: readonly ColumnPlan[]
  readonly facts: AssembleFacts
  readonly reading: TableReading
  readonly nameColumn: number
  readonly phoneColumns: readonly number[]
  readonly rowNumberColumn: number
  readonly width: number
  /** Whether any column can tell who a row is about. */
  readonly identifies: boolean
  /** The rows are units of a building, some of which may have no tenant. */
  readonly hasUnits: boolean
}

export interface TableAsk {
  readonly info: SheetInfo
  readonly options: SheetReaderOptions
  readonly headings: readonly string[]
  /** Rows under the header that are at hand, notes and sums among them. */
  readonly rows: readonly (readonly Cell[])[]
  readonly titles: readonly string[]
  readonly hints: TableHints
  readonly headerRows: readonly number[]
  /** The headings say nothing: every column is taken for what its values look like. */
  readonly guess?: boolean
}

const talkTargets = new Set([
  'visit_on',
  'contact_on',
  'content',
  'contact_kind',
  'meal',
  'guests',
  'tables',
  'table',
  'visit_no',
  'contact_time',
  'booking_deposit',
])
/** The day of the row itself, which registers write once for several rows. */
const mainDates = new Set(['visit_on', 'contact_on', 'deal_on'])
const identities = new Set([
  ...[
    'name',
    'given_name',
    'surname',
    'mobile',
    'phone',
    'whatsapp',
    'email',
    'wechat',
    'wechat_nick',
    'qq',
    'id_number',
    'uscc',
  ],
  ...['source_code', 'employer', 'contact_person', 'legal_rep', 'english_name', 'short_name'],
])
const phoneTargets = new Set(['mobile', 'phone', 'whatsapp'])

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
  const taiwan = looksTaiwanese(headings, rows)
  const steps: ColumnPlan[] = []
  const columns: ColumnReading[] = []
  const late: ColumnPlan[] = []
  for (const choice of choices) {
    const own = { ...columnFactsOf(choice, rows, ask.hints, options.today), taiwan }
    const read = readerFor(choice.target, own, facts)
    if (choice.target !== '') columns.push(columnReading(choice, rows, own, info))
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

/** Registers write the day in front; a day further back is left blank because nobody knows it. */
function isInFront(choice: ColumnChoice, choices: readonly ColumnChoice[]): boolean {
  const own = choices.filter(({ target }) => target !== 'row_no' && target !== '')
  return own.indexOf(choice) < 3
}

/** Traditional headings over numbers that no mainland place has. */
function looksTaiwanese(headings: readonly string[], rows: readonly (readonly Cell[])[]): boolean {
  if (!headings.some((heading) => /統一編號|統編|電話|手機|客戶|聯絡/.test(heading))) return false
  return rows
    .slice(0, 50)
    .some((row) =>
      row.some(
        (cell) =>
          typeof cell === 'string' &&
          /(?<!\d)09\d{2}[-\s]?\d{3}[-\s]?\d{3}(?!\d)|\(?0[2-8]\)?[-\s]?\d{4}[-\s]?\d{4}|[臺台][北中南灣湾]/.test(cell),
      ),
    )
}

function roleOf(options: SheetReaderOptions, headings: readonly string[], names: readonly string[]): TableRole {
  if (options.as !== undefined) return options.as === 'organisations' ? 'customers' : options.as
  const told = Object.entries(options.map ?? {})
  const candidates = headings.map((heading) => {
    const own = told.find(([text]) => text === heading)
    return own === undefined ? candidatesOf(heading) : [{ key: own[1], score: 1 }]
  })
  return decideRole(rolePoints(candidates, names))
}

function factsOf(
  role: TableRole,
  choices: readonly ColumnChoice[],
  options: SheetReaderOptions,
  { names, customer }: { names: readonly string[]; customer: string | undefined },
): AssembleFacts {
  const targets = new Set(choices.map((choice) => choice.target))
  const deals = choices.some(({ target }) => fieldByKey(target)?.entity === 'deal')
  const visits = targets.has('visit_on') || targets.has('visit_no')
  const talks =
    role !== 'deals' &&
    (visits ||
      ((role === 'interactions' || role === 'mixed') && [...targets].some((target) => talkTargets.has(target))))
  const amount = choices.find(({ target }) => target === 'amount')?.heading ?? ''
  const topups = role === 'deals' && (/充值|储值|top-?up/i.test(amount) || names.some((name) => /充值|储值/.test(name)))
  const hasNameColumn = targets.has('name') || targets.has('given_name')
  const hasPhoneColumn = [...targets].some((target) => phoneTargets.has(target))
  const named = targets.has('source_code') || options.customersKnown === true || topups
  const events = role === 'deals' || role === 'interactions'
  const talkHeadings = choices
    .filter(({ target }) => talkTargets.has(target) || target === 'contact_staff')
    .map((choice) => choice.heading)
  const talkKind = kindOfNote([...talkHeadings, ...names].join(' '))
  const heading = choices.find(({ target }) => target === 'name')?.heading ?? ''
  const org =
    options.as === 'organisations' ||
    matchHeading(heading).some((match) => match.key === 'employer' && match.score >= 0.9)
  return {
    role,
    deals,
    talks,
    visits,
    topups,
    makesParty: !events || (!named && (hasNameColumn || hasPhoneColumn)),
    hasPhoneColumn,
    hasNameColumn,
    ...(org && { kindWhenUnsure: 'org' as const }),
    ...(customer !== undefined && !hasNameColumn && events && { customerAbove: customer }),
    ...(talkKind !== 'other' && { talkKind }),
  }
}

function columnReading(
  choice: ColumnChoice,
  rows: readonly (readonly Cell[])[],
  facts: Parameters<typeof readerFor>[1],
  info: SheetInfo,
): ColumnReading {
  const samples: { before: string; after: string }[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    if (samples.length === 3) break
    const cell = row[choice.column]
    const before = cellText(cell)
    if (cell === null || cell === undefined || before.trim() === '' || seen.has(before)) continue
    seen.add(before)
    samples.push({ before, after: sampleAfter(choice.target, cell, facts) })
  }
  const known = choice.target !== '' && !choice.target.startsWith('extra:')
  return {
    column: choice.column,
    heading: choice.heading,
    field: known ? choice.target : null,
    confidence: Math.round(choice.confidence * 100) / 100,
    because: choice.because,
    samples,
    hidden: info.hiddenColumns.includes(choice.column),
  }
}
