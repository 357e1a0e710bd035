import type { ReportChart, ReportView } from '../../../model/report.ts'
import { decimal } from '../../number.ts'
import { isTime } from '../pictures.ts'
import { word } from '../words.ts'
import { barChart } from './bar-chart.ts'
import { columnChart } from './column-chart.ts'
import { html } from './escape.ts'
import { lineChart } from './line-chart.ts'

function pictureOf(chart: ReportChart, lang: ReportView['lang']): string {
  if (chart.kind === 'line') return lineChart(chart, lang)
  if (chart.kind === 'stacked' || (chart.kind === 'bar' && chart.series.length === 1 && isTime(chart.labels)))
    return columnChart(chart, lang)
  return barChart(chart)
}

/** A picture with its title, its legend, and its numbers to be opened; `told` is true where a table gives them anyway. */
export function chartHtml(chart: ReportChart, view: ReportView, told: boolean): string {
  if (chart.labels.length === 0 || chart.series.length === 0) return ''
  const title = chart.unit === undefined ? chart.title : `${chart.title} · ${chart.unit}`
  const legend = chart.kind === 'line' || chart.series.length < 2 ? '' : legendHtml(chart)
  return `<figure><figcaption>${html(title)}</figcaption>${pictureOf(chart, view.lang)}${legend}${told ? '' : numbersHtml(chart, view)}</figure>`
}

const legendHtml = ({ series }: ReportChart): string =>
  `<ul class="legend">${series.map(({ name }, index) => `<li><i class="b${index % 8}"></i>${html(name)}</li>`).join('')}</ul>`

/** Nothing is told by a picture alone. */
function numbersHtml({ labels, series }: ReportChart, view: ReportView): string {
  const head = series.map(({ name }) => `<th scope="col" class="n">${html(name)}</th>`).join('')
  const rows = labels.map(
    (label, at) =>
      `<tr><th scope="row">${html(label)}</th>${series.map(({ values }) => `<td class="n">${values[at] == null ? '' : decimal(values[at])}</td>`).join('')}</tr>`,
  )
  return `<details><summary>${html(word(view, 'report.numbers'))}</summary><div class="scroll" tabindex="0" role="region" aria-label="${html(word(view, 'report.numbers'))}"><table><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`
}
