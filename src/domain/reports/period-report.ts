import type { ReportSection, ReportView } from '../../model/report.ts'
import type { WeeklyFacts } from '../../model/report-facts.ts'
import {
  barColumn,
  countColumn,
  dateColumn,
  dateKindName,
  moneyColumn,
  share,
  shareColumn,
  subtitle,
  textColumn,
  tierLabel,
  told,
} from './parts.ts'
import { contactsSection } from './period-contacts.ts'
import { needsSection } from './period-needs.ts'
import { overviewSection } from './period-overview.ts'
import { qualitySection } from './period-quality.ts'
import { tiersSection } from './period-tiers.ts'
import type { Pace, ReportContext } from './spec.ts'

/** One period held against the one before and the one a year ago; what needs a person stands on top. */
export function periodView(pace: Pace, facts: WeeklyFacts, context: ReportContext): ReportView {
  const { say, lang, period, madeAt } = context
  const name = pace === 'week' ? 'weekly' : 'monthly'
  return {
    key: name,
    title: say(`report.${name}.title`, { period: period?.name ?? '' }),
    subtitle: subtitle(context, say(`report.${name}.purpose`), facts.customersTotal),
    lang,
    ...(period === undefined ? {} : { period }),
    ...(madeAt === undefined ? {} : { madeAt }),
    sections: [
      needsSection(facts.waiting, context),
      overviewSection(pace, facts, context),
      newSection(pace, facts, context),
      contactsSection(facts, context),
      changesSection(facts, context),
      tiersSection(facts, context),
      qualitySection(facts, context),
      topSection(pace, facts, context),
      datesSection(pace, facts, context),
    ],
  }
}

function newSection(
  pace: Pace,
  { newBySource, newByOwner, numbers }: WeeklyFacts,
  context: ReportContext,
): ReportSection {
  const { say } = context
  return {
    key: 'new',
    title: say('report.new'),
    charts: [
      {
        key: 'new-by-source',
        title: say('report.new.by-source'),
        kind: 'share',
        labels: newBySource.map(({ key }) => told(key, context)),
        series: [{ name: say('report.customers'), values: newBySource.map(({ count }) => count) }],
      },
    ],
    tables: [
      {
        key: 'new-by-source',
        title: say('report.new.by-source'),
        columns: [
          textColumn('source', say('report.source')),
          countColumn('count', say(`report.now.${pace}`)),
          shareColumn('share', say('report.share')),
          countColumn('before', say(`report.before.${pace}`)),
          countColumn('change', say('report.change')),
          barColumn,
        ],
        rows: newBySource.map(({ key, count, before }) => [
          told(key, context),
          count,
          share(count, numbers.customersNew),
          before,
          count - before,
          count,
        ]),
        empty: say('report.new.none'),
      },
      {
        key: 'new-by-owner',
        title: say('report.new.by-owner'),
        columns: [textColumn('owner', say('report.owner')), countColumn('count', say('report.customers'))],
        rows: newByOwner.map(({ key, count }) => [told(key, context), count]),
        empty: say('report.new.none'),
      },
    ],
  }
}

function changesSection({ numbers, changesByField }: WeeklyFacts, context: ReportContext): ReportSection {
  const { say, fieldName } = context
  return {
    key: 'changes',
    title: say('report.changes'),
    figures: [
      { key: 'values_changed', title: say('report.changes.values'), value: numbers.valuesChanged, type: 'integer' },
      { key: 'customers_merged', title: say('report.changes.merged'), value: numbers.customersMerged, type: 'integer' },
      {
        key: 'customers_archived',
        title: say('report.changes.archived'),
        value: numbers.customersArchived,
        type: 'integer',
      },
    ],
    tables: [
      {
        key: 'changes-by-field',
        title: say('report.changes.by-field'),
        columns: [textColumn('field', say('report.field')), countColumn('count', say('report.times')), barColumn],
        rows: changesByField.map(({ field, count }) => [fieldName(field), count, count]),
        empty: say('report.changes.none'),
      },
    ],
  }
}

function topSection(pace: Pace, { topInPeriod, topOfAll }: WeeklyFacts, context: ReportContext): ReportSection {
  const { say } = context
  const columns = [
    { key: 'rank', title: say('report.rank'), type: 'integer' as const },
    textColumn('code', say('report.code')),
    textColumn('name', say('report.customer'), 'name'),
    textColumn('tier', say('report.tier')),
    textColumn('owner', say('report.owner')),
    countColumn('deals', say('report.deals'), false),
    moneyColumn('amount', say('report.amount'), context, false),
  ]
  return {
    key: 'top',
    title: say('report.top'),
    tables: [
      {
        key: 'top-in-period',
        title: say(`report.top.${pace}`),
        columns: [...columns, moneyColumn('before', say(`report.before.${pace}`), context, false)],
        rows: topInPeriod.map(({ code, name, tier, owner, deals, amount, amountBefore }, at) => [
          at + 1,
          code,
          name,
          tier,
          owner,
          deals,
          amount,
          amountBefore,
        ]),
        empty: say('report.top.none'),
      },
      {
        key: 'top-of-all',
        title: say('report.top.all'),
        columns,
        rows: topOfAll.map(({ code, name, tier, owner, deals, amount }, at) => [
          at + 1,
          code,
          name,
          tier,
          owner,
          deals,
          amount,
        ]),
        empty: say('report.top.none'),
      },
    ],
  }
}

function datesSection(pace: Pace, { dates }: WeeklyFacts, context: ReportContext): ReportSection {
  const { say } = context
  return {
    key: 'dates',
    title: say(`report.dates.${pace}`),
    tables: [
      {
        key: 'dates',
        title: '',
        columns: [
          dateColumn('on', say('report.day')),
          textColumn('kind', say('report.what')),
          textColumn('code', say('report.code')),
          textColumn('name', say('report.customer'), 'name'),
          textColumn('person', say('report.whose'), 'name'),
          textColumn('tier', say('report.tier')),
          textColumn('owner', say('report.owner')),
          countColumn('years', say('report.years'), false),
        ],
        rows: dates.map(({ on, kind, code, name, person, tier, owner, years }) => [
          on,
          dateKindName(kind, context),
          code,
          name,
          person,
          tier === null ? null : tierLabel(tier, context),
          owner,
          years,
        ]),
        empty: say('report.dates.none'),
      },
    ],
  }
}
