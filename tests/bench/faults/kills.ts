import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { listLeftovers } from '../../../src/files/leftovers.ts'
import { copyFolder, type Scene } from './scenes.ts'
import { isClear, run, type State, stateOf } from './state.ts'

export interface KillTally {
  readonly scene: string
  readonly runs: number
  readonly killed: number
  /** Found as before, as after, in between. */
  readonly before: number
  readonly after: number
  readonly between: number
  readonly troubles: readonly string[]
}

/** Kills one command at random moments of its life, each time from the same start, and looks at what is left. */
export async function killScene(home: string, scene: Scene, kills: number, random: () => number): Promise<KillTally> {
  const { name } = scene
  const whole = copyFolder(scene.folder, join(home, `whole-${name}`))
  const started = performance.now()
  const ended = await run(whole, scene.args)
  const length = performance.now() - started
  const troubles: string[] = isClear(ended) ? [] : [`whole run: ${ended.code} ${ended.err}`]
  const [start, end] = [
    stateOf(join(copyFolder(scene.folder, join(home, `start-${name}`)), 'kehu.db')),
    stateOf(join(whole, 'kehu.db')),
  ]
  const seen = { runs: 0, killed: 0, before: 0, after: 0, between: 0 }
  for (let n = 0; n < kills; n++) {
    const cwd = copyFolder(scene.folder, join(home, `kill-${name}-${n}`))
    const one = await run(cwd, scene.args, length * (0.1 + random() * 0.95))
    seen.runs++
    if (one.killed) seen.killed++
    if (!isClear(one)) troubles.push(`unclear: ${one.code} ${one.err}`)
    const state = stateOf(join(cwd, 'kehu.db'))
    tally(state, one.code, { scene, start, end, seen, troubles })
    if (n % 25 === 0) await cleanUp(cwd, troubles)
    halfVisible(cwd, scene, troubles)
    rmSync(cwd, { recursive: true, force: true })
  }
  return { scene: name, ...seen, troubles }
}

interface Seen {
  readonly scene: Scene
  readonly start: State
  readonly end: State
  readonly seen: { before: number; after: number; between: number }
  readonly troubles: string[]
}

function tally(state: State, code: number | null, { scene, start, end, seen, troubles }: Seen): void {
  for (const fault of state.faults) troubles.push(`${scene.name}: ${fault}`)
  // What was acknowledged by its exit code is there.
  if (code !== null && code <= 7 && state.digest !== end.digest) troubles.push(`${scene.name}: done, and not there`)
  if (state.digest === start.digest) seen.before++
  else if (state.digest === end.digest) seen.after++
  else {
    seen.between++
    if (scene.isOneStep && state.faults.length === 0) troubles.push(`${scene.name}: half of it is to be seen`)
  }
}

/** A report or backup is there as a whole, or not at all. */
function halfVisible(cwd: string, { name }: Scene, troubles: string[]): void {
  const report = join(cwd, 'weekly.html')
  if (name === 'report' && existsSync(report) && statSync(report).size < 1000) troubles.push('half a report')
}

/** After a kill the command can be given again, and its half files go. */
async function cleanUp(cwd: string, troubles: string[]): Promise<void> {
  const long = new Date('2026-11-22T06:00:00Z')
  for (const name of readdirSync(cwd)) if (name.startsWith('.kehu-')) utimesSync(join(cwd, name), long, long)
  const doctor = await run(cwd, ['doctor', '--repair'])
  if (!isClear(doctor) || doctor.code === 5) troubles.push(`doctor: ${doctor.code} ${doctor.out} ${doctor.err}`)
  const left = listLeftovers(cwd, { now: Date.parse('2026-11-22T08:00:00Z'), olderThan: 0 })
  if (left.length > 0) troubles.push(`half files stay: ${left.join(' ')}`)
}
