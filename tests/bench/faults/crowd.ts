import { join } from 'node:path'
import { closeBook } from '../../../src/store/book.ts'
import { copyFolder, type Scene } from './scenes.ts'
import { isClear, openAny, run, stateOf } from './state.ts'

export interface CrowdTally {
  readonly runs: number
  readonly killed: number
  readonly busy: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly troubles: readonly string[]
}

/** So many people at one book for a while, reading and writing; every second one of them is gone in the middle. */
export async function crowd(
  home: string,
  scene: Scene,
  { people, seconds }: { readonly people: number; readonly seconds: number },
  random: () => number,
): Promise<CrowdTally> {
  const cwd = copyFolder(scene.folder, join(home, 'crowd'))
  const until = performance.now() + seconds * 1000
  const running = new Map<number, () => void>()
  const acknowledged: string[] = []
  const troubles: string[] = []
  const seen = { runs: 0, killed: 0, busy: 0 }
  const person = async (who: number): Promise<void> => {
    for (let n = 0; performance.now() < until; n++) {
      const token = `token-${who}-${n}-`
      const args =
        random() < 0.6
          ? ['note', `C00000${1 + Math.floor(random() * 3)}`, token]
          : readings[Math.floor(random() * readings.length)]!
      const ended = await run(cwd, args, undefined, (kill) => running.set(who, kill))
      running.delete(who)
      seen.runs++
      if (ended.killed) seen.killed++
      if (ended.code === 10) seen.busy++
      if (!isClear(ended)) troubles.push(`${args.join(' ')}: ${ended.code} ${ended.err}`)
      if (args[0] === 'note' && ended.code === 0) acknowledged.push(token)
    }
  }
  const killer = setInterval(() => {
    const victims = [...running.values()]
    victims[Math.floor(random() * victims.length)]?.()
  }, 1000)
  await Promise.all(Array.from({ length: people }, (_, who) => person(who)))
  clearInterval(killer)
  for (const fault of stateOf(join(cwd, 'kehu.db')).faults) troubles.push(fault)
  return { ...seen, acknowledged: acknowledged.length, ...countTokens(join(cwd, 'kehu.db'), acknowledged), troubles }
}

const readings: readonly (readonly string[])[] = [
  ['find', '张伟'],
  ['find', '1390000'],
  ['show', 'C000001'],
  ['report', 'weekly'],
  ['operations'],
  ['verify'],
]

function countTokens(path: string, tokens: readonly string[]): { lost: number; doubled: number } {
  const book = openAny(path)
  const find = book.sqlite.prepare(
    `select count(*) from operation o where command like ? and state = 'done'
       and exists (select 1 from change c where c.operation_id = o.id)`,
  )
  const counts = tokens.map((token) => Number(find.pluck().get(`%${token}%`)))
  closeBook(book)
  return { lost: counts.filter((count) => count === 0).length, doubled: counts.filter((count) => count > 1).length }
}
