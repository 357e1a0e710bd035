import type { Cell } from '../../model/sheet.ts'
import { formatFen } from '../normalize/money.ts'
import { type ColumnFacts, kept } from './cell-values.ts'
import { readerFor } from './column-readers.ts'
import { isNoName, readName } from './names.ts'
import { openRow } from './row-draft.ts'
import type { RowMaking } from './row-making.ts'

const making: RowMaking = { role: 'mixed', talks: true, deals: true, visits: false }

/** What a cell of a column becomes, to be shown beside it. */
export function sampleAfter(target: string, cell: Exclude<Cell, null>, facts: ColumnFacts): string {
  if (target === 'name' || target === 'contact_person')
    return isNoName(kept(cell)) ? '' : (readName(kept(cell), undefined).values.name ?? '')
  const read = readerFor(target, { ...facts, lastYear: { value: facts.lastYear.value } }, making)
  if (read === undefined) return ''
  const draft = openRow(0)
  read(draft, cell)
  const { contacts, facts: known, deal, talk, talks, places, remarks, values } = draft
  const texts = [
    ...contacts.map((contact) => (contact.canonical ?? '?') + (contact.ext === undefined ? '' : `转${contact.ext}`)),
    ...known.map((fact) => fact.value),
    ...places.map((place) => place.text),
    ...remarks,
    ...Object.entries(values).flatMap(([key, value]) =>
      value === undefined || key === 'kind' || key === 'age_band_on' ? [] : [String(value)],
    ),
    ...Object.entries(deal ?? {}).flatMap(([key, value]) =>
      value === undefined || key === 'facts' ? [] : [moneyKeys.has(key) ? formatFen(value as number) : String(value)],
    ),
    ...(deal?.facts ?? []).map((fact) => fact.value),
    ...Object.entries(talk ?? {}).flatMap(([key, value]) =>
      value === undefined || key === 'facts' ? [] : [String(value)],
    ),
    ...(talk?.facts ?? []).map((fact) => fact.value),
    ...talks.map((one) => [one.on, one.content].filter((text) => text !== undefined).join(' ')),
    draft.province + draft.city + draft.district + draft.postcode + draft.country + draft.agent,
  ]
  return [...new Set(texts.filter((text) => text !== ''))].join(' | ')
}

const moneyKeys = new Set(['amount', 'paid', 'unit_price'])
