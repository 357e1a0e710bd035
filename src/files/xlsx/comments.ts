import { type Package, readPart, readRelations } from './package.ts'
import { columnOf } from './sheet-facts.ts'
import { attribute, walkXml } from './xml.ts'

function place(reference: string): string | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/i.exec(reference)
  return found === null ? null : `${Number(found[2]) - 1},${columnOf(found[1]!)}`
}

/** Adds the comments of one part; texts of a cell are joined by a line break. */
function addComments(xml: string, into: Map<string, string>): void {
  let cell: string | null = null
  let text = ''
  let inText = false
  for (const event of walkXml(xml)) {
    if (event.kind === 'text') {
      if (inText) text += event.text
    } else if (event.kind === 'open') {
      if (event.name === 'comment' || event.name === 'threadedComment') {
        cell = place(attribute(event.attributes, 'ref') ?? '')
        text = ''
      } else if (event.name === 't' || (event.name === 'text' && xml.includes('threadedComment'))) inText = !event.empty
    } else if (event.name === 't' || event.name === 'text') inText = false
    else if ((event.name === 'comment' || event.name === 'threadedComment') && cell !== null) {
      const said = text.trim()
      const known = into.get(cell)
      if (said !== '') into.set(cell, known === undefined ? said : `${known}\n${said}`)
    }
  }
}

/**
 * The comments of a sheet by `row,column`, 0-based.
 *
 * Threaded comments, where a sheet has them, stand for the notes that Excel keeps beside them for older
 * editions.
 */
export async function readComments(pack: Package, sheetPart: string): Promise<ReadonlyMap<string, string>> {
  const comments = new Map<string, string>()
  const relations = await readRelations(pack, sheetPart)
  const threaded = new Map<string, string>()
  for (const { type, target } of relations) {
    if (type !== 'comments' && type !== 'threadedComment') continue
    const xml = await readPart(pack, target)
    if (xml !== null) addComments(xml, type === 'comments' ? comments : threaded)
  }
  for (const [cell, text] of threaded) comments.set(cell, text)
  return comments
}
