let codes: Map<string, number> | undefined

/** Double-byte codes of GBK by character, made from the decoder that every JavaScript has. */
function gbkCodes(): Map<string, number> {
  if (codes !== undefined) return codes
  codes = new Map()
  const decoder = new TextDecoder('gbk')
  const pair = new Uint8Array(2)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      pair[0] = lead
      pair[1] = trail
      const text = decoder.decode(pair)
      if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, lead * 256 + trail)
    }
  }
  codes.set('€', 0x80)
  return codes
}

/** Characters whose first GBK byte is E4 to E9: how UTF-8's bytes of Chinese begin. */
export function garbledStarts(): string {
  const decoder = new TextDecoder('gbk')
  const bytes: number[] = []
  for (let lead = 0xe4; lead <= 0xe9; lead++) for (let trail = 0x80; trail <= 0xbf; trail++) bytes.push(lead, trail)
  return decoder.decode(Uint8Array.from(bytes))
}

/** 锟斤拷 and its kin: what bytes became is gone for good. */
export const isLostText = (text: string): boolean =>
  /锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯|^[\ufffd?？]{2,}$|\ufffd{2,}/.test(text)

const utf8 = new TextDecoder('utf-8', { fatal: true })
const usual = '路号区市县镇乡街道村室楼园苑店厂公司限有技科州江海山'

/** Reads UTF-8 bytes that lack a few at the end or where `\ufffd` stands: a cut character is guessed among the usual ones of addresses. */
function decodeCut(bytes: readonly number[], cut: boolean): string | null {
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    if (!cut) return null
  }
  for (let missing = 1; missing <= 2; missing++) {
    const whole = bytes.slice(0, bytes.length - (3 - missing))
    const rest = bytes.slice(whole.length)
    if (rest.length === 0 || (rest[0]! & 0xf0) !== 0xe0) continue
    const encoder = new TextEncoder()
    const guess = [...usual].find((character) => {
      const own = encoder.encode(character)
      return rest.every((byte, i) => own[i] === byte)
    })
    try {
      return utf8.decode(Uint8Array.from(whole)) + (guess ?? '')
    } catch {
      // one byte more may be missing
    }
  }
  return null
}

const latin = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/
const cp1252 = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, i) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
      0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][i]!,
  ]),
)

/** What a text was before UTF-8 was read as GBK or Latin-1; null where it was not. */
export function repairMojibake(text: string): string | null {
  if (text.length < 2) return null
  if (latin.test(text)) return fromLatin(text)
  const plain = text.replace(/\ufffd+$/, '')
  const table = gbkCodes()
  const bytes: number[] = []
  let han = 0
  for (const character of plain) {
    const code = character.charCodeAt(0)
    if (code < 0x80) {
      bytes.push(code)
      continue
    }
    const pair = table.get(character)
    if (pair === undefined) return null
    if (pair > 0xff) bytes.push(pair >> 8, pair & 0xff)
    else bytes.push(pair)
    han++
  }
  if (han < 2) return null
  const read = decodeCut(bytes, plain !== text)
  return read !== null && /[\u4e00-\u9fff]/.test(read) && read !== text ? read : null
}

function fromLatin(text: string): string | null {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const byte = code < 0x100 ? code : cp1252.get(character)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  try {
    const read = utf8.decode(Uint8Array.from(bytes))
    return read === text ? null : read
  } catch {
    return null
  }
}
