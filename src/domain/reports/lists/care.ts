import type { ReportTable } from '../../../model/report.ts'
import type { ComplaintFacts, InformationFacts, VerificationFacts } from '../../../model/report-facts.ts'
import { informationClasses } from '../../dictionary/record-choices.ts'
import { barColumn, countColumn, cutNote, dateColumn, proseColumn, textColumn, tierLabel, told } from '../parts.ts'
import type { ReportContext, ReportSpec } from '../spec.ts'
import { listView } from './view.ts'

const scopes = new Set(['base', 'credit', 'decision_makers'])
const results = new Set(['confirmed', 'corrected', 'unreachable', 'refused'])
const answerStates = new Set(['open', 'answered', 'closed'])
const states = new Set(['unverified', 'verified', 'doubtful', 'invalid'])
const known = (words: ReadonlySet<string>, prefix: string, word: string, { say }: ReportContext): string =>
  words.has(word) ? say(`report.${prefix}.${word}`) : word

/** L14 核实: what is due, what was done in the period, and how things stand. */
export const verificationReport: ReportSpec<'verification'> = {
  name: 'verification',
  list: 'L14',
  period: 'month',
  view: (facts, context) => {
    const { say } = context
    return listView(
      'verification',
      facts.due.total,
      [
        { key: 'due', title: say('report.verification.due'), tables: [dueTable(facts, context)] },
        {
          key: 'done',
          title: say('report.verification.done'),
          tables: [countTable('done', 'result', facts.done, context)],
        },
        {
          key: 'states',
          title: say('report.verification.states'),
          tables: [countTable('states', 'state', facts.states, context)],
        },
      ],
      context,
    )
  },
}

function dueTable({ due: { rows, total } }: VerificationFacts, context: ReportContext): ReportTable {
  const { say } = context
  return {
    key: 'due',
    title: '',
    columns: [
      dateColumn('due_on', say('report.due')),
      textColumn('code', say('report.code')),
      textColumn('name', say('report.customer'), 'name'),
      textColumn('scope', say('report.scope')),
      dateColumn('last_on', say('report.last-verified')),
      textColumn('tier', say('report.tier')),
      textColumn('owner', say('report.owner')),
    ],
    rows: rows.map(({ dueOn, code, name, scope, lastOn, tier, owner }) => [
      dueOn,
      code,
      name,
      known(scopes, 'scope', scope, context),
      lastOn,
      tier === null ? null : tierLabel(tier, context),
      owner,
    ]),
    empty: say('report.verification.none'),
    ...cutNote(rows.length, total, context),
  }
}

function countTable(
  key: 'done' | 'states',
  what: 'result' | 'state',
  rows: readonly {
    readonly scope: string
    readonly result?: string
    readonly state?: string
    readonly count: number
  }[],
  context: ReportContext,
): ReportTable {
  const { say } = context
  const words = what === 'result' ? results : states
  return {
    key,
    title: '',
    columns: [
      textColumn('scope', say('report.scope')),
      textColumn(what, say(`report.${what}`)),
      countColumn('count', say('report.customers'), false),
      barColumn,
    ],
    rows: rows.map((row) => [
      known(scopes, 'scope', row.scope, context),
      known(words, what, row.result ?? row.state ?? '', context),
      row.count,
      row.count,
    ]),
    empty: say('report.nothing'),
  }
}

/** L16 投诉档案 */
export const complaintsReport: ReportSpec<'complaints'> = {
  name: 'complaints',
  list: 'L16',
  period: 'all',
  view: ({ byStatus, lines: { rows, total } }: ComplaintFacts, context) => {
    const { say } = context
    const stateWord = (state: string): string => known(answerStates, 'feedback', state, context)
    const tallies = byStatus.map((one) => (one.key === null ? one : { ...one, key: stateWord(one.key) }))
    return listView(
      'complaints',
      total,
      [
        {
          key: 'status',
          title: say('report.status'),
          tables: [tallyTable('status', say('report.status'), tallies, context)],
        },
        {
          key: 'lines',
          title: say('report.lines'),
          tables: [
            {
              key: 'complaints',
              title: '',
              columns: [
                textColumn('number', say('report.number')),
                dateColumn('on', say('report.day')),
                textColumn('code', say('report.code')),
                textColumn('name', say('report.customer'), 'name'),
                proseColumn('text', say('report.content')),
                textColumn('status', say('report.status')),
                dateColumn('due_on', say('report.due')),
                dateColumn('answered_on', say('report.answered')),
                textColumn('staff', say('report.staff')),
              ],
              rows: rows.map(({ number, on, code, name, text, status, dueOn, answeredOn, staff }) => [
                number,
                on,
                code,
                name,
                text,
                stateWord(status),
                dueOn,
                answeredOn,
                staff,
              ]),
              empty: say('report.no-complaints'),
              ...cutNote(rows.length, total, context),
            },
          ],
        },
      ],
      context,
    )
  },
}

/** L9 信息报告: important items for the superior, by class. */
export const informationReport: ReportSpec<'information'> = {
  name: 'information',
  list: 'L9',
  period: 'month',
  view: ({ byClass, lines: { rows, total } }: InformationFacts, context) => {
    const { say } = context
    const classWord = (key: string): string =>
      informationClasses.find(({ value }) => value === key)?.[context.lang] ?? key
    const classes = byClass.map((one) => (one.key === null ? one : { ...one, key: classWord(one.key) }))
    return listView(
      'information',
      total,
      [
        {
          key: 'classes',
          title: say('report.class'),
          tables: [tallyTable('classes', say('report.class'), classes, context)],
        },
        {
          key: 'lines',
          title: say('report.lines'),
          tables: [
            {
              key: 'items',
              title: '',
              columns: [
                dateColumn('on', say('report.day')),
                textColumn('important', say('report.important')),
                textColumn('class', say('report.class')),
                textColumn('code', say('report.code')),
                textColumn('name', say('report.customer'), 'name'),
                proseColumn('content', say('report.content')),
                textColumn('provider', say('report.provider')),
              ],
              rows: rows.map((row) => [
                row.on,
                row.important ? say('report.yes') : null,
                row.class === null ? null : classWord(row.class),
                row.code,
                row.name,
                row.content,
                row.provider,
              ]),
              empty: say('report.nothing'),
              ...cutNote(rows.length, total, context),
            },
          ],
        },
      ],
      context,
    )
  },
}

function tallyTable(
  key: string,
  title: string,
  tallies: readonly { readonly key: string | null; readonly count: number }[],
  context: ReportContext,
): ReportTable {
  return {
    key,
    title: '',
    columns: [textColumn('what', title), countColumn('count', context.say('report.left')), barColumn],
    rows: tallies.map((tally) => [told(tally.key, context), tally.count, tally.count]),
    empty: context.say('report.nothing'),
  }
}
