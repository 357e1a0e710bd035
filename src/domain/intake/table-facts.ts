import type { Cell } from '../../model/sheet.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { matchHeading } from '../dictionary/headings.ts'
import { type ColumnChoice, candidatesOf } from './columns.ts'
import type { AssembleFacts } from './row-said.ts'
import { decideRole, rolePoints, type TableRole } from './table-role.ts'
import type { SheetReaderOptions } from './table-types.ts'
import { kindOfNote } from './talks.ts'

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

export const identities = new Set([
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

export const phoneTargets = new Set(['mobile', 'phone', 'whatsapp'])

/** Registers write the day in front; a day further back is left blank because nobody knows it. */
export function isInFront(choice: ColumnChoice, choices: readonly ColumnChoice[]): boolean {
  const own = choices.filter(({ target }) => target !== 'row_no' && target !== '')
  return own.indexOf(choice) < 3
}

/** Where local numbers are those of Taiwan or Hong Kong: Traditional headings over places or numbers of there. */
export function placeOfNumbers(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): 'taiwan' | 'hongkong' | undefined {
  if (!headings.some((heading) => /統一編號|統編|電話|手機|客戶|聯絡|電郵/.test(heading))) return undefined
  const has = (sign: RegExp): boolean =>
    rows.slice(0, 50).some((row) => row.some((cell) => typeof cell === 'string' && sign.test(cell)))
  if (has(/(?<!\d)09\d{2}[-\s]?\d{3}[-\s]?\d{3}(?!\d)|\(?0[2-8]\)?[-\s]?\d{4}[-\s]?\d{4}|[臺台][北中南灣湾]/))
    return 'taiwan'
  return headings.some((heading) => /HKD|港幣|港元/.test(heading)) || has(/香港|九龍|新界|Hong Kong|Kowloon/i)
    ? 'hongkong'
    : undefined
}

/** What a table's rows are, by its headings and what it is called, where `options` don't say. */
export function roleOf(options: SheetReaderOptions, headings: readonly string[], names: readonly string[]): TableRole {
  if (options.as !== undefined) return options.as === 'organisations' ? 'customers' : options.as
  const told = Object.entries(options.map ?? {})
  const candidates = headings.map((heading) => {
    const own = told.find(([text]) => text === heading)
    return own === undefined ? candidatesOf(heading) : [{ key: own[1], score: 1 }]
  })
  const dated = candidates.some((matches) => matches.some(({ key, score }) => key === 'contact_on' && score >= 0.9))
  const points = rolePoints(candidates, names)
  // A day beside what was said or how one met is the day of that.
  if (dated && points.interactions >= 2) points.interactions += 1
  return decideRole(points, dated)
}

/** What all rows of a table have in common. */
export function factsOf(
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

/** The second or later contact person that stands before a column: 联系人1, 电话1, 联系人2, 电话2. */
export function personOfColumn(column: number, choices: readonly ColumnChoice[]): number | undefined {
  const people = choices.filter(({ target }) => target === 'contact_person')
  const before = people.filter((person) => person.column < column)
  return before.length >= 2 ? before.at(-1)!.column : undefined
}
