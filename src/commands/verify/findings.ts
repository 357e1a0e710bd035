import { codeOf } from '../../model/party-code.ts'
import { type FindingState, listFindings } from '../../store/findings.ts'
import { namesOf } from '../../store/party-names.ts'
import type { Context } from '../context.ts'
import { oneOf } from '../flags.ts'
import { showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadCheckRules } from '../policies/load.ts'
import { sentenceOf, shownValue, wordsFor } from './words.ts'

export interface FindingsOptions {
  readonly customer: string | undefined
  readonly rules: readonly string[]
  readonly state: string
  readonly limit: number
}

const states = ['open', 'repaired', 'waived', 'gone'] as const satisfies readonly FindingState[]

/** Lists findings one by one, with their life: open, repaired, waived, gone; of one customer or of all. */
export async function runFindings(ctx: Context, options: FindingsOptions): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const wanted = options.state === 'all' ? states : [oneOf('--state', options.state, states)]
  const party = options.customer === undefined ? undefined : await pickCustomer(ctx, book, options.customer)
  const found = listFindings(book, {
    states: wanted,
    limit: options.limit,
    ...(options.rules.length === 0 ? {} : { rules: options.rules }),
    ...(party === undefined ? {} : { party }),
  })
  const rules = new Map(loadCheckRules(ctx, book).map((rule) => [rule.id, rule]))
  const words = wordsFor(ctx)
  const names = namesOf(
    book,
    found.map(({ partyId }) => partyId),
  )
  const lines = found.map((one) => {
    const rule = rules.get(one.rule)
    return {
      code: codeOf(one.partyId),
      name: names.get(one.partyId) ?? '',
      rule: one.rule,
      state: one.state,
      field: one.field,
      value: one.value === null ? null : shownValue(ctx, one.field, one.value),
      message: rule === undefined ? one.rule : sentenceOf(one, rule, words),
      firstRun: one.firstRun,
      lastRun: one.lastRun,
    }
  })
  const text = (key: string, title: string) => ({ key, title, type: 'text' as const })
  showListing(ctx, {
    table: {
      key: 'findings',
      title: say('findings-summary'),
      columns: [
        text('code', say('column-code')),
        text('name', say('column-name')),
        text('rule', say('column-rule')),
        text('what', say('column-what')),
        text('state', say('column-state')),
      ],
      rows: lines.map(({ code, name, rule, message, state }) => [code, name, rule, message, say(`finding-${state}`)]),
      empty: say('verify-clean'),
    },
    json: lines,
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}
