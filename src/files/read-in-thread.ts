import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { type ErrorKind, KehuError } from '../model/errors.ts'
import type { FileFacts, ImportReadOptions, ImportStep } from '../model/import-parts.ts'
import { overLimit } from './limits.ts'
import { limitsOf, type ReadOptions } from './read-options.ts'
import { threadFile } from './thread-file.ts'

/** Steps that may wait between the threads: more only take memory. */
const AHEAD = 2

export interface ImportThreadStart {
  readonly path: string
  readonly read: ReadOptions
}

export type ThreadMessage =
  | { readonly kind: 'facts'; readonly facts: FileFacts }
  | ImportStep
  | { readonly kind: 'failed'; readonly error: SentError }

export interface SentError {
  readonly known: { readonly kind: ErrorKind; readonly code: string; readonly params: KehuError['params'] } | null
  readonly message: string
  readonly stack: string
}

/** A file that another thread reads and understands. */
export interface ThreadReader {
  readonly facts: FileFacts
  readonly steps: (options: ImportReadOptions) => AsyncGenerator<ImportStep>
  readonly stop: () => Promise<void>
}

/** How often somebody who waits for the thread looks whether it is to stop, in milliseconds. */
const LOOK = 100

/**
 * Opens a file in a thread of its own; it never runs more than a few steps ahead. Where `stopped` becomes true the
 * thread is ended at once.
 *
 * @throws what opening the file throws; {KehuError} `import-interrupted`
 */
export async function readInThread(
  start: ImportThreadStart,
  stopped: () => boolean = () => false,
): Promise<ThreadReader> {
  const { memory } = limitsOf(start.read)
  // A bounded heap is collected earlier: a third less memory for the same file.
  // More room for young objects (96) saves 5 s of 94 at a million rows, and takes 50 MB more than 500 MB leave.
  const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 48 }
  // Two threads are at work: collecting on still more of them costs a third more than it saves.
  setFlagsFromString('--no-parallel-scavenge')
  const worker = new Worker(threadFile('import-read'), { workerData: start, resourceLimits })
  const inbox: ThreadMessage[] = []
  let wake: (() => void) | undefined
  let broken: unknown
  worker.on('message', (message: ThreadMessage) => {
    inbox.push(message)
    wake?.()
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    broken = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? overLimit('memory', start.path, memory) : error
    wake?.()
  })
  const next = async (): Promise<ThreadMessage> => {
    while (inbox.length === 0) {
      if (broken !== undefined) throw broken
      if (stopped()) {
        await worker.terminate()
        throw new KehuError('cancelled', 'import-interrupted', { file: start.path })
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    const message = inbox.shift()!
    if (message.kind === 'failed') throw revived(message.error)
    return message
  }
  const stop = async (): Promise<void> => void (await worker.terminate())
  try {
    const first = await next()
    if (first.kind !== 'facts') throw new Error('the thread said nothing of its file')
    return { facts: first.facts, steps: (options) => steps(worker, next, options), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function* steps(
  worker: Worker,
  next: () => Promise<ThreadMessage>,
  options: ImportReadOptions,
): AsyncGenerator<ImportStep> {
  worker.postMessage({ options, ahead: AHEAD })
  for (;;) {
    const message = await next()
    if (message.kind === 'facts' || message.kind === 'failed') continue
    worker.postMessage('more')
    yield message
    if (message.kind === 'end') return
  }
}

function revived({ known, message, stack }: SentError): unknown {
  const error = known === null ? new Error(message) : new KehuError(known.kind, known.code, known.params)
  error.stack = stack
  return error
}

/** An error as it is sent. */
export function sentError(error: unknown): SentError {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const known = error instanceof KehuError ? { kind: error.kind, code: error.code, params: error.params } : null
  return { known, message, stack }
}
