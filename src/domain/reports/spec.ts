import type { ErrorParams } from '../../model/errors.ts'
import type { Period, ReportView } from '../../model/report.ts'
import type { FactName, FactSets } from '../../model/report-facts.ts'
import type { IsoDate, IsoInstant, Lang } from '../../model/units.ts'

/** How long the period of a summary is: decides its words. */
export type Pace = 'week' | 'month'

/** What a report is told beside its facts: the reader's language, the words, and what was asked for. */
export interface ReportContext {
  readonly lang: Lang
  /** Sentence of the catalogue. */
  readonly say: (key: string, params?: ErrorParams) => string
  /** Label of a dictionary field, or the key itself. */
  readonly fieldName: (key: string) => string
  /** A stored value of a field as people say it: 高档 for `high`, 6000万 for `60000000.00`. */
  readonly fieldValue: (key: string, value: string) => string
  /** What was done to change a value: 导入, 修改 … */
  readonly verbName: (verb: string) => string
  /** Short title of a check rule, or its code. */
  readonly ruleName: (code: string) => string
  /** `A 贵宾级客户`, or the level itself. */
  readonly tierName: (level: string) => string
  /** Absent for lists that are as of today. */
  readonly period?: Period
  /** Wall clock of the book's time zone, `YYYY-MM-DD HH:MM`. */
  readonly wallClock: (at: IsoInstant) => string
  /** Business day of the book. */
  readonly today: IsoDate
  /** Left out where output must not change from run to run. */
  readonly madeAt?: IsoInstant
  /** Name of the book as people know it. */
  readonly book: string
  /** The filter in words; empty for all customers. */
  readonly filter: string
}

/** A report: which facts it needs, of which period, and what it says of them. */
export interface ReportSpec<Name extends FactName = FactName> {
  readonly name: Name
  /** Place in the list of required reports (L1–L20). */
  readonly list: string
  /** Period when none is told; `none` for lists as of today, `all` for everything unless told. */
  readonly period: 'week' | 'month' | 'year' | 'all' | 'none'
  readonly view: (facts: FactSets[Name], context: ReportContext) => ReportView
}
