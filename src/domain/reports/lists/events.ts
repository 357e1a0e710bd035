import type { ReportTable } from '../../../model/report.ts'
import type { EventLine, Listed, VisitFacts } from '../../../model/report-facts.ts'
import {
  barColumn,
  countColumn,
  cutNote,
  dateColumn,
  kindName,
  moneyColumn,
  proseColumn,
  share,
  shareColumn,
  textColumn,
  told,
} from '../parts.ts'
import { dayChart, staffTable } from '../period-contacts.ts'
import type { ReportContext, ReportSpec } from '../spec.ts'
import { listView } from './view.ts'

function eventTable(key: string, { rows, total }: Listed<EventLine>, context: ReportContext): ReportTable {
  const { say } = context
  return {
    key,
    title: '',
    columns: [
      dateColumn('on', say('report.day')),
      textColumn('code', say('report.code')),
      textColumn('name', say('report.customer'), 'name'),
      textColumn('kind', say('report.kind')),
      proseColumn('content', say('report.content')),
      moneyColumn('amount', say('report.amount'), context, false),
      textColumn('staff', say('report.staff')),
    ],
    rows: rows.map(({ on, code, name, kind, content, amount, staff }) => [
      on,
      code,
      name,
      kindName(kind, context),
      content,
      amount,
      staff,
    ]),
    empty: say('report.contacts.none'),
    ...cutNote(rows.length, total, context),
  }
}

/** L6 与客户来往大事记: events in time order, customer by customer. */
export const chronicleReport: ReportSpec<'chronicle'> = {
  name: 'chronicle',
  list: 'L6',
  period: 'all',
  view: (facts, context) =>
    listView(
      'chronicle',
      facts.total,
      [{ key: 'events', title: context.say('report.events'), tables: [eventTable('events', facts, context)] }],
      context,
    ),
}

/** L7 来电来访: who received how many, from where they came, and each of them. */
export const visitsReport: ReportSpec<'visits'> = {
  name: 'visits',
  list: 'L7',
  period: 'week',
  view: (facts, context) => {
    const { say } = context
    return listView(
      'visits',
      facts.lines.total,
      [
        {
          key: 'overview',
          title: say('report.overview'),
          figures: figures(facts, context),
          charts: [dayChart(facts.byDay, context)],
        },
        {
          key: 'staff',
          title: say('report.contacts.by-staff'),
          tables: [{ ...staffTable(facts.byStaffAndKind, context), title: '' }],
        },
        { key: 'sources', title: say('report.new.by-source'), tables: [sourceTable(facts, context)] },
        { key: 'events', title: say('report.lines'), tables: [eventTable('events', facts.lines, context)] },
      ],
      context,
    )
  },
}

function figures({ lines, firstTimers, before }: VisitFacts, { say }: ReportContext) {
  const changeOf = say('report.against.before')
  return [
    {
      key: 'visits',
      title: say('report.number.visits'),
      value: lines.total,
      type: 'integer',
      change: lines.total - before.visits,
      changeOf,
    },
    {
      key: 'first_timers',
      title: say('report.first-timers'),
      value: firstTimers,
      type: 'integer',
      change: firstTimers - before.firstTimers,
      changeOf,
    },
  ] as const
}

function sourceTable({ bySource }: VisitFacts, context: ReportContext): ReportTable {
  const { say } = context
  const all = bySource.reduce((sum, { count }) => sum + count, 0)
  return {
    key: 'sources',
    title: '',
    columns: [
      textColumn('source', say('report.source')),
      countColumn('count', say('report.times')),
      shareColumn('share', say('report.share')),
      barColumn,
    ],
    rows: bySource.map(({ key, count }) => [told(key, context), count, share(count, all), count]),
    empty: say('report.contacts.none'),
  }
}
