import type { Column, ReportCell } from '../../../model/report.ts'
import type { CustomerLine } from '../../../model/report-facts.ts'
import { countColumn, dateColumn, moneyColumn, textColumn, tierLabel } from '../parts.ts'
import type { ReportContext } from '../spec.ts'

interface LineColumn {
  readonly column: (context: ReportContext) => Column
  readonly cell: (line: CustomerLine, context: ReportContext) => ReportCell
}

const text = (key: keyof CustomerLine & string, word: string, personal?: Column['personal']): LineColumn => ({
  column: ({ say }) => textColumn(key, say(word), personal),
  cell: (line) => line[key],
})

/** What a customer's line can show; a list picks from these, in its own order. */
const lineColumns = {
  code: text('code', 'report.code'),
  name: text('name', 'report.customer', 'name'),
  tier: {
    column: ({ say }) => textColumn('tier', say('report.tier')),
    cell: ({ tier }, context) => (tier === null ? null : tierLabel(tier, context)),
  },
  owner: text('owner', 'report.owner'),
  source: text('source', 'report.source'),
  openedOn: { column: ({ say }) => dateColumn('opened_on', say('report.opened-on')), cell: ({ openedOn }) => openedOn },
  province: text('province', 'report.province'),
  city: text('city', 'report.city'),
  district: text('district', 'report.district'),
  address: text('address', 'report.address', 'address'),
  phone: text('phone', 'report.phone', 'phone'),
  email: text('email', 'report.email', 'email'),
  contactName: {
    column: ({ say }) => textColumn('contact_name', say('report.contact-name'), 'name'),
    cell: ({ contactName }) => contactName,
  },
  deals: { column: ({ say }) => countColumn('deals', say('report.deals')), cell: ({ deals }) => deals },
  amount: {
    column: (context) => moneyColumn('amount', context.say('report.amount'), context),
    cell: ({ amount }) => amount,
  },
  average: {
    column: (context) => moneyColumn('average', context.say('report.average'), context, false),
    cell: ({ amount, deals }) => (deals === 0 ? null : Math.round(amount / deals)),
  },
  lastDealOn: {
    column: ({ say }) => dateColumn('last_deal_on', say('report.last-deal')),
    cell: ({ lastDealOn }) => lastDealOn,
  },
  lastContactOn: {
    column: ({ say }) => dateColumn('last_contact_on', say('report.last-contact')),
    cell: ({ lastContactOn }) => lastContactOn,
  },
  contacts: {
    column: ({ say }) => countColumn('contacts', say('report.contacts-count')),
    cell: ({ contacts }) => contacts,
  },
} as const satisfies Readonly<Record<string, LineColumn>>

export type LineColumnName = keyof typeof lineColumns

/** Columns and rows of customers' lines. */
export function lineTable(names: readonly LineColumnName[], lines: readonly CustomerLine[], context: ReportContext) {
  const picked: readonly LineColumn[] = names.map((name) => lineColumns[name])
  return {
    columns: picked.map(({ column }) => column(context)),
    rows: lines.map((line) => picked.map(({ cell }) => cell(line, context))),
  }
}
