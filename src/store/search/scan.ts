/** Where a text was met: the whole column, its start, its end, or inside. */
export type Place = 'whole' | 'start' | 'end' | 'inside'

export interface Hit {
  readonly id: number
  /** 1 for the first column behind the id. */
  readonly column: number
  readonly place: Place
}

const TAB = 9
const FEED = 10
/** A text that so many hold tells nobody apart: the search goes no further. */
const MOST_HITS = 5_000

/** Lines that hold a text, in the order they stand; some of them twice, where they hold it twice. */
export function* hitsIn(texts: Iterable<Buffer>, wanted: string): Generator<Hit> {
  const needle = Buffer.from(wanted)
  let left = MOST_HITS
  for (const text of texts) {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      const hit = hitAt(text, at, at + needle.length)
      if (hit === null) continue
      yield hit
      if (--left === 0) return
    }
  }
}

function hitAt(text: Buffer, from: number, to: number): Hit | null {
  let start = from
  let column = 0
  for (; start > 0 && text[start - 1] !== FEED; start--) if (text[start - 1] === TAB) column++
  if (column === 0) return null
  let id = 0
  for (let at = start; text[at] !== TAB; at++) id = id * 10 + text[at]! - 48
  const isStart = text[from - 1] === TAB
  const isEnd = to === text.length || text[to] === TAB || text[to] === FEED
  return { id, column, place: isStart ? (isEnd ? 'whole' : 'start') : isEnd ? 'end' : 'inside' }
}
