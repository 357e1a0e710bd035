import type { MatchColumn, MatchKind, MatchTable } from '../../model/matching.ts'
import { type Columns, eachCell, first, joined } from './columns.ts'
import type { AddressField } from './compare-address.ts'
import type { TextField } from './compare-text.ts'
import { buildList, buildText, type ListBuilder, type NameKeys } from './fields.ts'
import { foldLatin } from './latin.ts'
import { buildAddresses, readAddressCells, shortWords } from './read-address.ts'
import { plainText, readDay, readDigits, readEmails, readHandle, readIdCode, readPhones } from './read-cells.ts'
import { readGender } from './read-person.ts'
import { makeTokens, type TokenSets, wordsOf } from './tokens.ts'

export interface ContactBuilders {
  readonly phones: ListBuilder
  readonly lines: ListBuilder
  readonly emails: ListBuilder
  readonly handles: ListBuilder
  readonly ids: ListBuilder
}

const chinesePhone = /1[3-9]\d{9}|^0\d{2,3}-?\d{7,8}/

/** Phones, e-mails, accounts and identity numbers of all records. */
export function readContacts(records: number, order: Int32Array, columns: Columns): ContactBuilders {
  const out = { phones: buildList(), lines: buildList(), emails: buildList(), handles: buildList(), ids: buildList() }
  const phones = columns('phone')
  const remarks = columns('remark')
  const chinese = mostly(phones, (cell) => chinesePhone.test(cell.replaceAll(' ', '')), 0.2)
  let record = 0
  const takePhone = (cell: string): void => {
    for (const { sort, number } of chinese ? readPhones(cell) : readDigits(cell))
      (sort === 'line' ? out.lines : out.phones).add(record, number)
  }
  const takeRemark = (cell: string): void => {
    if (/\d{7}/.test(cell)) takePhone(cell)
  }
  const takeEmail = (cell: string): void => {
    for (const email of readEmails(cell)) out.emails.add(record, email)
  }
  const takeHandle = (cell: string): void => {
    const handle = readHandle(cell)
    if (plainText(handle) !== '' && handle !== '同手机') out.handles.add(record, handle)
  }
  const takeId = (cell: string, column: MatchColumn): void => {
    const code = readIdCode(cell)
    if (code !== null) out.ids.add(record, `${column.name}:${code}`)
  }
  const emails = columns('email')
  const handles = columns('handle')
  const ids = columns('id-code')
  for (; record < records; record++) {
    const row = order[record]!
    eachCell(phones, row, takePhone)
    eachCell(remarks, row, takeRemark)
    eachCell(emails, row, takeEmail)
    eachCell(handles, row, takeHandle)
    eachCell(ids, row, takeId)
  }
  return out
}

/** More than a share of the first cells pass a test. */
function mostly(list: readonly MatchColumn[], test: (cell: string) => boolean, least: number): boolean {
  let known = 0
  let passed = 0
  for (let row = 0; row < 20_000 && known < 2000 && row < (list[0]?.values.length ?? 0); row++)
    eachCell(list, row, (cell) => {
      known++
      if (test(cell)) passed++
    })
  return known > 0 && passed > least * known
}

/** Birth dates as yyyymmdd, from one column or from three. */
export function readDays(records: number, order: Int32Array, columns: Columns): Int32Array {
  const days = new Int32Array(records)
  const dates = columns('date').slice(0, 1)
  const [years, months, numbers] = [columns('year'), columns('month'), columns('day')]
  const number = (list: readonly MatchColumn[], row: number): number => Number.parseInt(first(list, row), 10) || 0
  for (let r = 0; r < records; r++) {
    const row = order[r]!
    const cell = first(dates, row)
    if (cell !== '') days[r] = readDay(cell)
    else if (years.length > 0) days[r] = number(years, row) * 10_000 + number(months, row) * 100 + number(numbers, row)
  }
  return days
}

