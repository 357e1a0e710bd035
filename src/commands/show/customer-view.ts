import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { codeOf } from '../../domain/search/query.ts'
import type { ReportTable } from '../../model/report.ts'
import type { CustomerSection, CustomerView, ShownValue } from '../../model/view.ts'
import { money } from '../../render/number.ts'
import type { Book } from '../../store/book.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import type { Row } from '../../store/journal.ts'
import { provenanceOf } from '../../store/provenance.ts'
import type { Context } from '../context.ts'
import { fieldLabel, shownText } from './field-words.ts'

/** Columns of the profile, in the order people look for them. */
const PROFILE = [
  'surname',
  'given_name',
  'honorific',
  'gender',
  'birth',
  'age_band',
  'id_number',
  'uscc',
  'short_name',
  'english_name',
]
const WORK = [
  'employer',
  'department',
  'title',
  'occupation',
  'education',
  'industry',
  'legal_rep',
  'website',
  'region',
]
const CARD = ['source_code', 'acquired_from', 'level', 'opened_on', 'status']
const PERSONAL: Readonly<Record<string, ShownValue['personal']>> = { id_number: 'id', uscc: 'id' }
const PHONES = new Set(['mobile', 'landline', 'service', 'intl'])

/** Puts what the book holds of a customer into the reader's words. */
export function customerView(ctx: Context, book: Book, file: CustomerFile): CustomerView {
  const { say } = ctx
  const { party, customer } = file
  const id = Number(party['id'])
  const origins = originsOf(ctx, book)
  return {
    code: codeOf(id),
    name: String(party['name']),
    headline: headline(ctx, file),
    first: [
      ...file.contacts.slice(0, 4).map((row) => contactValue(ctx, row, origins)),
      ...file.addresses.slice(0, 1).map((row) => addressValue(ctx, row, origins)),
      {
        label: say('show-purchases'),
        value: say('show-purchase-total', { count: file.dealTotals.count, amount: money(file.dealTotals.amount) }),
      },
      ...lastContact(ctx, file),
    ],
    warnings: warnings(ctx, file),
    sections: [
      section('profile', say('show-profile'), rowValues(ctx, party, PROFILE, origins)),
      section('work', say('show-work'), rowValues(ctx, party, WORK, origins)),
      section(
        'card',
        say('show-card'),
        customer === undefined
          ? []
          : rowValues(ctx, { ...customer, source_row_id: party['source_row_id'] ?? null }, CARD, origins),
      ),
      section(
        'contacts',
        say('show-contacts'),
        file.contacts.slice(4).map((row) => contactValue(ctx, row, origins)),
      ),
      section(
        'addresses',
        say('show-addresses'),
        file.addresses.slice(1).map((row) => addressValue(ctx, row, origins)),
      ),
      section('facts', say('show-facts'), factValues(ctx, file.facts, origins)),
      section('remark', say('show-remark'), rowValues(ctx, party, ['remark'], origins)),
      section(
        'aliases',
        say('show-aliases'),
        file.aliases.map((row) => ({ label: say(`alias-${aliasReason(row)}`), value: String(row['name']) })),
      ),
      section(
        'relations',
        say('show-relations'),
        file.relations.map((row) => relationValue(ctx, row)),
      ),
      tableSection('interactions', interactionTable(ctx, file)),
      tableSection('deals', dealTable(ctx, file)),
      section(
        'merged',
        say('show-merged'),
        file.absorbed.map((one) => ({ label: codeOf(one), value: say('show-merged-here') })),
      ),
    ].filter(({ values = [], table }) => values.length > 0 || (table?.rows.length ?? 0) > 0),
  }
}

type Origins = (row: Row) => { readonly from?: string }

/** Where a row came from in a few words; asked once for each source. */
function originsOf(ctx: Context, book: Book): Origins {
  const known = new Map<string, string>()
  return (row) => {
    const sourceRow =
      row['source_row_id'] === undefined || row['source_row_id'] === null ? null : Number(row['source_row_id'])
    const key = `${row['operation_id']}-${sourceRow}`
    const before = known.get(key)
    if (before !== undefined) return { from: before }
    const found = provenanceOf(book, Number(row['operation_id']), sourceRow)
    if (found === undefined) return {}
    const { file } = found
    const text =
      file === undefined
        ? ctx.say('show-by-hand', { staff: found.staff, kind: found.operationKind })
        : ctx.say('show-from-file', { file: file.name, sheet: file.sheet, row: file.row })
    known.set(key, text)
    return { from: text }
  }
}

function headline(ctx: Context, { party, customer, tier }: CustomerFile): string[] {
  const { say } = ctx
  const level = tier?.['level'] ?? customer?.['tier']
  return [
    say(party['kind'] === 'org' ? 'kind-org' : 'kind-person'),
    ...(typeof level === 'string' ? [say('show-tier', { level })] : []),
    ...(typeof customer?.['owner'] === 'string' ? [say('show-owner', { owner: customer['owner'] })] : []),
    ...(customer === undefined ? [say('show-not-customer')] : []),
    ...(customer?.['stub'] === 1 ? [say('show-stub')] : []),
    ...(party['status'] === 'archived' ? [say('show-archived')] : []),
  ]
}

