import type { Ending } from './commands/context.ts'
import { readGlobals } from './globals.ts'

declare const KEHU_VERSION: string | undefined

/** The parts of Node's process that kehu uses. */
export type Process = Pick<NodeJS.Process, 'argv' | 'env' | 'stdout' | 'stderr' | 'stdin' | 'cwd' | 'on'>

/** Runs one command line and returns its exit code. The version is answered before anything else is loaded. */
export async function main(process: Process): Promise<number> {
  const [only, ...others] = process.argv.slice(2)
  if (others.length === 0 && (only === '--version' || only === '-V')) {
    process.stdout.write(`kehu ${typeof KEHU_VERSION === 'string' ? KEHU_VERSION : 'dev'}\n`)
    return 0
  }
  const globals = readGlobals(process.argv.slice(2), process.env)
  const { runProgram } = await import('./run.ts')
  let ending: Ending = 'done'
  return runProgram(
    {
      process,
      globals,
      now: () => new Date().toISOString(),
      finish: (how) => {
        ending = how
      },
    },
    () => ending,
  )
}
