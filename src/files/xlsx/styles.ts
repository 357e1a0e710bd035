import { type Shown, shownByFormat } from './number-format.ts'
import { attribute, walkXml } from './xml.ts'

/** What matters of cell styles, by the style number of a cell. */
export interface Styles {
  readonly shown: readonly Shown[]
  readonly struck: readonly boolean[]
  readonly anyStruck: boolean
}

const on = (attributes: string): boolean => !['0', 'false'].includes(attribute(attributes, 'val') ?? '1')

/** Reads the part with the cell styles. */
export function parseStyles(xml: string): Styles {
  const codes = new Map<number, string>()
  const fonts: boolean[] = []
  const shown: Shown[] = []
  const struck: boolean[] = []
  let inside = ''
  for (const event of walkXml(xml)) {
    if (event.kind === 'close' && event.name === inside) inside = ''
    if (event.kind !== 'open') continue
    const { name, attributes } = event
    if ((name === 'fonts' || name === 'cellXfs' || name === 'numFmts') && inside === '' && !event.empty) inside = name
    else if (name === 'numFmt' && inside === 'numFmts') {
      codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
    } else if (name === 'font' && inside === 'fonts') fonts.push(false)
    else if (name === 'strike' && inside === 'fonts' && on(attributes)) fonts[fonts.length - 1] = true
    else if (name === 'xf' && inside === 'cellXfs') {
      shown.push(shownByFormat(Number(attribute(attributes, 'numFmtId') ?? 0), codes))
      struck.push(fonts[Number(attribute(attributes, 'fontId') ?? 0)] ?? false)
    }
  }
  return { shown, struck, anyStruck: struck.includes(true) }
}