function warnings(ctx: Context, { findings, interactions }: CustomerFile): string[] {
  const serious = findings.filter((row) => row['severity'] !== 'info')
  const next = interactions
    .map((row) => row['next_on'])
    .filter((day) => typeof day === 'string')
    .sort()
    .at(-1)
  return [
    ...(serious.length > 0 ? [ctx.say('show-findings', { count: serious.length })] : []),
    ...(next === undefined ? [] : [ctx.say('show-next-contact', { day: next })]),
  ]
}

const section = (key: string, title: string, values: readonly ShownValue[]): CustomerSection => ({ key, title, values })
const tableSection = (key: string, table: ReportTable): CustomerSection => ({
  key,
  title: table.title,
  table: { ...table, title: '' },
})

function rowValues(ctx: Context, row: Row, columns: readonly string[], origins: Origins): ShownValue[] {
  return columns.flatMap((column) => {
    const value = row[column]
    if (value === null || value === undefined) return []
    const personal = PERSONAL[column]
    return [
      {
        label: fieldLabel(ctx, column),
        value: shownText(ctx, column, String(value)),
        ...origins(row),
        ...(personal === undefined ? {} : { personal }),
      },
    ]
  })
}

function contactValue(ctx: Context, row: Row, origins: Origins): ShownValue {
  const type = String(row['type'])
  const ext = row['ext'] === null ? '' : ctx.say('show-ext', { ext: String(row['ext']) })
  const label = row['label'] === null ? '' : `（${row['label']}）`
  return {
    label: fieldLabel(ctx, type),
    value: `${row['canonical'] ?? row['raw']}${ext}${label}`,
    ...(row['canonical'] === null ? { state: 'doubtful' as const, remark: ctx.say('show-unreadable') } : {}),
    ...(PHONES.has(type) ? { personal: 'phone' as const } : type === 'email' ? { personal: 'email' as const } : {}),
    ...origins(row),
  }
}

function addressValue(ctx: Context, row: Row, origins: Origins): ShownValue {
  return { label: fieldLabel(ctx, 'address'), value: String(row['raw']), personal: 'address', ...origins(row) }
}

/** The newest value of each field. */
function factValues(ctx: Context, facts: readonly Row[], origins: Origins): ShownValue[] {
  const seen = new Set<string>()
  return facts.flatMap((row) => {
    const field = String(row['field'])
    if (seen.has(field)) return []
    seen.add(field)
    return [{ label: fieldLabel(ctx, field), value: shownText(ctx, field, String(row['value'])), ...origins(row) }]
  })
}

function relationValue(ctx: Context, row: Row): ShownValue {
  const type =
    fieldByKey('relation_type')?.choices?.find(({ value }) => value === row['type'])?.[ctx.lang] ??
    ctx.tell({ code: `relation.${row['type']}` })
  const title = row['title'] === null ? '' : `（${row['title']}）`
  const arrow = row['direction'] === 'out' ? '→' : '←'
  return { label: `${arrow} ${type}`, value: `${row['other_name']}${title}  ${codeOf(Number(row['other_id']))}` }
}

function lastContact(ctx: Context, { interactions }: CustomerFile): ShownValue[] {
  const last = interactions.find((row) => row['on_day'] !== null)
  if (last === undefined) return []
  return [
    {
      label: ctx.say('show-last-contact'),
      value: `${last['on_day']}  ${ctx.tell({ code: `interaction-${last['kind']}` })}`,
    },
  ]
}

const aliasReason = (row: Row): 'former' | 'short' | 'english' | 'nickname' | 'other' => {
  const reason = String(row['reason'])
  return reason === 'former' || reason === 'short' || reason === 'english' || reason === 'nickname' ? reason : 'other'
}

function interactionTable(ctx: Context, { interactions }: CustomerFile): ReportTable {
  const { say } = ctx
  return {
    key: 'interactions',
    title: say('show-interactions'),
    columns: [
      { key: 'on', title: say('column-on'), type: 'date' },
      { key: 'kind', title: say('column-kind'), type: 'text' },
      { key: 'staff', title: say('column-staff'), type: 'text' },
      { key: 'content', title: say('column-content'), type: 'text' },
    ],
    rows: interactions.map((row) => [
      row['on_day'] as string | null,
      ctx.tell({ code: `interaction-${row['kind']}` }),
      row['staff'] as string | null,
      row['content'] as string | null,
    ]),
  }
}

function dealTable(ctx: Context, { deals }: CustomerFile): ReportTable {
  const { say } = ctx
  return {
    key: 'deals',
    title: say('show-deals'),
    columns: [
      { key: 'on', title: say('column-on'), type: 'date' },
      { key: 'kind', title: say('column-kind'), type: 'text' },
      { key: 'product', title: say('column-product'), type: 'text' },
      { key: 'amount', title: say('column-amount'), type: 'money' },
      { key: 'remark', title: say('column-remark'), type: 'text' },
    ],
    rows: deals.map((row) => [
      row['on_day'] as string | null,
      ctx.tell({ code: `deal-${row['kind']}` }),
      row['product'] as string | null,
      row['amount'] as number | null,
      row['remark'] as string | null,
    ]),
  }
}
