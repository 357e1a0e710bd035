import { ageBandOf, ageBands } from '../../domain/analysis/distribution.ts'
import { lifecycleStages } from '../../domain/analysis/lifecycle.ts'
import { distributionView, profileView, type Trait } from '../../domain/analysis/views/profile-views.ts'
import { addDays, toDayNumber } from '../../domain/calendar.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { measures } from '../../domain/tiers/measures.ts'
import { stages } from '../../model/analysis.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ReportView } from '../../model/report.ts'
import type { MeasureColumns } from '../../model/tiers.ts'
import { valueText } from '../../render/tier-explanation.ts'
import { customerRows } from '../../store/analysis/customers.ts'
import { readPurchases } from '../../store/analysis/purchases.ts'
import { readMeasures } from '../../store/measures.ts'
import { namesOf } from '../../store/party-names.ts'
import { pickCustomer } from '../pick-customer.ts'
import type { Opened } from './open.ts'

const TRAITS = [
  'kind',
  'gender',
  'occupation',
  'education',
  'industry',
  'province',
  'city',
  'region',
  'source',
  'tier',
  'status',
]
const NUMBERS = [
  'purchases_total',
  'deal_count',
  'largest_purchase',
  'contacts',
  'events_attended',
  'cost_total',
  'age',
  'intention',
  'satisfaction',
]
const YEAR = 365

const readAll = ({ book, today }: Opened): MeasureColumns =>
  readMeasures(book, { today, periodFrom: addDays(today, -YEAR), defs: measures })

/** Spread of each trait over the customers. */
export function analyseDistribution(opened: Opened, { by }: { readonly by?: string }): ReportView {
  const columns = readAll(opened)
  const picked = new Set(opened.rows.ids)
  const rows = rowsOf(columns, (id) => picked.has(id))
  const traits = traitsOf(opened, columns, rows)
  const known = traits.map(({ key }) => key)
  if (by !== undefined && !known.includes(by))
    throw new KehuError('usage', 'flag-bad-value', { flag: '--by', value: by, expected: known.join(' | ') })
  return distributionView(by === undefined ? traits : traits.filter(({ key }) => key === by), rows.length, opened.words)
}

const rowsOf = (columns: MeasureColumns, has: (id: number) => boolean): number[] =>
  Array.from({ length: columns.count }, (_, row) => row).filter((row) => has(Number(columns.ids[row])))

/** Traits of some rows in the reader's words. */
function traitsOf({ ctx, book, today }: Opened, columns: MeasureColumns, rows: readonly number[]): Trait[] {
  const { lang } = ctx
  const title = (key: string): string => measures.find((each) => each.key === key)?.[lang] ?? key
  const purchases = readPurchases(book, customerRows(book), today)
  const { stage } = lifecycleStages(purchases, toDayNumber(today))
  const stageNames = stages.map((each) => ctx.tell({ code: `stage.${each}` }))
  return [
    ...TRAITS.slice(0, 2).map((key) => textTrait(key)),
    {
      key: 'age',
      title: title('age'),
      order: ageBands,
      values: rows.map((row) => ageBandOf(columns.numbers['age']?.[row] ?? Number.NaN)),
    },
    ...TRAITS.slice(2).map((key) => textTrait(key)),
    {
      key: 'stage',
      title: ctx.tell({ code: 'analysis.stage' }),
      order: stageNames,
      values: rows.map((row) => stageNames[stage[row]!]!),
    },
  ]
  function textTrait(key: string): Trait {
    const choices = new Map((fieldByKey(key)?.choices ?? []).map((choice) => [choice.value, choice[lang]]))
    const texts = columns.texts[key]
    const values = rows.map((row) => {
      const text = texts?.[row] ?? null
      return text === null ? null : (choices.get(text) ?? wordOf(text))
    })
    return { key, title: title(key), values }
  }
  function wordOf(text: string): string {
    return ['person', 'org', 'M', 'F'].includes(text) ? ctx.tell({ code: `analysis.value.${text}` }) : text
  }
}

/** 画像 of a segment against all, or of one customer against all. */
export async function analyseProfile(
  opened: Opened,
  customer: string | undefined,
  segment: string | undefined,
): Promise<ReportView> {
  const { ctx, book, words } = opened
  if (customer === undefined && segment === undefined) throw new KehuError('usage', 'profile-of-whom')
  const id = customer === undefined ? undefined : await pickCustomer(ctx, book, customer)
  const columns = readAll(opened)
  const picked = new Set(id === undefined ? opened.rows.ids : [id])
  const members = rowsOf(columns, (each) => picked.has(each))
  const everyone = rowsOf(columns, () => true)
  const all = traitsOf(opened, columns, everyone)
  const traits = traitsOf(opened, columns, members).map((trait, i) => ({ ...trait, all: all[i]!.values }))
  const name = id === undefined ? segment! : `${namesOf(book, [id]).get(id) ?? ''}（${codeOf(id)}）`
  const { lang } = ctx
  const numbers = NUMBERS.map((key) => {
    const def = measures.find((each) => each.key === key)!
    const tellOf = (rows: readonly number[]): string => {
      const value = medianOf(rows.map((row) => columns.numbers[key]?.[row] ?? Number.NaN))
      return valueText({ key, type: def.type, value }, { lang, measures })
    }
    return { title: def[lang], segment: tellOf(members), all: tellOf(everyone) }
  })
  const least = id === undefined ? 5 : 1
  return profileView({ name, members: members.length, everyone: everyone.length, traits, numbers, least }, words)
}

/** Middle value of those known, the lower of two; null where nothing is known. */
function medianOf(values: readonly number[]): number | null {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  return known[Math.ceil(known.length / 2) - 1] ?? null
}
