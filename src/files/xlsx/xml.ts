const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Puts characters in the place of `&amp;`, `&#x4e2d;` and, as Excel writes controls, `_x000D_`. */
export function unescapeXml(text: string): string {
  let out = text
  if (out.includes('&')) {
    out = out.replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
      (whole, hex?: string, dec?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole
        const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(dec)
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
      },
    )
  }
  return out.includes('_x')
    ? out.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : out
}

/** A piece of markup. `name` has no namespace prefix. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Position of the `>` that ends the tag at `at`, quotes respected; -1 where it does not end. */
function tagEnd(xml: string, at: number): number {
  const plain = xml.indexOf('>', at)
  if (plain < 0) return -1
  let quote = ''
  for (let i = at; i < xml.length; i++) {
    const char = xml[i]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return i
  }
  return -1
}

/**
 * Walks through a small XML part, event by event; comments and instructions are left out.
 *
 * Nothing is checked: what is not well formed is passed over. Entities other than the five of XML stay as
 * they stand, so nothing can expand.
 */
export function* walkXml(xml: string): Generator<XmlEvent> {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at)
    if (open !== at) {
      const text = xml.slice(at, open < 0 ? xml.length : open)
      if (text !== '') yield { kind: 'text', text: unescapeXml(text) }
      if (open < 0) return
    }
    if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open)
      at = end < 0 ? xml.length : end + 3
    } else if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open)
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) }
      at = end < 0 ? xml.length : end + 3
    } else {
      const end = tagEnd(xml, open)
      if (end < 0) return
      at = end + 1
      if (xml[open + 1] === '?' || xml[open + 1] === '!') continue
      if (xml[open + 1] === '/') {
        yield { kind: 'close', name: local(xml.slice(open + 2, end).trim()) }
        continue
      }
      const empty = xml[end - 1] === '/'
      const tag = xml.slice(open + 1, empty ? end - 1 : end)
      const space = tag.search(/\s/)
      const name = local(space < 0 ? tag : tag.slice(0, space))
      yield { kind: 'open', name, attributes: space < 0 ? '' : tag.slice(space), empty }
    }
  }
}

/** The value of an attribute by its name without prefix; undefined where it is missing. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes[at - 1]
    if (before !== ':' && before !== ' ' && before !== '\n' && before !== '\r' && before !== '\t') continue
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length))
    if (found !== null) return unescapeXml(found[1] ?? found[2] ?? '')
  }
  return undefined
}
