import type { FactQuery } from '../../model/fact-query.ts'
import type { FactName, FactSets } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { readAnalysis } from './analysis.ts'
import { readChangeFacts } from './changes.ts'
import { readBenefit, readMethods } from './collection.ts'
import { readByAddress, readByTier, readDirectory, readProspects, readRoster, readSales } from './customer-lists.ts'
import { readCards, readComplaints, readInformation } from './desk.ts'
import { readDictionary } from './dictionary.ts'
import { readChronicle, readVisits } from './events.ts'
import { readDecisionMakers } from './people.ts'
import { readVerification } from './verification.ts'
import { readWeeklyFacts } from './weekly.ts'

/** One query function for each fact set that a report may name. */
const readers: { readonly [Name in FactName]: (book: Book, query: FactQuery) => FactSets[Name] } = {
  weekly: readWeeklyFacts,
  monthly: readWeeklyFacts,
  roster: readRoster,
  sales: readSales,
  tiers: readByTier,
  addresses: readByAddress,
  'decision-makers': readDecisionMakers,
  chronicle: readChronicle,
  visits: readVisits,
  information: readInformation,
  directory: readDirectory,
  cards: readCards,
  prospects: readProspects,
  changes: readChangeFacts,
  verification: readVerification,
  analysis: readAnalysis,
  complaints: readComplaints,
  methods: readMethods,
  dictionary: readDictionary,
  portrait: readAnalysis,
  benefit: readBenefit,
}

/** The facts of a report by its name, all as of one moment: the reads share one transaction. */
export function readFacts<Name extends FactName>(book: Book, name: Name, query: FactQuery): FactSets[Name] {
  const { sqlite } = book
  const isOwn = !sqlite.inTransaction
  if (isOwn) sqlite.exec('begin')
  try {
    return readers[name](book, query)
  } finally {
    if (isOwn) sqlite.exec('commit')
  }
}
