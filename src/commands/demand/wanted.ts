import { listWanted } from '../../store/demands.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { note, showListing, showValue } from '../output.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'

/** A department says what it wants to know. */
export async function addWanted(
  ctx: Context,
  department: string,
  words: readonly string[],
  until: string | undefined,
): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const row = {
    department,
    on_day: today,
    content: await wordsOrAsk(ctx, words, 'demand-want-content'),
    until: until === undefined ? null : dayOfFlag(ctx, '--until', until, today),
  }
  const { result, operation } = write(ctx, book, { kind: 'demand' }, (operation) => ({
    result: operation.insert('info_wanted', row),
    summary: { wanted: department },
  }))
  showValue(
    ctx,
    { number: result, department, operation },
    () => `${ctx.tell({ code: 'demand-want-added', params: { department } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** 需要的信息种类 of each department. */
export async function listWantedInfo(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const rows = listWanted(book, todayOf(ctx, book))
  showListing(ctx, {
    table: {
      key: 'wanted',
      title: ctx.tell({ code: 'demand-wanted' }),
      columns: [
        { key: 'department', title: ctx.tell({ code: 'demand-department' }), type: 'text' },
        { key: 'content', title: ctx.tell({ code: 'demand-want-content' }), type: 'text' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'until', title: ctx.tell({ code: 'column-until' }), type: 'date' },
      ],
      rows: rows.map((row) => [
        String(row['department']),
        String(row['content']),
        String(row['on_day']),
        row['until'] as string | null,
      ]),
      empty: ctx.tell({ code: 'demand-wanted-none' }),
    },
  })
  ctx.finish(rows.length === 0 ? 'nothing' : 'done')
}
