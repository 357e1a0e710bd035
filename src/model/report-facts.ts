import type { Fen, IsoDate, IsoInstant } from './units.ts'

/** A word as stored (source, staff, region, …) and how many; null is "not told" and comes last. */
export interface Tally {
  readonly key: string | null
  readonly count: number
}

/** The numbers of one period that are held against another period's. */
export interface PeriodNumbers {
  readonly customersNew: number
  /** All interactions. */
  readonly contacts: number
  /** Interactions the customer began: 来电来访. */
  readonly visits: number
  /** Deals of kind sale and contract. */
  readonly deals: number
  /** Sales and contracts less refunds, CNY only. */
  readonly sales: Fen
  /** Values changed by hand, import or repair; first values of a new customer don't count. */
  readonly valuesChanged: number
  readonly customersMerged: number
  readonly customersArchived: number
  readonly tierUps: number
  readonly tierDowns: number
}

/** What waits for a person, as it stands now; null where the book keeps no such thing yet. */
export interface Waiting {
  readonly pairsToReview: number | null
  readonly findingsError: number | null
  readonly findingsWarn: number | null
  /** Rows rejected by imports of the period. */
  readonly rowsRejected: number | null
  readonly followUpsOverdue: number | null
  readonly verificationsOverdue: number | null
  readonly complaintsOpen: number | null
  readonly cardsOut: number | null
  readonly customersWithoutOwner: number | null
  /** Customers of the two highest tiers with no contact in the last 30 days. */
  readonly keyAccountsSilent: number | null
}

/** A customer with the money it spent. */
export interface TopCustomer {
  readonly code: string
  readonly name: string
  readonly tier: string | null
  readonly owner: string | null
  readonly deals: number
  readonly amount: Fen
  /** Amount of the period before; null in a ranking over all time. */
  readonly amountBefore: Fen | null
}

export interface TierMove {
  readonly code: string
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  /** Id of the clause that fired. */
  readonly clause: string | null
  readonly on: IsoDate
}

export interface FindingTally {
  readonly rule: string
  readonly severity: 'error' | 'warn' | 'info'
  readonly open: number
  /** First found within the period. */
  readonly found: number
  /** Closed within the period. */
  readonly closed: number
}

export interface ComingDate {
  readonly on: IsoDate
  /** birthday, wedding, promotion, contract-end, follow-up, other */
  readonly kind: string
  readonly code: string
  readonly name: string
  /** Whose day it is when it isn't the customer's own. */
  readonly person: string | null
  readonly tier: string | null
  readonly owner: string | null
  /** Years completed on that day; null when the year isn't known. */
  readonly years: number | null
}

/** Facts of the weekly and of the monthly report: one period, held against the one before and the one a year ago. */
export interface WeeklyFacts {
  readonly numbers: PeriodNumbers
  readonly before: PeriodNumbers
  /** The same ISO week (or month) a year ago. */
  readonly yearAgo: PeriodNumbers
  /** Up to 12 earlier periods, oldest first, the one before last; may be empty. */
  readonly history: readonly { readonly period: string; readonly numbers: PeriodNumbers }[]
  /** Live customers now. */
  readonly customersTotal: number
  readonly waiting: Waiting
  /** Most first; `before` is the count of the period before. */
  readonly newBySource: readonly (Tally & { readonly before: number })[]
  readonly newByOwner: readonly Tally[]
  /** One entry per kind (call, walk-in, visit, …) and staff; staff null is nobody named. */
  readonly contactsByKindAndStaff: readonly {
    readonly kind: string
    readonly staff: string | null
    readonly count: number
  }[]
  /** One entry per civil day and kind that has any. */
  readonly contactsByDay: readonly { readonly on: IsoDate; readonly kind: string; readonly count: number }[]
  /** By dictionary key, most first. */
  readonly changesByField: readonly { readonly field: string; readonly count: number }[]
  /** All moves counted, by from and to; a first tier has from null. */
  readonly tierMoveCounts: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly count: number
  }[]
  /** The most telling moves (highest tiers first), at most 50; first tiers are left out. */
  readonly tierMoves: readonly TierMove[]
  /** Customers by tier now, highest first, null last. */
  readonly tiers: readonly Tally[]
  /** Every rule with anything open, found or closed; errors first, most open first. */
  readonly findings: readonly FindingTally[]
  /** At most 20 each, most money first, then by code. */
  readonly topInPeriod: readonly TopCustomer[]
  readonly topOfAll: readonly TopCustomer[]
  /** Of the 7 days (weekly) or the month (monthly) after the period, by day; at most 200. */
  readonly dates: readonly ComingDate[]
}

