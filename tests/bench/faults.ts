// npm run bench -- faults [--kills N] [--full N] [--seconds N] [--people N]: what a crash, a full disk and a crowd leave behind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crowd } from './faults/crowd.ts'
import { fillDisks } from './faults/full-disk.ts'
import { type KillTally, killScene } from './faults/kills.ts'
import { makeScenes } from './faults/scenes.ts'

const ROWS = 400

/** Chance that is the same every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function told(args: readonly string[], name: string, usual: number): number {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? usual : Number(args[at + 1])
}

export async function bench(args: string[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'kehu-faults-'))
  const goals: [string, boolean][] = []
  const goal = (name: string, troubles: readonly string[], isMet = troubles.length === 0): void => {
    goals.push([name, isMet])
    console.log(`  ${isMet ? 'met ' : 'FAIL'}  ${name}`)
    for (const trouble of [...new Set(troubles)].slice(0, 20)) console.log(`        ${trouble.slice(0, 600)}`)
  }
  try {
    const random = chance(told(args, 'seed', 20261122))
    const scenes = await makeScenes(home, told(args, 'rows', ROWS))
    const kills = told(args, 'kills', 500)
    if (kills > 0) await killAll(home, scenes, { kills, random, goal })
    const full = told(args, 'full', 100)
    if (full > 0) {
      const disks = await fillDisks(home, scenes, full, random)
      console.log(
        `full disks: ${disks.runs} runs, ${disks.full} of them stopped by it${disks.skipped ? '; skipped: needs the right to mount a small tmpfs' : ''}`,
      )
      goal(
        `${full} runs on a disk that fills: book whole, message clear, no half file`,
        disks.troubles,
        disks.troubles.length === 0 && !disks.skipped,
      )
    }
    const seconds = told(args, 'seconds', 60)
    if (seconds > 0) {
      const people = told(args, 'people', 20)
      const many = await crowd(home, scenes[1]!, { people, seconds }, random)
      console.log(
        `crowd: ${people} processes, ${seconds} s, ${many.runs} runs, ${many.killed} killed, ${many.busy} told that the book is busy, ${many.acknowledged} writes acknowledged, ${many.lost} lost, ${many.doubled} doubled`,
      )
      goal('no acknowledged write lost or doubled', [], many.lost === 0 && many.doubled === 0 && many.acknowledged > 0)
      goal('book whole and every message clear', many.troubles)
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  console.log(`\nmet ${goals.filter(([, isMet]) => isMet).length} of ${goals.length}`)
}

interface KillSetting {
  readonly kills: number
  readonly random: () => number
  readonly goal: (name: string, troubles: readonly string[]) => void
}

async function killAll(
  home: string,
  scenes: Awaited<ReturnType<typeof makeScenes>>,
  { kills, random, goal }: KillSetting,
): Promise<void> {
  const tallies: KillTally[] = []
  const lanes = [scenes.filter((_, n) => n % 2 === 0), scenes.filter((_, n) => n % 2 === 1)]
  await Promise.all(
    lanes.map(async (lane) => {
      for (const scene of lane) tallies.push(await killScene(home, scene, Math.ceil(kills / scenes.length), random))
    }),
  )
  for (const { scene, runs, killed, before, after, between } of tallies)
    console.log(
      `kill -9 in ${scene.padEnd(8)} ${runs} runs, ${killed} killed: ${before} as before, ${after} as after, ${between} in between`,
    )
  const all = tallies.flatMap(({ troubles }) => troubles)
  goal(
    `${tallies.reduce((sum, one) => sum + one.runs, 0)} kills: book whole, nothing half visible, nothing acknowledged lost, message clear`,
    all,
  )
}
