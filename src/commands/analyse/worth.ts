import { forecast, leastHistory } from '../../domain/analysis/forecast.ts'
import { keywordsOf } from '../../domain/analysis/keywords.ts'
import { loyaltyOf, satisfactionOf } from '../../domain/analysis/loyalty.ts'
import { returnsBy } from '../../domain/analysis/returns.ts'
import { costView } from '../../domain/analysis/views/cost-view.ts'
import { forecastView } from '../../domain/analysis/views/forecast-view.ts'
import { loyaltyView } from '../../domain/analysis/views/loyalty-view.ts'
import { demandView, keywordsView } from '../../domain/analysis/views/word-views.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ReportView } from '../../model/report.ts'
import {
  monthAfter,
  readCampaigns,
  readCosts,
  readDemands,
  readIntroduced,
  readMonthlySales,
  readSurveyScores,
  readTexts,
} from '../../store/analysis/sums.ts'
import { readMeasures } from '../../store/measures.ts'
import { namesOf } from '../../store/party-names.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import { type Opened, purchasesOf } from './open.ts'

export function analyseLoyalty(opened: Opened): ReportView {
  const { book, rows, words } = opened
  const loyalty = loyaltyOf(purchasesOf(opened), readIntroduced(book, rows))
  const rounds = readSurveyScores(book, rows).map(({ name, on, scores }) => {
    // A round is answered on one scale: to ten where anybody went above five.
    const top = scores.some((score) => score > 5) ? 10 : 5
    return { name, on, top, result: satisfactionOf(scores, top) }
  })
  return loyaltyView({ customers: rows.ids.length, loyalty, rounds }, words)
}

/** Spent against sold: by source, campaign, who is in charge, and the customers that cost most. */
export function analyseCost(opened: Opened, flags: { readonly limit: string }): ReportView {
  const { book, rows, today, words } = opened
  const { amount } = purchasesOf(opened)
  const costs = readCosts(book, rows, today)
  const keys = new Set(['source', 'owner'])
  const columns = readMeasures(book, { today, periodFrom: today, keys })
  const rowOfAll = new Map(Array.from(columns.ids, (id, row) => [id, row]))
  const told = (key: string): (string | null)[] =>
    Array.from(rows.ids, (id) => columns.texts[key]?.[rowOfAll.get(id) ?? -1] ?? null)
  const most = wholeNumber('--limit', flags.limit)
  const dear = Array.from(rows.ids, (_, row) => row)
    .filter((row) => costs[row]! > 0)
    .sort((a, b) => costs[b]! - costs[a]! || a - b)
  const names = namesOf(
    book,
    dear.map((row) => rows.ids[row]!),
  )
  const single = new Array<string | null>(rows.ids.length).fill(null)
  for (const row of dear) single[row] = `${codeOf(rows.ids[row]!)} ${names.get(rows.ids[row]!) ?? ''}`
  const group = (key: string, values: readonly (string | null)[]) => ({
    key,
    title: words.say(`analysis.cost.by-${key}`),
    lines: returnsBy(values, costs, amount),
  })
  return costView(
    [
      group('source', told('source')),
      group('campaign', readCampaigns(book, rows)),
      group('owner', told('owner')),
      group('customer', single),
    ],
    { customers: rows.ids.length, most },
    words,
  )
}

export function analyseForecast(opened: Opened, flags: { readonly months: string }): ReportView {
  const { book, rows, today, words } = opened
  const history = readMonthlySales(book, rows, today)
  const periods = Math.max(1, wholeNumber('--months', flags.months))
  const found = forecast(
    history.map(({ amount }) => amount),
    { periods, season: 12, holdBack: 3 },
  )
  const coming: string[] = []
  for (let month = today.slice(0, 7); coming.length < periods; month = monthAfter(month)) coming.push(month)
  const tooLittle = { code: 'analysis-too-little-data', params: { have: history.length, need: leastHistory } }
  return forecastView({ history: history.slice(-36), coming, forecast: found ?? tooLittle }, words)
}

export function analyseKeywords(
  opened: Opened,
  flags: { readonly of: string; readonly least: string; readonly limit: string },
): ReportView {
  const { book, rows, today, words } = opened
  const of = oneOf('--of', flags.of, ['all', 'complaint', 'suggestion', 'contact'])
  const texts = readTexts(book, rows, { of, until: today })
  const least = Math.max(1, wholeNumber('--least', flags.least))
  return keywordsView(
    { words: keywordsOf(texts, { least, most: wholeNumber('--limit', flags.limit) }), texts: texts.length, least },
    words,
  )
}

export const analyseDemand = ({ book, rows, today, words }: Opened): ReportView =>
  demandView(readDemands(book, rows, today), words)
