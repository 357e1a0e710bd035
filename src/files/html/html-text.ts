const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '\u3000',
  yen: '¥',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  deg: '°',
}

/** Puts characters in the place of `&nbsp;`, `&#20013;` and their like; what is unknown stays as it stands. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(dec)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    },
  )
}

/** The value of an attribute, quoted or not; undefined where it is missing. */
export function htmlAttribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return found === null ? undefined : unescapeHtml(found[1] ?? found[2] ?? found[3] ?? '')
}

export interface HtmlTag {
  /** Lower case, without prefix; a closing tag starts with `/`. */
  readonly name: string
  readonly tag: string
}

/** Place of the `>` that ends a tag; one within quotes does not, unless the quotes never close. */
function tagEnd(html: string, open: number): number {
  let quote = ''
  const most = Math.min(html.length, open + 65_536)
  for (let at = open; at < most; at++) {
    const char = html[at]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '>') return at
    else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char
  }
  return html.indexOf('>', open)
}

/** Cuts HTML into tags and texts, scripts and styles left out; never fails, whatever is not closed. */
export function* walkHtml(html: string): Generator<HtmlTag | string> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      yield html.slice(at)
      return
    }
    if (open > at) yield html.slice(at, open)
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const head = /^<(\/?[a-z!?][\w:-]*)/i.exec(html.slice(open, open + 64))
    if (head === null) {
      yield '<'
      at = open + 1
      continue
    }
    const end = tagEnd(html, open)
    const tag = html.slice(open, end < 0 ? html.length : end)
    const name = head[1]!.toLowerCase()
    yield { name, tag }
    at = end < 0 ? html.length : end + 1
    if (name === 'script' || name === 'style') {
      const close = html.slice(at).search(name === 'script' ? /<\/script/i : /<\/style/i)
      at = close < 0 ? html.length : at + close
    }
  }
}
