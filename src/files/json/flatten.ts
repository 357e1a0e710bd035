import type { Cell } from '../../model/sheet.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** Whether a value of JSON is an object and no list. */
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parses JSON; whole numbers of more than fifteen digits come back as text, exact. */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  const kept = text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (part) =>
    part.startsWith('"') ? part : `"${part}"`,
  )
  return JSON.parse(kept)
}

function scalar(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) {
    const plain = value.every((each) => typeof each !== 'object' || each === null)
    const texts = value
      .filter((each) => each !== null && each !== '')
      .map((each) => (plain ? String(each) : JSON.stringify(each)))
    return texts.join('；') || null
  }
  return JSON.stringify(value)
}

/** The cells of a record by heading: objects within it are taken apart one level deep (`address.city`), lists are joined. */
export function flatten(record: JsonRecord): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [key, value] of Object.entries(record)) {
    if (!isRecord(value)) cells.set(key, scalar(value))
    else for (const [inner, deep] of Object.entries(value)) cells.set(`${key}.${inner}`, scalar(deep))
  }
  return cells
}

/** The list of records in a document: itself, or the longest list in it or one or two levels below. */
export function findRecords(document: unknown, depth = 2): readonly unknown[] | null {
  if (Array.isArray(document)) return document.some((each) => isRecord(each) || Array.isArray(each)) ? document : null
  if (!isRecord(document) || depth === 0) return null
  let best: readonly unknown[] | null = null
  for (const value of Object.values(document)) {
    const found = findRecords(value, depth - 1)
    if (found !== null && found.length > (best?.length ?? 0)) best = found
  }
  return best
}
