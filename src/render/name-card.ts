import type { Lang } from '../model/units.ts'
import { displayWidth } from './width.ts'

/** 客户信息卡: what stands on the two sides. */
export interface NameCard {
  readonly code: string
  /** 单位; empty where there is none. */
  readonly employer: string
  /** 称呼 */
  readonly address: string
  readonly tier: string
  /** What whoever serves should know, most needed first. */
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

export interface CardWords {
  readonly title: string
  /** Name of the house, in the place of a logo. */
  readonly house: string
  /** Between a label and its value: `：` or `: `. */
  readonly colon: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character]!)

/** 90 × 54 mm, two across and five down on A4. */
const style = `@page { size: A4; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { font: 9.5pt/1.35 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #000 }
.sheet { width: 210mm; height: 297mm; padding: 13.5mm 15mm; display: grid; grid-template: repeat(5, 54mm) / repeat(2, 90mm); break-after: page }
.sheet:last-child { break-after: auto }
.card { width: 90mm; height: 54mm; padding: 5mm 6mm; border: .2mm dashed #999; overflow: hidden; display: flex; flex-direction: column }
.top { display: flex; justify-content: space-between; border-bottom: .3mm solid; padding-bottom: 1mm; font-size: 8.5pt }
.unit { margin-top: 5mm; font-size: 11pt; min-height: 6mm } .address { font-size: 20pt; font-weight: bold }
.foot { margin-top: auto; display: flex; justify-content: space-between; font-size: 8pt; color: #333 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 2mm; font-size: 8.5pt; line-height: 1.3 }
dt { color: #333 } dd { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden }
@media screen { body { background: #ddd } .sheet { background: #fff; margin: 4mm auto } }`

const PER_SHEET = 10

/** Cards to be printed on both sides and cut: a sheet of ten fronts, then the sheet of their backs, mirrored for turning over the long edge. */
export function nameCardsHtml(cards: readonly NameCard[], words: CardWords, lang: Lang): string {
  const sheets: string[] = []
  for (let at = 0; at < cards.length; at += PER_SHEET) {
    const ten = cards.slice(at, at + PER_SHEET)
    sheets.push(sheetOf(ten.map((card) => front(card, words))))
    sheets.push(sheetOf(mirrored(ten).map((card) => (card === null ? '<div></div>' : back(card)))))
  }
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(words.title)}</title><style>${style}</style></head>
<body>
${sheets.join('\n')}
</body></html>
`
}

const sheetOf = (cards: readonly string[]): string => `<section class="sheet">\n${cards.join('\n')}\n</section>`

/** Left and right change places on the back of a sheet. */
function mirrored(cards: readonly NameCard[]): (NameCard | null)[] {
  const out: (NameCard | null)[] = []
  for (let at = 0; at < cards.length; at += 2) out.push(cards[at + 1] ?? null, cards[at]!)
  return out
}

const front = ({ code, employer, address, tier }: NameCard, words: CardWords): string =>
  `<article class="card"><div class="top"><b>${escaped(words.house)}</b><span>${escaped(words.title)}</span></div>
<div class="unit">${escaped(employer)}</div><div class="address">${escaped(address)}</div>
<div class="foot"><span>${escaped(code)}</span><span>${escaped(tier)}</span></div></article>`

/** Heights on the back in tenths of a millimetre, and how many half-width characters a line takes in. */
const ROOM = 370
const LINE = 39
const GAP = 6
const LINE_WIDTH = 50

/** As many lines as the back has room for, long ones counted twice: none is cut in two. */
function thatFit(lines: NameCard['lines']): NameCard['lines'] {
  const label = Math.max(0, ...lines.map((line) => displayWidth(line.label)))
  let used = 0
  return lines.filter(({ value }) => {
    const rows = Math.min(2, Math.ceil(displayWidth(value) / Math.max(20, LINE_WIDTH - label)))
    used += rows * LINE + GAP
    return used <= ROOM
  })
}

const back = ({ code, address, lines }: NameCard): string =>
  `<article class="card"><dl>${thatFit(lines)
    .map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join('')}</dl>
<div class="foot"><span>${escaped(address)}</span><span>${escaped(code)}</span></div></article>`

/** The same as plain text, one card after the other. */
export function nameCardsText(cards: readonly NameCard[], words: CardWords): string {
  return cards
    .map(({ code, employer, address, tier, lines }) =>
      [
        `[${words.house === '' ? words.title : `${words.house} · ${words.title}`}]  ${code}  ${tier}`.trimEnd(),
        `  ${[employer, address].filter((part) => part !== '').join('  ')}`,
        ...lines.map(({ label, value }) => `  ${label}${words.colon}${value}`),
        '',
      ].join('\n'),
    )
    .join('\n')
}
