import { Command } from 'commander'
import type { Context } from './context.ts'
import { runEdit } from './edit/run-edit.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const editCommand = (ctx: Context): Command =>
  new Command('edit')
    .summary(ctx.tell({ code: 'edit-summary' }))
    .description(ctx.tell({ code: 'edit-description' }))
    .argument('<customer>', ctx.say('why-customer'))
    .option('--set <field=value>', ctx.tell({ code: 'edit-set' }), repeated, [])
    .option('--former', ctx.tell({ code: 'edit-former' }), false)
    .option('--reason <text>', ctx.say('flag-reason'))
    .action(async (customer: string, flags: { set: string[]; former: boolean; reason?: string }) =>
      runEdit(ctx, customer, flags),
    )
