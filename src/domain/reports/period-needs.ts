import type { ReportSection } from '../../model/report.ts'
import type { Waiting } from '../../model/report-facts.ts'
import { countColumn, textColumn } from './parts.ts'
import type { ReportContext } from './spec.ts'

/** In the order of how much harm waiting does, and the command that shows each. */
const steps: readonly (readonly [what: keyof Waiting, command: string])[] = [
  ['complaintsOpen', 'kehu report complaints'],
  ['followUpsOverdue', 'kehu log due'],
  ['keyAccountsSilent', 'kehu report sales'],
  ['findingsError', 'kehu verify'],
  ['pairsToReview', 'kehu dedupe review'],
  ['rowsRejected', 'kehu operations'],
  ['verificationsOverdue', 'kehu report verification'],
  ['cardsOut', 'kehu report cards'],
  ['customersWithoutOwner', 'kehu report roster'],
  ['findingsWarn', 'kehu verify'],
]

/** What waits for a person now; what the book doesn't keep, or has none of, isn't listed. */
export function needsSection(waiting: Waiting, { say }: ReportContext): ReportSection {
  const rows = steps.flatMap(([what, command]) => {
    const count = waiting[what]
    return count === null || count === 0 ? [] : [[say(`report.needs.${what}`), count, command]]
  })
  return {
    key: 'needs',
    title: say('report.needs'),
    tables: [
      {
        key: 'needs',
        title: '',
        columns: [
          textColumn('what', say('report.what')),
          countColumn('count', say('report.left'), false),
          textColumn('command', say('report.next-command')),
        ],
        rows,
        empty: say('report.needs.none'),
      },
    ],
  }
}
