import type { Book } from '../book.ts'

/** What people are looked for in: names, how names are read aloud, former names, digits of phones, other marks. */
export type SearchKind = 'name' | 'reading' | 'alias' | 'phone' | 'mark'
export const searchKinds: readonly SearchKind[] = ['name', 'reading', 'alias', 'phone', 'mark']

/** What the store can't know by itself: how texts are folded, and which facts are marks (a number plate, a file number). */
export interface SearchSetting {
  readonly fold: (text: string) => string
  /** Of marks: nothing but letters, digits and characters. */
  readonly foldMark: (text: string) => string
  readonly markFields: readonly string[]
}

/** `id ⇥ column ⇥ column …`, one line a row; a text ends in no line feed. */
const T = `char(9)`
const PHONES = `('mobile', 'landline', 'service', 'intl')`
const folded = (column: string): string => `case when ${column} is null then '' else search_fold(${column}) end`

interface Source {
  readonly table: string
  readonly party: string
  readonly line: string
  readonly where?: string
}

const sources: Readonly<Record<SearchKind, readonly Source[]>> = {
  name: [
    {
      table: 'party',
      party: 'id',
      line: `id || ${T} || name_key || ${T} || ${folded('short_name')} || ${T} || ${folded('english_name')}`,
    },
  ],
  reading: [{ table: 'party', party: 'id', line: `id || ${T} || pinyin || ${T} || initials`, where: `pinyin <> ''` }],
  alias: [{ table: 'alias', party: 'party_id', line: `party_id || ${T} || name_key` }],
  phone: [
    {
      table: 'contact_point',
      party: 'party_id',
      line: `party_id || ${T} || replace(replace(canonical, '-', ''), '+', '')`,
      where: `type in ${PHONES} and canonical is not null`,
    },
  ],
  mark: [
    {
      table: 'contact_point',
      party: 'party_id',
      line: `party_id || ${T} || type || ${T} || search_mark(coalesce(canonical, raw))`,
      where: `type not in ${PHONES}`,
    },
    {
      table: 'fact',
      party: 'party_id',
      line: `party_id || ${T} || field || ${T} || search_mark(value)`,
      where: `field in (select value from json_each(@fields))`,
    },
  ],
}

/** Tables whose changes change what is found. */
export const searchedTables: readonly string[] = ['party', 'alias', 'contact_point', 'fact']

/** Makes `search_fold` and `search_mark` known to the book's connection. */
export function prepareFold({ sqlite }: Book, { fold, foldMark }: SearchSetting): void {
  const plain = (make: (text: string) => string) => (text: unknown) => make(String(text)).replace(/[\t\n]/g, '')
  sqlite.function('search_fold', { deterministic: true }, plain(fold))
  sqlite.function('search_mark', { deterministic: true }, plain(foldMark))
}

const ROWS = 16_384

/** The lines of one kind for everybody, in texts of some thousand rows. */
export function* allLines(book: Book, kind: SearchKind, { markFields }: SearchSetting): Generator<Buffer> {
  const fields = JSON.stringify(markFields)
  for (const { table, line, where } of sources[kind]) {
    const last = Number(book.sqlite.prepare(`select max(id) from ${table}`).pluck().get() ?? 0)
    const read = book.sqlite
      .prepare(
        `select cast(group_concat(${line}, char(10)) as blob) from ${table} where id between @from and @to and ${where ?? '1'}`,
      )
      .pluck()
    for (let from = 1; from <= last; from += ROWS) {
      const values = { from, to: from + ROWS - 1, ...(where?.includes('@fields') ? { fields } : {}) }
      const data = read.get(values) as Buffer | null
      if (data !== null) yield data
    }
  }
}

/** The lines of one kind for the parties of `temp.search_changed`. */
export function changedLines(book: Book, kind: SearchKind, { markFields }: SearchSetting): Buffer[] {
  const fields = JSON.stringify(markFields)
  return sources[kind].flatMap(({ table, party, line, where }) => {
    const data = book.sqlite
      .prepare(
        `select cast(group_concat(${line}, char(10)) as blob) from ${table}
         where ${party} in (select id from temp.search_changed) and ${where ?? '1'}`,
      )
      .pluck()
      .get(where?.includes('@fields') ? { fields } : {}) as Buffer | null
    return data === null ? [] : [data]
  })
}
