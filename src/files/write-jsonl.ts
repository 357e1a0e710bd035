import type { Sink } from './write-file.ts'

const flushAt = 1 << 17

/** Streams objects to a sink, one a line (JSON Lines, UTF-8), and gives back how many there were. */
export async function writeJsonl(
  chunks: Iterable<readonly object[]> | AsyncIterable<readonly object[]>,
  sink: Sink,
): Promise<number> {
  let text = ''
  let count = 0
  for await (const chunk of chunks) {
    for (const each of chunk) {
      text += `${JSON.stringify(each)}\n`
      if (text.length < flushAt) continue
      await sink(Buffer.from(text, 'utf8'))
      text = ''
    }
    count += chunk.length
  }
  if (text !== '') await sink(Buffer.from(text, 'utf8'))
  return count
}
