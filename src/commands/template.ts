import { Command } from 'commander'
import { KehuError } from '../model/errors.ts'
import type { Context } from './context.ts'

export const templateCommand = (ctx: Context): Command =>
  new Command('template')
    .summary(ctx.tell({ code: 'template-summary' }))
    .description(ctx.tell({ code: 'template-description' }))
    .argument('<form>', ctx.tell({ code: 'template-form' }))
    .option('-o, --output <file>', ctx.tell({ code: 'template-output' }))
    .action(async (form: string, { output }: { output?: string }) => {
      if (output === undefined) throw new KehuError('usage', 'flag-value-missing', { flag: '--output' })
      await (await import('./template/run-template.ts')).runTemplate(ctx, form, output)
    })
