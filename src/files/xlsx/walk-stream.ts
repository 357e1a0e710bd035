import { walkXml, type XmlEvent } from './xml.ts'

const longestTag = 4 * 1024 * 1024

/**
 * Walks through XML that comes piece by piece; no event is cut.
 *
 * A tag of more than four million characters ends the walk: it is no table.
 */
export async function* walkStream(pieces: AsyncIterable<string>): AsyncGenerator<XmlEvent> {
  let carry = ''
  for await (const piece of pieces) {
    const xml = carry + piece
    const end = safeEnd(xml)
    for (const event of walkXml(xml.slice(0, end))) yield event
    carry = xml.slice(end)
    if (carry.length > longestTag) return
  }
  yield* walkXml(carry)
}

/** Where a piece may be cut: at a `<` that is not inside a comment or a CDATA section. */
function safeEnd(xml: string): number {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    const at = xml.lastIndexOf(open)
    if (at >= 0 && xml.indexOf(close, at) < 0) return at
  }
  return Math.max(0, xml.lastIndexOf('<'))
}
