import { codeOf } from '../../model/party-code.ts'
import { listBases, listDisposals } from '../../store/privacy/consents.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'

/** Shows what was archived, anonymised and destroyed: who did it when and why, and no value. */
export async function listDone(ctx: Context, limit: string): Promise<void> {
  const found = listDisposals(await ctx.openBook(), wholeNumber('--limit', limit))
  const title = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'disposals',
      title: title('privacy-disposals-summary'),
      columns: [
        { key: 'id', title: ctx.say('column-id'), type: 'integer' },
        { key: 'on', title: title('privacy-on-column'), type: 'date' },
        { key: 'code', title: ctx.say('column-code'), type: 'date' },
        { key: 'class', title: title('privacy-class-column'), type: 'date' },
        { key: 'action', title: title('privacy-action'), type: 'date' },
        { key: 'cause', title: title('privacy-cause'), type: 'text' },
        { key: 'staff', title: title('privacy-staff'), type: 'text' },
      ],
      rows: found.map((one) => [
        ...[
          one['id'] ?? null,
          one['onDay'] ?? null,
          Number(one['partyId']) > 0 ? codeOf(Number(one['partyId'])) : null,
        ],
        one['class'] === null ? null : title(`retention-class.${one['class']}`),
        ...[title(`retention-action.${one['action']}`), one['cause'] ?? null, one['staff'] ?? null],
      ]),
      empty: title('disposals-none'),
    },
    json: found.map((one) => ({ ...one, counts: JSON.parse(String(one['counts'])) as unknown })),
  })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}

/** Shows on which ground each import was taken in (SEC-01, SEC-16). */
export async function listBatches(ctx: Context): Promise<void> {
  const found = listBases(await ctx.openBook())
  const title = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'batches',
      title: title('privacy-batches-summary'),
      columns: [
        { key: 'id', title: ctx.say('column-id'), type: 'integer' },
        { key: 'on', title: title('privacy-on-column'), type: 'date' },
        { key: 'file', title: title('privacy-file-column'), type: 'text' },
        { key: 'source', title: title('privacy-source'), type: 'text' },
        { key: 'supplier', title: title('privacy-supplier'), type: 'text' },
        { key: 'basis', title: title('privacy-basis-column'), type: 'text' },
        { key: 'created', title: title('privacy-rows'), type: 'integer' },
      ],
      rows: found.map((one) =>
        ['id', 'startedOn', 'file', 'source', 'supplier', 'lawfulBasis', 'created'].map((key) => one[key] ?? null),
      ),
      empty: title('batches-none'),
    },
    json: found,
  })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}
