import { Command } from 'commander'
import { verifyChain } from '../store/care/audit.ts'
import type { Context } from './context.ts'
import { note, showListing } from './output.ts'

export const auditCommand = (ctx: Context): Command => {
  const audit = new Command('audit').summary(ctx.say('audit-summary'))
  audit
    .command('verify', { isDefault: true })
    .summary(ctx.say('audit-verify-summary'))
    .action(async () => runAuditVerify(ctx))
  return audit
}

/** Checks the chain of operations and names every place where it was changed. */
export async function runAuditVerify(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { operations, lines, faults } = verifyChain(book)
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
      json: [{ operations, lines, faults }],
    })
  note(ctx, say(faults.length === 0 ? 'audit-whole' : 'audit-broken', { operations, lines, faults: faults.length }))
  ctx.finish(faults.length === 0 ? 'done' : 'checks-failed')
}
