import { Command } from 'commander'
import type { Context } from './context.ts'
import { runIntake } from './intake/run-intake.ts'

export interface IntakeFlags {
  readonly answers?: string
  readonly set: readonly string[]
  readonly short: boolean
  readonly new: boolean
  readonly list: boolean
  readonly customer?: string
  readonly blank: boolean
  readonly copies: string
  readonly from?: string
  readonly output?: string
  readonly takenBy?: string
  readonly sheet?: string
  readonly sheets: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const intakeCommand = (ctx: Context): Command =>
  new Command('intake')
    .summary(ctx.say('intake-summary'))
    .description(ctx.say('intake-description'))
    .argument('[form]', ctx.say('intake-form'))
    .option('--list', ctx.say('intake-list'), false)
    .option('--short', ctx.say('intake-short'), false)
    .option('--new', ctx.say('intake-new'), false)
    .option('--answers <file>', ctx.say('intake-answers'))
    .option('--set <field=value>', ctx.say('intake-set'), repeated, [])
    .option('--customer <code>', ctx.say('intake-customer'))
    .option('--blank', ctx.tell({ code: 'intake-blank' }), false)
    .option('--from <number>', ctx.tell({ code: 'intake-from' }))
    .option('--copies <count>', ctx.tell({ code: 'intake-copies' }), '1')
    .option('--taken-by <name>', ctx.tell({ code: 'intake-taken-by' }))
    .option('--sheet <number>', ctx.tell({ code: 'intake-sheet' }))
    .option('--sheets', ctx.tell({ code: 'intake-sheets' }), false)
    .option('-o, --output <file>', ctx.tell({ code: 'intake-output' }))
    .action(async (form: string | undefined, flags: IntakeFlags) => runIntake(ctx, form, flags))
