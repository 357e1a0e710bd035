import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Half files that a killed run left in a folder; those younger than `olderThan` may still be written. */
export function removeLeftovers(folder: string, { now, olderThan }: { now: number; olderThan: number }): number {
  let removed = 0
  for (const name of namesIn(folder)) {
    if (!/^\.kehu-[0-9a-f]{12}\.tmp$/.test(name)) continue
    const path = join(folder, name)
    try {
      if (now - statSync(path).mtimeMs < olderThan) continue
      rmSync(path, { force: true })
      removed++
    } catch {
      // Somebody else took it away, or it may not be touched: it does no harm.
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
