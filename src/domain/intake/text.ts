const odd =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3000\ufeff]/
const gone =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

let plainEnds: Uint8Array | undefined

/** 1 for characters that may stand anywhere; 2 for a plain space, not at an end. */
function loadPlain(): Uint8Array {
  plainEnds = new Uint8Array(0x10000).fill(1)
  for (let code = 0; code < 0x10000; code++)
    if (odd.test(String.fromCharCode(code)) || (code >= 9 && code <= 13)) plainEnds[code] = 0
  plainEnds[32] = 2
  return plainEnds
}

/** Whether nothing is to be taken off or out of a text; most texts are so. */
function isKept(text: string): boolean {
  const table = plainEnds ?? loadPlain()
  const last = text.length - 1
  for (let i = 0; i <= last; i++) {
    const kind = table[text.charCodeAt(i)]
    if (kind === 0 || (kind === 2 && (i === 0 || i === last))) return false
  }
  return text.charCodeAt(0) !== 39
}

/** A text as it is kept: invisible characters out, odd spaces plain, trimmed; width, marks and line breaks stay. */
export function keptText(text: string): string {
  if (isKept(text)) return text
  const plain = odd.test(text)
    ? text
        .replace(gone, '')
        .replace(/[\u00a0\u3000]/g, ' ')
        .replace(/\r\n?/g, '\n')
    : text
  const trimmed = plain.trim()
  return trimmed.charCodeAt(0) === 39 && trimmed.length > 1 ? trimmed.slice(1).trim() : trimmed
}

const invisible = /[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/

/** Whether a text holds characters nobody sees, emoji joiners apart. */
export const hasInvisible = (text: string): boolean =>
  invisible.test(text) && !/\u200d\p{Extended_Pictographic}/u.test(text)
