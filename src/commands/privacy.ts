import { Command } from 'commander'
import type { Context } from './context.ts'
import { type AnswerFlags, type AskFlags, answerAsk, listAsks, takeAsk } from './privacy/asks.ts'
import { type ConsentFlags, giveConsent, listPurposes, showConsents, withdrawConsent } from './privacy/consents.ts'
import { type DiscloseFlags, disclose, showDisclosures } from './privacy/disclosures.ts'
import { type EraseFlags, runErase } from './privacy/erase.ts'
import { listBatches, listDone } from './privacy/registers.ts'
import { type RetentionFlags, runRetention } from './privacy/retention.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

/** Opens a sub-verb with its help. */
type Part = (name: string) => Command

export const privacyCommand = (ctx: Context): Command => {
  const say = (code: string): string => ctx.tell({ code })
  const privacy = new Command('privacy').summary(say('privacy-summary')).description(say('privacy-description'))
  const part = (name: string): Command => privacy.command(name).summary(say(`privacy-${name}-summary`))
  consentParts(ctx, part)
  disclosureParts(ctx, part)
  askParts(ctx, part)
  disposalParts(ctx, part)
  return privacy
}

function consentParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  const customer = ctx.say('why-customer')
  part('purposes').action(async () => listPurposes(ctx))
  part('consent')
    .argument('<customer>', customer)
    .requiredOption('--purpose <key>', say('privacy-purpose'))
    .option('--scope <text>', say('privacy-scope'))
    .option('--told <text>', say('privacy-told'))
    .option('--proof <text>', say('privacy-proof'))
    .option('--basis <basis>', say('privacy-basis'))
    .option('--on <day>', say('privacy-on'))
    .option('--review <day>', say('privacy-review'))
    .action(async (who: string, flags: ConsentFlags) => giveConsent(ctx, who, flags))
  part('withdraw')
    .argument('<customer>', customer)
    .requiredOption('--purpose <key>', say('privacy-purpose'))
    .option('--way <text>', say('privacy-way'))
    .option('--on <day>', say('privacy-on'))
    .action(async (who: string, flags: { purpose: string; way?: string; on?: string }) =>
      withdrawConsent(ctx, who, flags),
    )
  part('consents')
    .argument('[customer]', customer)
    .option('--due <day>', say('privacy-due'))
    .action(async (who: string | undefined, flags: { due?: string }) => showConsents(ctx, who, flags))
}

function disclosureParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  const customer = ctx.say('why-customer')
  part('disclose')
    .argument('[customer]', customer)
    .requiredOption('--to-whom <name>', say('privacy-to-whom'))
    .requiredOption('--what <text>', say('privacy-what'))
    .option('--purpose <key>', say('privacy-purpose'), 'sharing')
    .option('--basis <basis>', say('privacy-basis'))
    .option('--approved-by <name>', say('privacy-approved-by'))
    .option('--file <file>', say('privacy-file'))
    .option('--count <count>', say('privacy-count'))
    .option('--note <text>', say('note-text'))
    .action(async (who: string | undefined, flags: DiscloseFlags) => disclose(ctx, who, flags))
  part('disclosures')
    .argument('[customer]', customer)
    .action(async (who: string | undefined) => showDisclosures(ctx, who))
}

function askParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  const customer = ctx.say('why-customer')
  part('ask')
    .argument('<customer>', customer)
    .requiredOption('--kind <kind>', say('privacy-kind'))
    .option('--wanted <text>', say('privacy-wanted'))
    .option('--way <text>', say('privacy-way'))
    .option('--identity <text>', say('privacy-identity'))
    .option('--due <days>', say('privacy-due-days'))
    .action(async (who: string, flags: AskFlags) => takeAsk(ctx, who, flags))
  part('asks')
    .option('--all', say('privacy-all'), false)
    .action(async (flags: { all: boolean }) => listAsks(ctx, flags.all))
  part('answer')
    .argument('<number>', say('privacy-number'))
    .option('-o, --output <file>', ctx.tell({ code: 'export-output' }))
    .option('--answer <text>', say('privacy-answer'))
    .option('--refuse <text>', say('privacy-refuse'))
    .action(async (number: string, flags: AnswerFlags) => answerAsk(ctx, number, flags))
}

function disposalParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  const customer = ctx.say('why-customer')
  part('retention')
    .option('--warn', say('privacy-warn'), false)
    .option('--apply', say('privacy-apply'), false)
    .option('--class <class>', say('privacy-class'))
    .option('-n, --limit <count>', say('privacy-limit'), '50')
    .option('--approved-by <name>', say('privacy-approved-by'))
    .action(async (flags: RetentionFlags) => runRetention(ctx, flags))
  part('disposals')
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (flags: { limit: string }) => listDone(ctx, flags.limit))
  part('batches').action(async () => listBatches(ctx))
  part('erase')
    .argument('<customer>', customer)
    .option('--dry-run', say('privacy-dry-run'), false)
    .option('--also <text>', say('privacy-also'), repeated, [])
    .option('--request <number>', say('privacy-number'))
    .option('--approved-by <name>', say('privacy-approved-by'))
    .action(async (who: string, flags: EraseFlags) => runErase(ctx, who, flags))
}
