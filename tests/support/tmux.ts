import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasTmux = ((): boolean => {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** A program in a real terminal of 80×24. Keys are sent to it, and its screen is read. */
export interface Terminal {
  /** Names of keys as tmux knows them: `Enter`, `Up`, `C-c`, `Escape`, `Space`. */
  readonly keys: (...names: string[]) => void
  readonly type: (text: string) => void
  /** As a terminal pastes: bracketed where the program asked for it. */
  readonly paste: (text: string) => void
  readonly screen: () => string
  /** The screen once the text (or pattern) is on it. */
  readonly waitFor: (wanted: string | RegExp, milliseconds?: number) => Promise<string>
  readonly close: () => void
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Starts a shell command; each terminal has a tmux server of its own, so that nothing is shared. */
export function openTerminal(command: string, env: Record<string, string> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-tmux-'))
  const socket = join(folder, 'socket')
  const tmux = (...args: string[]): string => execFileSync('tmux', ['-u', '-S', socket, ...args], { encoding: 'utf8' })
  const settings = Object.entries({ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...env }).flatMap(([key, value]) => [
    '-e',
    `${key}=${value}`,
  ])
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '24', ...settings, `${command}; sleep 30`)
  tmux('set-option', '-s', 'escape-time', '0')
  const screen = (): string => tmux('capture-pane', '-p').replace(/\s+$/, '')
  return {
    keys: (...names) => void tmux('send-keys', ...names),
    type: (text) => void tmux('send-keys', '-l', '--', text),
    paste: (text) => {
      tmux('set-buffer', '--', text)
      tmux('paste-buffer', '-p', '-r')
    },
    screen,
    waitFor: async (wanted, milliseconds = 10_000) => {
      for (const until = performance.now() + milliseconds; performance.now() < until; ) {
        const text = screen()
        if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) return text
        await pause(20)
      }
      throw new Error(`never on the screen: ${wanted}\n--- screen ---\n${screen()}`)
    },
    close: () => {
      try {
        execFileSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' })
      } catch {
        // The program and its server are gone already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
