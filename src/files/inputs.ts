import { existsSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { KehuError } from '../model/errors.ts'
import type { Reason } from '../model/parsed.ts'
import { limitsOf, type ReadOptions } from './read-options.ts'
import { sniffContainer } from './sniff-format.ts'
import { openSource, type Source } from './source.ts'
import { gather } from './unpack.ts'
import type { ZipEntry } from './zip/directory.ts'
import { inflateEntry, newBudget } from './zip/inflate.ts'

/** One file to be read: named by the person, or found in a folder or an archive they named. */
export interface InputFile {
  /** As it is shown: `folder/a.xlsx`, `b.zip/表.csv`, `-`. */
  readonly path: string
  /** False where it was only found: being no table is no fault then. */
  readonly named: boolean
  /** Where its bytes lie as they are, so that another thread may read them; missing for archives and standard input. */
  readonly disk?: { readonly path: string; readonly bytes: number }
  open(options: ReadOptions): Promise<Source>
}

export interface Inputs {
  readonly files: readonly InputFile[]
  /** What was left out, each with its reason. */
  readonly skipped: readonly { readonly path: string; readonly reason: Reason }[]
}

interface Gathering {
  readonly files: InputFile[]
  readonly skipped: { path: string; reason: Reason }[]
  readonly stdin: (() => AsyncIterable<Uint8Array>) | undefined
}

/** Files that programs leave beside others, and what they are. */
function clutterOf(path: string): string | null {
  const name = basename(path)
  if (name.startsWith('~$') || /^\.~lock\..*#$/.test(name)) return 'lock-file'
  if (/^(thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store)$/i.test(name)) return 'system-file'
  if (name.startsWith('._') || path.split(/[\\/]/).includes('__MACOSX')) return 'system-file'
  if (/^~.*\.tmp$/i.test(name)) return 'temporary-file'
  return name.startsWith('.') ? 'hidden-file' : null
}

const skip = (into: Gathering, path: string, code: string): void => {
  into.skipped.push({ path, reason: { code: `skipped-${code}`, params: { file: path } } })
}

/** Characters that would move the cursor are shown as dots. */
const shownName = (name: string): string => name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '·')

function addArchive(into: Gathering, path: string, entries: readonly ZipEntry[]): void {
  for (const entry of entries) {
    const name = shownName(entry.name.replaceAll('\\', '/'))
    if (name.endsWith('/')) continue
    const shown = [path, ...name.split('/').filter((part) => !['', '.', '..'].includes(part))].join('/')
    const clutter = clutterOf(name)
    if (clutter !== null) skip(into, shown, clutter)
    else if (/\.(zip|rar|7z|tar|tgz)$/i.test(name)) skip(into, shown, 'archive-in-archive')
    else into.files.push({ path: shown, named: false, open: (options) => openMember(path, shown, entry, options) })
  }
}

/** Unpacks one member under a name of ours: what its own name says can write nothing anywhere. */
async function openMember(archive: string, shown: string, entry: ZipEntry, options: ReadOptions): Promise<Source> {
  const source = openSource(archive)
  try {
    return await gather(shown, inflateEntry(source, entry, newBudget(limitsOf(options))), limitsOf(options))
  } catch (cause) {
    if (cause instanceof KehuError && cause.code === 'workbook-damaged') {
      throw new KehuError('input', 'archive-damaged', { file: shown }, cause)
    }
    throw cause
  } finally {
    source.close()
  }
}

/** Members of a zip archive that holds files; null for anything else. */
function archiveEntries(path: string): readonly ZipEntry[] | null {
  const source = openSource(path)
  try {
    const head = source.read(0, 4)
    if (head.length < 4 || head.readUInt16LE(0) !== 0x4b50) return null
    const container = sniffContainer(source, () => true)
    return container.kind === 'archive' ? container.entries : null
  } catch {
    return null
  } finally {
    source.close()
  }
}

function addFile(into: Gathering, path: string, named: boolean): void {
  const entries = archiveEntries(path)
  if (entries === null)
    into.files.push({ path, named, disk: { path, bytes: statSync(path).size }, open: async () => openSource(path) })
  else addArchive(into, path, entries)
}

function addFolder(into: Gathering, folder: string, depth: number): void {
  const entries = readdirSync(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const clutter = clutterOf(entry.name)
    if (entry.isSymbolicLink()) skip(into, path, 'link')
    else if (clutter !== null) skip(into, path, clutter)
    else if (entry.isFile()) addFile(into, path, false)
    else if (entry.isDirectory() && depth < 16) addFolder(into, path, depth + 1)
  }
}

/** `*` and `?` within a name, `**` over folders. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*[\\/]?|\*|\?|[.+^${}()|[\]\\]/g, (part) => {
    if (part.startsWith('**')) return '(?:.*/)?'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : `\\${part}`
  })
  return new RegExp(`^${source}$`)
}

function addGlob(into: Gathering, glob: string): void {
  const parts = glob.split('/')
  const fixed = parts
    .slice(
      0,
      parts.findIndex((part) => /[*?]/.test(part)),
    )
    .join('/')
  const base = fixed === '' ? (glob.startsWith('/') ? '/' : '.') : fixed
  const pattern = globPattern(glob)
  const before = into.files.length
  const names = existsSync(base)
    ? readdirSync(base, {
        recursive: glob.includes('**') || parts.length > fixed.split('/').length + 1,
        encoding: 'utf8',
      })
    : []
  for (const name of names.sort()) {
    const path = base === '.' ? name : join(base, name)
    if (!pattern.test(path) || !statSync(path).isFile()) continue
    const clutter = clutterOf(path)
    if (clutter !== null) skip(into, path, clutter)
    else addFile(into, path, true)
  }
  if (into.files.length === before) throw new KehuError('input', 'file-missing', { file: glob })
}

async function* standardInput(): AsyncGenerator<Buffer> {
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(256 * 1024)
    let got = 0
    try {
      got = readSync(0, buffer)
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException
      if (code === 'EOF') return
      if (code !== 'EAGAIN') throw cause
      await new Promise((resolve) => setTimeout(resolve, 20))
      continue
    }
    if (got === 0) return
    yield buffer.subarray(0, got)
  }
}

function addOne(into: Gathering, path: string): void {
  if (path === '-') {
    const stdin = into.stdin ?? standardInput
    into.files.push({ path: '-', named: true, open: (options) => gather('-', stdin(), limitsOf(options)) })
    return
  }
  if (!existsSync(path)) {
    if (/[*?]/.test(path)) {
      addGlob(into, path)
      return
    }
    throw new KehuError('input', 'file-missing', { file: path })
  }
  if (statSync(path).isDirectory()) {
    const before = into.files.length
    addFolder(into, path, 0)
    if (into.files.length === before) throw new KehuError('input', 'folder-without-files', { folder: path })
    return
  }
  const clutter = clutterOf(path)
  if (clutter !== null && clutter !== 'hidden-file') skip(into, path, clutter)
  else addFile(into, path, true)
}

/**
 * The files behind what a person named: files, folders, `*` patterns, `-` for standard input, and the
 * members of zip archives. Nothing is unpacked before it is opened.
 *
 * @throws KehuError `file-missing`, `folder-without-files`.
 */
export function expandInputs(paths: readonly string[], stdin?: () => AsyncIterable<Uint8Array>): Inputs {
  const into: Gathering = { files: [], skipped: [], stdin }
  for (const path of paths) addOne(into, path)
  const seen = new Set<string>()
  const files = into.files.filter(({ path }) => !seen.has(path) && seen.add(path))
  return { files, skipped: into.skipped }
}
