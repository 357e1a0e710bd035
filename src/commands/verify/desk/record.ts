import { fieldNamed } from '../../../domain/edits/field-named.ts'
import { KehuError } from '../../../model/errors.ts'
import { codeOf } from '../../../model/party-code.ts'
import type { ItemAnswer, VerifyItem, VerifyResult } from '../../../model/verification.ts'
import { readCustomerFile } from '../../../store/customer-file.ts'
import type { Context } from '../../context.ts'
import { oneOf } from '../../flags.ts'
import { showValue } from '../../output.ts'
import { pickCustomer } from '../../pick-customer.ts'
import { loadVerifyPolicy } from '../../policies/load.ts'
import { scopeOf } from './due.ts'
import { verifyItems } from './items.ts'
import { methodOf } from './methods.ts'
import { saveOutcome } from './save.ts'

export interface RecordOptions {
  readonly customer: string
  readonly scope: string
  readonly result: string
  readonly method: string
  readonly note: string | undefined
  /** `field=value` of what was corrected. */
  readonly set: readonly string[]
}

const results = ['confirmed', 'corrected', 'unreachable', 'refused'] as const satisfies readonly VerifyResult[]

/** Records what a verification gave, without prompts: what is not corrected is confirmed as it stands. */
export async function runRecord(ctx: Context, options: RecordOptions): Promise<void> {
  const book = await ctx.openBook()
  const policy = loadVerifyPolicy(ctx, book)
  const scope = scopeOf(ctx, policy, options.scope)
  const told = oneOf('--result', options.result, results)
  const method = methodOf(ctx, options.method)
  const partyId = await pickCustomer(ctx, book, options.customer)
  const items = verifyItems(readCustomerFile(book, partyId, 0), scope)
  const isReached = told === 'confirmed' || told === 'corrected'
  const corrected = isReached ? corrections(items, options.set) : {}
  const confirmed = items.filter(({ key, value }) => value !== null && corrected[key] === undefined)
  const answers: Record<string, ItemAnswer> = {
    ...(isReached ? Object.fromEntries(confirmed.map(({ key }) => [key, { result: 'confirmed' as const }])) : {}),
    ...corrected,
  }
  const result = isReached && Object.keys(corrected).length > 0 ? 'corrected' : told
  const saved = saveOutcome(ctx, book, { partyId, scope, result, method, note: options.note ?? null, answers }, policy)
  showValue(
    ctx,
    { code: codeOf(partyId), scope, result, ...saved },
    () =>
      `${ctx.say('session-saved', { code: codeOf(partyId), result: ctx.say(`result-${result}`), due: saved.nextDue ?? '—' })}\n`,
  )
  ctx.finish('done')
}

/** The facts that `--set` corrects. @throws {KehuError} `record-bad-set` */
function corrections(items: readonly VerifyItem[], set: readonly string[]): Record<string, ItemAnswer> {
  return Object.fromEntries(
    set.map((text) => {
      const [, name = '', value = ''] = /^([^=＝]+)[=＝]([\s\S]+)$/.exec(text) ?? []
      const field = fieldNamed(name.trim())
      const item = items.find((one) => one.field === (field?.key === 'mobile' ? 'phone' : field?.key))
      if (item === undefined)
        throw new KehuError('usage', 'record-bad-set', {
          text,
          fields: [...new Set(items.map((one) => one.field))].join(', '),
        })
      return [item.key, { result: 'corrected' as const, text: value.trim() }]
    }),
  )
}
