/**
 * What counts: one place for the conditions that every total, list and measure shares.
 *
 * Each function takes the alias of its table and gives a piece of SQL.
 */

/** States in which an order never came about. Folded to lower case; anything else counts. */
const CANCELLED = [
  '已取消',
  '取消',
  '订单取消',
  '作废',
  '已作废',
  '无效',
  '已撤单',
  '撤单',
  '交易关闭',
  '已关闭',
  'cancelled',
  'canceled',
  'void',
  'voided',
]

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/** Deals that are money earned or given back: no cancelled order, no second entry, no top-up or balance. */
export const isCounted = (deal: string): string =>
  `${deal}.duplicate_of is null and ${deal}.kind in ('sale', 'contract', 'refund') and (${deal}.status is null or lower(${deal}.status) not in (${quoted(CANCELLED)}))`

/** Money of a counted deal in 分: refunds less, other currencies and untold amounts nothing. */
export const amountOf = (deal: string): string =>
  `case when ${deal}.currency <> 'CNY' or ${deal}.amount is null then 0 when ${deal}.kind = 'refund' then -abs(${deal}.amount) else ${deal}.amount end`

/** 1 for a counted deal that is a purchase, 0 for a refund. */
export const isPurchase = (deal: string): string => `(${deal}.kind <> 'refund')`

/** 来电来访: the customer began. Where nobody said so, a call or a walk-in is taken as begun by the customer. */
export const isVisit = (interaction: string): string =>
  `coalesce(${interaction}.customer_initiated, ${interaction}.kind in ('call', 'walk-in')) = 1`

/** Ids of parties that were merged into others, archived or made anonymous: never counted "now". Few, and read from an index of their own. */
export const NOT_LIVE = `(select id from party where status <> 'active')`

/** Ids of absorbed parties: the same people as their survivors, never customers of their own. */
export const ABSORBED = '(select id from party where merged_into is not null)'

/** 客户来源: what the card says, else the source the file was imported under. */
export const sourceOf = (customer: string): string =>
  `coalesce(${customer}.acquired_from, (select s.name from source s where s.id = ${customer}.source_id))`

/** Operations whose lines are no news: taking back, putting records together, computing. */
export const isNews = (operation: string): string =>
  `${operation}.state = 'done' and ${operation}.undoes is null and ${operation}.kind not in ('merge', 'dedupe', 'unmerge', 'split', 'tier')`
