import type { Lang } from '../model/units.ts'
import { tell } from './text/index.ts'

/** What a kind of operation is called: `import` is 导入. */
export const operationKind = (lang: Lang, kind: string): string => tell(lang, `by-${kind}`, {}, kind)

/** What a table is called: `contact_point` is 联系方式. */
export const tableWord = (lang: Lang, entity: string): string => tell(lang, `table-${entity}`, {}, entity)

/** The figures of an operation's summary that are not nought, in a line: `行 17，新建 7`. */
export function summaryWords(lang: Lang, summary: Readonly<Record<string, unknown>>): string {
  return Object.entries(summary)
    .filter(([, value]) => typeof value === 'string' || (typeof value === 'number' && value !== 0))
    .map(([name, value]) => `${tell(lang, `sum-${name}`, {}, tableWord(lang, name))} ${value}`)
    .join(lang === 'zh' ? '，' : ', ')
}

/** What was done to the rows of a table: `客户：改动 9`. */
export function changeWords(
  lang: Lang,
  change: { readonly entity: string; readonly action: string; readonly rows: number },
): string {
  const table = tableWord(lang, change.entity)
  const did = tell(lang, `did-${change.action}`, { rows: change.rows })
  return lang === 'zh' ? `${table}：${did}` : `${table}: ${did}`
}
