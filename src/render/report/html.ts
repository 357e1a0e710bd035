import type { ReportSection, ReportView } from '../../model/report.ts'
import { arrows, figureTexts } from './figures.ts'
import { chartHtml } from './html/chart.ts'
import { html } from './html/escape.ts'
import { script } from './html/script.ts'
import { style } from './html/style.ts'
import { tableHtml } from './html/table.ts'
import { withoutBars } from './pictures.ts'
import { word } from './words.ts'

/** The page may load nothing from anywhere: what it shows is in it. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A report as one HTML file: pictures as SVG, no network, whole without scripts. */
export function reportHtml(view: ReportView): string {
  const links = view.sections.map(({ key, title }) => `<li><a href="#${html(key)}">${html(title)}</a></li>`)
  const nav =
    view.sections.length < 3
      ? ''
      : `<nav aria-label="${html(word(view, 'report.contents'))}"><ul>${links.join('')}</ul></nav>`
  const made =
    view.madeAt === undefined
      ? ''
      : `<footer>${html(word(view, 'report.made-at', { at: view.madeOn ?? view.madeAt }))}</footer>`
  return `<!doctype html>
<html lang="${view.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>${html(view.title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${html(view.title)}</h1><p class="sub">${html(view.subtitle)}</p></header>
${nav}
<main>
${view.sections.map((section) => sectionHtml(section, view)).join('\n')}
</main>
${made}
<script>${script}</script>
</body>
</html>
`
}

function sectionHtml(section: ReportSection, view: ReportView): string {
  const { key, title, lead, charts = [], tables = [] } = section
  const blocks = [
    ...charts
      .map((chart) =>
        chartHtml(
          chart,
          view,
          tables.some((table) => table.key === chart.key),
        ),
      )
      .filter((each) => each !== ''),
    ...tables.map((table) => {
      const titled = charts.some((chart) => chart.key === table.key)
      // Where a chart draws the table, bars in it would only say it again.
      return tableHtml(titled ? withoutBars(table) : table, view, {
        titled,
        alone: tables.length + charts.length === 1,
      })
    }),
  ]
  return [
    `<section id="${html(key)}">`,
    `<h2>${html(title)}</h2>`,
    lead === undefined ? '' : `<p>${html(lead)}</p>`,
    figuresHtml(section),
    blocks.length === 0 ? '' : `<div class="blocks">${blocks.join('\n')}</div>`,
    '</section>',
  ].join('\n')
}

function figuresHtml(section: ReportSection): string {
  const figures = figureTexts(section).map(({ title, value, change, against, direction }) => {
    const changed = change === '' ? '' : `<dd class="ch">${arrows[direction]} ${html(change)} ${html(against)}</dd>`
    return `<div><dt>${html(title)}</dt><dd class="v${value.length > 10 ? ' long' : ''}">${html(value)}</dd>${changed}</div>`
  })
  return figures.length === 0 ? '' : `<dl class="figures">${figures.join('')}</dl>`
}
