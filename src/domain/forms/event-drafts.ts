import type { FormDef, FormState } from '../../model/forms.ts'
import type { DealDraft, FactDraft, InteractionDraft } from '../../model/intake.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { labelOf, shownValue } from './summary.ts'
import type { Answered } from './to-drafts.ts'

const factOf = ({ key, text, value }: Answered): FactDraft =>
  text === value ? { field: key, value } : { field: key, value, raw: text }

/** Exact: a decimal text of a money answer in 分. */
export function fenOf(value: string): number {
  const [yuan = '0', decimals = ''] = value.split('.')
  return (
    Number(yuan) * 100 +
    Math.sign(Number(`${yuan.startsWith('-') ? '-' : ''}1`)) * Number(decimals.padEnd(2, '0').slice(0, 2))
  )
}

const dealKeys: Readonly<Record<string, keyof DealDraft>> = {
  deal_on: 'on',
  contract_on: 'on',
  product: 'product',
  product_kind: 'product_kind',
  unit: 'unit',
  quantity: 'quantity',
  unit_price: 'unit_price',
  amount: 'amount',
  paid: 'paid',
  discount: 'discount',
  payment: 'payment',
  currency: 'currency',
  deal_status: 'status',
  sales_channel: 'channel',
  order_no: 'order_no',
  deal_staff: 'staff',
  deal_remark: 'remark',
}
const fenKeys = new Set(['unit_price', 'amount', 'paid'])

/** The deal the answers speak of; none where nothing about one was answered. */
export function dealDraft(own: readonly Answered[], state: FormState): readonly DealDraft[] {
  const told = own.filter(({ key }) => fieldByKey(key)?.stored === 'deal')
  if (told.length === 0) return []
  const values = told.flatMap((one) => {
    const name = dealKeys[one.key]
    return name === undefined ? [] : [[name, fenKeys.has(one.key) ? fenOf(one.value) : one.value]]
  })
  const facts = told.filter(({ key }) => dealKeys[key] === undefined).map(factOf)
  return [{ customer: null, kind: 'sale', on: state.startedOn, ...Object.fromEntries(values), facts }]
}

const interactionKeys: Readonly<Record<string, keyof InteractionDraft>> = {
  contact_on: 'on',
  visit_on: 'on',
  plan_on: 'next_on',
  contact_time: 'time',
  contact_kind: 'kind',
  contact_staff: 'staff',
  content: 'content',
  contact_place: 'place',
  next_contact: 'next_on',
}

/** What was wanted on that day, as it was told: the demand itself may change later. */
function wishOf(own: readonly Answered[]): string {
  const wishes = own.filter(({ key }) => fieldByKey(key)?.entity === 'demand')
  return wishes
    .map(({ question, value }) => `${labelOf(question, 'zh')} ${shownValue(question, value, 'zh')}`)
    .join('；')
}

/** The contact the answers speak of; none where nothing about one was answered. */
export function interactionDraft(
  own: readonly Answered[],
  def: FormDef,
  state: FormState,
): readonly InteractionDraft[] {
  const told = own.filter(({ key }) => fieldByKey(key)?.stored === 'interaction')
  if (told.length === 0) return []
  const values = told.flatMap((one) => {
    const name = interactionKeys[one.key]
    return name === undefined ? [] : [[name, one.value]]
  })
  const facts = told.filter(({ key }) => interactionKeys[key] === undefined).map(factOf)
  const wish = wishOf(own)
  const initiated = def.key === 'visitor' ? { customer_initiated: true } : {}
  return [
    {
      customer: null,
      kind: def.interaction ?? 'other',
      on: state.startedOn,
      staff: state.staff,
      ...initiated,
      ...(wish === '' ? {} : { content: wish }),
      ...Object.fromEntries(values),
      facts,
    },
  ]
}
