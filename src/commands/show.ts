import { Command } from 'commander'
import { KehuError } from '../model/errors.ts'
import type { CustomerView } from '../model/view.ts'
import { customerText } from '../render/customer.ts'
import { readCustomerFile } from '../store/customer-file.ts'
import { readDeskFile } from '../store/desk-file.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { showValue } from './output.ts'
import { pickCustomer } from './pick-customer.ts'
import { customerJson } from './show/customer-json.ts'
import { customerView } from './show/customer-view.ts'
import { hideDesk, hideFile } from './show/hide-file.ts'
import { todayOf } from './write.ts'

export interface ShowFlags {
  readonly limit: string
  readonly section: readonly string[]
  readonly all: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, ...value.split(/[,，]/)]

export const showCommand = (ctx: Context): Command =>
  new Command('show')
    .summary(ctx.say('show-summary'))
    .description(ctx.say('show-description'))
    .argument('<customer>', ctx.say('why-customer'))
    .option('-n, --limit <count>', ctx.say('show-limit'), '10')
    .option('--section <name>', ctx.tell({ code: 'show-section' }), repeated, [])
    .option('--all', ctx.tell({ code: 'show-all' }), false)
    .action(async (customer: string, flags: ShowFlags) => runShow(ctx, customer, flags))

/** Shows one customer: one screen of what everybody needs, and the sections that are asked for. */
export async function runShow(ctx: Context, customer: string, flags: ShowFlags): Promise<void> {
  const limit = wholeNumber('--limit', flags.limit)
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const parts = {
    file: hideFile(ctx, readCustomerFile(book, id, limit)),
    desk: hideDesk(ctx, readDeskFile(book, id)),
    today: todayOf(ctx, book),
  }
  const { color, width } = ctx.io
  const marks = color
    ? { bold: (text: string) => `\u001b[1m${text}\u001b[22m`, dim: (text: string) => `\u001b[2m${text}\u001b[22m` }
    : {}
  showValue(ctx, customerJson(parts), () => {
    const view = customerView(ctx, book, parts)
    const { shown, rest } = chosen(ctx, view, flags)
    return customerText({ ...view, sections: shown }, { width, lang: ctx.lang, ...marks }) + rest
  })
  ctx.finish('done')
}

/** Shown without being asked for. */
const FIRST: ReadonlySet<string> = new Set(['relations', 'preferences', 'feedback', 'demands', 'interactions'])

/** Which sections are shown, and a word on the others. @throws {KehuError} `flag-bad-value` for a section that can't be */
function chosen(
  ctx: Context,
  { code, sections }: CustomerView,
  { section, all }: ShowFlags,
): { shown: CustomerView['sections']; rest: string } {
  if (all) return { shown: sections, rest: '' }
  if (section.length > 0) {
    const wanted = section.map((word) => word.trim())
    const unknown = wanted.find((word) => !SECTIONS.has(word) && !sections.some(({ title }) => title === word))
    if (unknown !== undefined)
      throw new KehuError('usage', 'flag-bad-value', {
        flag: '--section',
        value: unknown,
        expected: [...SECTIONS].join(' | '),
      })
    return { shown: sections.filter(({ key, title }) => wanted.includes(key) || wanted.includes(title)), rest: '' }
  }
  const rest = sections.filter(({ key }) => !FIRST.has(key))
  const list = rest
    .map(({ key, title, values = [], table }) => `${title} ${key}(${values.length + (table?.rows.length ?? 0)})`)
    .join(ctx.lang === 'zh' ? '、' : ', ')
  const text = rest.length === 0 ? '' : `\n${ctx.tell({ code: 'show-more', params: { list, code } })}\n`
  return { shown: sections.filter(({ key }) => FIRST.has(key)), rest: text }
}

const SECTIONS: ReadonlySet<string> = new Set([
  ...['profile', 'work', 'card', 'contacts', 'addresses', 'facts', 'remark', 'aliases', 'relations', 'dates'],
  ...['preferences', 'plans', 'feedback', 'demands', 'credit', 'seats', 'rivals', 'surveys', 'notes', 'interactions'],
  ...['deals', 'judgements'],
  'merged',
])
