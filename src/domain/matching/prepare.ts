import type { MatchCell, MatchColumn, MatchKind, MatchTable } from '../../model/matching.ts'
import { hashText, mix } from './blocks.ts'
import { type AddressField, compareAddresses } from './compare-address.ts'
import { compareContacts } from './compare-contact.ts'
import { compareOrgs, type OrgNames } from './compare-org.ts'
import type { PersonNames } from './compare-person.ts'
import { comparePersons } from './compare-person.ts'
import {
  compareChoice,
  compareCode,
  compareDates,
  compareEmails,
  compareGender,
  compareHandles,
  compareIds,
  comparePhones,
  compareText,
  type EmailField,
  type IdField,
  type ListField,
  type TextField,
} from './compare-text.ts'
import type { Comparer } from './comparer.ts'
import {
  buildList,
  buildText,
  type ListBuilder,
  type NameKeys,
  toDateField,
  toEmailField,
  toIdField,
} from './fields.ts'
import { foldLatin, readLatinPart } from './latin.ts'
import { makeInterner, makePool, textOf } from './pool.ts'
import { buildAddresses, readAddressCells, shortWords } from './read-address.ts'
import { plainText, readDay, readEmails, readHandle, readIdCode, readPhones } from './read-cells.ts'
import { buildOrgs, orgOrPerson, readOrgCell } from './read-org.ts'
import { buildPersons, readGender, readPersonCell } from './read-person.ts'
import { compareWords, makeTokens, wordsOf } from './tokens.ts'

export type NamedList = ListField & {
  readonly texts: readonly string[]
  readonly names: Int32Array
  readonly uses: Int32Array
}

/** A table taken apart: what is compared, and what blocks are made of. Records are in canonical order: by content, so that row order decides nothing. */
export interface Prepared {
  readonly records: number
  /** Canonical place → the table's row, and back. */
  readonly order: Int32Array
  readonly rank: Int32Array
  /** 0 person, 1 organisation, 2 unknown, plus 4 where the name is Han and 8 where there is none. */
  readonly stratum: Uint8Array
  readonly persons: PersonNames
  readonly orgs: OrgNames
  readonly contacts: PersonNames
  readonly addresses: AddressField
  readonly names: NameKeys
  readonly phones: NamedList
  readonly lines: NamedList
  readonly emails: EmailField & NamedList
  readonly handles: NamedList
  readonly ids: IdField & NamedList
  readonly days: Int32Array
  readonly texts: readonly PreparedText[]
  readonly genders: TextField
  readonly comparers: readonly Comparer[]
}

export interface PreparedText {
  readonly column: string
  readonly kind: MatchKind
  readonly field: TextField & { readonly texts: readonly string[] }
}

export const publicHosts = new Set(
  'qq.com 163.com 126.com sina.com sina.cn foxmail.com 139.com 189.cn wo.cn yeah.net sohu.com 21cn.com aliyun.com tom.com vip.qq.com vip.163.com gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com aol.com gmx.de gmx.net web.de mail.ru yandex.ru proton.me protonmail.com'.split(
    ' ',
  ),
)

const cellsOf = (cell: MatchCell | undefined): readonly string[] =>
  cell == null ? [] : typeof cell === 'string' ? [cell] : cell

