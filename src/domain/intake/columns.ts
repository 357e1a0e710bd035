import { foldHeading, type HeadingMatch, matchHeading } from '../dictionary/headings.ts'
import { columnName } from './cells.ts'
import type { ColumnEvidence } from './column-evidence.ts'
import { type WeighContext, weigh } from './column-weigh.ts'
import { settleColumns } from './settle-columns.ts'
import type { TableRole } from './table-role.ts'

/** What one column was taken for. */
export interface ColumnChoice {
  readonly column: number
  readonly heading: string
  /** Dictionary key, `row_no`, `measure`, `extra:<heading>`; empty where the column holds nothing. */
  readonly target: string
  readonly confidence: number
  /** `forbidden`: what may not be collected, whatever the column was taken for. */
  readonly because: 'told' | 'remembered' | 'synonym' | 'content' | 'position' | 'forbidden'
}

export interface ColumnsAsk {
  readonly headings: readonly string[]
  readonly evidence: readonly ColumnEvidence[]
  readonly role: TableRole
  /** Heading → field, as the user says. */
  readonly told?: Readonly<Record<string, string>> | undefined
  readonly remembered?: Readonly<Record<string, string>> | undefined
  readonly guess?: boolean
}

const mainDays = new Set(['deal_on', 'contract_on', 'contract_start'])
const dateKeys = new Set(['deal_on', 'contact_on', 'visit_on', 'opened_on'])

/** 取机日期 is some day, but not that of a contact: a heading known only in part counts as the day its table is about. */
const isMainDate = (key: string, role: TableRole): boolean =>
  role === 'deals'
    ? key === 'deal_on'
    : role === 'interactions'
      ? key === 'contact_on' || key === 'visit_on'
      : key !== 'contact_on'

/** Fields that several columns may fill. */
const many = new Set([
  'mobile',
  'phone',
  'fax',
  'email',
  'wechat',
  'qq',
  'whatsapp',
  'remark',
  'address',
  'home_address',
  'work_address',
  'mailing_address',
  'registered_address',
  'follow_up',
  'content',
  'need',
  'other',
  'contact_person',
  'row_no',
  'measure',
  'spouse_phone',
  'agent_phone',
  'introducer_phone',
  'emergency_phone',
  'family',
  'tags',
])

/** What a second column of the same meaning becomes. */
const second: Readonly<Record<string, string>> = {
  name: 'contact_person',
  owner: 'collector',
  paid: 'amount',
  remark: 'remark',
}

/** Groups whose 姓名 is not the customer's. */
const personGroups = new Set([
  'contact_person',
  'legal_rep',
  'owner',
  'agent',
  'introducer',
  'emergency_contact',
  'family',
])

/** Candidates of a heading: of its own words, else of the last part of a joined one. */
export function candidatesOf(heading: string): readonly HeadingMatch[] {
  const parts = heading.split(' / ')
  if (parts.length === 1) return matchHeading(heading)
  const leaf = matchHeading(parts.at(-1)!)
  const group = matchHeading(parts[0]!)[0]
  if (group !== undefined && group.score >= 0.9 && personGroups.has(group.key) && leaf[0]?.key === 'name')
    return [group]
  if ((leaf[0]?.score ?? 0) >= 0.9) return leaf
  const head = matchHeading(parts[0]!)
  const whole = matchHeading(parts.join(''))
  const best = [whole, leaf, head].sort((a, b) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0))[0]!
  return best
}

interface Bid {
  readonly column: number
  readonly key: string
  readonly score: number
}

/** Decides for every column what it holds: as told, as remembered, by its heading weighed against its values, by its values alone. */
export function chooseColumns(ask: ColumnsAsk): ColumnChoice[] {
  const { headings, evidence } = ask
  const candidates = headings.map(candidatesOf)
  const choices: (ColumnChoice | undefined)[] = headings.map((heading, column) => fromMemory(ask, heading, column))
  const taken = new Set(choices.flatMap((choice) => (choice === undefined ? [] : [choice.target])))
  const context = contextOf(ask, candidates)
  const bids: Bid[] = []
  for (const [column, matches] of candidates.entries()) {
    if (choices[column] !== undefined) continue
    matches.forEach((match, i) => {
      const sure = { has: (key: string) => context.sure.some((one) => one.key === key && one.column !== column) }
      const partly = match.score < 0.9 && dateKeys.has(match.key)
      if (partly && (!isMainDate(match.key, ask.role) || context.sure.some((one) => mainDays.has(one.key)))) return
      const score =
        match.score -
        i * 0.01 +
        weigh(match.key, evidence[column]!, { ...context, sure, exact: matches.length === 1 && match.score >= 0.9 })
      if (score >= 0.55) bids.push({ column, key: match.key, score })
    })
  }
  bids.sort((a, b) => b.score - a.score || a.column - b.column)
  for (const { column, key, score } of bids) {
    if (choices[column] !== undefined) continue
    if (key === 'kept') {
      choices[column] = {
        column,
        heading: headings[column]!,
        target: extraKey(headings[column]!, column),
        confidence: 0.9,
        because: 'synonym',
      }
      continue
    }
    const free = many.has(key) || !taken.has(key)
    const target = free ? key : second[key]
    if (target === undefined || (!free && !many.has(target) && taken.has(target))) continue
    taken.add(target)
    choices[column] = {
      column,
      heading: headings[column]!,
      target,
      confidence: Math.min(1, Math.max(0.3, score)),
      because: 'synonym',
    }
  }
  const done = headings.map((heading, column) => choices[column] ?? byContent(ask, heading, column, taken))
  return settleColumns(done, evidence, ask.role)
}

