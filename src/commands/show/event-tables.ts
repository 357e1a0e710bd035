import type { ReportTable } from '../../model/report.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import type { Context } from '../context.ts'
import { contactWord } from '../word-of.ts'

export function interactionTable(ctx: Context, { interactions }: CustomerFile): ReportTable {
  const { say } = ctx
  return {
    key: 'interactions',
    title: say('show-interactions'),
    columns: [
      { key: 'on', title: say('column-on'), type: 'date' },
      { key: 'kind', title: say('column-kind'), type: 'text' },
      { key: 'staff', title: say('column-staff'), type: 'text' },
      { key: 'content', title: say('column-content'), type: 'text' },
    ],
    rows: interactions.map((row) => [
      row['on_day'] as string | null,
      `${contactWord(ctx, row['kind'], row['customer_initiated'])}${row['major'] === 1 ? ' ★' : ''}`,
      row['staff'] as string | null,
      row['content'] as string | null,
    ]),
  }
}

export function dealTable(ctx: Context, { deals }: CustomerFile): ReportTable {
  const { say } = ctx
  return {
    key: 'deals',
    title: say('show-deals'),
    columns: [
      { key: 'on', title: say('column-on'), type: 'date' },
      { key: 'kind', title: say('column-kind'), type: 'text' },
      { key: 'product', title: say('column-product'), type: 'text' },
      { key: 'amount', title: say('column-amount'), type: 'money' },
      { key: 'remark', title: say('column-remark'), type: 'text' },
    ],
    rows: deals.map((row) => [
      row['on_day'] as string | null,
      ctx.tell({ code: `deal-${row['kind']}` }),
      row['product'] as string | null,
      row['amount'] as number | null,
      row['remark'] as string | null,
    ]),
  }
}