/** Reads every cell once and lays all values out in shared memory. */
export function prepare(table: MatchTable): Prepared {
  const { order, rank } = canonicalOrder(table)
  const columns = (kind: MatchKind): readonly MatchColumn[] => table.columns.filter((column) => column.kind === kind)
  const stratum = readStrata(table.size, order, columns)
  const persons = readPersons(table, order, columns, stratum)
  const orgs = readOrgs(table.size, order, columns, stratum)
  const people = readContactNames(table.size, order, columns)
  const names = nameKeys(persons, orgs, table.size)
  for (let r = 0; r < table.size; r++)
    if (isHanNamed(persons, r)) stratum[r]! |= 4
    else if (persons.at[r] === persons.at[r + 1]) stratum[r]! |= 8
  const contacts = readContacts(table.size, order, columns)
  const finish = (builder: ListBuilder): NamedList => builder.finish(table.size, names)
  const phones = finish(contacts.phones)
  const lines = finish(contacts.lines)
  const emails = toEmailFieldOf(finish(contacts.emails))
  const handles = finish(contacts.handles)
  const ids = toIdFieldOf(finish(contacts.ids))
  const days = readDays(table.size, order, columns)
  const manner = addressManner(columns, table.size)
  const addresses = readAddresses(table.size, order, columns, { manner, names })
  const texts = readTexts(table, order, manner)
  const genders = readGenders(table.size, order, columns, stratum)
  const base = {
    records: table.size,
    order,
    rank,
    stratum,
    persons,
    orgs,
    contacts: people,
    addresses,
    names,
    phones,
    lines,
    emails,
    handles,
    ids,
    days,
    texts,
    genders,
  }
  return { ...base, comparers: comparersOf(base) }
}

const toEmailFieldOf = (list: NamedList): EmailField & NamedList => ({ ...list, ...toEmailField(list, publicHosts) })
const toIdFieldOf = (list: NamedList): IdField & NamedList => ({ ...list, ...toIdField(list) })

/** Records by a hash of their cells, then by the cells themselves. */
function canonicalOrder(table: MatchTable): { order: Int32Array; rank: Int32Array } {
  const used = table.columns.filter((column) => column.kind !== 'ignore')
  const high = new Int32Array(table.size)
  const low = new Int32Array(table.size)
  for (let r = 0; r < table.size; r++) {
    let h = 1
    let g = 7
    for (const column of used) {
      for (const cell of cellsOf(column.values[r])) {
        const hash = hashText(cell)
        h = mix(h, hash)
        g = mix(g ^ hash, 5)
      }
      h = mix(h, 3)
    }
    high[r] = h
    low[r] = g
  }
  const order = Int32Array.from({ length: table.size }, (_, r) => r).sort(
    (x, y) => high[x]! - high[y]! || low[x]! - low[y]!,
  )
  const rank = new Int32Array(table.size)
  order.forEach((row, place) => {
    rank[row] = place
  })
  return { order, rank }
}

type Columns = (kind: MatchKind) => readonly MatchColumn[]

function isHanNamed({ at, surnames, givens, han }: PersonNames, record: number): boolean {
  const i = at[record]!
  if (i === at[record + 1]) return false
  return han[surnames[i]! >= 0 ? surnames[i]! : givens[i]!] === 1
}

const orgWords = /公司|单位|企业|机构|商户|组织|org|company|business|firm|corporate/i
const personWords = /个人|自然人|私人|person|individual/i

/** Person, organisation or unknown: by what a column says, then by the name, then by who else is named. */
function readStrata(records: number, order: Int32Array, columns: Columns): Uint8Array {
  const out = new Uint8Array(records).fill(2)
  const [kind] = columns('party-kind')
  const names = columns('name')
  const orgs = columns('org-name')
  const people = [...columns('person-name'), ...columns('surname'), ...columns('given-name')]
  const contacts = columns('contact-name')
  const others = [...columns('gender'), ...columns('date'), ...columns('year')]
  const filled = (list: readonly MatchColumn[], row: number): boolean =>
    list.some((column) => cellsOf(column.values[row]).some((cell) => plainText(cell) !== ''))
  for (let r = 0; r < records; r++) {
    const row = order[r]!
    const told = cellsOf(kind?.values[row])[0] ?? ''
    if (orgWords.test(told)) out[r] = 1
    else if (personWords.test(told)) out[r] = 0
    else if (filled(orgs, row)) out[r] = 1
    else if (filled(people, row)) out[r] = 0
    else {
      const name = names.flatMap((column) => cellsOf(column.values[row]))[0]
      const guess = name === undefined ? 2 : orgOrPerson(name)
      out[r] =
        guess !== 2
          ? guess
          : filled(contacts, row)
            ? 1
            : filled(others, row) || (name !== undefined && readPersonCell(name).some((part) => part.surname !== ''))
              ? 0
              : 2
    }
  }
  return out
}

