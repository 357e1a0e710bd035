import type { Sink } from './write-file.ts'

const flushAt = 1 << 17

/** Streams objects to a sink as one JSON array, an object a line, and gives back how many there were. */
export async function writeJsonArray(
  chunks: Iterable<readonly object[]> | AsyncIterable<readonly object[]>,
  sink: Sink,
): Promise<number> {
  let text = '['
  let count = 0
  for await (const chunk of chunks) {
    for (const each of chunk) {
      text += `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(each)}`
      if (text.length < flushAt) continue
      await sink(Buffer.from(text, 'utf8'))
      text = ''
    }
  }
  await sink(Buffer.from(`${text}${count === 0 ? '' : '\n'}]\n`, 'utf8'))
  return count
}