function fromMemory(ask: ColumnsAsk, heading: string, column: number): ColumnChoice | undefined {
  for (const [source, because] of [
    [ask.told, 'told'],
    [ask.remembered, 'remembered'],
  ] as const) {
    if (source === undefined) continue
    // A heading may be called `constructor`: only what was told counts.
    const name = [heading, foldHeading(heading), columnName(column)].find((one) => Object.hasOwn(source, one))
    const target = name === undefined ? undefined : source[name]
    if (target === undefined) continue
    return { column, heading, target: target === 'extra' ? extraKey(heading, column) : target, confidence: 1, because }
  }
  return undefined
}

function contextOf(
  ask: ColumnsAsk,
  candidates: readonly (readonly HeadingMatch[])[],
): Omit<WeighContext, 'sure' | 'exact'> & { sure: { key: string; column: number }[] } {
  const sure: { key: string; column: number }[] = []
  let orgShare: number | null = null
  for (const [column, matches] of candidates.entries()) {
    const [first, next] = matches
    if (first === undefined || first.score < 0.9 || (next !== undefined && next.score === first.score)) continue
    sure.push({ key: first.key, column })
    if (first.key === 'name') orgShare = ask.evidence[column]!.orgName
    if (first.key === 'employer' && orgShare === null) orgShare = ask.evidence[column]!.orgName
  }
  return { role: ask.role, sure, orgShare }
}

/** The field of a column that no known field fits: by its heading, else by its letters. */
export const extraKey = (heading: string, column: number): string =>
  `extra:${heading === '' ? columnName(column) : heading}`

/** A column whose heading says nothing: taken for what its values plainly are, else kept as an extra field. */
function byContent(ask: ColumnsAsk, heading: string, column: number, taken: Set<string>): ColumnChoice {
  const e = ask.evidence[column]!
  if (e.count === 0)
    return {
      column,
      heading,
      target: heading === '' ? '' : extraKey(heading, column),
      confidence: 0,
      because: 'position',
    }
  const target = contentTarget(e, heading === '' || ask.guess === true, taken, column)
  if (target === undefined)
    return { column, heading, target: extraKey(heading, column), confidence: 0, because: 'position' }
  taken.add(target)
  return { column, heading, target, confidence: 0.7, because: 'content' }
}

function contentTarget(
  e: ColumnEvidence,
  bare: boolean,
  taken: ReadonlySet<string>,
  column: number,
): string | undefined {
  if (e.email >= 0.7) return 'email'
  if (e.phone >= 0.7 && e.idNumber < 0.3 && e.uscc < 0.3) return taken.has('phone') && !bare ? undefined : 'phone'
  if (e.uscc >= 0.6 && e.idNumber < 0.4 && !taken.has('uscc')) return 'uscc'
  if (e.idNumber >= 0.7 && !taken.has('id_number') && e.count >= 2) return 'id_number'
  if (!bare) return undefined
  if (e.gender >= 0.8 && !taken.has('gender') && e.number < 0.5) return 'gender'
  if (e.counting >= 0.8 && e.count >= 2 && column === 0) return 'row_no'
  if (e.personName + e.orgName >= 0.6 && e.distinct > 0.6 && !taken.has('name') && e.number < 0.2) return 'name'
  if (e.address >= 0.5 && e.orgName < 0.5 && !taken.has('address')) return 'address'
  if (e.orgName >= 0.6 && taken.has('name') && !taken.has('employer')) return 'employer'
  if (e.post >= 0.6 && !taken.has('title')) return 'title'
  if (e.personName >= 0.6 && e.distinct > 0.6 && taken.has('name') && !taken.has('contact_person'))
    return 'contact_person'
  if (e.date >= 0.8 && e.count >= 2 && !taken.has('opened_on')) return 'opened_on'
  return undefined
}
