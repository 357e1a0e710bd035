import type { ClusterView } from '../model/view.ts'
import type { ScreenOptions } from './customer.ts'
import { evidenceLines } from './pair.ts'
import { tableLines } from './table.ts'
import { viewWord } from './view-words.ts'

/** Several records of perhaps one customer, one a line; those taken out (numbers from 1) are marked. */
export function clusterText(view: ClusterView, split: ReadonlySet<number>, options: ScreenOptions): string {
  const { width, lang, bold } = options
  const columns = [
    { title: viewWord(lang, 'view.cluster.number'), align: 'right' as const, whole: true },
    { title: '', whole: true },
    { title: viewWord(lang, 'view.cluster.code'), whole: true },
    ...view.labels.map((title) => ({ title })),
  ]
  const rows = view.members.map(({ code, values }, at) => [
    String(at + 1),
    split.has(at + 1) ? '✂' : '',
    code,
    ...values.map((value) => value ?? ''),
  ])
  const lines = tableLines(columns, rows, { width, ...(bold === undefined ? {} : { bold }) })
  const legend = split.size === 0 ? [] : ['', viewWord(lang, 'view.cluster.split')]
  return `${[...lines, ...legend, ...evidenceLines(view.evidence, options)].join('\n')}\n`
}
