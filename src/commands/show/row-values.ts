import { decisionRoles, relationTypes } from '../../model/desk.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ReportTable } from '../../model/report.ts'
import type { CustomerSection, ShownValue } from '../../model/view.ts'
import { operationKind } from '../../render/operation.ts'
import type { Book } from '../../store/book.ts'
import type { Row } from '../../store/journal.ts'
import { changedBy, provenanceOf } from '../../store/provenance.ts'
import type { Context } from '../context.ts'
import { labelIn } from '../word-of.ts'
import { fieldLabel, shownText } from './field-words.ts'
import type { Verified } from './verified.ts'

const PERSONAL: Readonly<Record<string, ShownValue['personal']>> = { id_number: 'id', uscc: 'id' }
const PHONES = new Set(['mobile', 'landline', 'service', 'intl'])

/** Where a row came from in a few words, and whether this value of it (`phone#12`, `birth`) was verified. */
export type Origins = (
  row: Row,
  item?: string,
  value?: string,
  place?: Place,
) => Pick<ShownValue, 'from' | 'state' | 'remark'>

/** Where a value stands: a value that was changed since comes from whoever changed it. */
interface Place {
  readonly entity: 'party' | 'customer' | 'contact_point' | 'address'
  readonly column: string
}

/** Asks for each source once. */
export function originsOf(ctx: Context, book: Book, verified: Verified): Origins {
  const from = sourcesOf(ctx, book)
  return (row, item, value, place) => ({
    ...from(row, place),
    ...(item === undefined || value === undefined ? {} : verified(item, value)),
  })
}

function sourcesOf(ctx: Context, book: Book): (row: Row, place: Place | undefined) => Pick<ShownValue, 'from'> {
  const known = new Map<string, string>()
  const changes = new Map<string, ReadonlyMap<string, number>>()
  const changerOf = (row: Row, { entity, column }: Place): number | undefined => {
    const id = Number(entity === 'customer' ? row['party_id'] : row['id'])
    const key = `${entity}-${id}`
    const found = changes.get(key) ?? changedBy(book, entity, id)
    changes.set(key, found)
    return found.get(column)
  }
  return (row, place) => {
    const changer = place === undefined ? undefined : changerOf(row, place)
    const isKept = changer === undefined && row['source_row_id'] !== undefined && row['source_row_id'] !== null
    const sourceRow = isKept ? Number(row['source_row_id']) : null
    const operation = changer ?? Number(row['operation_id'])
    const key = `${operation}-${sourceRow}`
    const before = known.get(key)
    if (before !== undefined) return { from: [before] }
    const found = provenanceOf(book, operation, sourceRow)
    if (found === undefined) return {}
    const { file } = found
    const text =
      file === undefined
        ? ctx.say('show-by-hand', { staff: found.staff, kind: operationKind(ctx.lang, found.operationKind) })
        : ctx.say('show-from-file', { file: file.name, sheet: file.sheet, row: file.row })
    known.set(key, text)
    return { from: [text] }
  }
}

export const section = (key: string, title: string, values: readonly ShownValue[]): CustomerSection => ({
  key,
  title,
  values,
})
export const tableSection = (key: string, table: ReportTable): CustomerSection => ({
  key,
  title: table.title,
  table: { ...table, title: '' },
})

/** Columns of a row that have a value, in the order given. */
export function rowValues(ctx: Context, row: Row, columns: readonly string[], origins: Origins): ShownValue[] {
  return columns.flatMap((column) => {
    const value = row[column]
    if (value === null || value === undefined) return []
    const personal = PERSONAL[column]
    const entity = row['party_id'] === undefined ? 'party' : 'customer'
    return [
      {
        label: fieldLabel(ctx, column),
        value: shownText(ctx, column, String(value)),
        ...origins(row, column, String(value), { entity, column }),
        ...(personal === undefined ? {} : { personal }),
      },
    ]
  })
}

export function contactValue(ctx: Context, row: Row, origins: Origins): ShownValue {
  const type = String(row['type'])
  const ext = row['ext'] === null ? '' : ctx.say('show-ext', { ext: String(row['ext']) })
  const label = row['label'] === null ? '' : `（${row['label']}）`
  const remark = row['do_not_use'] === 1 ? { remark: ctx.tell({ code: 'show-do-not-use' }) } : {}
  const plain = String(row['canonical'] ?? row['raw'])
  return {
    label: fieldLabel(ctx, type),
    value: `${plain}${ext}${label}`,
    ...origins(row, `${PHONES.has(type) ? 'phone' : type}#${row['id']}`, plain, {
      entity: 'contact_point',
      column: row['canonical'] === null ? 'raw' : 'canonical',
    }),
    ...remark,
    ...(row['canonical'] === null ? { state: 'doubtful' as const, remark: ctx.say('show-unreadable') } : {}),
    ...(PHONES.has(type) ? { personal: 'phone' as const } : type === 'email' ? { personal: 'email' as const } : {}),
  }
}

export function addressValue(ctx: Context, row: Row, origins: Origins): ShownValue {
  return {
    label: fieldLabel(ctx, 'address'),
    value: String(row['raw']),
    personal: 'address',
    ...origins(row, `address#${row['id']}`, String(row['raw']), { entity: 'address', column: 'raw' }),
  }
}

/** The same value from several sources said once, with all of them. */
export function saidOnce(values: readonly ShownValue[]): ShownValue[] {
  const known = new Map<string, ShownValue>()
  for (const value of values) {
    const key = JSON.stringify([value.label, value.value])
    const before = known.get(key)
    const from = [...new Set([...(before?.from ?? []), ...(value.from ?? [])])]
    known.set(key, { ...value, ...before, ...(from.length === 0 ? {} : { from }) })
  }
  return [...known.values()]
}

/** The newest value of each field. */
export function newestFacts(facts: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return facts.filter((row) => {
    const field = String(row['field'])
    return field !== 'note' && !seen.has(field) && seen.add(field)
  })
}

export function factValues(ctx: Context, facts: readonly Row[], origins: Origins): ShownValue[] {
  return newestFacts(facts).map((row) => {
    const field = String(row['field'])
    return {
      label: fieldLabel(ctx, field),
      value: shownText(ctx, field, String(row['value'])),
      ...origins(row, field, String(row['value'])),
    }
  })
}

/** Who somebody is to the customer (←), or the customer to somebody (→). */
export function relationValue(ctx: Context, row: Row): ShownValue {
  const type = labelIn(ctx, relationTypes, row['type'])
  const role = row['decision_role'] === null ? [] : [labelIn(ctx, decisionRoles, row['decision_role'])]
  // 司机 赵师傅（司机）: the title is told where it says more than the tie.
  const title = row['title'] === null || row['title'] === type ? [] : [String(row['title'])]
  const more = [...title, ...role].join(' · ')
  const arrow = row['direction'] === 'out' ? '→' : '←'
  return {
    label: `${arrow} ${type}`,
    value: `${row['other_name']}${more === '' ? '' : `（${more}）`}  ${codeOf(Number(row['other_id']))}`,
  }
}