/** m or f of each person, by a column or by the title beside the name. */
export function readGenders(records: number, order: Int32Array, columns: Columns, stratum: Uint8Array): TextField {
  const builder = buildText(records)
  const told = columns('gender')
  const names = [...columns('name'), ...columns('person-name')]
  for (let r = 0; r < records; r++) {
    if ((stratum[r]! & 3) === 1) continue
    const gender = readGender(first(told, order[r]!), first(names, order[r]!))
    if (gender !== '') builder.set(r, gender)
  }
  return builder.finish(records)
}

/** How addresses are compared: by Chinese elements, whole with their numbers, or as plain columns. */
export type AddressManner = 'chinese' | 'whole' | 'columns'

/** How the addresses of a table are to be compared, by what its cells look like. */
export function addressManner(columns: Columns): AddressManner {
  const places = columns('address')
  if (mostly([...places, ...columns('city')], (cell) => /[\u3400-\u9fff]/.test(cell), 0.33)) return 'chinese'
  if (places.length === 0 || columns('house-number').length > 0) return 'columns'
  let both = 0
  let any = 0
  let numbered = 0
  for (let row = 0; row < places[0]!.values.length; row++) {
    let cells = 0
    let digits = false
    eachCell(places, row, (cell) => {
      cells++
      digits ||= /\d/.test(cell)
    })
    if (cells > 0) any++
    if (cells > 1) both++
    if (digits) numbered++
  }
  return both * 5 < any && numbered * 2 > any ? 'whole' : 'columns'
}

export interface AddressReading {
  readonly manner: AddressManner
  readonly names: NameKeys
}

/** The addresses of all records; `order[r]` is the row of record r. */
export function readAddresses(
  records: number,
  order: Int32Array,
  columns: Columns,
  { manner, names }: AddressReading,
): AddressField {
  const builder = buildAddresses(records)
  const places = columns('address')
  const parts = manner === 'whole' ? [[], [], []] : [columns('province'), columns('city'), columns('district')]
  const [provinces, cities, districts] = parts as [MatchColumn[], MatchColumn[], MatchColumn[]]
  for (let r = 0; r < records && manner !== 'columns'; r++) {
    const row = order[r]!
    const read = readAddressCells(first(places, row), first(provinces, row), first(cities, row), first(districts, row))
    if (read !== null) builder.set(r, read)
  }
  return builder.finish(names)
}

export interface PreparedText {
  readonly column: string
  readonly kind: MatchKind
  readonly field: TextField & { readonly texts: readonly string[] }
  /** The words of each text, where texts are of several words; null where they are compared as they stand. */
  readonly words: TokenSets | null
}

const placeKinds: ReadonlySet<MatchKind> = new Set(['address', 'province', 'city', 'district'])
const textKinds: ReadonlySet<MatchKind> = new Set([
  ...placeKinds,
  'house-number',
  'postcode',
  'code',
  'choice',
  'text',
  'number',
  'employer',
])

/** All columns that are compared as texts. */
export function readTexts(table: MatchTable, order: Int32Array, manner: AddressManner): PreparedText[] {
  const whole = (kind: MatchKind): boolean =>
    (manner === 'chinese' && placeKinds.has(kind)) || (manner === 'whole' && kind === 'address')
  return table.columns
    .filter((column) => textKinds.has(column.kind) && !whole(column.kind))
    .map((column) => {
      const builder = buildText(table.size)
      for (let r = 0; r < table.size; r++) {
        const cell = joined([column], order[r]!)
        const text = cell === '' ? '' : foldedText(column.kind, cell)
        if (text !== '') builder.set(r, text)
      }
      const field = builder.finish(table.size)
      return {
        column: column.name,
        kind: column.kind,
        field,
        words: areLong(field.texts) ? makeTokens(field.texts, wordsOf) : null,
      }
    })
}

/** Most texts have three words or more. */
const areLong = (texts: readonly string[]): boolean =>
  texts.reduce((sum, text) => sum + (text.split(' ').length >= 3 ? 1 : 0), 0) * 2 > texts.length

function foldedText(kind: MatchKind, cell: string): string {
  const plain = plainText(cell)
  if (kind === 'address' || kind === 'text') return shortWords(foldLatin(plain))
  return kind === 'city' ? plain : plain.replaceAll(' ', '')
}
