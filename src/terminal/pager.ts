import { spawnSync } from 'node:child_process'

/**
 * Shows a text through the person's pager; false where there is none that runs.
 *
 * `less -FIRX` leaves at once what fits on a screen. A pager that is closed early has shown enough.
 */
export function page(text: string, command: string, env: Readonly<Record<string, string | undefined>>): boolean {
  if (command.trim() === '' || command.trim() === 'cat') return false
  const [name = 'less', ...args] = command.trim().split(/\s+/)
  const run = spawnSync(name, args, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...env, LESSCHARSET: 'utf-8' },
  })
  return run.error === undefined || (run.error as NodeJS.ErrnoException).code === 'EPIPE'
}
