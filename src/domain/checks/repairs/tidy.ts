const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g

/**
 * A text with surplus spaces, invisible characters and wide letters and digits taken out; punctuation stays as written.
 *
 * Doing it twice changes nothing more.
 */
export function tidyText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
}

/** As `tidyText`, and short Chinese names without the spaces that align them (王　伟, 万  科A). */
export function tidyName(name: string): string {
  const tidy = tidyText(name)
  const bare = tidy.replaceAll(' ', '')
  return bare.length >= 2 && bare.length <= 4 && bare !== tidy && /^[\u3400-\u9fff]{2,}[A-Z]?$/.test(bare) ? bare : tidy
}
