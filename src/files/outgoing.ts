import type { Sink } from './write-file.ts'

type Hide = (text: string) => string
let hide: Hide | null = null

/** From now on every text that is written into a file for a person passes through this; null lets all pass. */
export const setOutgoing = (by: Hide | null): void => {
  hide = by
}

/** A cell of a workbook as it may be written. */
export const outgoingText = (text: string): string => (hide === null ? text : hide(text))

/** Whether anything is hidden on its way into files. */
export const hidesOutgoing = (): boolean => hide !== null

const NEWLINE = 0x0a
/** Zip, gzip, SQLite and age: what they hold is not text; workbooks are covered cell by cell. */
const BINARY = [Buffer.from('PK'), Buffer.from([0x1f, 0x8b]), Buffer.from('SQLite format'), Buffer.from('age-encr')]

/**
 * A sink through which texts pass line by line, hidden as told; `end` lets the rest through.
 *
 * Bytes that are no UTF-8 (GB 18030) are taken one for one: digits stand for themselves in them too.
 */
export function outgoingSink(sink: Sink): { readonly sink: Sink; readonly end: () => Promise<void> } {
  const by = hide
  if (by === null) return { sink, end: async () => {} }
  let rest = Buffer.alloc(0)
  let isText: boolean | null = null
  const pass = (bytes: Buffer): void | Promise<void> => sink(hiddenBytes(bytes, by))
  return {
    sink: (bytes) => {
      isText ??= !BINARY.some((mark) => Buffer.from(bytes.subarray(0, mark.length)).equals(mark))
      if (!isText) return sink(bytes)
      const whole = Buffer.concat([rest, bytes])
      const at = whole.lastIndexOf(NEWLINE)
      rest = Buffer.from(whole.subarray(at + 1))
      return at === -1 ? undefined : pass(whole.subarray(0, at + 1))
    },
    end: async () => {
      if (rest.length > 0) await pass(rest)
    },
  }
}

function hiddenBytes(bytes: Buffer, by: Hide): Buffer {
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? Buffer.from(by(bytes.toString('latin1')), 'latin1') : Buffer.from(by(text), 'utf8')
}
