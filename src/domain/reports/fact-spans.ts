import type { FactQuery, Span } from '../../model/fact-query.ts'
import type { Period } from '../../model/report.ts'
import { addDays, startOfDay } from '../calendar.ts'
import { kindOf, nextPeriod, periodsBefore, previousPeriod, yearAgo } from '../period.ts'

/** A period with the instants at which its days begin and end. */
export const spanOfPeriod = ({ name, from, to }: Period, zone?: string): Span => ({
  name,
  from,
  to,
  fromAt: startOfDay(from, zone),
  toAt: startOfDay(to, zone),
})

/** The spans a report of one period is held against, and the days after it that are told: a month after a month, else a week. */
export function factSpans(
  period: Period,
  history: number,
  zone?: string,
): Pick<FactQuery, 'period' | 'before' | 'yearAgo' | 'history' | 'coming'> {
  const coming =
    kindOf(period) === 'month' ? nextPeriod(period) : { from: period.to, to: addDays(period.to, 7), name: '' }
  return {
    period: spanOfPeriod(period, zone),
    before: spanOfPeriod(previousPeriod(period), zone),
    yearAgo: spanOfPeriod(yearAgo(period), zone),
    history: periodsBefore(period, history).map((each) => spanOfPeriod(each, zone)),
    coming: spanOfPeriod(coming, zone),
  }
}
