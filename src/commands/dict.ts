import { Command } from 'commander'
import { fields } from '../domain/dictionary/fields.ts'
import type { Context } from './context.ts'
import { showListing } from './output.ts'

export const dictCommand = (ctx: Context): Command =>
  new Command('dict')
    .summary(ctx.say('dict-summary'))
    .argument('[word]', ctx.say('dict-words'))
    .action((word: string | undefined) => runDict(ctx, word))

/** Lists the fields of the data dictionary (数据字典). */
export function runDict(ctx: Context, word: string | undefined): void {
  const { say, lang } = ctx
  const wanted = word?.toLowerCase()
  const shown = fields.filter(
    ({ key, zh, en, synonyms }) =>
      wanted === undefined || [key, zh, en, ...synonyms].some((text) => text.toLowerCase().includes(wanted)),
  )
  showListing(ctx, {
    table: {
      key: 'dictionary',
      title: say('dict-summary'),
      columns: [
        { key: 'key', title: say('column-field'), type: 'date' },
        { key: 'label', title: say('column-label'), type: 'text' },
        { key: 'group', title: say('column-group'), type: 'text' },
        { key: 'type', title: say('column-type'), type: 'text' },
        { key: 'purpose', title: say('column-purpose'), type: 'text' },
      ],
      rows: shown.map((field) => [field.key, field[lang], field.group, field.type, field.purpose[lang]]),
    },
    json: shown,
  })
  ctx.finish(shown.length === 0 ? 'nothing' : 'done')
}
