import type { FactName } from '../../model/report-facts.ts'
import { analysisReport, portraitReport } from './lists/analysis.ts'
import { complaintsReport, informationReport, verificationReport } from './lists/care.ts'
import { benefitReport, dictionaryReport, methodsReport } from './lists/collection.ts'
import {
  addressesReport,
  directoryReport,
  prospectsReport,
  rosterReport,
  salesReport,
  tiersReport,
} from './lists/customers.ts'
import { chronicleReport, visitsReport } from './lists/events.ts'
import { cardsReport, changesReport, decisionMakersReport } from './lists/records.ts'
import { monthlyReport } from './monthly.ts'
import type { ReportSpec } from './spec.ts'
import { weeklyReport } from './weekly.ts'

/** Every report by its name, in the order of the required lists; the summaries first. */
export const reports: { readonly [Name in FactName]: ReportSpec<Name> } = {
  weekly: weeklyReport,
  monthly: monthlyReport,
  roster: rosterReport,
  sales: salesReport,
  tiers: tiersReport,
  addresses: addressesReport,
  'decision-makers': decisionMakersReport,
  chronicle: chronicleReport,
  visits: visitsReport,
  information: informationReport,
  directory: directoryReport,
  cards: cardsReport,
  prospects: prospectsReport,
  changes: changesReport,
  verification: verificationReport,
  analysis: analysisReport,
  complaints: complaintsReport,
  methods: methodsReport,
  dictionary: dictionaryReport,
  portrait: portraitReport,
  benefit: benefitReport,
}

export const reportNames = Object.keys(reports) as FactName[]

export const isReportName = (text: string): text is FactName => Object.hasOwn(reports, text)
