import type { MeasureColumns } from '../../model/tiers.ts'
import type { Book } from '../book.ts'
import type { CustomerRows } from './customers.ts'

const PREFIX = 'extra:'

/** Custom fields that somebody has, by the name conditions call them (`f["车型"]`): numbers where every value is one. */
export function customFields(book: Book): Map<string, 'number' | 'text'> {
  const rows = book.sqlite
    .prepare(
      `select field, min(value <> '' and trim(value, '0123456789.-') = '' and value like '%_%') from fact group by field order by field`,
    )
    .raw()
    .all() as [string, number][]
  return new Map(rows.map(([field, isNumber]) => [nameOf(field), isNumber === 1 ? 'number' : 'text']))
}

const nameOf = (field: string): string => (field.startsWith(PREFIX) ? field.slice(PREFIX.length) : field)

/** The same columns with some custom fields beside them: each customer's newest value; what nobody has is unknown. */
export function withCustomFields(
  book: Book,
  columns: MeasureColumns,
  { rowOf }: Pick<CustomerRows, 'rowOf'>,
  wanted: ReadonlyMap<string, 'number' | 'text'>,
): MeasureColumns {
  const fields: Record<string, Float64Array | (string | null)[]> = {}
  for (const [name, type] of wanted) {
    const numbers = new Float64Array(columns.count).fill(Number.NaN)
    const texts = type === 'text' ? new Array<string | null>(columns.count).fill(null) : []
    const rows = book.sqlite
      .prepare('select party_id, value from fact where field in (?, ?) order by as_of nulls first, id')
      .raw()
    for (const [party, value] of rows.iterate(name, `${PREFIX}${name}`) as Iterable<[number, string]>) {
      const row = rowOf(party)
      if (row === -1) continue
      if (type === 'text') texts[row] = value
      else numbers[row] = Number(value)
    }
    fields[name] = type === 'text' ? texts : numbers
  }
  return { ...columns, fields }
}
