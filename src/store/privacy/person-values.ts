import type { PersonValues } from '../../model/privacy.ts'
import type { Cell } from '../../model/sheet.ts'
import type { Book } from '../book.ts'
import { readRawRow } from '../import/raw-blocks.ts'
import { type Row, unpackRows } from '../journal.ts'

/** A party and those that were merged into it: all of them are one person. */
export const familyOf = (book: Book, id: number): number[] =>
  book.sqlite
    .prepare('select id from party where id = ? or merged_into = ? order by id')
    .pluck()
    .all(id, id) as number[]

const listOf = (ids: readonly number[]): string => `(${ids.map(Number).join(', ')})`

/** What the book's tables hold of them now. */
function valuesNow(book: Book, ids: readonly number[]): PersonValues {
  const members = listOf(ids)
  const texts = (sql: string): string[] =>
    (book.sqlite.prepare(sql).pluck().all() as (string | null)[]).filter(
      (text) => text !== null && text !== '',
    ) as string[]
  const nameKeys = texts(`select name_key from party where id in ${members}`).filter((key) =>
    /\p{Script=Han}/u.test(key),
  )
  const contacts = (types: string, not = ''): string[] => [
    ...texts(`select canonical from contact_point where party_id in ${members} and type ${not} in ${types}`),
    ...texts(`select raw from contact_point where party_id in ${members} and type ${not} in ${types}`),
  ]
  const phones = `('mobile', 'landline', 'service', 'intl', 'fax')`
  return {
    names: [
      ...texts(`select name from party where id in ${members}`),
      ...texts(`select coalesce(surname, '') || given_name from party where id in ${members}`),
      ...texts(`select english_name from party where id in ${members}`),
      ...texts(`select name from alias where party_id in ${members}`),
      ...nameKeys,
    ],
    phones: contacts(phones).flatMap((text) => text.split(/[/,;，；、]/)),
    ids: texts(`select id_number from party where id in ${members}`),
    texts: [
      ...contacts(phones, 'not'),
      ...texts(`select raw from address where party_id in ${members}`),
      ...texts(`select street from address where party_id in ${members}`),
    ],
  }
}

/** Everything by which a person can be told that the book holds of them, or held once: former numbers stand in the journal and in the rows of files. */
export function valuesOf(book: Book, ids: readonly number[]): PersonValues {
  const now = valuesNow(book, ids)
  const former = [...formerRows(book, ids)]
  const of = (entity: string, ...columns: readonly string[]): string[] =>
    former.flatMap(([table, row]) =>
      table === entity ? columns.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : [])) : [],
    )
  const contacts = [...of('contact_point', 'canonical', 'raw'), ...cellsOf(book, ids)]
  return {
    names: [...now.names, ...of('party', 'name', 'english_name'), ...of('alias', 'name')],
    phones: [...now.phones, ...contacts.filter(isNumber).flatMap((text) => text.split(/[/,;，；、]/))],
    ids: [...now.ids, ...of('party', 'id_number')],
    texts: [...now.texts, ...contacts.filter((text) => !isNumber(text)), ...of('address', 'raw', 'street')],
  }
}

const isNumber = (text: string): boolean => /^[\d０-９\s\-+()（）.·转#xX*/,;，；、]{7,}$/.test(text)

/** Rows as the journal remembers them: values before and after each change of the person's own rows. */
function* formerRows(book: Book, ids: readonly number[]): Generator<[entity: string, row: Row]> {
  const tables = ['party', 'contact_point', 'address', 'alias']
  const members = listOf(ids)
  const lines = book.sqlite
    .prepare(
      `select entity, row_id, last_id, before, after from change
       where entity in (${tables.map((table) => `'${table}'`).join(', ')}) and (before is not null or after is not null)`,
    )
    .iterate() as Iterable<{ entity: string; row_id: number; last_id: number; before: unknown; after: unknown }>
  const own = new Map(
    tables.map((table) => {
      const by = table === 'party' ? 'id' : 'party_id'
      return [
        table,
        new Set(book.sqlite.prepare(`select id from ${table} where ${by} in ${members}`).pluck().all() as number[]),
      ]
    }),
  )
  for (const { entity, row_id, before, after } of lines) {
    for (const side of [before, after]) {
      const rows = Buffer.isBuffer(side) ? unpackRows(side) : typeof side === 'string' ? [JSON.parse(side) as Row] : []
      for (const row of rows) {
        const owner = entity === 'party' ? row['id'] : row['party_id']
        const isOwn =
          typeof owner === 'number' ? ids.includes(owner) : own.get(entity)!.has(row_id) && rows.length === 1
        if (isOwn) yield [entity, row]
      }
    }
  }
}

/** Cells of the person's own rows of files that are a number or an address of theirs by shape. */
function cellsOf(book: Book, ids: readonly number[]): string[] {
  const rows = book.sqlite
    .prepare(`select sheet_id, row_no from source_row where party_id in ${listOf(ids)}`)
    .raw()
    .all() as [number, number][]
  return rows.flatMap(([sheet, row]) =>
    (readRawRow(book, sheet, row) ?? []).flatMap((cell: Cell) => {
      const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
      return CONTACT.test(text) ? [text] : []
    }),
  )
}

const CONTACT =
  /^(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d){8}$|^0\d{2,3}[- ]?\d{7,8}$|^[1-9]\d{16}[\dXx]$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/

/**
 * Parts a person's values into those nobody else has and those that others hold too: a colleague's landline, a namesake,
 * a household's address. The latter stay where they are somebody else's.
 */
export function partShared(
  book: Book,
  ids: readonly number[],
  values: PersonValues,
): { readonly own: PersonValues; readonly shared: readonly string[] } {
  const others = `not in ${listOf(ids)} and status not in ('anonymised')`
  const isShared = (sql: string): ((text: string) => boolean) => {
    const found = book.sqlite.prepare(sql).pluck()
    return (text) => found.get({ text }) !== undefined
  }
  const name = isShared(
    `select 1 where exists (select 1 from party where id ${others} and status <> 'merged' and instr(name, @text) > 0)
     or exists (select 1 from staff where instr(name, @text) > 0 or login = @text)
     or exists (select 1 from customer where owner = @text) or exists (select 1 from operation where staff = @text)`,
  )
  const contact = isShared(
    `select 1 from contact_point c join party p on p.id = c.party_id
     where p.id ${others} and (c.canonical = @text or c.raw = @text) limit 1`,
  )
  const id = isShared(`select 1 from party where id ${others} and id_number = @text limit 1`)
  const text = isShared(
    `select 1 where exists (select 1 from contact_point c join party p on p.id = c.party_id
       where p.id ${others} and (c.canonical = @text or c.raw = @text))
     or exists (select 1 from address a join party p on p.id = a.party_id where p.id ${others} and (a.raw = @text or a.street = @text))`,
  )
  const shared: string[] = []
  const keep = (list: readonly string[], others_: (text: string) => boolean): string[] =>
    [...new Set(list.map((one) => one.trim()))].filter((one) => {
      if (one === '' || !others_(one)) return one !== ''
      shared.push(one)
      return false
    })
  return {
    own: {
      names: keep(values.names, name),
      phones: keep(values.phones, contact),
      ids: keep(values.ids, id),
      texts: keep(values.texts, text),
    },
    shared,
  }
}
