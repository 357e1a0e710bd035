import { churnDefaults, churnWarnings } from '../../domain/analysis/churn.ts'
import { crossSell, crossSellDefaults, suggestProducts } from '../../domain/analysis/cross-sell.ts'
import { lifecycleStages } from '../../domain/analysis/lifecycle.ts'
import { scoreRfm } from '../../domain/analysis/rfm.ts'
import { crossSellView } from '../../domain/analysis/views/basket-view.ts'
import { churnView } from '../../domain/analysis/views/churn-view.ts'
import { rfmView } from '../../domain/analysis/views/rfm-view.ts'
import { stagesView } from '../../domain/analysis/views/stages-view.ts'
import { addDays, toDayNumber } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ReportView } from '../../model/report.ts'
import { readBaskets } from '../../store/analysis/baskets.ts'
import { readAmounts, readLastContacts, readOpenComplaints } from '../../store/analysis/purchases.ts'
import { readProductsOf } from '../../store/analysis/sums.ts'
import { namesOf, ownersOf } from '../../store/party-names.ts'
import { wholeNumber } from '../flags.ts'
import { pickCustomer } from '../pick-customer.ts'
import { type Opened, purchasesOf } from './open.ts'

export interface RfmFlags {
  readonly recency?: string
  readonly frequency?: string
  readonly money?: string
  readonly limit: string
}

/** RFM by quintiles of the buyers, or by cut-offs of the house. */
export function analyseRfm(opened: Opened, flags: RfmFlags): ReportView {
  const columns = purchasesOf(opened)
  const rfm = scoreRfm(columns, toDayNumber(opened.today), givenCuts(flags))
  const scored = Array.from({ length: columns.count }, (_, row) => row).filter((row) => rfm.recency[row] !== 0)
  const score = (row: number): number => rfm.recency[row]! + rfm.frequency[row]! + rfm.money[row]!
  scored.sort((a, b) => score(b) - score(a) || columns.amount[b]! - columns.amount[a]! || a - b)
  const best = scored.slice(0, wholeNumber('--limit', flags.limit))
  const names = namesOf(
    opened.book,
    best.map((row) => Number(columns.ids[row])),
  )
  const named = best.map((row) => ({
    row,
    code: codeOf(Number(columns.ids[row])),
    name: names.get(Number(columns.ids[row])) ?? '',
  }))
  return rfmView({ columns, rfm, named }, opened.words)
}

/** All three or none; money in yuan. @throws {KehuError} `rfm-cuts-missing`, `flag-bad-value` */
function givenCuts({ recency, frequency, money }: RfmFlags) {
  if (recency === undefined && frequency === undefined && money === undefined) return undefined
  if (recency === undefined || frequency === undefined || money === undefined)
    throw new KehuError('usage', 'rfm-cuts-missing')
  return {
    recencyDays: cutsOf('--recency', recency),
    frequency: cutsOf('--frequency', frequency),
    money: cutsOf('--money', money).map((yuan) => Math.round(yuan * 100)),
  }
}

function cutsOf(flag: string, text: string): number[] {
  const cuts = text
    .normalize('NFKC')
    .split(/[,、 ]+/)
    .map(Number)
  const isRising = cuts.every((cut, i) => Number.isFinite(cut) && (i === 0 || cut > cuts[i - 1]!))
  if (cuts.length !== 4 || !isRising)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: '30,90,180,365' })
  return cuts
}

export function analyseStages(opened: Opened): ReportView {
  const columns = purchasesOf(opened)
  return stagesView({ columns, lifecycle: lifecycleStages(columns, toDayNumber(opened.today)) }, opened.words)
}

const YEAR = 365

/** Those who stay away, with reasons; the last year's purchases against the year before. */
export function analyseChurn(opened: Opened, flags: { readonly limit: string; readonly after?: string }): ReportView {
  const { book, rows, today, words } = opened
  const columns = { ...purchasesOf(opened), lastContactOn: readLastContacts(book, rows, today) }
  const lifecycle = lifecycleStages(columns, toDayNumber(today))
  const warnAfter = flags.after === undefined ? churnDefaults.warnAfter : Number(flags.after)
  if (!(warnAfter > 0))
    throw new KehuError('usage', 'flag-bad-value', { flag: '--after', value: flags.after ?? '', expected: '1.5' })
  const settings = { ...churnDefaults, warnAfter, most: rows.ids.length }
  const [from, middle] = [addDays(today, -2 * YEAR), addDays(today, -YEAR)]
  const signs = {
    complaints: readOpenComplaints(book, rows),
    thisPeriod: readAmounts(book, rows, middle, addDays(today, 1)),
    lastPeriod: readAmounts(book, rows, from, middle),
  }
  const found = churnWarnings(columns, lifecycle, toDayNumber(today), { settings, signs })
  const shown = found.slice(0, wholeNumber('--limit', flags.limit))
  const idOf = (row: number): number => rows.ids[row]!
  const ids = shown.map(({ row }) => idOf(row))
  const [names, owners] = [namesOf(book, ids), ownersOf(book, ids)]
  const warnings = shown.map((each) => ({
    ...each,
    code: codeOf(idOf(each.row)),
    name: names.get(idOf(each.row)) ?? '',
    owner: owners.get(idOf(each.row)) ?? null,
  }))
  return churnView({ warnings, found: found.length, settings }, words)
}

export interface CrossSellFlags {
  readonly for?: string
  readonly kind: boolean
  readonly least?: string
  readonly limit: string
}

/** What goes with what; with `--for`, what to offer one customer. */
export async function analyseCrossSell(opened: Opened, flags: CrossSellFlags): Promise<ReportView> {
  const { ctx, book, rows, today, words } = opened
  const by = flags.kind ? 'product_kind' : 'product'
  const baskets = readBaskets(book, rows, { by, until: today })
  const most = wholeNumber('--limit', flags.limit)
  const leastBoth =
    flags.least === undefined ? crossSellDefaults.leastBoth : Math.max(1, wholeNumber('--least', flags.least))
  const settings = { ...crossSellDefaults, leastBoth, most: flags.for === undefined ? most : Number.MAX_SAFE_INTEGER }
  const pairs = crossSell(baskets, settings)
  const shown = { pairs, settings, buyers: new Set(baskets.buyer).size, products: baskets.products.length }
  if (flags.for === undefined) return crossSellView(shown, words)
  const id = await pickCustomer(ctx, book, flags.for)
  const owned = readProductsOf(book, id, by)
  const offers = suggestProducts(pairs, new Set(owned)).slice(0, most)
  const name = `${namesOf(book, [id]).get(id) ?? ''}（${codeOf(id)}）`
  return crossSellView({ ...shown, offers: { name, owned, pairs: offers } }, words)
}