function readOrgs(records: number, order: Int32Array, columns: Columns, stratum: Uint8Array): OrgNames {
  const builder = buildOrgs()
  const always = columns('org-name')
  const perhaps = [...columns('name'), ...columns('alias')]
  const memo = new Map<string, ReturnType<typeof readOrgCell>>()
  const read = (cell: string): ReturnType<typeof readOrgCell> => {
    const known = memo.get(cell)
    if (known !== undefined) return known
    const parts = readOrgCell(cell)
    if (memo.size > 100_000) memo.clear()
    memo.set(cell, parts)
    return parts
  }
  for (let r = 0; r < records; r++) {
    const row = order[r]!
    if (stratum[r] === 0) continue
    const from = stratum[r] === 1 ? [...always, ...perhaps] : always
    for (const column of from)
      for (const cell of cellsOf(column.values[row]))
        if (plainText(cell) !== '') for (const part of read(cell)) builder.add(r, part)
  }
  return builder.finish(records)
}

function readContactNames(records: number, order: Int32Array, columns: Columns): PersonNames {
  const builder = buildPersons()
  const contacts = columns('contact-name')
  for (let r = 0; r < records; r++)
    for (const column of contacts)
      for (const cell of cellsOf(column.values[order[r]!]))
        for (const name of readPersonCell(cell)) builder.add(r, name)
  return builder.finish(records)
}

/** How addresses are compared: by Chinese elements, whole with their numbers, or as plain columns. */
type AddressManner = 'chinese' | 'whole' | 'columns'

function addressManner(columns: Columns, records: number): AddressManner {
  const places = columns('address')
  const known = [...places, ...columns('city')]
    .flatMap((column) => column.values.flatMap(cellsOf))
    .filter((cell) => cell !== '')
  const chinese = known.filter((cell) => /[\u3400-\u9fff]/.test(cell)).length
  if (chinese * 3 > known.length && known.length > 0) return 'chinese'
  if (places.length === 0 || columns('house-number').length > 0) return 'columns'
  let both = 0
  let any = 0
  let numbered = 0
  for (let row = 0; row < records; row++) {
    const cells = places.flatMap((column) => cellsOf(column.values[row])).filter((cell) => cell !== '')
    if (cells.length > 0) any++
    if (cells.length > 1) both++
    if (cells.some((cell) => /\d/.test(cell))) numbered++
  }
  return both * 5 < any && numbered * 2 > any ? 'whole' : 'columns'
}

function readAddresses(
  records: number,
  order: Int32Array,
  columns: Columns,
  { manner, names }: { readonly manner: AddressManner; readonly names: NameKeys },
): AddressField {
  const builder = buildAddresses(records)
  const places = columns('address')
  const whole = manner === 'whole'
  const [provinces, cities, districts] = whole
    ? [[], [], []]
    : [columns('province'), columns('city'), columns('district')]
  const first = (list: readonly MatchColumn[], row: number): string =>
    list.flatMap((column) => cellsOf(column.values[row])).find((cell) => cell !== '') ?? ''
  for (let r = 0; r < records && manner !== 'columns'; r++) {
    const row = order[r]!
    const parts = readAddressCells(first(places, row), first(provinces, row), first(cities, row), first(districts, row))
    if (parts !== null) builder.set(r, parts)
  }
  return builder.finish(names)
}

function readPersons(table: MatchTable, order: Int32Array, columns: Columns, stratum: Uint8Array): PersonNames {
  const builder = buildPersons()
  const aliases = columns('alias')
  const whole = [...columns('name'), ...columns('person-name'), ...aliases]
  const [surnames] = columns('surname')
  const givens = columns('given-name')
  for (let r = 0; r < table.size; r++) {
    const row = order[r]!
    if (stratum[r] === 1) continue
    const surname = cellsOf(surnames?.values[row])[0] ?? ''
    const given = givens.flatMap((column) => cellsOf(column.values[row])).join(' ')
    // A column with the whole name says nothing new where its parts stand beside it
    const split = surname.trim() !== '' || given.trim() !== ''
    if (split) addSplit(builder, r, surname, given)
    for (const column of split ? aliases : whole)
      for (const cell of cellsOf(column.values[row])) for (const name of readPersonCell(cell)) builder.add(r, name)
  }
  return builder.finish(table.size)
}

