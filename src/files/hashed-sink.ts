import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { KehuError } from '../model/errors.ts'
import { hidesOutgoing } from './outgoing.ts'
import type { Sink } from './write-file.ts'

/** A sink that keeps the SHA-256 of what went through it; `digest` ends it. */
export function hashedSink(sink: Sink): { readonly sink: Sink; readonly digest: () => string } {
  const hash = createHash('sha256')
  return {
    sink: (bytes) => {
      hash.update(bytes)
      return sink(bytes)
    },
    digest: () => hash.digest('hex'),
  }
}

/** The SHA-256 of a file as it lies there: what was hidden on the way out isn't in the one that was taken before. */
export const hashAsWritten = (path: string, told: string): string => (hidesOutgoing() ? hashFile(path) : told)

/** The SHA-256 of a file. @throws {KehuError} `file-missing`, `file-unreadable` */
export function hashFile(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new KehuError('input', code === 'ENOENT' ? 'file-missing' : 'file-unreadable', { file: path }, error)
  }
}
