// Reads and understands a large file beside the thread that writes it into the book.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { importSteps } from '../domain/import/import-steps.ts'
import { unguardCells } from '../files/formula-guard.ts'
import { openTableFile } from '../files/open-table-file.ts'
import { type ImportThreadStart, sentError } from '../files/read-in-thread.ts'
import type { TableFile } from '../files/table-file.ts'
import type { ImportReadOptions } from '../model/import-parts.ts'

interface Go {
  readonly options: ImportReadOptions
  readonly ahead: number
}

async function serve(port: MessagePort, start: ImportThreadStart): Promise<void> {
  let file: TableFile | undefined
  try {
    file = await openTableFile(start.path, start.read)
    const { name, format, bytes, sha256, encoding, notes } = file
    const facts = { name, format, bytes, sha256, notes, ...(encoding === undefined ? {} : { encoding }) }
    const go = new Promise<Go>((resolve) => port.once('message', resolve))
    port.postMessage({ kind: 'facts', facts })
    await send(port, file, await go)
  } catch (error) {
    port.postMessage({ kind: 'failed', error: sentError(error) })
  } finally {
    await file?.close()
    port.close()
  }
}

/** Posts step after step, never more than `ahead` before they were taken. */
async function send(port: MessagePort, file: TableFile, { options, ahead }: Go): Promise<void> {
  let credit = ahead
  let wake: (() => void) | undefined
  port.on('message', () => {
    credit++
    wake?.()
  })
  for await (const step of importSteps(file, options, unguardCells)) {
    while (credit <= 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    credit--
    port.postMessage(step, step.kind === 'rows' ? [step.part.keys.buffer as ArrayBuffer] : [])
  }
}

if (parentPort !== null) void serve(parentPort, workerData as ImportThreadStart)
