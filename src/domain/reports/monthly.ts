import { periodView } from './period-report.ts'
import type { ReportSpec } from './spec.ts'

/** The clerk's monthly summary for the customer-service manager and for market planning. */
export const monthlyReport: ReportSpec<'monthly'> = {
  name: 'monthly',
  list: 'L8',
  period: 'month',
  view: (facts, context) => periodView('month', facts, context),
}
