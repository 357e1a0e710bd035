import { fieldByKey } from '../../domain/dictionary/fields.ts'
import type { ProfiledColumn } from '../../domain/profiling/sheet-profile.ts'
import type { FileFacts } from '../../model/import-parts.ts'
import type { ReportCell } from '../../model/report.ts'
import { tableText } from '../../render/list.ts'
import type { Context } from '../context.ts'
import { fieldLabel } from '../import/batches.ts'
import { sheetLine } from '../import/say-file.ts'
import type { ProfiledSheet } from './run-profile.ts'

/** One sheet's profile for a terminal: how it was understood, its columns, and what one should look at. */
export function profilePage(ctx: Context, facts: FileFacts, { name, tables, columns }: ProfiledSheet): string {
  const say = (key: string): string => ctx.tell({ code: `profile-${key}` })
  const head = [facts.name, facts.format, facts.encoding?.encoding].filter((text) => text !== undefined).join('  ')
  const keys = ['column', 'heading', 'field', 'filled', 'distinct', 'shapes']
  const table = {
    key: 'profile',
    title: say('summary'),
    columns: keys.map((key) => ({
      key,
      title: say(key),
      type: key === 'filled' ? ('percent' as const) : key === 'distinct' ? ('integer' as const) : ('text' as const),
    })),
    rows: columns.map((one) => shownColumn(ctx, one)),
    empty: say('nothing'),
  }
  const lines = [head, ...tables.map((one) => sheetLine(ctx, name, one).trimEnd())]
  if (columns.length > 0) lines.push(tableText(table, { as: 'table', width: ctx.io.width, lang: ctx.lang }).trimEnd())
  for (const level of ['personal', 'sensitive'] as const) {
    const own = columns.filter(({ sensitivity }) => sensitivity === level).map(headingOf)
    if (own.length > 0) lines.push(`${say(level)}: ${own.join(ctx.lang === 'zh' ? '、' : ', ')}`)
  }
  const odd = columns.flatMap((one) => oddLines(ctx, one))
  if (odd.length > 0) lines.push(`${say('remarks')}:`, ...odd)
  return `${lines.join('\n')}\n`
}

const headingOf = ({ heading, column }: ProfiledColumn): string =>
  heading === '' ? `#${column + 1}` : heading.replaceAll('\n', ' ')

function shownColumn(ctx: Context, one: ProfiledColumn): ReportCell[] {
  const field = one.field === null ? undefined : fieldByKey(one.field)
  const named = field === undefined ? fieldLabel(ctx, one.field) : field[ctx.lang]
  return [
    String(one.column + 1),
    headingOf(one),
    one.confidence < 1 && one.field !== null ? `${named} ${Math.round(one.confidence * 100)}%` : named,
    one.rows === 0 ? 0 : one.filled / one.rows,
    one.distinct,
    one.shapes.map(({ shape }) => shape).join('  '),
  ]
}

const oddLines = (ctx: Context, one: ProfiledColumn): string[] =>
  Object.entries(one.remarks).map(
    ([code, count]) => `  ${headingOf(one)}: ${ctx.tell(one.examples[code] ?? { code })} ×${count}`,
  )