function addSplit(builder: ReturnType<typeof buildPersons>, record: number, surname: string, given: string): void {
  if (/[\u3400-\u9fff]/.test(surname + given)) {
    for (const name of readPersonCell(surname + given)) builder.add(record, name)
    return
  }
  const s = readLatinPart(surname)
  const g = readLatinPart(given)
  builder.add(record, { surname: s.text, given: g.text, suffix: s.suffix || g.suffix })
}

function nameKeys(persons: PersonNames, orgs: OrgNames, records: number): NameKeys {
  const none = (): Int32Array => new Int32Array(records).fill(-1)
  const ids = none()
  const others = none()
  const wholes = none()
  const texts = makeInterner()
  const spoken = Array.from(persons.sound, (id) => textOf(persons.sounds, id))
  const sounds = spoken.map((text) => texts.id(text))
  const brands = orgs.brandSound.map((id) => texts.id(textOf(orgs.pool, id)))
  const firms = orgs.coreSound.map((id) => texts.id(textOf(orgs.pool, id)))
  for (let r = 0; r < records; r++) {
    if (orgs.at[r] !== orgs.at[r + 1]) {
      const org = orgs.ids[orgs.at[r]!]!
      ids[r] = brands[org]!
      wholes[r] =
        orgs.brandSize[org]! < orgs.pool.at[orgs.core[org]! + 1]! - orgs.pool.at[orgs.core[org]!]! ? firms[org]! : -1
    }
    const i = persons.at[r]!
    if (i === persons.at[r + 1]) continue
    const surname = persons.surnames[i]!
    const given = persons.givens[i]!
    ids[r] = surname >= 0 ? sounds[surname]! : given >= 0 ? sounds[given]! : -1
    others[r] = given >= 0 ? sounds[given]! : -1
    if (surname >= 0 && given >= 0) wholes[r] = texts.id(spoken[surname]! + spoken[given]!)
  }
  return { ids, others, wholes, pool: makePool(texts.texts) }
}

interface ContactBuilders {
  readonly phones: ListBuilder
  readonly lines: ListBuilder
  readonly emails: ListBuilder
  readonly handles: ListBuilder
  readonly ids: ListBuilder
}

function readContacts(records: number, order: Int32Array, columns: Columns): ContactBuilders {
  const out = { phones: buildList(), lines: buildList(), emails: buildList(), handles: buildList(), ids: buildList() }
  const phones = columns('phone')
  const emails = columns('email')
  const handles = columns('handle')
  const ids = columns('id-code')
  for (let r = 0; r < records; r++) {
    const row = order[r]!
    for (const column of phones)
      for (const cell of cellsOf(column.values[row]))
        for (const { sort, number } of readPhones(cell)) (sort === 'line' ? out.lines : out.phones).add(r, number)
    for (const column of emails)
      for (const cell of cellsOf(column.values[row])) for (const email of readEmails(cell)) out.emails.add(r, email)
    for (const column of handles)
      for (const cell of cellsOf(column.values[row])) {
        const handle = readHandle(cell)
        if (plainText(handle) !== '' && handle !== '同手机') out.handles.add(r, handle)
      }
    for (const column of ids)
      for (const cell of cellsOf(column.values[row])) {
        const code = readIdCode(cell)
        if (code !== null) out.ids.add(r, `${column.name}:${code}`)
      }
  }
  return out
}

function readDays(records: number, order: Int32Array, columns: Columns): Int32Array {
  const days = new Int32Array(records)
  const [dates] = columns('date')
  const [year] = columns('year')
  const [month] = columns('month')
  const [day] = columns('day')
  const number = (column: MatchColumn | undefined, row: number): number =>
    Number.parseInt(cellsOf(column?.values[row])[0] ?? '', 10) || 0
  for (let r = 0; r < records; r++) {
    const row = order[r]!
    const cell = cellsOf(dates?.values[row])[0]
    days[r] =
      cell !== undefined
        ? readDay(cell)
        : year !== undefined
          ? number(year, row) * 10_000 + number(month, row) * 100 + number(day, row)
          : 0
  }
  return days
}

