import { parentPort, workerData } from 'node:worker_threads'
import { type CompareJob, compareRange, layoutOf } from '../domain/matching/parts.ts'

/** Compares ranges of records as they are asked for; the job lies in shared memory. */
const job = workerData as CompareJob
const layout = layoutOf(job.prepared)

parentPort!.on('message', ([from, to]: readonly [number, number]) => {
  const part = compareRange(job, layout, from, to)
  const { a, b, lo, hi, byRule, cross } = part
  parentPort!.postMessage(part, [
    a.buffer,
    b.buffer,
    lo.buffer,
    hi.buffer,
    byRule.buffer,
    cross.buffer,
  ] as ArrayBuffer[])
})