/** A customer as a line of a list. */
export interface CustomerLine {
  readonly code: string
  readonly name: string
  readonly kind: 'person' | 'org'
  readonly tier: string | null
  readonly owner: string | null
  readonly source: string | null
  readonly openedOn: IsoDate | null
  readonly province: string | null
  readonly city: string | null
  readonly district: string | null
  /** Whole address as shown. */
  readonly address: string | null
  /** First usable phone, canonical. */
  readonly phone: string | null
  readonly email: string | null
  /** Main contact person of an organisation. */
  readonly contactName: string | null
  readonly deals: number
  readonly amount: Fen
  readonly lastDealOn: IsoDate | null
  readonly lastContactOn: IsoDate | null
  readonly contacts: number
}

/** A list cut to what a reader can take in; `total` is what there is. */
export interface Listed<T> {
  readonly total: number
  readonly rows: readonly T[]
}

/** L1, L2, L10, L12: lines come in the order of the list asked for. */
export interface CustomerListFacts extends Listed<CustomerLine> {
  readonly amountTotal: Fen
  readonly dealsTotal: number
}

/** L3 and L4: the groups over all customers, and the lines. */
export interface GroupedListFacts extends Listed<CustomerLine> {
  /** Outer group (tier, province) and inner one (null for tiers; city), with what it holds. */
  readonly groups: readonly {
    readonly group: string | null
    readonly part: string | null
    readonly customers: number
    readonly deals: number
    readonly amount: Fen
  }[]
}

/** L5 */
export interface DecisionMaker {
  readonly orgCode: string
  readonly org: string
  readonly tier: string | null
  readonly person: string
  readonly title: string | null
  /** decides, influences, uses, gates, pays; null when not judged yet. */
  readonly role: string | null
  readonly phone: string | null
  readonly lastContactOn: IsoDate | null
}

/** L6, L7 rows, L16 */
export interface EventLine {
  readonly on: IsoDate | null
  readonly code: string
  readonly name: string
  /** Interaction kind, or `deal`, `tier`, `opened`, `merged`, `changed` in a chronicle. */
  readonly kind: string
  readonly staff: string | null
  readonly content: string | null
  readonly amount: Fen | null
}

/** L7: calls and visits of the period. */
export interface VisitFacts {
  readonly byStaffAndKind: readonly { readonly staff: string | null; readonly kind: string; readonly count: number }[]
  readonly byDay: readonly { readonly on: IsoDate; readonly kind: string; readonly count: number }[]
  /** How the visitors came to know of us. */
  readonly bySource: readonly Tally[]
  readonly firstTimers: number
  readonly before: { readonly visits: number; readonly firstTimers: number }
  readonly lines: Listed<EventLine>
}

/** L13 */
export interface ChangeFacts {
  readonly added: Listed<CustomerLine>
  readonly changed: Listed<{
    readonly at: IsoInstant
    readonly code: string
    readonly name: string
    readonly field: string
    readonly from: string | null
    readonly to: string | null
    readonly staff: string
    /** import, edit, merge, clean, undo … */
    readonly verb: string
  }>
  readonly merged: Listed<{
    readonly at: IsoInstant
    readonly code: string
    readonly name: string
    readonly into: string
    readonly staff: string
  }>
}

