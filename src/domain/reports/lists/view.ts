import type { ReportSection, ReportView } from '../../../model/report.ts'
import type { FactName } from '../../../model/report-facts.ts'
import { lineSubtitle } from '../parts.ts'
import type { ReportContext } from '../spec.ts'

/** Frame of a list: its name, its purpose, its count, and its sections. */
export function listView(
  name: FactName,
  count: number,
  sections: readonly ReportSection[],
  context: ReportContext,
): ReportView {
  const { say, lang, period, madeAt } = context
  return {
    key: name,
    title: say(`report.${name}.title`),
    subtitle: lineSubtitle(context, say(`report.${name}.purpose`), count),
    lang,
    ...(period === undefined ? {} : { period }),
    ...(madeAt === undefined ? {} : { madeAt }),
    sections,
  }
}