const textKinds: ReadonlySet<MatchKind> = new Set([
  'address',
  'house-number',
  'postcode',
  'province',
  'city',
  'district',
  'code',
  'choice',
  'text',
  'number',
])

function readGenders(records: number, order: Int32Array, columns: Columns, stratum: Uint8Array): TextField {
  const builder = buildText(records)
  const told = columns('gender')
  const names = [...columns('name'), ...columns('person-name')]
  const first = (list: readonly MatchColumn[], row: number): string =>
    list.flatMap((column) => cellsOf(column.values[row])).find((cell) => cell !== '') ?? ''
  for (let r = 0; r < records; r++) {
    if ((stratum[r]! & 3) === 1) continue
    const gender = readGender(first(told, order[r]!), first(names, order[r]!))
    if (gender !== '') builder.set(r, gender)
  }
  return builder.finish(records)
}

const placeKinds: ReadonlySet<MatchKind> = new Set(['address', 'province', 'city', 'district'])

function readTexts(table: MatchTable, order: Int32Array, manner: AddressManner): PreparedText[] {
  return table.columns
    .filter(
      (column) =>
        textKinds.has(column.kind) &&
        !(manner === 'chinese' && placeKinds.has(column.kind)) &&
        !(manner === 'whole' && column.kind === 'address'),
    )
    .map((column) => {
      const builder = buildText(table.size)
      for (let r = 0; r < table.size; r++) {
        const cell = cellsOf(column.values[order[r]!]).join(' ')
        const text =
          column.kind === 'address' || column.kind === 'text'
            ? shortWords(foldLatin(plainText(cell)))
            : plainText(cell).replaceAll(' ', column.kind === 'city' ? ' ' : '')
        if (text !== '') builder.set(r, text)
      }
      return { column: column.name, kind: column.kind, field: builder.finish(table.size) }
    })
}

function comparersOf(p: Omit<Prepared, 'comparers'>): Comparer[] {
  const out: Comparer[] = []
  const any = (list: ListField): boolean => list.ids.length > 0
  if (p.persons.surnames.length > 0) out.push(comparePersons(p.persons))
  if (p.orgs.ids.length > 0) out.push(compareOrgs(p.orgs))
  if (any(p.ids)) out.push(compareIds('id', p.ids))
  if (any(p.phones)) out.push(comparePhones('phone', p.phones))
  if (any(p.lines)) out.push(comparePhones('line', p.lines))
  if (any(p.emails)) out.push(compareEmails('email', p.emails))
  if (any(p.handles)) out.push(compareHandles('handle', 'handle', p.handles))
  if (p.days.some((day) => day !== 0)) out.push(compareDates('date', toDateField(p.days, p.names)))
  if (p.addresses.division.length > 0) out.push(compareAddresses(p.addresses))
  if (p.contacts.surnames.length > 0) out.push(compareContacts(p.contacts))
  if (p.genders.pool.size > 0) out.push(compareGender(p.genders))
  for (const text of p.texts) out.push(compareTextColumn(text))
  return out
}

function compareTextColumn({ column, kind, field }: PreparedText): Comparer {
  const place =
    kind === 'address' ||
    kind === 'house-number' ||
    kind === 'postcode' ||
    kind === 'province' ||
    kind === 'city' ||
    kind === 'district'
  const evidence = place ? 'address' : 'other'
  if (kind === 'choice') return compareChoice(column, evidence, field)
  if (kind === 'house-number' || kind === 'postcode' || kind === 'code' || kind === 'number')
    return compareCode(column, evidence, field)
  const long =
    field.texts.reduce((sum, text) => sum + (text.split(' ').length >= 3 ? 1 : 0), 0) * 2 > field.texts.length
  if (long) return compareWords(column, evidence, { ...field, sets: makeTokens(field.texts, wordsOf) })
  return compareText(column, evidence, field)
}
