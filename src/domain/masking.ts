import type { Column, ReportCell, ReportTable, ReportView } from '../model/report.ts'

export type Personal = NonNullable<Column['personal']>

/** Hidden unless a reader may see them; a name is needed to work with a customer at all, and stays. */
export const maskedByDefault: ReadonlySet<Personal> = new Set(['phone', 'email', 'id', 'address'])

const stars = '****'

/** A phone with its middle hidden: `138****5678`; of a landline the area code stays. */
export function maskPhone(phone: string): string {
  return phone.replace(/\d[\d\- ]{5,}\d/g, (number) => {
    const digits = number.replace(/\D/g, '')
    const head = /^0\d{2,3}-/.exec(number)?.[0] ?? digits.slice(0, Math.min(3, digits.length - 4))
    return `${head}${stars}${digits.slice(-(digits.length >= 11 && !number.includes('-') ? 4 : 2))}`
  })
}

/** `w****@example.com` */
export function maskEmail(email: string): string {
  return email.replace(/([^\s@<>,;]{1})[^\s@<>,;]*@/g, (_, first: string) => `${first}${stars}@`)
}

/** Citizen and credit numbers: the first three and last two characters stay. */
export function maskId(id: string): string {
  return id.length <= 5 ? stars : `${id.slice(0, 3)}${'*'.repeat(id.length - 5)}${id.slice(-2)}`
}

/** An address as far as its district or town; without one, its first six characters at most. */
export function maskAddress(address: string): string {
  const known =
    /^.*?(?:区|县|旗|市辖区)/.exec(address)?.[0] ??
    /^.*?市/.exec(address)?.[0] ??
    address.slice(0, Math.min(6, Math.floor(address.length / 2)))
  return known.length < address.length ? `${known}${stars}` : known
}

/** A person's name by its first character: `欧**`. */
export function maskName(name: string): string {
  const [first = ''] = name
  return `${first}**`
}

const masks: Readonly<Record<Personal, (text: string) => string>> = {
  phone: maskPhone,
  email: maskEmail,
  id: maskId,
  address: maskAddress,
  name: maskName,
}

/** One text of a kind, hidden as that kind is. */
export const maskCell = (text: string, personal: Personal): string => masks[personal](text)

/** A report in which the values of some kinds are hidden; null and numbers stay. */
export function maskView(view: ReportView, hidden: ReadonlySet<Personal> = maskedByDefault): ReportView {
  const sections = view.sections.map((section) =>
    section.tables === undefined
      ? section
      : { ...section, tables: section.tables.map((table) => maskTable(table, hidden)) },
  )
  return { ...view, sections }
}

/** A table in which the values of some kinds are hidden. */
export function maskTable(table: ReportTable, hidden: ReadonlySet<Personal> = maskedByDefault): ReportTable {
  const masked = table.columns.flatMap(({ personal }, at) =>
    personal !== undefined && hidden.has(personal) ? [{ at, mask: masks[personal] }] : [],
  )
  if (masked.length === 0) return table
  const rows = table.rows.map((row) => {
    const copy: ReportCell[] = [...row]
    for (const { at, mask } of masked) {
      const cell = copy[at]
      if (typeof cell === 'string') copy[at] = mask(cell)
    }
    return copy
  })
  return { ...table, rows }
}
