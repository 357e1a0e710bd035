import { spawnSync } from 'node:child_process'

/** Plain letters: less cuts anything else in its prompt to single bytes. */
const PROMPT = 'SPACE = next   b = back   / = search   q = quit'

/**
 * Shows a text through the person's pager; false where there is none that runs.
 *
 * `less -FIRX` leaves at once what fits on a screen. A pager that is closed early has shown enough. `less` is given
 * a last line that tells how to get out, which its own, a colon, tells nobody.
 */
export function page(text: string, command: string, env: Readonly<Record<string, string | undefined>>): boolean {
  if (command.trim() === '' || command.trim() === 'cat') return false
  const [name = 'less', ...args] = command.trim().split(/\s+/)
  const isLess = /(^|\/)less$/.test(name) && !args.some((arg) => /^-[PM]|^--prompt/.test(arg))
  const told = isLess ? [`-P${PROMPT}`] : []
  const run = spawnSync(name, [...args, ...told], {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...env, LESSCHARSET: 'utf-8' },
  })
  return run.error === undefined || (run.error as NodeJS.ErrnoException).code === 'EPIPE'
}
