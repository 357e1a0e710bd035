import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { threadFile } from './thread-file.ts'

/** Records of one errand: small enough that threads finish together. */
const errand = 8192
/** More threads take memory and gain little. */
const mostThreads = 8

/**
 * Has ranges of records compared by threads (`match-score`), and gives back the parts in the order of the ranges, whichever
 * thread was faster.
 *
 * `job` must hold plain data and shared memory only.
 */
export async function compareInThreads<Part>(
  job: unknown,
  records: number,
  threads = Math.min(mostThreads, availableParallelism()),
): Promise<Part[]> {
  const ranges: [number, number][] = []
  for (let from = 0; from < records; from += errand) ranges.push([from, Math.min(records, from + errand)])
  const parts: Part[] = new Array(ranges.length)
  let next = 0
  await Promise.all(Array.from({ length: Math.max(1, Math.min(threads, ranges.length)) }, () => work()))
  return parts

  async function work(): Promise<void> {
    const worker = new Worker(threadFile('match-score'), { workerData: job })
    try {
      while (next < ranges.length) {
        const mine = next++
        parts[mine] = await asked(worker, ranges[mine]!)
      }
    } finally {
      await worker.terminate()
    }
  }

  function asked(worker: Worker, range: readonly [number, number]): Promise<Part> {
    return new Promise((resolve, reject) => {
      const done = (part: Part): void => {
        worker.off('error', reject)
        resolve(part)
      }
      worker.once('message', done)
      worker.once('error', reject)
      worker.postMessage(range)
    })
  }
}
