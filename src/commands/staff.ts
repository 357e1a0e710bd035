import { Command } from 'commander'
import type { Context } from './context.ts'
import { addStaff } from './staff/add.ts'
import { type EditFlags, editStaff, leaveStaff } from './staff/change.ts'
import { listMembers, showMember } from './staff/list.ts'
import { setPassphrase } from './staff/set-passphrase.ts'

export const staffCommand = (ctx: Context): Command => {
  const say = (code: string): string => ctx.tell({ code })
  const staff = new Command('staff').summary(say('staff-summary')).description(say('staff-description'))
  const part = (name: string): Command => staff.command(name).summary(say(`staff-${name}-summary`))
  part('list')
    .option('--all', say('staff-all'), false)
    .action(async (flags: { all: boolean }) => listMembers(ctx, flags.all))
  part('add')
    .argument('<login>', say('staff-login'))
    .requiredOption('--post <post>', say('staff-post'))
    .option('--name <name>', say('staff-name'))
    .action(async (login: string, flags: { post: string; name?: string }) => addStaff(ctx, login, flags))
  part('show')
    .argument('<who>', say('staff-who-argument'))
    .action(async (who: string) => showMember(ctx, who))
  part('edit')
    .argument('<who>', say('staff-who-argument'))
    .option('--post <post>', say('staff-post'))
    .option('--name <name>', say('staff-name'))
    .option('--back', say('staff-back'), false)
    .action(async (who: string, flags: EditFlags) => editStaff(ctx, who, flags))
  part('leave')
    .argument('<who>', say('staff-who-argument'))
    .option('--to <who>', say('staff-to'))
    .option('--reason <text>', ctx.say('flag-reason'))
    .action(async (who: string, flags: { to?: string; reason?: string }) => leaveStaff(ctx, who, flags))
  part('passphrase')
    .argument('[who]', say('staff-who-argument'))
    .option('--from <file>', say('staff-from'))
    .option('--remove', say('staff-remove'), false)
    .action(async (who: string | undefined, flags: { from?: string; remove: boolean }) =>
      setPassphrase(ctx, who, flags),
    )
  return staff
}
