import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ownerOfHalfFile } from './half-files.ts'
import { isAlive } from './this-process.ts'

/** A process that is gone wrote nothing for so long: its half file is nobody's, even on a folder shared by machines. */
const QUIET_MS = 60_000

interface Age {
  readonly now: number
  /** Older ones go, whoever they belong to. */
  readonly olderThan: number
}

/** Half files that a killed run left in a folder. */
export function listLeftovers(folder: string, { now, olderThan }: Age): string[] {
  return namesIn(folder).flatMap((name) => {
    const owner = ownerOfHalfFile(name)
    const path = join(folder, name)
    const stats = owner === undefined ? undefined : statSync(path, { throwIfNoEntry: false })
    if (owner === undefined || stats === undefined) return []
    const age = now - stats.mtimeMs
    return age > olderThan || (age > QUIET_MS && !isAlive(owner)) ? [path] : []
  })
}

/** Takes them away; returns how many. */
export function removeLeftovers(folder: string, age: Age): number {
  let removed = 0
  for (const path of listLeftovers(folder, age)) {
    try {
      rmSync(path, { force: true })
      removed++
    } catch {
      // It may not be touched: it does no harm.
    }
  }
  return removed
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
