/** A stretch of a text: from `from` up to `to`. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** What holds digits and is no number: wx123456, QQ:12345678, 138…@139.com. */
export function accountAt(text: string, at: number, run: Run): { text: string; end: number } | null {
  const before = text.slice(at, run.from)
  const glued = /(?:[a-z][\w-]*|qq(?:号码?)?\s*:?\s*|微信号\s*:?\s*)$/i.exec(before)
  const mail = text[run.to] === '@'
  if (
    !mail &&
    (glued === null ||
      /^(?:tel|phone|mobile|mob|cell|fax|ph|hp|whatsapp|wa|ext|m|t|p|h|o|no|call|viber|line|wechat)$/i.test(glued[0]))
  )
    return null
  const end = /^[\w@.-]*/.exec(text.slice(run.to))![0].length + run.to
  return { text: text.slice(at, end).trim(), end }
}

/** The next stretch of digits with what may stand inside a number: + ( ) - . and single spaces. */
export function findRun(text: string, at: number): Run | null {
  let from = at
  while (from < text.length && !isDigit(text.charCodeAt(from))) from++
  if (from === text.length) return null
  let to = from
  for (let i = from; (i < text.length && ' +()-.[]'.includes(text[i]!)) || isDigit(text.charCodeAt(i)); i++) {
    if (isDigit(text.charCodeAt(i))) to = i + 1
    else if (text[i] === '+' && i > from) break
  }
  while (from > at && '+('.includes(text[from - 1]!)) from--
  return { from, to }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
