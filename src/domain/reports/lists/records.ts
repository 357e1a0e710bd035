import type { Column, ReportTable } from '../../../model/report.ts'
import type { ChangeFacts } from '../../../model/report-facts.ts'
import { meals } from '../../cards/meals.ts'
import { countColumn, cutNote, dateColumn, textColumn, tierLabel } from '../parts.ts'
import type { ReportContext, ReportSpec } from '../spec.ts'
import { lineTable } from './lines.ts'
import { listView } from './view.ts'

const roles = new Set(['decides', 'influences', 'uses', 'gates', 'pays'])
const roleName = (role: string | null, { say }: ReportContext): string | null =>
  role !== null && roles.has(role) ? say(`report.role.${role}`) : role

/** L5 客户决策链条关键人物 */
export const decisionMakersReport: ReportSpec<'decision-makers'> = {
  name: 'decision-makers',
  list: 'L5',
  period: 'none',
  view: ({ rows, total }, context) => {
    const { say } = context
    const table = {
      key: 'people',
      title: '',
      columns: [
        textColumn('org_code', say('report.code')),
        textColumn('org', say('report.organisation'), 'name'),
        textColumn('person', say('report.person'), 'name'),
        textColumn('role', say('report.role')),
        textColumn('title', say('report.title-of')),
        textColumn('phone', say('report.phone'), 'phone'),
        dateColumn('last_contact_on', say('report.last-contact')),
        textColumn('tier', say('report.tier')),
      ],
      rows: rows.map(({ orgCode, org, person, role, title, phone, lastContactOn, tier }) => [
        orgCode,
        org,
        person,
        roleName(role, context),
        title,
        phone,
        lastContactOn,
        tier === null ? null : tierLabel(tier, context),
      ]),
      empty: say('report.nobody'),
      ...cutNote(rows.length, total, context),
    }
    return listView(
      'decision-makers',
      total,
      [{ key: 'people', title: say('report.decision-makers.title'), tables: [table] }],
      context,
    )
  },
}

/** What every table of changes has: its key, what is said where it is empty or cut. */
function changeTable(
  key: string,
  listed: { readonly rows: readonly unknown[]; readonly total: number },
  context: ReportContext,
) {
  const empty = context.say('report.changes.none')
  return { key, title: '', empty, ...cutNote(listed.rows.length, listed.total, context) }
}

const whenAndWho = ({ say }: ReportContext): Column[] => [
  { key: 'at', title: say('report.at'), type: 'instant' },
  textColumn('code', say('report.code')),
  textColumn('name', say('report.customer'), 'name'),
]

function changedTable(changed: ChangeFacts['changed'], context: ReportContext): ReportTable {
  const { say, fieldName, fieldValue, verbName, wallClock } = context
  const shown = (field: string, value: string | null) => (value === null ? null : fieldValue(field, value))
  return {
    ...changeTable('changed', changed, context),
    columns: [
      ...whenAndWho(context),
      textColumn('field', say('report.field')),
      textColumn('from', say('report.from'), 'id'),
      textColumn('to', say('report.to'), 'id'),
      textColumn('verb', say('report.verb')),
      textColumn('staff', say('report.staff')),
    ],
    rows: changed.rows.map(({ at, code, name, field, from, to, verb, staff }) => [
      ...[wallClock(at), code, name, fieldName(field)],
      ...[shown(field, from), shown(field, to), verbName(verb), staff],
    ]),
  }
}

function mergedTable(merged: ChangeFacts['merged'], context: ReportContext): ReportTable {
  const { say, wallClock } = context
  return {
    ...changeTable('merged', merged, context),
    columns: [...whenAndWho(context), textColumn('into', say('report.into')), textColumn('staff', say('report.staff'))],
    rows: merged.rows.map(({ at, code, name, into, staff }) => [wallClock(at), code, name, into, staff]),
  }
}

/** L13 新增信息数据、变动信息数据 */
export const changesReport: ReportSpec<'changes'> = {
  name: 'changes',
  list: 'L13',
  period: 'week',
  view: ({ added, changed, merged }, context) => {
    const { say } = context
    const newcomers = lineTable(['openedOn', 'code', 'name', 'phone', 'source', 'owner', 'city'], added.rows, context)
    return listView(
      'changes',
      added.total + changed.total + merged.total,
      [
        {
          key: 'added',
          title: say('report.added'),
          tables: [{ ...changeTable('added', added, context), ...newcomers }],
        },
        { key: 'changed', title: say('report.changed'), tables: [changedTable(changed, context)] },
        { key: 'merged', title: say('report.merged'), tables: [mergedTable(merged, context)] },
      ],
      context,
    )
  },
}

/** L11 客户信息卡领取、回收登记表 */
export const cardsReport: ReportSpec<'cards'> = {
  name: 'cards',
  list: 'L11',
  period: 'week',
  view: ({ lines: { rows, total } }, context) => {
    const { say } = context
    const table = {
      key: 'cards',
      title: '',
      columns: [
        dateColumn('on', say('report.day')),
        textColumn('meal', say('report.meal')),
        textColumn('room', say('report.room')),
        textColumn('customer', say('report.customer'), 'name'),
        countColumn('quantity', say('report.quantity')),
        textColumn('taken_by', say('report.taken-by')),
        textColumn('taken_at', say('report.taken-at')),
        countColumn('returned', say('report.returned')),
        textColumn('returned_at', say('report.returned-at')),
        countColumn('missing', say('report.missing')),
      ],
      rows: rows.map(({ on, meal, room, customer, quantity, takenBy, takenAt, returned, returnedAt }) => [
        on,
        meals.find(({ value }) => value === meal)?.[context.lang] ?? meal,
        room,
        customer,
        quantity,
        takenBy,
        takenAt,
        returned,
        returnedAt,
        quantity - returned,
      ]),
      empty: say('report.no-cards'),
      ...cutNote(rows.length, total, context),
    }
    return listView('cards', total, [{ key: 'cards', title: say('report.cards.title'), tables: [table] }], context)
  },
}
