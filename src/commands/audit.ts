import { Command } from 'commander'
import { brokenAccessLines } from '../store/access-log.ts'
import { type RedactedOperation, verifyChain } from '../store/care/audit.ts'
import { type LooksFlags, showAnomalies, showLooks } from './audit/looks.ts'
import { showReview, signReview } from './audit/review.ts'
import type { Context } from './context.ts'
import { note, showListing } from './output.ts'

export const auditCommand = (ctx: Context): Command => {
  const audit = new Command('audit').summary(ctx.say('audit-summary'))
  audit
    .command('verify', { isDefault: true })
    .summary(ctx.say('audit-verify-summary'))
    .action(async () => runAuditVerify(ctx))
  audit
    .command('access')
    .summary(ctx.tell({ code: 'audit-access-summary' }))
    .argument('[customer]', ctx.say('why-customer'))
    .option('--staff <login>', ctx.tell({ code: 'audit-staff' }))
    .option('--kind <kind>', ctx.tell({ code: 'audit-kind' }))
    .option('--days <days>', ctx.tell({ code: 'audit-days' }))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '50')
    .action(async (customer: string | undefined, flags: LooksFlags) => showLooks(ctx, customer, flags))
  audit
    .command('anomalies')
    .summary(ctx.tell({ code: 'audit-anomalies-summary' }))
    .option('--days <days>', ctx.tell({ code: 'audit-days' }), '30')
    .action(async (flags: { days: string }) => showAnomalies(ctx, flags.days))
  audit
    .command('review')
    .summary(ctx.tell({ code: 'audit-review-summary' }))
    .action(async () => showReview(ctx))
  audit
    .command('sign')
    .summary(ctx.tell({ code: 'audit-sign-summary' }))
    .option('--note <text>', ctx.tell({ code: 'note-text' }))
    .action(async (flags: { note?: string }) => signReview(ctx, flags.note))
  return audit
}

/** Checks the chain of operations and names every place where it was changed. */
export async function runAuditVerify(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { operations, lines, faults, redactions } = verifyChain(book)
  const { say } = ctx
  if (faults.length > 0 || ctx.format !== 'text')
    showListing(ctx, {
      table: {
        key: 'faults',
        title: say('audit-verify-summary'),
        columns: [
          { key: 'operation', title: say('column-id'), type: 'integer' },
          { key: 'what', title: say('column-what'), type: 'text' },
        ],
        rows: faults.map(({ operationId, what }) => [operationId, say(`chain-${what}`)]),
      },
      json: [{ operations, lines, faults, redactions }],
    })
  if (redactions.length > 0) note(ctx, redactionWords(ctx, redactions))
  const brokenLooks = brokenAccessLines(book)
  if (brokenLooks.length > 0)
    note(ctx, ctx.tell({ code: 'audit-looks-broken', params: { count: brokenLooks.length, first: brokenLooks[0]! } }))
  note(ctx, say(faults.length === 0 ? 'audit-whole' : 'audit-broken', { operations, lines, faults: faults.length }))
  ctx.finish(faults.length === 0 && brokenLooks.length === 0 ? 'done' : 'checks-failed')
}

/** What erasures took out of the journal: named, because it is no longer as it was written, and no fault. */
function redactionWords(ctx: Context, redactions: readonly RedactedOperation[]): string {
  const targets = [...new Set(redactions.map(({ operationId }) => operationId))]
  const list = targets.length > 20 ? `${targets.slice(0, 20).join(', ')} …` : targets.join(', ')
  const by = [...new Set(redactions.map((one) => one.by))].join(', ')
  return ctx.tell({ code: 'audit-redacted', params: { count: targets.length, list, by } })
}
