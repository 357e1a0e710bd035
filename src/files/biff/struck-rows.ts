import { CFB } from '@e965/xlsx'

const FONT = 0x31
const XF = 0xe0
const BOF = 0x809
const BOUNDSHEET = 0x85
const MULRK = 0xbd
/** Records of one cell with a value: row, column, number of its format. */
const cells = new Set([0xfd, 0x203, 0x204, 0x27e, 0x06, 0x406, 0x205, 0xd6])

/** Where a sheet's part of the stream begins, by place of the sheet. */
type Starts = Map<number, number>

interface Sheet {
  readonly filled: Map<number, number>
  readonly struck: Map<number, number>
}

const add = (counts: Map<number, number>, row: number, by: number): void => {
  counts.set(row, (counts.get(row) ?? 0) + by)
}

/** Fonts are numbered without the fourth. */
const fontAt = (fonts: readonly boolean[], index: number): boolean => fonts[index > 3 ? index - 1 : index] ?? false

/**
 * The rows (0-based) of each sheet of a BIFF5 or BIFF8 workbook whose cells are all struck through, which the reader of
 * these formats doesn't tell. Empty where the stream is not to be found.
 */
export function struckRowsOf(bytes: Buffer): ReadonlyMap<number, ReadonlySet<number>> {
  const stream = workbookStream(bytes)
  const found = new Map<number, Set<number>>()
  if (stream === null) return found
  const fonts: boolean[] = []
  const formats: boolean[] = []
  const starts: Starts = new Map()
  let sheet: Sheet | null = null
  let place = -1
  const close = (): void => {
    if (sheet === null || place < 0) return
    for (const [row, struck] of sheet.struck) {
      if (struck !== sheet.filled.get(row)) continue
      const rows = found.get(place) ?? new Set<number>()
      found.set(place, rows.add(row))
    }
  }
  for (let at = 0; at + 4 <= stream.length; ) {
    const [id, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
    const body = at + 4
    if (body + length > stream.length) break
    if (id === FONT && length >= 4) fonts.push((stream.readUInt16LE(body + 2) & 8) !== 0)
    else if (id === XF && length >= 2) formats.push(fontAt(fonts, stream.readUInt16LE(body)))
    else if (id === BOUNDSHEET && length >= 4) starts.set(stream.readUInt32LE(body), starts.size)
    else if (id === BOF) {
      close()
      place = starts.get(at) ?? -1
      sheet = place < 0 ? null : { filled: new Map(), struck: new Map() }
      if (place >= 0 && !formats.includes(true)) return found
    } else if (sheet !== null) takeCell(sheet, formats, stream, { id, body, length })
    at = body + length
  }
  close()
  return found
}

function takeCell(
  { filled, struck }: Sheet,
  formats: readonly boolean[],
  stream: Buffer,
  { id, body, length }: { readonly id: number; readonly body: number; readonly length: number },
): void {
  if (cells.has(id) && length >= 6) {
    const row = stream.readUInt16LE(body)
    add(filled, row, 1)
    if (formats[stream.readUInt16LE(body + 4)] === true) add(struck, row, 1)
  } else if (id === MULRK) {
    const row = stream.readUInt16LE(body)
    for (let at = body + 4; at + 6 <= body + length - 2; at += 6) {
      add(filled, row, 1)
      if (formats[stream.readUInt16LE(at)] === true) add(struck, row, 1)
    }
  }
}

function workbookStream(bytes: Buffer): Buffer | null {
  try {
    const files = CFB.read(bytes, { type: 'buffer' })
    const entry = CFB.find(files, 'Workbook') ?? CFB.find(files, 'Book')
    return entry === null || entry.content === undefined ? null : Buffer.from(entry.content as Uint8Array)
  } catch {
    return null
  }
}
