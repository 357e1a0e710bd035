import { dirname } from 'node:path'
import { type RewardRange, rangeOf } from '../../domain/rewards/range.ts'
import { readPolicyFile } from '../../files/read-policy.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { money } from '../../render/number.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import type { Row } from '../../store/journal.ts'
import { isRewarded, listRewards, rewardOf } from '../../store/rewards.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { infoCalled } from '../info/run-info.ts'
import { moneyOfFlag } from '../money-of-flag.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { todayOf, write } from '../write.ts'

export interface RewardFlags {
  readonly amount: string
  readonly basis: string
  /** The customer who was brought. */
  readonly referral?: string
  readonly provider?: string
  readonly note?: string
}

const bases = [
  { value: 'useful', zh: '有实用价值', en: 'useful', synonyms: ['有用'] },
  { value: 'adopted', zh: '采用后有明显效果', en: 'adopted', synonyms: ['采用', '已采用'] },
  { value: 'referral', zh: '推荐新客户', en: 'referral', synonyms: ['推荐', '介绍'] },
] as const
const states = [
  { value: 'proposed', zh: '待批', en: 'proposed' },
  { value: 'approved', zh: '已批', en: 'approved' },
  { value: 'paid', zh: '已付', en: 'paid' },
] as const

/** Proposes a one-off reward for an item of information that proved its worth, or for a customer somebody brought. */
export async function proposeReward(ctx: Context, number: string | undefined, flags: RewardFlags): Promise<void> {
  const book = await ctx.openBook()
  const amount = within(book, flags.amount)
  const told = flags.referral === undefined ? await forItem(ctx, number, flags) : await forReferral(ctx, book, flags)
  if (isRewarded(book, told.info_item_id, told.kind === 'referral' ? told.party_id : null))
    throw new KehuError('input', 'reward-twice', { what: told.provider })
  const row = { ...told, amount, note: flags.note ?? null }
  const { result, operation } = write(ctx, book, { kind: 'reward' }, (operation) => ({
    result: operation.insert('reward', row),
    summary: { provider: row.provider, amount },
  }))
  showValue(
    ctx,
    { number: result, provider: row.provider, amount, state: 'proposed', operation },
    () =>
      `${ctx.tell({ code: 'reward-proposed', params: { number: result, provider: row.provider, amount: money(amount) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

interface For {
  readonly info_item_id: number | null
  readonly party_id: number | null
  readonly provider: string
  readonly kind: 'information' | 'referral'
  readonly basis: string
}

/** Only what was found useful, or adopted, is rewarded. @throws {KehuError} `reward-not-useful` */
async function forItem(ctx: Context, number: string | undefined, flags: RewardFlags): Promise<For> {
  if (number === undefined) throw new KehuError('usage', 'answer-needed', { flags: ctx.tell({ code: 'reward-item' }) })
  const { item, id } = await infoCalled(ctx, number)
  const basis = wordOf(ctx, '--basis', flags.basis, bases)
  if (basis === 'useful' && item['usefulness'] === 'low') throw new KehuError('input', 'reward-not-useful', { id })
  return {
    info_item_id: id,
    party_id: item['provider_id'] as number | null,
    provider: flags.provider ?? String(item['provider']),
    kind: 'information',
    basis,
  }
}

/** The one who brought the customer, as told, else as the book has it. @throws {KehuError} `answer-needed` */
async function forReferral(ctx: Context, book: Book, flags: RewardFlags): Promise<For> {
  const id = await pickCustomer(ctx, book, flags.referral!)
  const introduced = readCustomerFile(book, id, 0).relations.find((row) => row['type'] === 'introduced_by')
  const provider = flags.provider ?? (introduced?.['other_name'] as string | undefined)
  if (provider === undefined) throw new KehuError('usage', 'answer-needed', { flags: '--provider' })
  return { info_item_id: null, party_id: id, provider, kind: 'referral', basis: 'referral' }
}

function within(book: Book, text: string): number {
  const amount = moneyOfFlag('--amount', text)
  const file = readPolicyFile(dirname(book.path), 'rewards')
  const range: RewardRange | null = rangeOf(file?.value)
  if (range === null) throw new KehuError('usage', 'reward-policy-wrong', { file: file?.path ?? 'rewards.yaml' })
  if (amount < range.min || amount > range.max)
    throw new KehuError('input', 'reward-out-of-range', {
      amount: money(amount),
      min: money(range.min),
      max: money(range.max),
    })
  return amount
}

async function change(ctx: Context, number: string, from: string, patch: (today: string) => Row): Promise<void> {
  const id = wholeNumber(ctx.tell({ code: 'plan-number' }), number)
  const book = await ctx.openBook()
  const row = rewardOf(book, id)
  if (row === undefined) throw new KehuError('usage', 'reward-missing', { id })
  if (row['state'] !== from)
    throw new KehuError('input', 'reward-wrong-state', {
      id,
      state: labelIn(ctx, states, row['state']),
      needed: labelIn(ctx, states, from),
    })
  const changed = patch(todayOf(ctx, book))
  const { operation } = write(ctx, book, { kind: 'reward' }, (operation) => {
    operation.update('reward', id, changed)
    return { result: null, summary: { reward: id, state: changed['state'] } }
  })
  showValue(
    ctx,
    { number: id, ...changed, operation },
    () =>
      `${ctx.tell({ code: 'reward-changed', params: { number: id, provider: String(row['provider']), state: labelIn(ctx, states, changed['state']) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

export const approveReward = (ctx: Context, number: string, by: string | undefined): Promise<void> =>
  change(ctx, number, 'proposed', (today) => ({ state: 'approved', approved_by: by ?? ctx.staff, approved_on: today }))

export const payReward = (ctx: Context, number: string): Promise<void> =>
  change(ctx, number, 'approved', (today) => ({ state: 'paid', paid_on: today }))

export async function listRewardLines(ctx: Context, flags: { state?: string; limit: string }): Promise<void> {
  const book = await ctx.openBook()
  const state = flags.state === undefined ? undefined : wordOf(ctx, '--state', flags.state, states)
  const rows = listRewards(book, state, wholeNumber('--limit', flags.limit))
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'rewards',
      title: say('reward-list'),
      columns: [
        { key: 'number', title: say('plan-number'), type: 'integer' },
        { key: 'provider', title: say('info-provider-short'), type: 'text' },
        { key: 'for', title: say('reward-for'), type: 'text' },
        { key: 'basis', title: say('reward-because'), type: 'text' },
        { key: 'amount', title: say('reward-amount'), type: 'money', total: true },
        { key: 'state', title: ctx.say('column-state'), type: 'text' },
        { key: 'approved', title: say('reward-approved-by'), type: 'text' },
        { key: 'paid', title: say('reward-paid-on'), type: 'date' },
      ],
      rows: rows.map((row) => [
        Number(row['id']),
        String(row['provider']),
        row['kind'] === 'referral' ? codeOf(Number(row['party_id'])) : (row['content'] as string | null),
        labelIn(ctx, bases, row['basis']),
        Number(row['amount']),
        labelIn(ctx, states, row['state']),
        row['approved_by'] as string | null,
        row['paid_on'] as string | null,
      ]),
      empty: say('reward-none'),
    },
  })
  ctx.finish(rows.length === 0 ? 'nothing' : 'done')
}
