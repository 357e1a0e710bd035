import { isAscii } from 'node:buffer'
import { KehuError } from '../../model/errors.ts'

const doctype = Buffer.from('<!DOCTYPE')

/** Refuses parts that declare entities of their own: no spreadsheet needs them, and they can expand without end. */
function refuseDoctype(head: Buffer, file: string): void {
  if (head.subarray(0, 4096).includes(doctype)) throw new KehuError('refused', 'workbook-entities', { file })
}

function encodingOf(head: Buffer): string {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le'
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

/**
 * Turns the bytes of an XML part into text, piece by piece; characters cut between pieces are kept whole.
 *
 * @throws KehuError `workbook-entities`.
 */
export async function* partText(pieces: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let utf8 = true
  let clean = true
  for await (const piece of pieces) {
    if (decoder === null) {
      refuseDoctype(piece, file)
      const encoding = encodingOf(piece)
      utf8 = encoding === 'utf-8'
      decoder = new TextDecoder(encoding)
    }
    const ascii = utf8 && isAscii(piece)
    if (ascii && clean) {
      yield piece.toString('latin1')
    } else {
      yield decoder.decode(piece, { stream: true })
      clean = ascii
    }
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield rest
}
