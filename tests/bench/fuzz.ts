// Broken on purpose: bytes flipped, cut and spliced in every corpus file. Each case must end within ten seconds with
// rows or with a KehuError; anything else is a fault of kehu. npm run bench -- fuzz [cases] [first seed]
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openTableFile } from '../../src/files/open-table-file.ts'
import { KehuError } from '../../src/model/errors.ts'
import { inMemory } from '../support/read-table.ts'
import { draw } from './encoding.ts'

const data = process.env['KEHU_DATA'] ?? '../shared/data'

/** The files that are broken: the corpus and the workbooks; on a machine without them, the workbooks of the repository. */
export function fuzzFiles(): string[] {
  const kept = ['corpus', 'workbooks'].map((folder) => join(data, folder)).filter((folder) => existsSync(folder))
  return (kept.length > 0 ? kept : ['fixtures/workbooks'])
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => !/\.(md|json)$/.test(path) && statSync(path).isFile())
    .sort()
}

/** One way of breaking a file, decided by the seed alone. */
export function breakBytes(bytes: Buffer, other: Buffer, seed: number): Buffer {
  const random = draw(seed * 2654435761)
  random(7)
  const out = Buffer.from(bytes)
  switch (random(5)) {
    case 0:
      for (let i = 1 + random(20); i > 0; i--) out[random(out.length)] = random(256)
      return out
    case 1:
      return out.subarray(0, random(out.length))
    case 2: {
      const from = random(out.length)
      return Buffer.concat([out.subarray(0, from), out.subarray(from + random(200))])
    }
    case 3: {
      const at = random(out.length)
      const from = random(other.length)
      return Buffer.concat([out.subarray(0, at), other.subarray(from, from + random(500)), out.subarray(at)])
    }
    default: {
      const at = random(out.length)
      const flipped = 1 << random(8)
      out[at] = (out[at] ?? 0) ^ flipped
      return out
    }
  }
}

export interface FuzzFault {
  readonly seed: number
  readonly file: string
  readonly fault: string
}

async function readAll(bytes: Buffer, path: string): Promise<void> {
  const file = await openTableFile(inMemory(bytes, path), { limits: { seconds: 9, memory: 256 } })
  try {
    for await (const sheet of file.sheets) for await (const chunk of sheet.chunks) if (chunk.rows.length === 0) break
  } finally {
    await file.close()
  }
}

const mostSeconds = 10

/** What is wrong with how a case ended; null where it ended well. */
export async function faultOf(bytes: Buffer, path: string): Promise<string | null> {
  const started = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('hangs'), mostSeconds * 1000)
  })
  try {
    const end = await Promise.race([readAll(bytes, path).then(() => null), late])
    if (end !== null) return end
  } catch (cause) {
    if (!(cause instanceof KehuError))
      return `raw: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
  } finally {
    clearTimeout(timer)
  }
  const seconds = (performance.now() - started) / 1000
  return seconds > mostSeconds ? `took ${seconds.toFixed(1)} s` : null
}

/** Runs cases of seeds `first`, `first + 1` … over all files in turn. */
export async function fuzz(
  cases: number,
  first: number,
  each: (done: number) => void = () => {},
): Promise<FuzzFault[]> {
  const files = fuzzFiles().map((path) => ({ path, bytes: readFileSync(path) }))
  const faults: FuzzFault[] = []
  for (let i = 0; i < cases && files.length > 0; i++) {
    const { path, bytes } = files[i % files.length]!
    const other = files[(i * 7 + 3) % files.length]!.bytes
    const seed = first + i
    const fault = await faultOf(breakBytes(bytes, other, seed), path)
    if (fault !== null) faults.push({ seed, file: path, fault })
    each(i + 1)
  }
  return faults
}

export async function bench(args: string[]): Promise<void> {
  const cases = Number(args[0] ?? 10_000)
  if (fuzzFiles().length === 0) {
    process.stdout.write('skipped: needs corpus and workbooks (KEHU_DATA)\n')
    return
  }
  const faults = await fuzz(cases, Number(args[1] ?? 1), (done) => {
    if (done % 1000 === 0)
      process.stderr.write(`${done} of ${cases}, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`)
  })
  for (const { seed, file, fault } of faults.slice(0, 30)) process.stdout.write(`seed ${seed} ${file}: ${fault}\n`)
  process.stdout.write(`met ${cases - faults.length} of ${cases}\n`)
}
