import { spawnSync } from 'node:child_process'

/**
 * Shows a text through the person's pager; false where there is none that runs.
 *
 * `less -FIRX` leaves at once what fits on a screen. A pager that is closed early has shown enough. `less` is given
 * `prompt` for its last line, because its own, a colon, tells nobody how to get out.
 */
export function page(
  text: string,
  { command, prompt }: { readonly command: string; readonly prompt: string },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (command.trim() === '' || command.trim() === 'cat') return false
  const [name = 'less', ...args] = command.trim().split(/\s+/)
  const isLess = /(^|\/)less$/.test(name) && !args.some((arg) => /^-[PM]|^--prompt/.test(arg))
  // These mean something else in a prompt of less.
  const told = isLess ? [`-P${prompt.replace(/[?:.%\\]/g, '')}`] : []
  const run = spawnSync(name, [...args, ...told], {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...env, LESSCHARSET: 'utf-8' },
  })
  return run.error === undefined || (run.error as NodeJS.ErrnoException).code === 'EPIPE'
}
