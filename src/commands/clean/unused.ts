import { fieldByKey, fields } from '../../domain/dictionary/fields.ts'
import type { Book } from '../../store/book.ts'
import { fieldUse } from '../../store/field-use.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'
import { fieldLabel } from '../show/field-words.ts'

/** Below this share of the customers a field is as good as unused. */
const LEAST = 0.01

/** Fields that nobody fills, or hardly anybody: candidates for leaving the forms. */
export function runUnused(ctx: Context, book: Book): void {
  const { say } = ctx
  const { customers, used } = fieldUse(book)
  const columns = fields.filter(({ stored }) => stored === 'party' || stored === 'customer').map(({ key }) => key)
  const own = [...used.keys()].filter((key) => key.startsWith('extra:') || fieldByKey(key) !== undefined)
  const rows = [...new Set([...columns.filter((key) => used.has(key)), ...own])]
    .map((field) => ({ field, present: used.get(field) ?? 0 }))
    .filter(({ present }) => present < customers * LEAST)
    .sort((a, b) => a.present - b.present || (a.field < b.field ? -1 : 1))
  showListing(ctx, {
    table: {
      key: 'unused',
      title: say('list-unused'),
      columns: [
        { key: 'field', title: say('column-field'), type: 'text' },
        { key: 'label', title: say('column-label'), type: 'text' },
        { key: 'present', title: say('column-found'), type: 'integer' },
        { key: 'share', title: say('column-share'), type: 'percent' },
      ],
      rows: rows.map(({ field, present }) => [
        field,
        fieldLabel(ctx, field),
        present,
        customers === 0 ? null : present / customers,
      ]),
      empty: say('lists-none'),
    },
  })
  ctx.finish(rows.length === 0 ? 'nothing' : 'done')
}
