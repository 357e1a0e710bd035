/** Marks for text on a terminal; each is the identity where colour is off. */
export interface Style {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly good: (text: string) => string
  readonly warn: (text: string) => string
  readonly bad: (text: string) => string
  readonly accent: (text: string) => string
}

const same = (text: string): string => text

/** No marks at all: pipes, files, `NO_COLOR`. */
export const plainStyle: Style = { strong: same, quiet: same, good: same, warn: same, bad: same, accent: same }

/**
 * Whether one stream is written in colour; ask once for each stream.
 *
 * `--no-color` and NO_COLOR (set and not empty) win, then FORCE_COLOR and CLICOLOR_FORCE (not `0`), then the terminal
 * itself: TERM=dumb and CLICOLOR=0 have none. Source: no-color.org, bixense.com/clicolors.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTty: boolean, flag?: boolean): boolean {
  if (flag === false || (env['NO_COLOR'] ?? '') !== '') return false
  if (flag === true) return true
  for (const name of ['FORCE_COLOR', 'CLICOLOR_FORCE']) {
    const value = env[name]
    if (value !== undefined && value !== '') return value !== '0' && value !== 'false'
  }
  return isTty && env['TERM'] !== 'dumb' && env['CLICOLOR'] !== '0'
}

/** Chalk is loaded only where there is colour. */
export async function loadStyle(color: boolean): Promise<Style> {
  if (!color) return plainStyle
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  return {
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
    accent: (text) => chalk.cyan(text),
  }
}
