const odd =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3000\ufeff]/
const gone =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** A text as it is kept: invisible characters out, odd spaces plain, trimmed; width, marks and line breaks stay. */
export function keptText(text: string): string {
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
