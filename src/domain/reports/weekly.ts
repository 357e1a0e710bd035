import { periodView } from './period-report.ts'
import type { ReportSpec } from './spec.ts'

/** What a manager reads on Monday: one ISO week, with what needs a person on top. */
export const weeklyReport: ReportSpec<'weekly'> = {
  name: 'weekly',
  list: 'L7',
  period: 'week',
  view: (facts, context) => periodView('week', facts, context),
}
