import { eastAsianWidth } from 'get-east-asian-width'

export type Align = 'left' | 'right'

const plainAscii = /^[ -~]*$/
/** Hanzi, kana, full-width forms, Hangul syllables and ASCII: one code unit each, width known by its range. */
const simple = /^[ -~\u3000-\u3029\u3040-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/
const emojiCluster = /\ufe0f|\p{Regional_Indicator}|\p{Emoji_Presentation}/u
const marks = /[\p{Mn}\p{Me}\p{Cf}]/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Characters that move the cursor, hide, or turn the reading direction round. Joiners stay: emoji and Indic scripts need them. */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const unsafeOnScreen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/

function visibleCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x0a) return '↵'
  if (code === 0x09) return ' '
  if (code === 0x0d) return '␍'
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

/** Text that can't move the cursor, hide itself or turn its neighbours round: control and bidi characters become visible. */
export function visible(text: string): string {
  return plainAscii.test(text) ? text : text.replace(unsafe, visibleCharacter)
}

/** Colour, and the way a line of progress is begun anew: what kehu itself sends to a terminal. */
const ownControls = /(\r?\u001b\[K|\u001b\[[0-9;]*m)/

/**
 * A whole screen of text on its way to a terminal: lines and our own colours stay, all else that would move the cursor,
 * set the title or hide becomes visible, wherever it came from.
 */
export function defused(text: string): string {
  if (!unsafeOnScreen.test(text)) return text
  return text
    .split(ownControls)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[^\n\t]+/g, visible)))
    .join('')
}

function clusterWidth(cluster: string): number {
  if (cluster.length > 1 && emojiCluster.test(cluster)) return 2
  for (const character of cluster) {
    if (!marks.test(character)) return eastAsianWidth(character.codePointAt(0)!)
  }
  return 0
}

/** Columns a text takes in a terminal: two for a Chinese character or an emoji, none for a combining mark. */
export function displayWidth(text: string): number {
  if (plainAscii.test(text)) return text.length
  if (simple.test(text)) {
    let wide = 0
    for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= 0x3000) wide++
    return text.length + wide
  }
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += clusterWidth(segment)
  return width
}

/** Fills a text with spaces to a width; a wider text stays as it is. */
export function padTo(text: string, width: number, align: Align = 'left'): string {
  const room = width - displayWidth(text)
  if (room <= 0) return text
  return align === 'left' ? text + ' '.repeat(room) : ' '.repeat(room) + text
}

/** A text no wider than `width`, ending in `…` where something was cut off. Whole characters only. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  if (width <= 0) return ''
  let kept = ''
  let used = 0
  for (const { segment } of segmenter.segment(text)) {
    const next = clusterWidth(segment)
    if (used + next > width - 1) break
    kept += segment
    used += next
  }
  return `${kept}…`
}

/** Closing marks that may not begin a line. Source: GB/T 15834-2011 on punctuation, 5.1. */
const noStart = /^[,.;:!?)\]}%、。，．；：！？）】》」』”’…]/

const pieceOf = /[\u0021-\u007e\u00a1-\u024f]+|\s+|[^\u0021-\u007e\u00a1-\u024f\s]/gu

/** Lines no wider than `width`: Latin words stay whole where they fit, Chinese breaks anywhere but before a closing mark. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line: string[] = []
  const flush = (): void => {
    lines.push(line.join('').trimEnd())
    line = []
  }
  for (const piece of text.match(pieceOf) ?? []) {
    const blank = /^\s+$/.test(piece)
    if (line.length > 0 && displayWidth(line.join('')) + displayWidth(piece) > width) {
      // A closing mark takes the character before it along.
      const companion =
        noStart.test(piece) && line.length > 1 && displayWidth(line.at(-1)! + piece) <= width ? line.pop()! : ''
      flush()
      if (companion.trim() !== '') line.push(companion)
    }
    if (blank && line.length === 0) continue
    line.push(...(blank ? [piece.replace(/[\n\t\r]/g, ' ')] : cutTo(piece, width, lines)))
  }
  if (line.length > 0) flush()
  return lines.length === 0 ? [''] : lines
}

/** What is left of a word after the lines it fills by itself. */
function cutTo(word: string, width: number, lines: string[]): string[] {
  let rest = word
  while (displayWidth(rest) > width) {
    const head = clip(rest, width + 1).slice(0, -1)
    if (head === '') break
    lines.push(head)
    rest = rest.slice(head.length)
  }
  return [rest]
}
