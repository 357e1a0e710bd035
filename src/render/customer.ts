import type { Lang } from '../model/units.ts'
import type { CustomerSection, CustomerView, ShownValue, ValueState } from '../model/view.ts'
import { reportTableLines } from './report/terminal.ts'
import { viewWord } from './view-words.ts'
import { displayWidth, padTo, visible, wrap } from './width.ts'

export interface ScreenOptions {
  readonly width: number
  readonly lang: Lang
  readonly bold?: (text: string) => string
  readonly dim?: (text: string) => string
}

const stateSigns: Readonly<Record<ValueState, string>> = { verified: '✓', unverified: '○', doubtful: '?', invalid: '×' }
const labelMost = 18

/** Numbers of the sources, in the order they are met, so that each is said once. */
type Sources = Map<string, number>

/** One customer as text: name, first screen, what to see to, sections, and where the values came from. */
export function customerText(view: CustomerView, options: ScreenOptions): string {
  const { width, lang, bold = plain, dim = plain } = options
  const sources: Sources = new Map()
  const all = [...view.first, ...view.sections.flatMap(({ values = [] }) => values)]
  const labelWidth = Math.min(labelMost, Math.max(0, ...all.map(({ label }) => displayWidth(label))))
  const values = (list: readonly ShownValue[]): string[] =>
    list.flatMap((value) => valueLines(value, labelWidth, sources, options))
  const lines = [
    ...wrap(visible(`${view.code}  ${view.name}`), width).map(bold),
    ...wrap(visible(view.headline.join(' · ')), width),
    '',
    ...values(view.first),
    ...(view.warnings.length === 0
      ? []
      : ['', bold(viewWord(lang, 'view.see-to')), ...view.warnings.flatMap((text) => bullet(text, width))]),
    ...view.sections.flatMap((section) => [
      '',
      bold(visible(`■ ${section.title}`)),
      ...sectionLines(section, values, options),
    ]),
  ]
  const foot = [...stateLegend(all, lang), ...sourceLines(sources, options)]
  return `${[...lines, ...(foot.length === 0 ? [] : ['', ...foot.map(dim)])].join('\n')}\n`
}

const plain = (text: string): string => text

function bullet(text: string, width: number): string[] {
  return wrap(visible(text), width - 4).map((line, at) => (at === 0 ? `  ! ${line}` : `    ${line}`))
}

function valueLines(
  { label, value, state, from, remark }: ShownValue,
  labelWidth: number,
  sources: Sources,
  { width }: ScreenOptions,
): string[] {
  const sign = state === undefined ? '' : ` ${stateSigns[state]}`
  const said = remark === undefined ? '' : ` (${remark})`
  const text = visible(`${value}${said}`) + sign + sourceMark(from ?? [], sources)
  const head = padTo(visible(label), labelWidth)
  const indent = Math.max(labelWidth, displayWidth(head)) + 4
  return wrap(text, Math.max(10, width - indent)).map((line, at) =>
    at === 0 ? `  ${head}  ${line}` : ' '.repeat(indent) + line,
  )
}

function sourceMark(from: readonly string[], sources: Sources): string {
  const marks = from.map((one) => {
    const number = sources.get(one) ?? sources.size + 1
    sources.set(one, number)
    return `[${number}]`
  })
  return marks.length === 0 ? '' : ` ${marks.join('')}`
}

function sectionLines(
  { values, table }: CustomerSection,
  shown: (list: readonly ShownValue[]) => string[],
  { width, lang, bold }: ScreenOptions,
): string[] {
  const lines = values === undefined ? [] : shown(values)
  if (table !== undefined)
    lines.push(...reportTableLines(table, { lang }, { width, ...(bold === undefined ? {} : { bold }) }))
  return lines.length === 0 ? [`  ${viewWord(lang, 'view.nothing')}`] : lines
}

/** What the signs mean, where any is used. */
function stateLegend(values: readonly ShownValue[], lang: Lang): string[] {
  const used = (['verified', 'unverified', 'doubtful', 'invalid'] as const).filter((state) =>
    values.some((value) => value.state === state),
  )
  return used.length === 0 ? [] : [used.map((state) => viewWord(lang, `view.state.${state}`)).join('   ')]
}

function sourceLines(sources: Sources, { width, lang }: ScreenOptions): string[] {
  if (sources.size === 0) return []
  const lines = [...sources].flatMap(([from, number]) => {
    const mark = `  [${number}] `
    return wrap(visible(from), width - mark.length).map(
      (line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line,
    )
  })
  return [viewWord(lang, 'view.sources'), ...lines]
}
