import type { Lang } from '../model/units.ts'
import { scheduleText } from './text/schedule.ts'

export interface Installation {
  /** Program and its first argument, absolute. */
  readonly program: readonly string[]
  readonly book: string
  readonly folder: string
  readonly lang: Lang
}

/** For a POSIX shell. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
/** In a crontab a percent sign ends the command. Source: crontab(5). */
const forCrontab = (text: string): string => text.replaceAll('%', '\\%')
/** Source: systemd.service(5), systemd.unit(5): specifiers and quoting. */
const forSystemd = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`

/** Lines that make a machine run what is due every hour; the book itself knows what that is. */
export function installText(kind: 'crontab' | 'systemd', installation: Installation): string {
  const { program, book, lang } = installation
  const args = ['--db', book, '--lang', lang, '--no-input', 'report', 'run', '--due']
  const say = (key: keyof typeof scheduleText): string => scheduleText[key][lang]
  if (kind === 'crontab')
    return [
      `# ${say('schedule-cron-head')}`,
      `5 * * * * ${forCrontab([...program, ...args].map(quoted).join(' '))}`,
      '',
    ].join('\n')
  return [
    `# ${say('schedule-systemd-head')}`,
    '# ~/.config/systemd/user/kehu-reports.service',
    '[Unit]',
    `Description=${say('schedule-unit')}`,
    '',
    '[Service]',
    'Type=oneshot',
    `ExecStart=${[...program, ...args].map(forSystemd).join(' ')}`,
    '',
    '# ~/.config/systemd/user/kehu-reports.timer',
    '[Unit]',
    `Description=${say('schedule-unit')}`,
    '',
    '[Timer]',
    'OnCalendar=*:05',
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ].join('\n')
}
