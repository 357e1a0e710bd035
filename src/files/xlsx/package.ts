import { posix } from 'node:path'
import { KehuError } from '../../model/errors.ts'
import type { Source } from '../source.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { type Budget, inflateEntry } from '../zip/inflate.ts'
import { partText } from './part-text.ts'
import { attribute, walkXml } from './xml.ts'

/** An Office package: parts by name, and where each part points. */
export interface Package {
  readonly source: Source
  readonly budget: Budget
  /** Entry of a part by its path, whatever its letter case; undefined where it is missing. */
  find(path: string): ZipEntry | undefined
  readonly entries: readonly ZipEntry[]
}

export interface Relation {
  readonly id: string
  /** Last word of the type address: `worksheet`, `sharedStrings` … */
  readonly type: string
  /** Path inside the package. */
  readonly target: string
}

const key = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** The parts of a package, found by path. */
export function openPackage(source: Source, entries: readonly ZipEntry[], budget: Budget): Package {
  const byPath = new Map(entries.map((entry) => [key(entry.name), entry]))
  return { source, budget, entries, find: (path) => byPath.get(key(path)) }
}

const smallPart = 64 * 1024 * 1024

/** The whole text of a small part; null where the part is missing. */
export async function readPart(pack: Package, path: string): Promise<string | null> {
  const entry = pack.find(path)
  if (entry === undefined) return null
  let text = ''
  for await (const piece of partText(inflateEntry(pack.source, entry, pack.budget), pack.source.path)) {
    text += piece
    if (text.length > smallPart)
      throw new KehuError('input', 'workbook-damaged', { file: pack.source.path, part: path })
  }
  return text
}

/** Where a part points, by its `.rels` part; `''` asks for the package itself. */
export async function readRelations(pack: Package, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part === '' ? '/x' : `/${part}`)
  const text = await readPart(pack, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  const relations: Relation[] = []
  for (const event of walkXml(text ?? '')) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue
    if (attribute(event.attributes, 'TargetMode') === 'External') continue
    relations.push({
      id: attribute(event.attributes, 'Id') ?? '',
      type: posix.basename(attribute(event.attributes, 'Type') ?? ''),
      target: posix.resolve(folder, (attribute(event.attributes, 'Target') ?? '').replaceAll('\\', '/')).slice(1),
    })
  }
  return relations
}
