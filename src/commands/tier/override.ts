import { businessDay } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import { currentLevel } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { dayFlag } from '../flags.ts'
import { showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadScheme } from '../policies/load.ts'

export interface OverrideOptions {
  readonly customer: string
  readonly level: string
  readonly scheme?: string
  readonly reason: string
  readonly until?: string
}

/** Gives a customer a level by hand, signed, with a reason and perhaps a last day; the next run keeps to it. */
export async function runTierOverride(ctx: Context, options: OverrideOptions): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const scheme = loadScheme(ctx, book, options.scheme ?? settings.tier_scheme)
  const known = scheme.levels.map(({ level }) => level)
  const level = options.level.normalize('NFKC').toUpperCase()
  if (!known.includes(level))
    throw new KehuError('usage', 'flag-bad-value', {
      flag: ctx.say('tier-level'),
      value: options.level,
      expected: known.join(' | '),
    })
  const until = options.until === undefined ? null : dayFlag(ctx, '--until', options.until)
  const partyId = await pickCustomer(ctx, book, options.customer)
  const at = ctx.now()
  const today = businessDay(at, settings.time_zone)
  const from = currentLevel(book, partyId, scheme.key)
  const operationId = inTransaction(book, () => {
    const operation = startOperation(book, {
      kind: 'tier-override',
      command: ctx.commandLine,
      staff: ctx.staff,
      at,
      reason: options.reason,
    })
    operation.insert('tier_override', {
      party_id: partyId,
      scheme: scheme.key,
      level,
      reason: options.reason,
      staff: ctx.staff,
      on_day: today,
      until,
    })
    if (from !== level) {
      const facts = JSON.stringify([{ key: 'override', type: 'text', value: options.reason }])
      operation.insert('tier_move', {
        party_id: partyId,
        scheme: scheme.key,
        from_level: from,
        to_level: level,
        clause: 'override',
        facts,
        on_day: today,
        at,
      })
      if (scheme.key === settings.tier_scheme) operation.update('customer', partyId, { tier: level })
    }
    operation.finish(ctx.now(), { customer: codeOf(partyId), level })
    return operation.id
  })
  showValue(
    ctx,
    { code: codeOf(partyId), from, level, until, operation: operationId },
    () => `${ctx.say('tier-overridden', { code: codeOf(partyId), from: from ?? '—', level, until: until ?? '—' })}\n`,
  )
  ctx.finish('done')
}
