import type { HeadingMatch } from '../dictionary/headings.ts'

/** What a table's rows are, before it is said what they make. */
export type TableRole = 'customers' | 'deals' | 'interactions' | 'mixed'

const weights: Readonly<Record<'customers' | 'deals' | 'interactions', Readonly<Record<string, number>>>> = {
  deals: {
    product: 3,
    amount: 2,
    order_no: 2,
    quantity: 2,
    unit_price: 2,
    serial_no: 3,
    payment: 1,
    deal_on: 2,
    paid: 1.5,
    bonus: 1.5,
    contract_start: 3,
    contract_end: 3,
    rent: 3,
    monthly_rent: 3,
    yearly_rent: 2,
    contract_no: 2,
    contract_on: 2,
    unit: 2,
    trade_in: 1,
    deal_status: 1.5,
    deposit: 1.5,
    leased_area: 1,
    rent_free: 1,
    management_fee: 1.5,
    pay_cycle: 1,
    discount: 1,
    contract_term: 1.5,
    gross: 1,
    warranty: 1,
    measure: 1,
  },
  interactions: {
    content: 3,
    contact_on: 2,
    contact_kind: 2,
    meal: 3,
    guests: 2,
    table: 3,
    tables: 2,
    standard: 2,
    booking_deposit: 1,
    visit_on: 2.5,
    visit_no: 1.5,
    result: 1,
    follow_up: 1,
    next_contact: 0.5,
    contact_place: 1,
    contact_staff: 1,
    companions: 1,
    contact_time: 1,
    cost: 1,
    occasion: 1,
  },
  customers: {
    gender: 2,
    birth: 2,
    level: 1.5,
    id_number: 2,
    address: 1.5,
    home_address: 1.5,
    work_address: 1,
    mailing_address: 1,
    opened_on: 1,
    acquired_from: 1,
    email: 1,
    wechat: 1,
    uscc: 2,
    points: 2,
    balance: 1,
    receivable: 1,
    opening_balance: 1,
    total_spent: 1,
    industry: 1,
    customer_type: 1,
    age_band: 1,
    occupation: 1,
    budget: 1,
    house_type: 1,
    size_wanted: 1,
    contact_person: 1,
    title: 1,
    country: 1,
    website: 1,
    legal_rep: 2,
    fax: 1,
    last_visit: 1,
    last_order: 1,
    last_contact: 1,
    hobby: 1,
    dining_preference: 1,
    province: 1,
    city: 1,
    education: 1,
    intent: 1,
    buying_purpose: 1,
    credit_limit: 1,
    bank_account: 1,
    wedding: 1,
    family: 1,
    short_name: 1,
    region: 0.5,
    source_code: 0.5,
    name: 0.5,
    mobile: 0.5,
    phone: 0.5,
  },
}

const titleWords: readonly (readonly ['customers' | 'deals' | 'interactions', RegExp])[] = [
  [
    'deals',
    /流水|销售[明细记单台]|订单|消费记录|充值|储值|交易|成交|合同|租约|收款|出货|发货|购买记录|业绩|sales|orders?\b|transactions?|purchases?|invoices?|contracts?/i,
  ],
  [
    'interactions',
    /跟进|回访|来访|来电|来店|到店|来客|进店|试驾|看房|带看|咨询|走访|面访|拜访|订位|预订|预约|沟通|联系记录|访问记录|接待|日志|visits?\b|activit|call log|bookings?|reservations?|interactions?/i,
  ],
  [
    'customers',
    /客户[资信名档列登表明]|会员[登资名信表导列]|业主|租户[信资登名]|通讯录|名[单册录]|档案|花名册|联系人|customers?|contacts?|members?|clients?|leads?|accounts?/i,
  ],
]

/** Points for each reading of a table, from what its headings may mean and what its titles say. */
export function rolePoints(
  columns: readonly (readonly HeadingMatch[])[],
  titles: readonly string[],
): Record<'customers' | 'deals' | 'interactions', number> {
  const points = { customers: 0, deals: 0, interactions: 0 }
  const roles = ['customers', 'deals', 'interactions'] as const
  for (const matches of columns) {
    const best = matches[0]
    if (best === undefined || best.score < 0.6) continue
    // An ambiguous word speaks for nothing by itself.
    const sure = matches.filter((match) => match.score === best.score)
    for (const role of roles) {
      const least = Math.min(...sure.map((match) => weights[role][match.key] ?? 0))
      points[role] += least * best.score
    }
  }
  for (const [role, words] of titleWords) if (titles.some((title) => words.test(title))) points[role] += 1.5
  return points
}

/** What the table's rows are: one thing, or customers with their deals or contacts at once. `dated`: a column may be the day of a contact. */
export function decideRole(points: Record<'customers' | 'deals' | 'interactions', number>, dated = false): TableRole {
  const { customers, deals, interactions } = points
  if ((deals >= 4 || (deals >= 3 && deals > customers)) && deals >= interactions)
    return customers >= 5 ? 'mixed' : 'deals'
  if (interactions >= 4) return customers >= 5 ? 'mixed' : 'interactions'
  // What was talked about on which day, and with whom, but hardly a word of the customer.
  return dated && interactions >= 3 && interactions > customers + 1 ? 'interactions' : 'customers'
}