/** L14 */
export interface VerificationFacts {
  readonly due: Listed<{
    readonly code: string
    readonly name: string
    readonly tier: string | null
    readonly owner: string | null
    /** base, credit, decision_makers */
    readonly scope: string
    readonly lastOn: IsoDate | null
    readonly dueOn: IsoDate
  }>
  readonly done: readonly { readonly scope: string; readonly result: string; readonly count: number }[]
  readonly states: readonly { readonly scope: string; readonly state: string; readonly count: number }[]
}

/** L16 */
export interface ComplaintFacts {
  readonly byStatus: readonly Tally[]
  readonly lines: Listed<{
    readonly number: string
    readonly on: IsoDate
    readonly code: string
    readonly name: string
    readonly text: string
    readonly status: string
    readonly dueOn: IsoDate | null
    readonly answeredOn: IsoDate | null
    readonly staff: string | null
  }>
}

/** L11 */
export interface CardFacts {
  readonly lines: Listed<{
    readonly on: IsoDate
    readonly meal: string
    readonly room: string | null
    readonly customer: string
    readonly quantity: number
    readonly takenBy: string | null
    readonly takenAt: string | null
    readonly returned: number
    readonly returnedAt: string | null
  }>
}

/** L17: which way of collecting found how much. */
export interface MethodFacts {
  readonly rows: readonly {
    readonly method: string | null
    readonly source: string | null
    readonly customers: number
    readonly verified: number
    readonly withDeals: number
    readonly amount: Fen
  }[]
}

/** L18 */
export interface DictionaryLine {
  readonly key: string
  readonly entity: string
  readonly group: string
  readonly label: string
  readonly type: string
  readonly choices: string
  readonly purpose: string
  readonly sensitivity: 'open' | 'personal' | 'sensitive'
  /** Live values held; null when not counted. */
  readonly filled: number | null
}

/** L15, L19: how customers spread over one trait each. */
export interface AnalysisFacts {
  readonly customers: number
  readonly withDeals: number
  /** Two deals or more. */
  readonly returning: number
  readonly amount: Fen
  readonly newByMonth: readonly {
    readonly month: string
    readonly customers: number
    readonly deals: number
    readonly amount: Fen
  }[]
  /** kind, gender, age-band, occupation, education, province, source, industry, tier … : most first, null last. */
  readonly spreads: readonly { readonly trait: string; readonly tallies: readonly Tally[] }[]
  /** Buying by product or channel. */
  readonly purchases: readonly {
    readonly by: 'product' | 'channel' | 'payment'
    readonly key: string | null
    readonly deals: number
    readonly amount: Fen
  }[]
}

/** L20 */
export interface BenefitFacts {
  /** What was spent on a source or method, and what its customers brought. */
  readonly rows: readonly {
    readonly source: string | null
    readonly customers: number
    readonly cost: Fen
    readonly deals: number
    readonly amount: Fen
  }[]
}

/** L9 */
export interface InformationFacts {
  readonly byClass: readonly Tally[]
  readonly lines: Listed<{
    readonly on: IsoDate
    readonly class: string | null
    readonly code: string | null
    readonly name: string | null
    readonly content: string
    readonly provider: string | null
    readonly important: boolean
  }>
}

/** Facts by the name a report asks for them: `store/report-facts.ts` has one query function for each. */
export interface FactSets {
  readonly weekly: WeeklyFacts
  readonly monthly: WeeklyFacts
  readonly roster: CustomerListFacts
  readonly sales: CustomerListFacts
  readonly tiers: GroupedListFacts
  readonly addresses: GroupedListFacts
  readonly 'decision-makers': Listed<DecisionMaker>
  readonly chronicle: Listed<EventLine>
  readonly visits: VisitFacts
  readonly information: InformationFacts
  readonly directory: CustomerListFacts
  readonly cards: CardFacts
  readonly prospects: CustomerListFacts
  readonly changes: ChangeFacts
  readonly verification: VerificationFacts
  readonly analysis: AnalysisFacts
  readonly complaints: ComplaintFacts
  readonly methods: MethodFacts
  readonly dictionary: readonly DictionaryLine[]
  readonly portrait: AnalysisFacts
  readonly benefit: BenefitFacts
}

export type FactName = keyof FactSets
