import { defaultLimits, type Limits } from './limits.ts'

/** How the person wants a file read; what is missing is found out from the file. */
export interface ReadOptions {
  /** Name of an encoding, or undefined to judge by the bytes. */
  readonly encoding?: string | undefined
  /** One or two characters, or undefined to judge by the text. */
  readonly delimiter?: string | undefined
  /** Only these sheets, by name. */
  readonly sheets?: readonly string[] | undefined
  readonly limits?: Partial<Limits> | undefined
  /** `zh-CN`, `zh-TW`, `ja`, `en` …: a hint where bytes alone cannot decide. */
  readonly locale?: string | undefined
  /** Rows of a chunk. */
  readonly chunkRows?: number | undefined
}

/** The limits of a reading: those told, else the usual ones. */
export const limitsOf = (options: ReadOptions): Limits => ({ ...defaultLimits, ...options.limits })

/** Rows of a chunk. */
export const chunkRowsOf = (options: ReadOptions): number => options.chunkRows ?? 4096
