import { Command } from 'commander'
import type { Context } from './context.ts'
import { listSegments, showChanges, showSegment } from './segment/look.ts'
import { type MembersFlags, showMembers } from './segment/members.ts'
import { runSegments } from './segment/run.ts'
import { type AddFlags, addSegmentNamed, removeSegmentNamed } from './segment/save.ts'

export const segmentCommand = (ctx: Context): Command => {
  const tell = (code: string): string => ctx.tell({ code })
  const limit = ctx.say('flag-limit')
  const segment = new Command('segment').summary(tell('segment-summary')).description(tell('segment-description'))
  segment
    .command('list', { isDefault: true })
    .summary(tell('segment-list-summary'))
    .action(async () => listSegments(ctx))
  segment
    .command('show')
    .summary(tell('segment-show-summary'))
    .argument('<name>', tell('segment-name'))
    .option('--limit <count>', limit, '20')
    .action(async (name: string, flags: { limit: string }) => showSegment(ctx, name, flags))
  segment
    .command('add')
    .summary(tell('segment-add-summary'))
    .argument('<name>', tell('segment-name'))
    .requiredOption('--when <condition>', tell('segment-when'))
    .option('--title <text>', tell('segment-title'))
    .option('--tag <tag>', tell('segment-tag'))
    .action(async (name: string, flags: AddFlags) => addSegmentNamed(ctx, name, flags))
  segment
    .command('remove')
    .summary(tell('segment-remove-summary'))
    .argument('<name>', tell('segment-name'))
    .action(async (name: string) => removeSegmentNamed(ctx, name))
  segment
    .command('run')
    .summary(tell('segment-run-summary'))
    .argument('[name...]', tell('segment-name'))
    .option('--tag <tag>', tell('segment-tag'))
    .option('-n, --dry-run', ctx.say('flag-dry-run'), false)
    .action(async (names: string[], flags: { tag?: string; dryRun: boolean }) => runSegments(ctx, names, flags))
  segment
    .command('members')
    .summary(tell('segment-members-summary'))
    .argument('<name>', tell('segment-name'))
    .option('-o, --output <file>', tell('analyse-output'))
    .option('--reach <way>', tell('segment-reach'))
    .action(async (name: string, flags: MembersFlags) => showMembers(ctx, name, flags))
  segment
    .command('changes')
    .summary(tell('segment-changes-summary'))
    .argument('<name>', tell('segment-name'))
    .option('--since <day>', ctx.say('tier-since'))
    .option('--limit <count>', limit, '50')
    .action(async (name: string, flags: { since?: string; limit: string }) => showChanges(ctx, name, flags))
  return segment
}
