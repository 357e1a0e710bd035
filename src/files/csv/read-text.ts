import type { Reason } from '../../model/parsed.ts'
import type { RowChunk, SheetInfo } from '../../model/sheet.ts'
import { decodedBlocks, type TextBlock, type TextEncoding } from '../encoding/decode.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import type { Source } from '../source.ts'
import type { Dialect } from './dialect.ts'
import type { Records } from './records.ts'
import { createRecordScanner } from './scan.ts'
import { sniffDialect } from './sniff-dialect.ts'

export interface TextSheet {
  readonly info: SheetInfo
  readonly dialect: Dialect
  readonly chunks: AsyncIterable<RowChunk>
}

/** Facts of a sheet that has cells and nothing else. */
export const plainSheet = (name: string, fileName: string, typed = false): SheetInfo => ({
  name,
  index: 0,
  hidden: false,
  merges: [],
  hiddenColumns: [],
  comments: new Map(),
  struckRows: new Set(),
  typed,
  fileName,
})

const sampleChars = 256 * 1024

/** Puts the byte offset of each unreadable place on its row. */
function tellBadBytes(records: Records, bad: readonly number[], told: { next: number }): void {
  for (const [i, row] of records.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (typeof cell !== 'string') continue
      for (let at = cell.indexOf('\ufffd'); at >= 0; at = cell.indexOf('\ufffd', at + 1)) {
        const byte = bad[told.next++] ?? -1
        const number = records.rowNumbers[i]!
        const reason: Reason =
          byte < 0
            ? { code: 'character-lost', params: { row: number, line: records.lines[i]!, column: column + 1 } }
            : { code: 'byte-wrong', params: { row: number, line: records.lines[i]!, column: column + 1, byte } }
        const known = records.troubles.get(number)
        if (known === undefined) records.troubles.set(number, [reason])
        else if (known.length < 20) known.push(reason)
      }
    }
  }
}

/** The `sep=;` that Excel puts before the header: the delimiter, and the length of that line. */
function sepLine(text: string): { delimiter: string; length: number } | null {
  const found = /^sep=(.{1,2})(\r\n|\n|\r|$)/i.exec(text)
  return found === null ? null : { delimiter: found[1]!, length: found[0].length }
}

/** A delimiter as people write it on a command line: `\\t`, `tab`, or itself. */
function delimiterNamed(told: string | undefined): string | undefined {
  if (told === undefined) return undefined
  return /^(\\t|tab)$/i.test(told) ? '\t' : told
}

/**
 * Reads a delimited text as one sheet.
 *
 * @throws KehuError while iterating: `limit-columns`, `limit-cell`.
 */
export function readText(source: Source, how: TextEncoding, options: ReadOptions): TextSheet {
  const limits = limitsOf(options)
  const tooLong = (): never => {
    throw overLimit('cell', source.path, limits.cell)
  }
  const blocks = () => decodedBlocks(source, how, { longest: limits.cell * 32, tooLong })
  const head = (blocks().next().value as TextBlock | undefined)?.text ?? ''
  const sep = sepLine(head.slice(0, 16))
  const sample = head.slice(sep?.length ?? 0, sampleChars)
  const cut = sample.length === sampleChars ? Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r')) : 0
  const dialect = sniffDialect(
    cut > 0 ? sample.slice(0, cut) : sample,
    delimiterNamed(options.delimiter) ?? sep?.delimiter,
  )

  async function* chunks(): AsyncGenerator<RowChunk> {
    const scanner = createRecordScanner({
      dialect,
      reach: limits.cell,
      firstLine: sep === null ? 1 : 2,
      maxColumns: limits.columns,
      over: (what) => {
        throw overLimit(what, source.path, limits[what])
      },
    })
    const size = chunkRowsOf(options)
    const queue: number[] = []
    const told = { next: 0 }
    let skip = sep?.length ?? 0
    let dirty = false
    function* drain(): Generator<RowChunk> {
      if (scanner.count() === 0) return
      const records = scanner.take()
      for (const row of records.rows)
        for (const cell of row) if (typeof cell === 'string' && cell.length > limits.cell) tooLong()
      if (dirty) tellBadBytes(records, queue, told)
      for (let from = 0; from < records.rows.length; from += size) yield slice(records, from, size)
    }
    for (const block of blocks()) {
      if (block.bad !== undefined) {
        dirty = true
        for (const byte of block.bad) queue.push(byte)
      }
      scanner.push(skip > 0 ? block.text.slice(skip) : block.text, false)
      skip = 0
      yield* drain()
    }
    scanner.push('', true)
    yield* drain()
  }

  return {
    info: plainSheet(/\.(txt|tsv|tab)$/i.test(source.name) ? 'txt' : 'csv', source.name),
    dialect,
    chunks: { [Symbol.asyncIterator]: chunks },
  }
}

function slice(records: Records, from: number, size: number): RowChunk {
  const { rowNumbers, rows, troubles } = records
  const whole = from === 0 && rows.length <= size
  const part = whole
    ? { rowNumbers, rows }
    : { rowNumbers: rowNumbers.slice(from, from + size), rows: rows.slice(from, from + size) }
  if (troubles.size === 0) return part
  const own = new Map(part.rowNumbers.flatMap((row) => (troubles.has(row) ? [[row, troubles.get(row)!] as const] : [])))
  return own.size === 0 ? part : { ...part, troubles: own }
}
