import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyFolder, type Scene } from './scenes.ts'
import { isClear, run, stateOf } from './state.ts'

export interface FullTally {
  readonly runs: number
  readonly full: number
  readonly troubles: readonly string[]
  /** Where no small disk could be made. */
  readonly skipped: boolean
}

/** Gives each command a disk that has too little room, by chance, and looks at what is left. */
export async function fillDisks(
  home: string,
  scenes: readonly Scene[],
  runs: number,
  random: () => number,
): Promise<FullTally> {
  const troubles: string[] = []
  let full = 0
  for (let n = 0; n < runs; n++) {
    const scene = scenes[n % scenes.length]!
    const disk = join(home, `disk-${n}`)
    mkdirSync(disk)
    const kilobytes = Math.ceil(sizeOf(scene.folder) / 1024) + 96 + Math.floor(random() ** 2 * 4000)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]).status !== 0)
      return { runs: n, full, troubles, skipped: true }
    try {
      copyFolder(scene.folder, disk)
      const ended = await run(disk, scene.args)
      if (!isClear(ended)) troubles.push(`${scene.name} ${kilobytes}k: ${ended.code} ${ended.err}`)
      if (/disk-full|book-io/.test(ended.err)) full++
      // What is there is looked at with room to spare, as somebody would after tidying up.
      const saved = copyFolder(disk, join(home, `saved-${n}`))
      const { faults, digest } = stateOf(join(saved, 'kehu.db'))
      for (const fault of faults) troubles.push(`${scene.name} ${kilobytes}k: ${fault}`)
      const before = stateOf(join(copyFolder(scene.folder, join(home, `asis-${n}`)), 'kehu.db')).digest
      if (ended.code !== null && ended.code === 1 && scene.isOneStep && digest !== before)
        troubles.push(`${scene.name} ${kilobytes}k: failed, and the book is another one`)
      if (readdirSync(disk).some((name) => name.startsWith('.kehu-'))) troubles.push(`${scene.name}: a half file stays`)
    } finally {
      spawnSync('umount', [disk])
      for (const name of [`disk-${n}`, `saved-${n}`, `asis-${n}`])
        rmSync(join(home, name), { recursive: true, force: true })
    }
  }
  return { runs, full, troubles, skipped: false }
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((stats) => stats.isFile())
    .reduce((sum, { size }) => sum + Math.ceil(size / 4096) * 4096, 0)
