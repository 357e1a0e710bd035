/** One line of a card: `TEL;TYPE=WORK:…`, folded lines joined, coded text decoded. */
export interface CardLine {
  readonly name: string
  /** `item1` of `item1.TEL`: lines of one group belong together. */
  readonly group: string
  /** Upper case. */
  readonly types: readonly string[]
  readonly value: string
  /** A picture, sound or key: only said, never kept. */
  readonly binary: boolean
}

const binaryNames = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

function unquotePrintable(text: string, charset: string): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const hex = text.slice(at + 1, at + 3)
    if (code === 61 && /^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else if (code < 128) bytes.push(code)
    else bytes.push(...Buffer.from(text[at]!))
  }
  return decodeAs(Buffer.from(bytes), charset)
}

function decodeAs(bytes: Buffer, charset: string): string {
  const label = /^(gb|cp936)/i.test(charset) ? 'gb18030' : charset || 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Lines as they were before they were folded: a break and a space, or `=` at the end of a quoted-printable line. */
function unfold(text: string): string[] {
  // Pieces of a line are joined once, at the end: a line may be folded a hundred thousand times.
  const lines: string[][] = []
  let soft = false
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1)
    if (soft && last !== undefined) last.push(last.pop()!.slice(0, -1), line)
    else if (/^[ \t]/.test(line) && last !== undefined) last.push(line.slice(1))
    else lines.push([line])
    const now = lines.at(-1)!
    const [head = ''] = now
    soft = now.at(-1)!.endsWith('=') && /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(head.split(':', 1)[0]!)
  }
  return lines.map((pieces) => pieces.join(''))
}

/** Place of the colon before the value; those within quotes do not count. */
function colonOf(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return -1
}

function parseLine(line: string): CardLine | null {
  const colon = colonOf(line)
  if (colon <= 0) return null
  const [head = '', ...params] = line.slice(0, colon).split(';')
  const dot = head.indexOf('.')
  const name = head
    .slice(dot + 1)
    .toUpperCase()
    .trim()
  const raw = line.slice(colon + 1)
  let charset = ''
  let encoding = ''
  const types: string[] = []
  for (const param of params) {
    const [key = '', value] = param.split('=', 2)
    const upper = key.toUpperCase()
    if (value === undefined) {
      if (upper === 'QUOTED-PRINTABLE' || upper === 'BASE64' || upper === 'B') encoding = upper
      else types.push(upper)
    } else if (upper === 'CHARSET') charset = value.replaceAll('"', '')
    else if (upper === 'ENCODING') encoding = value.toUpperCase()
    else if (upper === 'TYPE') types.push(...value.replaceAll('"', '').toUpperCase().split(','))
  }
  const coded = encoding === 'BASE64' || encoding === 'B'
  const binary = binaryNames.has(name)
  let value = raw
  if (encoding === 'QUOTED-PRINTABLE') value = unquotePrintable(raw, charset)
  else if (coded && !binary) value = decodeAs(Buffer.from(raw.replace(/\s/g, ''), 'base64'), charset)
  return { name, group: dot < 0 ? '' : head.slice(0, dot), types, value: binary ? '' : value, binary }
}

/** The lines of each card of a text; what stands outside of cards is left out. */
export function* parseCards(text: string): Generator<readonly CardLine[]> {
  let card: CardLine[] | null = null
  for (const line of unfold(text)) {
    const parsed = parseLine(line)
    if (parsed === null) continue
    if (parsed.name === 'BEGIN' && parsed.value.trim().toUpperCase() === 'VCARD') {
      if (card !== null && card.length > 0) yield card
      card = []
    } else if (parsed.name === 'END' && parsed.value.trim().toUpperCase() === 'VCARD') {
      if (card !== null) yield card
      card = null
    } else card?.push(parsed)
  }
  if (card !== null && card.length > 0) yield card
}

/** Parts of a structured value, escapes undone: `Zhang;Wei;;;` → five parts. */
export function partsOf(value: string): string[] {
  const parts: string[] = ['']
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!
    if (char === '\\' && at + 1 < value.length) {
      const next = value[++at]!
      parts[parts.length - 1] += next === 'n' || next === 'N' ? '\n' : next
    } else if (char === ';') parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map((part) => part.trim())
}

/** A plain value, escapes undone. */
export const plainOf = (value: string): string =>
  value.replace(/\\([\\;,:nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char)).trim()
