/** Two bytes, or four, for each code unit of the basic plane; built once from Node's own decoder, so that both agree. */
let table: Uint32Array | undefined

function buildTable(): Uint32Array {
  const codes = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const learn = (bytes: Uint8Array, code: number): void => {
    const text = decoder.decode(bytes)
    if (text.length === 1 && text !== '\ufffd' && codes[text.charCodeAt(0)] === 0) codes[text.charCodeAt(0)] = code
  }
  const pair = new Uint8Array(2)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      pair[0] = lead
      pair[1] = trail
      learn(pair, (lead << 8) | trail)
    }
  }
  const four = new Uint8Array(4)
  for (let index = 0; index < 39_420; index++) {
    const code = fourBytes(index)
    four.set([code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff])
    learn(four, code)
  }
  // The decoder's own sign for "unreadable" can't be told from a reading of it.
  codes[0xfffd] = 0x8431_a437
  return codes
}

/** Source: GB 18030-2022, linear order of the four-byte codes. */
function fourBytes(index: number): number {
  const last = 0x30 + (index % 10)
  const third = 0x81 + (Math.floor(index / 10) % 126)
  const second = 0x30 + (Math.floor(index / 1260) % 10)
  return (((0x81 + Math.floor(index / 12_600)) << 24) | (second << 16) | (third << 8) | last) >>> 0
}

/** Text as GB 18030, which holds every character; old Excel reads the two-byte part as GBK. A lone surrogate and 19 characters of private use become `?`. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable()
  const bytes = new Uint8Array(text.length * 4)
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[at++] = unit
      continue
    }
    let code = table[unit]!
    if (unit >= 0xd800 && unit < 0xe000) {
      const point = text.codePointAt(index)!
      if (point < 0x10000) {
        bytes[at++] = 0x3f
        continue
      }
      index++
      code = fourBytes(point - 0x10000 + 189_000)
    }
    // Nineteen characters of private use have no code in the decoder's table.
    if (code === 0) code = 0x3f
    if (code > 0xffff) {
      bytes[at++] = code >>> 24
      bytes[at++] = (code >>> 16) & 0xff
    }
    if (code > 0xff) bytes[at++] = (code >>> 8) & 0xff
    bytes[at++] = code & 0xff
  }
  return bytes.subarray(0, at)
}
