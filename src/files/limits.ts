import { KehuError } from '../model/errors.ts'

/** Bounds that keep a hostile or broken file from taking the machine; each can be raised by hand. */
export interface Limits {
  /** Bytes that one file may unpack to. */
  readonly unpacked: number
  /** Unpacked bytes for each packed byte, counted once more than 32 MiB came out. */
  readonly ratio: number
  /** Columns of a row. */
  readonly columns: number
  /** Rows of a sheet. */
  readonly rows: number
  /** Characters of a cell. */
  readonly cell: number
  /** Entries of a workbook's table of shared texts. */
  readonly sharedStrings: number
  /** Merged ranges of a sheet. */
  readonly merges: number
  /** Megabytes a reader thread may take for the old binary formats. */
  readonly memory: number
  /** Seconds a reader thread may take for the old binary formats. */
  readonly seconds: number
}

export const defaultLimits: Limits = {
  unpacked: 4 * 1024 ** 3,
  ratio: 250,
  columns: 16_384,
  rows: 5_000_000,
  cell: 1_000_000,
  sharedStrings: 20_000_000,
  merges: 50_000,
  memory: 768,
  seconds: 60,
}

const optionNames: Record<keyof Limits, string> = {
  unpacked: 'unpacked',
  ratio: 'ratio',
  columns: 'columns',
  rows: 'rows',
  cell: 'cell',
  sharedStrings: 'shared-strings',
  merges: 'merges',
  memory: 'memory',
  seconds: 'seconds',
}

/** The refusal of a file that goes over a limit: code `limit-…`, with the option that raises it. */
export function overLimit(limit: keyof Limits, file: string, bound: number): KehuError {
  const option = optionNames[limit]
  return new KehuError('refused', `limit-${option}`, { file, limit: bound, option: `--limit ${option}=${bound * 4}` })
}

/**
 * Reads what stands behind `--limit`: `columns=40000`.
 *
 * @throws KehuError `limit-option-wrong` where the name is not known or the number is none.
 */
export function parseLimit(text: string): Partial<Limits> {
  const [name = '', value = ''] = text.split('=')
  const key = (Object.keys(optionNames) as (keyof Limits)[]).find((each) => optionNames[each] === name)
  const amount = Number(value)
  if (key === undefined || !Number.isFinite(amount) || amount <= 0) {
    throw new KehuError('usage', 'limit-option-wrong', { text, names: Object.values(optionNames).join(', ') })
  }
  return { [key]: amount }
}
