import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `.kehu-`, the process in six hex digits, six of chance: whose half file it is can be told after a kill -9. */
const NAME = /^\.kehu-([0-9a-f]{6})[0-9a-f]{6}\.tmp(-journal|-wal|-shm)?$/

/** A name beside a file for what is to take its place. */
export const nameBeside = (path: string): string =>
  join(
    dirname(path),
    `.kehu-${process.pid.toString(16).padStart(6, '0').slice(-6)}${randomBytes(3).toString('hex')}.tmp`,
  )

/** The process a half file belongs to; undefined for any other name. */
export function ownerOfHalfFile(name: string): number | undefined {
  const found = NAME.exec(name)
  return found === null ? undefined : Number.parseInt(found[1]!, 16)
}

const live = new Set<string>()
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** From now on a signal that ends the program takes this file away with it, unless somebody else listens for the signal. */
export function watchHalfFile(path: string): void {
  if (live.size === 0) for (const signal of signals()) process.on(signal, leave)
  live.add(path)
}

/** The file is whole, or gone. */
export function forgetHalfFile(path: string): void {
  live.delete(path)
  if (live.size === 0) for (const signal of signals()) process.off(signal, leave)
}

const signals = (): (keyof typeof SIGNALS)[] => Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]

function leave(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  for (const path of live) rmSync(path, { force: true })
  process.exit(SIGNALS[signal as keyof typeof SIGNALS])
}
