import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { KehuError } from '../model/errors.ts'

/** Bytes that can be read from any place: a file on disk, or a buffer that came out of an archive. */
export interface Source {
  /** As the person named it, for messages. */
  readonly path: string
  /** Without folders. */
  readonly name: string
  readonly size: number
  /** Up to `length` bytes from `start`; shorter only at the end. The buffer is fresh each time. */
  read(start: number, length: number): Buffer
  /** Where the bytes are on disk by themselves; null for what came out of something else. */
  readonly disk: string | null
  close(): void
}

const causes: Record<string, string> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-directory',
}

/** The stop for a file that the system will not open or read. */
export function unreadable(path: string, cause: unknown): KehuError {
  const code = String((cause as NodeJS.ErrnoException)?.code ?? '')
  return new KehuError('input', causes[code] ?? 'file-unreadable', { file: path, cause: code || 'EIO' }, cause)
}

/** @throws KehuError `file-missing`, `file-is-directory`, `file-unreadable`. */
export function openSource(path: string, shown = path): Source {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (cause) {
    throw unreadable(shown, cause)
  }
  const stat = fstatSync(handle)
  let open = true
  const close = () => {
    if (open) closeSync(handle)
    open = false
  }
  if (stat.isDirectory()) {
    close()
    throw new KehuError('input', 'file-is-directory', { file: shown })
  }
  const read = (start: number, length: number): Buffer => {
    const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, stat.size - start)))
    let got = 0
    try {
      while (got < buffer.length) {
        const step = readSync(handle, buffer, got, buffer.length - got, start + got)
        if (step === 0) break
        got += step
      }
    } catch (cause) {
      throw unreadable(shown, cause)
    }
    return got === buffer.length ? buffer : buffer.subarray(0, got)
  }
  return { path: shown, name: basename(shown), size: stat.size, read, disk: path, close }
}

/** A source over bytes in memory. */
export function bufferSource(path: string, bytes: Buffer): Source {
  const read = (start: number, length: number) => bytes.subarray(start, Math.min(bytes.length, start + length))
  return { path, name: basename(path), size: bytes.length, read, disk: null, close: () => {} }
}

export const blockBytes = 1 << 20

/** The bytes of a source from `start` to its end, block by block. */
export function* blocksOf(source: Source, start = 0, end = source.size): Generator<Buffer> {
  for (let at = start; at < end; ) {
    const block = source.read(at, Math.min(blockBytes, end - at))
    if (block.length === 0) return
    yield block
    at += block.length
  }
}
