import type { ExportColumn } from '../../model/export.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'

/** Lists the fields an export may have. */
export function listFields(ctx: Context, columns: readonly ExportColumn[]): void {
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'fields',
      title: say('export-fields'),
      columns: [
        { key: 'key', title: say('export-field-key'), type: 'text' },
        { key: 'title', title: say('export-field-title'), type: 'text' },
        { key: 'note', title: say('export-field-note'), type: 'text' },
      ],
      rows: columns.map((column) => [
        column.key,
        column[ctx.lang],
        column.sensitive === true
          ? say('export-field-sensitive')
          : column.onRequest === true
            ? say('export-field-on-request')
            : column.derived === true
              ? say('export-field-derived')
              : '',
      ]),
    },
  })
  ctx.finish('done')
}
