import { fieldByKey } from '../dictionary/fields.ts'
import type { ColumnEvidence } from './column-evidence.ts'
import type { TableRole } from './table-role.ts'

/** Which meaning of an ambiguous word a kind of table prefers. */
const preferred: Readonly<Record<TableRole, ReadonlySet<string>>> = {
  customers: new Set([
    'source_code',
    'opened_on',
    'status',
    'acquired_from',
    'total_spent',
    'visit_count',
    'house_type',
    'payment_terms',
    'size_wanted',
    'receivable',
    'region',
    'remark',
  ]),
  deals: new Set([
    'order_no',
    'quantity',
    'deal_on',
    'deal_status',
    'contract_status',
    'amount',
    'sales_channel',
    'payment',
    'pay_cycle',
    'leased_area',
    'deposit',
    'unit',
    'product',
    'contract_no',
  ]),
  interactions: new Set([
    'contact_on',
    'cost',
    'contact_kind',
    'booking_deposit',
    'booking_status',
    'table',
    'register_no',
    'content',
    'standard',
  ]),
  mixed: new Set(['visit_on', 'deal_on', 'source_code', 'status', 'acquired_from', 'amount', 'unit']),
}

type Adjust = (e: ColumnEvidence, context: WeighContext) => number

export interface WeighContext {
  readonly role: TableRole
  /** Fields some other column has by an unambiguous heading. */
  readonly sure: { readonly has: (key: string) => boolean }
  /** The heading can mean nothing else: what other columns are does not weaken it. */
  readonly exact: boolean
  /** Share of organisations among the names of the table; null where there is no name column yet. */
  readonly orgShare: number | null
}

const few = (e: ColumnEvidence): boolean => e.count < 3

const byKey: Readonly<Record<string, Adjust>> = {
  // 医生 beside 患者姓名 is who treats the customer.
  name: (_, c) => (!c.exact && c.sure.has('name') ? -0.4 : 0),
  row_no: (e) => (e.count > 0 && e.counting >= 0.6 ? 0.3 : few(e) ? 0 : -0.7),
  source_code: (e) => (e.counting >= 0.8 && e.count >= 3 ? -0.4 : e.distinct < 0.3 && e.count > 10 ? -0.2 : 0),
  order_no: (e, c) => (e.counting >= 0.8 && !few(e) ? -0.4 : c.role === 'interactions' ? -0.5 : 0),
  measure: (e) => (e.measure >= 0.6 ? 0.4 : -0.8),
  employer: (e) => (e.measure >= 0.5 ? -0.8 : 0.05),
  unit: (e) => (e.measure >= 0.5 ? -0.8 : e.orgName >= 0.5 ? -0.8 : e.code >= 0.3 ? 0.3 : -0.1),
  contact_kind: (e) => (e.kind >= 0.5 ? 0.4 : e.phone >= 0.2 ? -0.7 : 0),
  payment: (e) => (e.kind >= 0.5 && e.distinct > 0.9 ? -0.2 : 0),
  contact_time: (e) => (e.time >= 0.5 ? 0.4 : -0.7),
  owner: (e, c) => (c.sure.has('owner') ? -0.6 : e.count >= 5 && e.distinct <= 0.5 ? 0.25 : 0),
  contact_person: (e, c) =>
    c.sure.has('contact_person')
      ? -0.5
      : (c.orgShare ?? 0) >= 0.5 && (e.distinct > 0.5 || few(e))
        ? 0.3
        : e.personName >= 0.3
          ? 0
          : -0.2,
  legal_rep: (_, c) =>
    c.sure.has('legal_rep')
      ? -0.6
      : c.sure.has('contact_person') && (c.sure.has('owner') || c.sure.has('uscc'))
        ? 0.3
        : -0.1,
  follow_up: (e) => (e.long >= 0.4 && e.date + e.phone === 0 ? 0.05 : 0),
  visit_on: (_, c) => (c.sure.has('visit_no') || c.sure.has('follow_up') ? 0.2 : 0),
  city: (e) => (e.count > 0 && e.address >= 0.2 ? -0.2 : 0),
  guests: (e) => (e.number + e.date < 0.2 && e.long > 0.5 ? -0.4 : 0),
}

function byType(key: string, e: ColumnEvidence): number {
  if (few(e)) return 0
  switch (fieldByKey(key)?.type) {
    case 'phone':
      return e.phone >= 0.3
        ? 0.1
        : e.number >= 0.5 || e.idNumber > 0.3
          ? 0
          : e.phone < 0.05 && (e.personName > 0.5 || e.date > 0.5 || e.address > 0.5)
            ? -0.6
            : 0
    case 'email':
      return e.email >= 0.3 ? 0.1 : e.email === 0 && e.phone > 0.5 ? -0.6 : 0
    case 'date':
      return e.date >= 0.2 || e.number >= 0.3 ? 0.1 : e.long > 0.5 || e.personName > 0.5 || e.phone > 0.3 ? -0.6 : 0
    case 'money':
      if (e.phone > 0.6 && e.number < 1) return -0.5
      return e.number >= 0.2 ? 0.1 : e.personName > 0.6 || e.date > 0.6 ? -0.5 : 0
    case 'name':
    case 'person-name':
      return e.phone > 0.7 && e.personName < 0.1 && e.orgName < 0.1 && e.number > 0.7 ? -0.5 : 0
    default:
      return 0
  }
}

/** Fields judged by what the other columns are. */
const others = new Set(['owner', 'contact_person', 'legal_rep'])

/** How well a field fits a column beside what its heading says: about -0.8 to +0.6. */
export function weigh(key: string, evidence: ColumnEvidence, context: WeighContext): number {
  const adjust = context.exact && others.has(key) ? 0 : (byKey[key]?.(evidence, context) ?? 0)
  return adjust + byType(key, evidence) + (preferred[context.role].has(key) ? 0.12 : 0)
}
