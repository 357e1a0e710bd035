import { lunarToSolar } from '../../domain/normalize/lunar.ts'
import type { ExportColumn } from '../../model/export.ts'
import type { IsoDate } from '../../model/units.ts'
import type { CalendarDay } from '../../render/ics.ts'
import type { VcardView } from '../../render/vcard.ts'
import type { Context } from '../context.ts'

type Cell = string | number | null

/** What an address book is told of a customer. */
export const cardKeys: readonly string[] = [
  ...['source_code', 'name', 'kind', 'surname', 'given_name', 'employer', 'title', 'birth', 'mobile', 'phone', 'fax'],
  ...['email', 'province', 'city', 'district', 'address', 'work_address', 'home_address', 'postcode'],
]

/** One customer as an address book takes it, from a row of `cardKeys`. */
export function cardOf(row: readonly Cell[]): VcardView {
  const at = (key: string): string | undefined => {
    const cell = row[cardKeys.indexOf(key)]
    return cell === null || cell === undefined ? undefined : String(cell)
  }
  const several = (key: string): string[] => at(key)?.split(' / ') ?? []
  const name = at('name') ?? ''
  const place = { city: at('city'), province: at('province'), postcode: at('postcode') }
  const told = (['address', 'work_address', 'home_address'] as const).flatMap((key) => {
    const text = at(key)
    if (text === undefined) return []
    const street = withoutPlace(text, [place.province, place.city])
    if (key === 'address') return [{ street, text }]
    return [{ street, text, type: key === 'home_address' ? ('home' as const) : ('work' as const) }]
  })
  const organisation = at('kind') === 'org' ? name : at('employer')
  return defined({
    code: at('source_code') ?? '',
    name,
    surname: at('surname'),
    givenName: at('given_name'),
    organisation,
    title: at('title'),
    phones: [
      ...several('mobile').map((number) => ({ number, type: 'cell' as const })),
      ...several('phone').map((number) => ({ number, type: 'work' as const })),
      ...several('fax').map((number) => ({ number, type: 'fax' as const })),
    ],
    emails: several('email'),
    addresses: told.map((one) => defined({ ...one, ...place })),
    birthday: at('birth'),
    note: at('source_code'),
  }) as VcardView
}

/** What an address book shows before the street needn't stand in it once more: 浙江省杭州市西湖区样板路1号 is 西湖区样板路1号. */
function withoutPlace(address: string, parts: readonly (string | undefined)[]): string {
  let rest = address
  for (const part of parts) if (part !== undefined && rest.startsWith(part)) rest = rest.slice(part.length)
  return rest === '' ? address : rest
}

const defined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never

/** Birthday and anniversaries of a customer, as far as the book knows any. */
export const daysKeys = (columns: readonly ExportColumn[]): readonly string[] => [
  'source_code',
  'name',
  'birth',
  ...columns.map(({ key }) => key).filter((key) => anniversary.test(key)),
]

const anniversary = /(?:_birthday|_birth|anniversary|^wedding|^founded_on|^opening_day)/

/** Days a calendar is to remember of a row of `daysKeys`: solar ones every year, lunar ones of this and the next two years. */
export function daysOf(
  ctx: Context,
  row: readonly Cell[],
  columns: readonly ExportColumn[],
  today: IsoDate,
): CalendarDay[] {
  const [code, name] = row as [string, string]
  return columns.flatMap(({ key, [ctx.lang]: title }, at) => {
    const value = row[at]
    if (at < 2 || typeof value !== 'string') return []
    const words =
      key === 'birth'
        ? ctx.tell({ code: 'export-birthday', params: { name } })
        : ctx.tell({ code: 'export-anniversary', params: { name, what: title } })
    const year = Number(today.slice(0, 4))
    const day = { title: words, note: code, remindDays: 3 }
    if (value.startsWith('lunar:'))
      return [year, year + 1, year + 2].flatMap((each) =>
        lunarToSolar(value, each).map((on) => ({ ...day, id: `${code}-${key}-${on}`, on })),
      )
    const date = /^(?:\d{4}|-)-(\d{2}-\d{2})$/.exec(value)
    if (date === null) return []
    // A year in which every day of the year exists.
    const on = /^\d{4}-/.test(value) ? value : date[1] === '02-29' ? '2024-02-29' : `${year}-${date[1]}`
    return [{ ...day, id: `${code}-${key}`, on, yearly: true }]
  })
}
