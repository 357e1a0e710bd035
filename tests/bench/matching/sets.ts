import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { understandColumns } from '../../../src/domain/matching/understand.ts'
import type { MatchColumn, MatchKind, MatchTable } from '../../../src/model/matching.ts'

/** A labelled set: what its columns hold (naming them is the only thing told), and which records are one entity. */
export interface LabelledSet {
  readonly name: string
  readonly table: MatchTable
  readonly truth: readonly number[]
  readonly twoFiles: boolean
  /** What is given back for each record's extra facts (generator: kind of trap). */
  readonly details?: readonly Readonly<Record<string, string>>[]
}

export const readCsv = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true })

/** Columns that hold the truth or a row's own number: never shown to the matcher. */
export const hidden = /^(cluster|cluster_id|rec_id|record_id|unique_id|id|ent_id|entity_id|data_source|class)$/i

export function tableOf(
  rows: readonly Record<string, string>[],
  kinds: Readonly<Record<string, MatchKind>>,
  sources?: readonly number[],
): MatchTable {
  const columns = Object.entries(kinds).map(
    ([name, kind]): MatchColumn => ({ name, kind, values: rows.map((row) => row[name] || null) }),
  )
  return { size: rows.length, columns, ...(sources === undefined ? {} : { sources }) }
}

const febrl: Record<string, MatchKind> = {
  given_name: 'given-name',
  surname: 'surname',
  street_number: 'house-number',
  address_1: 'address',
  address_2: 'address',
  suburb: 'city',
  postcode: 'postcode',
  state: 'province',
  date_of_birth: 'date',
  soc_sec_id: 'id-code',
}

export const columnsOf: Readonly<Record<string, Readonly<Record<string, MatchKind>>>> = {
  febrl1: febrl,
  febrl3: febrl,
  febrl4: febrl,
  fake_1000: { first_name: 'given-name', surname: 'surname', dob: 'date', city: 'city', email: 'email' },
  historical_50k: {
    first_name: 'given-name',
    surname: 'surname',
    full_name: 'person-name',
    dob: 'date',
    birth_place: 'city',
    postcode_fake: 'postcode',
    gender: 'gender',
    occupation: 'text',
  },
  rldata500: {
    fname_c1: 'given-name',
    fname_c2: 'given-name',
    lname_c1: 'surname',
    lname_c2: 'surname',
    by: 'year',
    bm: 'month',
    bd: 'day',
  },
  restaurants_fodors_zagats: { name: 'org-name', addr: 'address', city: 'city', phone: 'phone', type: 'text' },
  senzing_truthset: {
    PRIMARY_NAME_FULL: 'name',
    PRIMARY_NAME_ORG: 'org-name',
    PRIMARY_NAME_LAST: 'surname',
    PRIMARY_NAME_FIRST: 'given-name',
    PRIMARY_NAME_MIDDLE: 'given-name',
    NATIVE_NAME_FULL: 'alias',
    SECONDARY_NAME_ORG: 'alias',
    GENDER: 'gender',
    DATE_OF_BIRTH: 'date',
    PASSPORT_NUMBER: 'id-code',
    DRIVERS_LICENSE_NUMBER: 'id-code',
    SSN_NUMBER: 'id-code',
    NATIONAL_ID_NUMBER: 'id-code',
    EMAIL_ADDRESS: 'email',
    ADDR_FULL: 'address',
    ADDR_LINE1: 'address',
    ADDR_CITY: 'city',
    ADDR_STATE: 'province',
    ADDR_POSTAL_CODE: 'postcode',
    PHONE_NUMBER: 'phone',
    RECORD_TYPE: 'party-kind',
    TAX_ID_NUMBER: 'id-code',
    LEI_NUMBER: 'id-code',
  },
  dblp_acm: { title: 'text', authors: 'text', venue: 'choice', year: 'code' },
  abt_buy: { name: 'text', description: 'text', price: 'number' },
}

const truthColumn = /^(cluster|cluster_id|ent_id|entity_id|class)$/i

/** A set by its folder, or null where the folder has none of the known layouts. */
export function openSet(folder: string, name: string): LabelledSet | null {
  const dir = join(folder, name)
  if (existsSync(join(dir, 'left.csv'))) return openTwo(dir, name)
  if (!existsSync(join(dir, 'records.csv'))) return null
  const rows = readCsv(join(dir, 'records.csv'))
  const key = Object.keys(rows[0]!).find((column) => truthColumn.test(column))
  if (key === undefined) return null
  return {
    name,
    table: tableOf(rows, kindsOf(name, rows)),
    truth: numbers(rows.map((row) => row[key]!)),
    twoFiles: false,
  }
}

/** A known set's columns are named in full; of any other set they are understood by heading and content. */
function kindsOf(name: string, rows: readonly Record<string, string>[]): Record<string, MatchKind> {
  const headings = Object.keys(rows[0]!)
  const told = columnsOf[name]
  if (told !== undefined)
    return Object.fromEntries(Object.entries(told).filter(([column]) => headings.includes(column)))
  const shown = headings.filter((heading) => !hidden.test(heading))
  const sample = rows.slice(0, 1000)
  const guesses = understandColumns(
    shown,
    shown.map((heading) => sample.map((row) => row[heading] || null)),
  )
  return Object.fromEntries(guesses.filter(({ kind }) => kind !== 'ignore').map((guess) => [guess.name, guess.kind]))
}

function openTwo(dir: string, name: string): LabelledSet {
  const left = readCsv(join(dir, 'left.csv'))
  const right = readCsv(join(dir, 'right.csv'))
  const rows = [...left, ...right]
  const sources = rows.map((_, i) => (i < left.length ? 0 : 1))
  const key = Object.keys(rows[0]!).find((column) => truthColumn.test(column))
  const truth = key !== undefined ? numbers(rows.map((row) => row[key]!)) : fromMatches(dir, left.length, rows.length)
  return { name, table: tableOf(rows, kindsOf(name, rows), sources), truth, twoFiles: true }
}

function fromMatches(dir: string, left: number, size: number): number[] {
  const truth = Array.from({ length: size }, (_, i) => i)
  for (const row of readCsv(join(dir, 'matches.csv'))) {
    const [a, b] = Object.values(row).map(Number) as [number, number]
    truth[left + b] = truth[a]!
  }
  return truth
}

export function numbers(labels: readonly string[]): number[] {
  const known = new Map<string, number>()
  return labels.map((label) => {
    if (!known.has(label)) known.set(label, known.size)
    return known.get(label)!
  })
}

/** What the generator's columns hold. */
export const generatorColumns: Readonly<Record<string, MatchKind>> = {
  客户类型: 'party-kind',
  客户名称: 'name',
  联系人: 'contact-name',
  性别: 'gender',
  手机: 'phone',
  固定电话: 'phone',
  微信: 'handle',
  邮箱: 'email',
  工作单位: 'employer',
  证件号码: 'id-code',
  出生日期: 'date',
  省份: 'province',
  城市: 'city',
  区县: 'district',
  详细地址: 'address',
  备注: 'remark',
}

/** A folder the generator wrote. */
export function openGenerated(dir: string, name: string): LabelledSet {
  const rows = readCsv(join(dir, 'customers.csv'))
  const details = readCsv(join(dir, 'truth_detail.csv'))
  return {
    name,
    table: tableOf(rows, generatorColumns),
    truth: numbers(details.map((row) => row['entity_id']!)),
    twoFiles: false,
    details,
  }
}
