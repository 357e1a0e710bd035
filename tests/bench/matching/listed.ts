import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openTableFile } from '../../../src/files/open-table-file.ts'
import { readCsv } from './sets.ts'

/** Pairs of a truth file between two lists, and all names of both lists by file. */
export interface Listed {
  readonly names: ReadonlyMap<string, ReadonlyMap<number, string>>
  readonly truth: readonly {
    readonly fileA: string
    readonly rowA: number
    readonly fileB: string
    readonly rowB: number
    readonly relation: string
    readonly nameA: string
  }[]
}

const homes: Readonly<Record<string, string>> = {
  'A股列表.xlsx': 'exchange-lists-2025',
  'GPLIST.xls': 'exchange-lists-2025',
  '上市公司基本信息.xlsx': 'listed-companies-cc0',
}

/** The lists of listed companies with what is known of them; null where the folder is missing. */
export async function openListed(dir: string): Promise<Listed | null> {
  if (!existsSync(join(dir, 'truth-listed.csv'))) return null
  const truth = readCsv(join(dir, 'truth-listed.csv')).map((row) => ({
    fileA: row['file_a']!,
    rowA: Number(row['row_a']),
    fileB: row['file_b']!,
    rowB: Number(row['row_b']),
    relation: row['relation']!,
    nameA: row['name_a']!,
    nameB: row['name_b']!,
  }))
  const names = new Map<string, Map<number, string>>()
  for (const file of ['A股列表.xlsx', '上市公司基本信息.xlsx']) {
    const known = new Map(
      truth.flatMap((t) =>
        t.fileA === file ? [[t.rowA, t.nameA] as const] : t.fileB === file ? [[t.rowB, t.nameB] as const] : [],
      ),
    )
    names.set(file, await readNames(join(dir, homes[file]!, file), known))
  }
  names.set('GPLIST.xls', new Map(truth.filter((t) => t.fileA === 'GPLIST.xls').map((t) => [t.rowA, t.nameA])))
  return { names, truth }
}

/** All cells of the column that holds the known names, by row number. */
async function readNames(path: string, known: ReadonlyMap<number, string>): Promise<Map<number, string>> {
  const out = new Map<number, string>()
  const opened = await openTableFile(path)
  const plain = (text: string): string => text.replace(/\s/g, '')
  let column = -1
  for await (const sheet of opened.sheets) {
    for await (const chunk of sheet.chunks)
      chunk.rows.forEach((row, i) => {
        const number = chunk.rowNumbers[i]!
        const name = known.get(number)
        if (column < 0 && name !== undefined)
          column = row.findIndex((cell) => typeof cell === 'string' && plain(cell) === plain(name))
        const cell = column < 0 ? null : row[column]
        if (typeof cell === 'string' && number > 1) out.set(number, cell)
      })
    break
  }
  await opened.close()
  return out
}
