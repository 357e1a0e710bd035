import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { amountOf, isCounted } from '../counting.ts'
import type { CustomerRows } from './customers.ts'

/** Sales (fen, net of refunds) by whole month before the month of a day, oldest first; months without a deal are nothing. */
export function readMonthlySales(
  book: Book,
  { rowOf }: CustomerRows,
  today: IsoDate,
): { month: string; amount: number }[] {
  const rows = book.sqlite
    .prepare(
      `select substr(d.on_day, 1, 7), d.party_id, sum(${amountOf('d')}) from deal d
       where d.on_day is not null and d.on_day < ? and ${isCounted('d')} group by 1, 2`,
    )
    .raw()
  const sums = new Map<string, number>()
  for (const [month, party, fen] of rows.iterate(`${today.slice(0, 7)}-01`) as Iterable<[string, number, number]>)
    if (rowOf(party) !== -1) sums.set(month, (sums.get(month) ?? 0) + fen)
  const first = [...sums.keys()].sort()[0]
  const months: { month: string; amount: number }[] = []
  for (let month = first; month !== undefined && month < today.slice(0, 7); month = monthAfter(month))
    months.push({ month, amount: sums.get(month) ?? 0 })
  return months
}

/** `2026-12` → `2027-01` */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Fen spent on each row up to a day: on contacts, and on rewards paid for what it told. */
export function readCosts(book: Book, { ids, rowOf }: CustomerRows, until: IsoDate): Float64Array {
  const costs = new Float64Array(ids.length)
  const rows = book.sqlite
    .prepare(
      `select party_id, sum(cost) from interaction where cost is not null and (on_day is null or on_day <= @until) group by party_id
       union all select party_id, sum(amount) from reward
       where party_id is not null and state = 'paid' and (paid_on is null or paid_on <= @until) group by party_id`,
    )
    .raw()
  for (const [party, fen] of rows.iterate({ until }) as Iterable<[number, number]>) {
    const row = rowOf(party)
    if (row !== -1) costs[row]! += fen
  }
  return costs
}

/** Campaign under which each row came into the book; null where none was told. */
export function readCampaigns(book: Book, { ids, rowOf }: CustomerRows): (string | null)[] {
  const campaigns = new Array<string | null>(ids.length).fill(null)
  const rows = book.sqlite
    .prepare(
      `select p.id, b.campaign from batch b join sheet s on s.batch_id = b.id join source_row r on r.sheet_id = s.id
       join party p on p.source_row_id = r.id where b.campaign is not null and p.merged_into is null`,
    )
    .raw()
  for (const [party, campaign] of rows.iterate() as Iterable<[number, string]>) {
    const row = rowOf(party)
    if (row !== -1) campaigns[row] = campaign
  }
  return campaigns
}

/** How many customers each row introduced. */
export function readIntroduced(book: Book, { ids, rowOf }: CustomerRows): Uint32Array {
  const introduced = new Uint32Array(ids.length)
  const rows = book.sqlite
    .prepare(`select to_id, count(*) from relation where type = 'introduced_by' group by to_id`)
    .raw()
  for (const [party, count] of rows.iterate() as Iterable<[number, number]>) {
    const row = rowOf(party)
    if (row !== -1) introduced[row]! += count
  }
  return introduced
}

/** Scores of every round of asking, newest first. */
export function readSurveyScores(
  book: Book,
  { rowOf }: CustomerRows,
): { readonly name: string; readonly on: string; readonly scores: number[] }[] {
  const rounds = book.sqlite
    .prepare('select id, name, on_day from survey order by on_day desc, id desc')
    .raw()
    .all() as [number, string, string][]
  const scores = book.sqlite
    .prepare('select party_id, score from survey_answer where survey_id = ? and score is not null')
    .raw()
  return rounds.map(([id, name, on]) => ({
    name,
    on,
    scores: (scores.all(id) as [number, number][]).filter(([party]) => rowOf(party) !== -1).map(([, score]) => score),
  }))
}

export type TextSource = 'complaint' | 'suggestion' | 'contact' | 'all'

/** What was said up to a day, by source: complaints, suggestions, or the content of contacts. */
export function readTexts(
  book: Book,
  { rowOf, isAll }: CustomerRows,
  { of, until }: { readonly of: TextSource; readonly until: IsoDate },
): string[] {
  const feedback = `select party_id, content from feedback where on_day <= @until and ${of === 'all' ? '1' : 'kind = @of'}`
  const contacts = `select party_id, content from interaction where content <> '' and (on_day is null or on_day <= @until)`
  const query = of === 'contact' ? contacts : of === 'all' ? `${feedback} union all ${contacts}` : feedback
  const rows = book.sqlite.prepare(query).raw()
  const texts: string[] = []
  for (const [party, content] of rows.iterate({ of, until }) as Iterable<[number | null, string]>)
    if (party === null ? isAll : rowOf(party) !== -1) texts.push(content)
  return texts
}

interface DemandLine {
  readonly party: number | null
  readonly class: string | null
  readonly month: string
  readonly grade: string
  readonly stage: string
}

/** Demands up to a day, by class and month, and by grade and stage. */
export function readDemands(book: Book, { rowOf, isAll }: CustomerRows, until: IsoDate) {
  const lines = book.sqlite
    .prepare(
      `select party_id as party, class, substr(on_day, 1, 7) as month, grade, stage from demand where on_day <= ?
       order by class is null, class, grade, stage`,
    )
    .all(until) as DemandLine[]
  const counts = new Map<string, { class: string | null; month: string; count: number }>()
  const grades = new Map<string, { grade: string; stage: string; count: number }>()
  for (const { party, class: name, month, grade, stage } of lines) {
    if (party === null ? !isAll : rowOf(party) === -1) continue
    const count = counts.get(`${name} ${month}`) ?? { class: name, month, count: 0 }
    counts.set(`${name} ${month}`, { ...count, count: count.count + 1 })
    const graded = grades.get(`${grade} ${stage}`) ?? { grade, stage, count: 0 }
    grades.set(`${grade} ${stage}`, { ...graded, count: graded.count + 1 })
  }
  return { counts: [...counts.values()], grades: [...grades.values()] }
}

/** Products one customer bought, refunds left out, by name. */
export function readProductsOf(book: Book, id: number, by: 'product' | 'product_kind'): string[] {
  return book.sqlite
    .prepare(
      `select distinct trim(d.${by}) from deal d where d.party_id in (select id from party where id = @id or merged_into = @id)
       and d.${by} is not null and d.kind <> 'refund' and ${isCounted('d')} order by 1`,
    )
    .pluck()
    .all({ id }) as string[]
}
