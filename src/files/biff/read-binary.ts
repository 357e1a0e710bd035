import { Worker } from 'node:worker_threads'
import { KehuError } from '../../model/errors.ts'
import type { RowChunk } from '../../model/sheet.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import { threadFile } from '../thread-file.ts'
import type { WorkbookAnswer, WorkbookRequest } from './serve-workbook.ts'

interface Thread {
  ask(): Promise<WorkbookAnswer>
  stop(): Promise<void>
}

function startThread(source: Source, options: ReadOptions): Thread {
  const limits = limitsOf(options)
  const request: WorkbookRequest = {
    file: source.disk ?? new Uint8Array(source.read(0, source.size)),
    fileName: source.name,
    chunkRows: chunkRowsOf(options),
    maxColumns: limits.columns,
    sheets: options.sheets ?? null,
  }
  const worker = new Worker(threadFile('read-workbook'), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    stdout: true,
    stderr: true,
  })
  const damaged = (cause?: unknown) =>
    new KehuError('input', 'workbook-damaged', { file: source.path, part: 'Workbook' }, cause)
  const ask = () =>
    new Promise<WorkbookAnswer>((resolve, reject) => {
      const timer = setTimeout(
        () => {
          void worker.terminate()
          finish(() => reject(overLimit('seconds', source.path, limits.seconds)))
          // A timer takes no longer time than some 24 days.
        },
        Math.min(limits.seconds * 1000, 2 ** 31 - 1),
      )
      const finish = (settle: () => void) => {
        clearTimeout(timer)
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        settle()
      }
      const onMessage = (answer: WorkbookAnswer) =>
        finish(() => (answer.kind === 'failed' ? reject(failure(source, answer.message)) : resolve(answer)))
      const onError = (cause: Error) => {
        const memory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
        finish(() => reject(memory ? overLimit('memory', source.path, limits.memory) : damaged(cause)))
      }
      const onExit = () => finish(() => reject(damaged()))
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      worker.postMessage('next')
    })
  return {
    ask,
    stop: async () => {
      await worker.terminate()
    },
  }
}

/** The library's words never reach a person: they are the cause, and what they mean is the code. */
function failure(source: Source, message: string): KehuError {
  const cause = new Error(message)
  if (/password|encrypt/i.test(message))
    return new KehuError('password', 'workbook-password', { file: source.path }, cause)
  return new KehuError('input', 'workbook-damaged', { file: source.path, part: 'Workbook' }, cause)
}

/**
 * Reads a binary workbook (BIFF 2–8, XLSB) in a thread of its own, bounded in memory and time.
 *
 * @throws KehuError `workbook-damaged`, `workbook-password`, `limit-memory`, `limit-seconds`.
 */
export async function readBinary(
  source: Source,
  options: ReadOptions,
): Promise<{ sheets: AsyncIterable<SheetRows>; stop: () => Promise<void> }> {
  const thread = startThread(source, options)
  let ahead: WorkbookAnswer
  try {
    ahead = await thread.ask()
  } catch (cause) {
    await thread.stop()
    throw cause
  }
  if (ahead.kind === 'end') {
    await thread.stop()
    throw new KehuError('input', 'workbook-damaged', { file: source.path, part: 'Workbook' })
  }
  async function* rows(): AsyncGenerator<RowChunk> {
    for (ahead = await thread.ask(); ahead.kind === 'rows'; ahead = await thread.ask()) yield ahead.chunk
  }
  async function* sheets(): AsyncGenerator<SheetRows> {
    while (ahead.kind === 'sheet') {
      const here = ahead
      yield { info: here.info, chunks: { [Symbol.asyncIterator]: rows } }
      // rows that nobody asked for are passed over
      while (ahead === here || ahead.kind === 'rows') ahead = await thread.ask()
    }
    await thread.stop()
  }
  return { sheets: { [Symbol.asyncIterator]: sheets }, stop: thread.stop }
}
