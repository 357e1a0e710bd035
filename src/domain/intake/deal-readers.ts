import { foldText } from '../normalize/fold.ts'
import { type CellReader, type ColumnFacts, kept, readCode, readDay, readMoney, readSerial } from './cell-values.ts'
import { sideFact } from './fact-readers.ts'
import { dealOf, note, type OpenDeal, type RowDraft } from './row-draft.ts'
import type { RowMaking } from './row-making.ts'

const texts = {
  product: 'product',
  product_kind: 'product_kind',
  unit: 'unit',
  discount: 'discount',
  payment: 'payment',
  sales_channel: 'channel',
  deal_status: 'status',
  contract_status: 'status',
  deal_staff: 'staff',
  deal_remark: 'remark',
} as const satisfies Record<string, keyof OpenDeal>

const tradeIn = /^\s*([\d,.]+)\s*(?:元)?\s*[-－—]\s*(?:旧机?|以旧换新|抵扣?|折抵|回收|trade-?in)[^\d]{0,6}([\d,.]+)/i

/** The reader of a column that speaks of the row's deal; undefined for other fields. */
export function dealReader(target: string, facts: ColumnFacts, making: RowMaking): CellReader | undefined {
  if (target in texts) {
    const key = texts[target as keyof typeof texts]
    return (draft, cell) => {
      const text = kept(cell)
      if (text !== '') dealOf(draft)[key] = text
    }
  }
  switch (target) {
    case 'deal_on':
    case 'contract_on':
      return (draft, cell) => {
        const { iso: day, time } = readDay(draft, cell, facts, target)
        const deal = dealOf(draft)
        if (day !== undefined && (target === 'deal_on' || deal.on === undefined)) deal.on = day
        if (target === 'contract_on' && day !== undefined) deal.facts.push({ field: target, value: day })
        if (time !== undefined) deal.facts.push({ field: 'contact_time', value: time })
      }
    case 'order_no':
      return (draft, cell) => {
        dealOf(draft).order_no = readCode(draft, cell, facts, target)
      }
    case 'contract_no':
      return (draft, cell) => {
        dealOf(draft).order_no ??= readCode(draft, cell, facts, target)
      }
    case 'amount':
      return amountReader(facts)
    case 'paid':
    case 'unit_price':
      return (draft, cell) => {
        const money = readMoney(draft, cell, facts, target)
        if (money === null) return
        dealOf(draft)[target] = money.fen
        if (money.currency !== 'CNY') dealOf(draft).currency = money.currency
      }
    case 'quantity':
      return quantityReader(facts)
    case 'currency':
      return (draft, cell) => {
        dealOf(draft).currency = currencyCode(kept(cell))
      }
    case 'contract_term':
      return (draft, cell) => readTerm(draft, kept(cell), facts)
    case 'serial_no':
      return (draft, cell) => {
        const code = readSerial(draft, cell, facts, target)
        if (code !== null && code !== '') dealOf(draft).facts.push({ field: target, value: code })
      }
    case 'status':
      return making.deals && making.role === 'deals' ? dealReader('deal_status', facts, making) : undefined
    case 'size_wanted':
      return making.role === 'deals' ? sideFact('leased_area', facts, dealOf) : undefined
    default:
      return isDealFact(target) ? sideFact(target, facts, dealOf) : undefined
  }
}

const dealFacts = new Set([
  'deal_name',
  'bonus',
  'trade_in',
  'gross',
  'warranty',
  'contract_start',
  'contract_end',
  'rent',
  'monthly_rent',
  'yearly_rent',
  'deposit',
  'management_fee',
  'rent_free',
  'leased_area',
  'floor',
  'building',
  'fit_out',
  'pay_cycle',
  'measure',
])

const isDealFact = (target: string): boolean => dealFacts.has(target)

const term =
  /^(\D{0,3}\d{2,4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?|\d{8})\s*(?:-{1,2}|~|～|—+|–|至|到|起至)\s*(\d{2,4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?|\d{8})\s*止?$/

/** `2024.3.1-2027.2.28`: the term of a contract is its first and its last day. */
function readTerm(draft: RowDraft, text: string, facts: ColumnFacts): void {
  const match = term.exec(foldText(text))
  const { facts: own } = dealOf(draft)
  if (match === null) {
    own.push({ field: 'contract_term', value: text })
    return
  }
  for (const [field, part] of [
    ['contract_start', match[1]!],
    ['contract_end', match[2]!],
  ] as const) {
    const { iso } = readDay(draft, part, facts, field)
    if (iso !== undefined) own.push({ field, value: iso, raw: text })
  }
}

function amountReader(facts: ColumnFacts): CellReader {
  return (draft, cell) => {
    const money = readMoney(draft, cell, facts, 'amount')
    if (money === null) return
    const deal = dealOf(draft)
    deal.amount = money.fen
    if (money.currency !== 'CNY') deal.currency = money.currency
    const trade = typeof cell === 'string' ? tradeIn.exec(cell.normalize('NFKC')) : null
    if (trade === null) return
    for (const [field, text] of [
      ['gross', trade[1]!],
      ['trade_in', trade[2]!],
    ] as const) {
      const part = readMoney(draft, text, facts, field)
      if (part !== null) deal.facts.push({ field, value: part.text })
    }
  }
}

function quantityReader(facts: ColumnFacts): CellReader {
  return (draft, cell) => {
    const text = kept(cell).normalize('NFKC').replaceAll(',', '')
    const match = /^([-+]?\d+(?:\.\d+)?)\s*(\D{0,6})$/.exec(text)
    if (match === null) {
      note(draft, { code: 'number-unreadable', params: { value: text } }, facts.column, 'quantity', text)
      return
    }
    dealOf(draft).quantity = match[1]!
      .replace(/^\+/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
    const unit = match[2]!.trim()
    if (unit !== '') dealOf(draft).facts.push({ field: 'measure', value: unit })
  }
}

const currencyWords: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  日元: 'JPY',
  英镑: 'GBP',
}

const currencyCode = (text: string): string => currencyWords[text.toUpperCase()] ?? text.toUpperCase().slice(0, 3)
