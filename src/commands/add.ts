import { Command } from 'commander'
import { addCredit, type CreditFlags } from './add/credit.ts'
import {
  addAlias,
  addDay,
  addFact,
  addPhone,
  addPlace,
  addPreference,
  addRelation,
  addTag,
  type RelationFlags,
} from './add/run-add.ts'
import type { Context } from './context.ts'

/** Opens a sub-verb with its help. */
type Part = (name: string) => Command

export function addCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('add').summary(say('add-summary')).description(say('add-description'))
  const part = (name: string): Command =>
    command
      .command(name)
      .summary(say(`add-${name}`))
      .description(say(`add-${name}`))
      .argument('<customer>', ctx.say('why-customer'))
  addContacts(ctx, part)
  addBonds(ctx, part)
  addKnowledge(ctx, part)
  return command
}

function addContacts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('fact')
    .argument('<field=value...>', say('edit-set'))
    .action(async (customer: string, texts: string[]) => addFact(ctx, customer, texts))
  part('phone')
    .argument('<number>', say('add-phone'))
    .option('--label <text>', say('add-label'))
    .action(async (customer: string, number: string, flags: { label?: string }) =>
      addPhone(ctx, customer, number, flags.label),
    )
  part('address')
    .argument('<address>', say('add-address'))
    .option('--use <use>', say('add-use'), 'unknown')
    .action(async (customer: string, text: string, flags: { use: string }) => addPlace(ctx, customer, text, flags.use))
  part('alias')
    .argument('<name>', say('add-alias'))
    .option('--reason <reason>', say('add-alias-reason'), 'other')
    .action(async (customer: string, name: string, flags: { reason: string }) =>
      addAlias(ctx, customer, name, flags.reason),
    )
}

function addBonds(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('tag')
    .argument('<tag...>', say('add-tag'))
    .option('--remove', say('add-tag-remove'), false)
    .action(async (customer: string, tags: string[], flags: { remove: boolean }) =>
      addTag(ctx, customer, tags, flags.remove),
    )
  part('relation')
    .argument('<other>', say('add-relation-other'))
    .option('--as <type>', say('add-relation-as'), 'other')
    .option('--title <text>', say('add-relation-title'))
    .option('--role <role>', say('add-relation-role'))
    .option('--note <text>', say('note-text'))
    .action(async (customer: string, other: string, flags: RelationFlags) => addRelation(ctx, customer, other, flags))
}

function addKnowledge(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('date')
    .argument('<kind>', say('add-date-kind'))
    .argument('<day>', say('add-date-day'))
    .option('--lead <days>', say('add-date-lead'))
    .option('--note <text>', say('note-text'))
    .action(async (customer: string, kind: string, day: string, flags: { lead?: string; note?: string }) =>
      addDay(ctx, customer, { kind, day, ...flags }),
    )
  part('preference')
    .argument('<area>', say('add-preference-area'))
    .argument('<text>', say('add-preference'))
    .option('--dislikes', say('add-preference-dislikes'), false)
    .action(async (customer: string, area: string, text: string, flags: { dislikes: boolean }) =>
      addPreference(ctx, customer, area, { text, dislikes: flags.dislikes }),
    )
  part('credit')
    .option('--rating <rating>', say('add-credit-rating'))
    .option('--limit <amount>', say('credit-limit'))
    .option('--overdue <amount>', say('credit-overdue'))
    .option('--basis <text>', say('add-credit-basis'))
    .option('--next <day>', say('credit-next'))
    .action(async (customer: string, flags: CreditFlags) => addCredit(ctx, customer, flags))
}
