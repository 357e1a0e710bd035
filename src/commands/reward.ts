import { Command } from 'commander'
import type { Context } from './context.ts'
import { approveReward, listRewardLines, payReward, proposeReward, type RewardFlags } from './reward/run-reward.ts'

export function rewardCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('reward').summary(say('reward-summary')).description(say('reward-description'))
  const part = (name: string, code: string, isDefault = false): Command =>
    command.command(name, { isDefault }).summary(say(code)).description(say(code))
  part('propose', 'reward-propose')
    .argument('[number]', say('reward-item'))
    .requiredOption('--amount <amount>', say('reward-amount'))
    .option('--basis <basis>', say('reward-basis'), 'useful')
    .option('--referral <customer>', say('reward-referral'))
    .option('--provider <name>', say('info-provider'))
    .option('--note <text>', say('note-text'))
    .action(async (number: string | undefined, flags: RewardFlags) => proposeReward(ctx, number, flags))
  part('approve', 'reward-approve')
    .argument('<number>', say('plan-number'))
    .option('--by <name>', say('reward-by'))
    .action(async (number: string, flags: { by?: string }) => approveReward(ctx, number, flags.by))
  part('pay', 'reward-pay')
    .argument('<number>', say('plan-number'))
    .action(async (number: string) => payReward(ctx, number))
  part('list', 'reward-list', true)
    .option('--state <state>', say('reward-state'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (flags: { state?: string; limit: string }) => listRewardLines(ctx, flags))
  return command
}
