import type { BlankForm, BlankRow } from '../model/forms.ts'
import type { Lang } from '../model/units.ts'
import type { BlankWords } from './blank-form.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character]!)

const style = `@page { size: A4; margin: 15mm 16mm }
* { box-sizing: border-box }
body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #000; margin: 0 auto; max-width: 178mm }
.sheet { break-after: page } .sheet:last-child { break-after: auto }
header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 1.5pt solid; padding-bottom: 1mm }
h1 { font-size: 15pt; margin: 0 } .number { font-variant-numeric: tabular-nums }
.top { display: flex; gap: 8mm; margin: 2mm 0 1mm; font-size: 9.5pt }
h2 { font-size: 11pt; background: #eee; margin: 3mm 0 1mm; padding: .5mm 2mm; break-after: avoid; print-color-adjust: exact }
h2 small { font-weight: normal }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; margin: 0 }
.row { display: flex; gap: 2mm; align-items: flex-end; min-height: 7.5mm; break-inside: avoid }
.row.wide { grid-column: 1 / 3 }
.row.tall { align-items: flex-start; padding-top: 1.2mm }
dt { white-space: nowrap } dt b { font-weight: normal }
dd { margin: 0; flex: 1 }
.line { border-bottom: .5pt solid #555; min-height: 5.5mm }
.line + .line { min-height: 7.5mm }
.box { display: inline-block; margin-right: 4mm; white-space: nowrap }
.box::before { content: ""; display: inline-block; width: 3mm; height: 3mm; border: .7pt solid; margin-right: 1.2mm; vertical-align: -.3mm }
.box i { display: inline-block; width: 20mm; border-bottom: .5pt solid #555 }
.seats { display: grid; grid-template: "a top b" "left table right" "c bottom d" / 1fr 60mm 1fr; gap: 1.5mm; margin: 2mm 0; grid-column: 1 / 3; break-inside: avoid; text-align: center; font-size: 9.5pt }
.seats div { align-self: center } .seats .table { border: 1pt solid; border-radius: 3mm; height: 14mm; grid-area: table }
.seats span { display: inline-block; width: 22mm; border-bottom: .5pt solid #555 }
.seats .top, .seats .bottom { white-space: nowrap } .seats .top { margin: 0; display: block; grid-area: top } .seats .bottom { grid-area: bottom } .seats .left { grid-area: left; text-align: right } .seats .right { grid-area: right; text-align: left }`

/** Blank forms as a page to print on A4, one sheet for each number; no picture, font or script from outside. */
export function renderBlankHtml(form: BlankForm, words: BlankWords, numbers: readonly string[], lang: Lang): string {
  const sheets = numbers.map((number, at) => sheet(form, words, number, at)).join('\n')
  const feet = numbers.map((number, at) => foot(form, number, { at, isOnly: numbers.length === 1 })).join('\n')
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${form.number} ${form.title}`)}</title>
<style>
${style}
${feet}
</style>
</head>
<body>
${sheets}
</body>
</html>
`
}

/** Pages come apart: each says at its foot which sheet it is of, and which page where there is one sheet only. */
function foot(
  form: BlankForm,
  number: string,
  { at, isOnly }: { readonly at: number; readonly isOnly: boolean },
): string {
  const text = [form.title, number].filter((part) => part !== '').join(' · ')
  const page = isOnly
    ? ' @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #555 }'
    : ''
  const plain = text.replace(/[^\p{L}\p{N} ·/()（）、.-]/gu, '')
  return `@page sheet${at} { @bottom-left { content: "${plain}"; font-size: 8pt; color: #555 }${page} }`
}

function sheet(form: BlankForm, words: BlankWords, number: string, at: number): string {
  const sections = form.sections.map(({ title, repeats, rows }) => {
    const more = repeats ? ` <small>${escapeHtml(words.more)}</small>` : ''
    const listed = rows.filter(({ seat }) => seat === undefined)
    return `<h2>${escapeHtml(title)}${more}</h2>\n<dl>\n${listed.map(row).join('\n')}${seats(rows)}\n</dl>`
  })
  const blank = '____________'
  return `<div class="sheet" style="page: sheet${at}">
<header><h1>${escapeHtml(form.title)}</h1><span class="number">${escapeHtml(form.number)} · ${escapeHtml(words.number)} ${escapeHtml(number || blank)}</span></header>
<div class="top"><span>${escapeHtml(words.staff)} ${blank}</span><span>${escapeHtml(words.date)} ${blank}</span><span>${escapeHtml(words.note)}</span></div>
${sections.join('\n')}
</div>`
}

function row({ label, required, space }: BlankRow): string {
  const name = `<dt>${required ? '<b>※</b>' : ''}${escapeHtml(label)}</dt>`
  if (space.kind === 'line') return `<div class="row">${name}<dd class="line"></dd></div>`
  if (space.kind === 'lines')
    return `<div class="row wide tall">${name}<dd><div class="line"></div><div class="line"></div></dd></div>`
  const open = space.open ? '<span class="box"><i></i></span>' : ''
  const boxes = space.labels.map((text) => `<span class="box">${escapeHtml(text)}</span>`).join('')
  const wide = space.labels.join('').length > 14 || space.open ? ' wide' : ''
  return `<div class="row tall${wide}">${name}<dd>${boxes}${open}</dd></div>`
}

/** 餐位图: four names around a table. */
function seats(rows: readonly BlankRow[]): string {
  const placed = rows.filter(({ seat }) => seat !== undefined)
  if (placed.length !== 4) return ''
  const names = placed.map(({ label, seat }) => `<div class="${seat}">${escapeHtml(label)} <span></span></div>`)
  return `\n<div class="seats">${names.join('')}<div class="table"></div></div>`
}
