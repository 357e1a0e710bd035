import { Readable } from 'node:stream'
import { main } from '../../src/main.ts'
import { NOW, type Run } from './kehu.ts'

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly now?: string
}

/** Runs the program's own main in this process: no terminal, a plain environment, a stopped clock. */
export async function runMain(
  cwd: string,
  args: readonly string[],
  { env = {}, now = NOW }: RunOptions = {},
): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const stream = (take: (text: string) => void) =>
    ({ isTTY: false, write: take, on: () => {} }) as unknown as NodeJS.WriteStream
  const status = await main({
    argv: ['node', 'kehu', ...args],
    env: { KEHU_NOW: now, KEHU_USER: 'tester', NO_COLOR: '1', LANG: 'C', ...env },
    stdout: stream((text) => {
      stdout += text
    }) as never,
    stderr: stream((text) => {
      stderr += text
    }) as never,
    stdin: Readable.from([]) as never,
    cwd: () => cwd,
    on: (() => {}) as never,
  })
  return { stdout, stderr, status }
}
