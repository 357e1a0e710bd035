import { createHash } from 'node:crypto'
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
