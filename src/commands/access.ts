import { Command } from 'commander'
import { loadPolicyFile, printPolicy, showMatrix } from './access/matrix.ts'
import { showMyAccess, showPost } from './access/show-post.ts'
import type { Context } from './context.ts'

export const accessCommand = (ctx: Context): Command => {
  const say = (code: string): string => ctx.tell({ code })
  const access = new Command('access')
    .summary(say('access-summary'))
    .description(say('access-description'))
    .action(async () => showMatrix(ctx))
  access
    .command('show')
    .summary(say('access-show-summary'))
    .argument('<post>', say('access-post'))
    .action(async (post: string) => showPost(ctx, post))
  access
    .command('me')
    .summary(say('access-me-summary'))
    .action(async () => showMyAccess(ctx))
  access
    .command('policy')
    .summary(say('access-policy-summary'))
    .action(async () => printPolicy(ctx))
  access
    .command('load')
    .summary(say('access-load-summary'))
    .argument('<file>', say('access-file'))
    .action(async (file: string) => loadPolicyFile(ctx, file))
  return access
}
