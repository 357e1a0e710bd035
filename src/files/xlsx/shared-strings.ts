import { overLimit } from '../limits.ts'
import type { Source } from '../source.ts'
import { unescapeXml } from './xml.ts'

/** A workbook's table of texts, kept as bytes: a million rows bring millions of them. */
export interface SharedStrings {
  count(): number
  /** The text of an entry; null where it is empty, undefined where there is none. */
  get(index: number): string | null | undefined
}

const pageBits = 22
const pageBytes = 1 << pageBits
/** As many as ten bits can number: four gigabytes. */
const mostPages = 1024
const cacheBits = 14

interface Store {
  readonly strings: SharedStrings
  add(text: string): void
  isFull(): boolean
}

function twice(list: Uint32Array): Uint32Array {
  const wider = new Uint32Array(list.length * 2)
  wider.set(list)
  return wider
}

/** Texts appended to pages of bytes, found by number; the last few thousand read are remembered. */
function createStore(): Store {
  const pages: Buffer[] = []
  let page = Buffer.alloc(0)
  let used = 0
  let size = 0
  /** Page in the upper ten bits, place in it below. */
  let places: Uint32Array = new Uint32Array(1024)
  let lengths: Uint32Array = new Uint32Array(1024)
  const cacheKeys = new Int32Array(1 << cacheBits).fill(-1)
  const cached: (string | null)[] = []
  const mask = (1 << cacheBits) - 1

  const add = (text: string) => {
    const most = text.length * 3
    if (used + most > page.length) {
      page = Buffer.allocUnsafeSlow(Math.max(pageBytes, most))
      pages.push(page)
      used = 0
    }
    if (size === places.length) {
      places = twice(places)
      lengths = twice(lengths)
    }
    const written = page.write(text, used)
    places[size] = ((pages.length - 1) << pageBits) | used
    lengths[size] = written
    used += written
    size++
  }
  const get = (index: number): string | null | undefined => {
    if (!(index >= 0 && index < size && Number.isInteger(index))) return undefined
    const slot = index & mask
    if (cacheKeys[slot] === index) return cached[slot]!
    const place = places[index]!
    const from = place & (pageBytes - 1)
    const length = lengths[index]!
    const text = length === 0 ? null : pages[place >>> pageBits]!.toString('utf8', from, from + length)
    cacheKeys[slot] = index
    cached[slot] = text
    return text
  }
  return { add, isFull: () => pages.length === mostPages, strings: { get, count: () => size } }
}

export const noStrings: SharedStrings = { count: () => 0, get: () => undefined }

/**
 * Reads the table of shared texts: runs of rich text joined, readings in kana (`rPh`) left out.
 *
 * @throws KehuError `limit-shared-strings`, `limit-cell`.
 */
export async function readSharedStrings(
  pieces: AsyncIterable<string>,
  source: Source,
  limits: { readonly sharedStrings: number; readonly cell: number },
): Promise<SharedStrings> {
  const store = createStore()
  let carry = ''
  let prefix: string | null = null
  let current = ''
  let inText = false
  let phonetic = false
  for await (const piece of pieces) {
    const xml = carry === '' ? piece : carry + piece
    let at = 0
    for (;;) {
      const open = xml.indexOf('<', at)
      if (open < 0) break
      const cdata = xml.startsWith('<![CDATA[', open)
      const end = cdata ? xml.indexOf(']]>', open) : xml.indexOf('>', open)
      if (end < 0 || (!cdata && open + 9 > xml.length && xml.startsWith('<!'.slice(0, xml.length - open), open))) break
      if (inText && open > at) current += unescapeXml(xml.slice(at, open))
      if (cdata) {
        if (inText) current += xml.slice(open + 9, end)
        at = end + 3
        continue
      }
      at = end + 1
      const closing = xml.charCodeAt(open + 1) === 47
      const from = open + (closing ? 2 : 1)
      if (prefix === null) {
        const found = /^(\w+:)?sst\b/.exec(xml.slice(from, end))
        if (found !== null) prefix = found[1] ?? ''
        continue
      }
      const name = from + prefix.length
      const first = xml.charCodeAt(name)
      const second = xml.charCodeAt(name + 1)
      if (first === 116 && (second === 62 || second === 32 || second === 47)) {
        inText = !closing && !phonetic && xml.charCodeAt(end - 1) !== 47
      } else if (first === 115 && second === 105) {
        const empty = xml.charCodeAt(end - 1) === 47
        if (closing || empty) {
          if (store.isFull() || store.strings.count() >= limits.sharedStrings)
            throw overLimit('sharedStrings', source.path, limits.sharedStrings)
          if (current.length > limits.cell) throw overLimit('cell', source.path, limits.cell)
          store.add(empty && !closing ? '' : current)
        }
        current = ''
        phonetic = false
      } else if (first === 114 && second === 80 && xml.charCodeAt(name + 2) === 104) {
        phonetic = !closing
      }
    }
    carry = xml.slice(at)
    if (carry.length > limits.cell * 8) throw overLimit('cell', source.path, limits.cell)
  }
  return store.strings
}
