import { Command } from 'commander'
import type { Context } from './context.ts'
import { addInfo, archiveInfo, type InfoFlags, listInfoItems, routeInfo } from './info/run-info.ts'

export function infoCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('info').summary(say('info-summary')).description(say('info-description'))
  const part = (name: string, code: string, isDefault = false): Command =>
    command.command(name, { isDefault }).summary(say(code)).description(say(code))
  part('add', 'info-add')
    .argument('<provider>', say('info-provider'))
    .argument('[content...]', say('info-content'))
    .option('--phone <number>', say('card-phone'))
    .option('--about <customer>', say('info-about'))
    .option('--on <day>', say('log-on'))
    .option('--class <class>', say('info-class'))
    .option('--source-kind <kind>', say('info-source-kind'))
    .option('--source <text>', say('info-source'))
    .option('--method <method>', say('info-method'))
    .option('--credibility <level>', say('info-credibility'))
    .option('--use <level>', say('info-use'))
    .option('--to <departments>', say('info-to'))
    .option('--important', say('info-important'), false)
    .option('--report-to <name>', say('info-report-to'))
    .action(async (provider: string, words: string[], flags: InfoFlags) => addInfo(ctx, provider, words, flags))
  part('list', 'info-list', true)
    .option('--class <class>', say('info-class'))
    .option('--from <day>', say('log-from'))
    .option('--to <department>', say('info-to'))
    .option('--important', say('info-important-only'), false)
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (flags) => listInfoItems(ctx, flags))
  part('route', 'info-route')
    .argument('<number>', say('plan-number'))
    .argument('<department...>', say('info-to'))
    .action(async (number: string, departments: string[]) => routeInfo(ctx, number, departments))
  part('archive', 'info-archive')
    .argument('<number>', say('plan-number'))
    .argument('<class>', say('info-class'))
    .action(async (number: string, as: string) => archiveInfo(ctx, number, as))
  return command
}
