import type { Column, ReportView } from '../../model/report.ts'
import { fill } from '../text/catalogue.ts'
import { reportsText } from '../text/reports.ts'

/** Words that belong to the layout, in the view's language. */
export function word(
  view: Pick<ReportView, 'lang'>,
  key: keyof typeof reportsText,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill(reportsText[key][view.lang], params)
}

/** Title of a column with its unit: `金额（元）`, `Amount (CNY)`. */
export function columnTitle(column: Column, lang: ReportView['lang']): string {
  if (column.unit === undefined) return column.title
  return lang === 'zh' ? `${column.title}（${column.unit}）` : `${column.title} (${column.unit})`
}
