import { helpText } from '../render/text/help.ts'
import type { Context } from './context.ts'

/** Matter that belongs to no one command: `kehu help formats`. */
export const helpTopics = ['formats', 'encodings', 'exit-codes', 'environment', 'rules'] as const

/** Shows a help topic; false where `name` is none. */
export function showTopic(ctx: Context, name: string | undefined): boolean {
  const topic = helpTopics.find((one) => one === name)
  if (topic === undefined) return false
  ctx.io.out(`${helpText[`topic-${topic}`][ctx.lang]}\n`)
  ctx.finish('done')
  return true
}
