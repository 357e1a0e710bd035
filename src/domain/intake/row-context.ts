import type { RowReading } from '../../model/intake.ts'
import { matchHeading } from '../dictionary/headings.ts'
import { parseDate } from '../normalize/date.ts'
import { foldText } from '../normalize/fold.ts'
import { note, type RowDraft } from './row-draft.ts'
import type { TablePlan } from './table-types.ts'

type GroupKey = 'owner' | 'level' | 'region' | 'acquired_from' | 'status' | 'industry'

/** What a group row such as `业务员：何晴` may say of the rows below it. */
const groupKeys: ReadonlySet<string> = new Set(['owner', 'level', 'region', 'acquired_from', 'status', 'industry'])

/** What the rows before say of a row. */
export interface RowContext {
  /** Takes note of a group row. */
  readonly group: (text: string) => void
  /** Gives a row what its group says, and the customer above where it goes on with it. */
  readonly complete: (draft: RowDraft) => void
  /** Takes note of a row's customer. */
  readonly remember: (reading: RowReading, draft: RowDraft) => void
}

/** The context of a table whose rows are read from the top. */
export function rowContext({ facts, nameColumn }: TablePlan): RowContext {
  let text = ''
  let day: string | undefined
  let value: { readonly key: GroupKey; readonly text: string } | undefined
  let customer: RowDraft['above'] = null

  /** A sale with neither date nor customer of its own goes on with the one above it. */
  const goesOn = (draft: RowDraft): boolean =>
    facts.role === 'deals' &&
    draft.deal !== null &&
    customer !== null &&
    draft.name === '' &&
    draft.contacts.length === 0 &&
    draft.values.source_code === undefined &&
    draft.notes.some(({ reason }) => reason.code === 'date-from-row-above')

  return {
    group: (raw) => {
      const plain = foldText(raw).replace(/^[\s—–\-=_*~·]+|[\s—–\-=_*~·]+$/g, '')
      const read = parseDate(plain, { allowSerial: false })
      day = read.ok ? read.value.iso : undefined
      const pair = /^([^:]{1,8}):\s*(\S.{0,20})$/.exec(plain)
      const key = pair === null ? undefined : matchHeading(pair[1]!)[0]?.key
      value = key !== undefined && groupKeys.has(key) ? { key: key as GroupKey, text: pair![2]! } : undefined
      text = read.ok || /^\d/.test(plain) ? '' : plain
    },
    complete: (draft) => {
      if (day !== undefined) {
        if (draft.deal !== null) draft.deal.on ??= day
        if (draft.talk !== null) draft.talk.on ??= day
      } else if (value !== undefined) draft.values[value.key] ??= value.text
      else if (text !== '') draft.facts.push({ field: 'extra:分组', value: text })
      if (!goesOn(draft)) return
      draft.above = customer
      note(draft, { code: 'customer-from-row-above' }, nameColumn, 'name')
    },
    remember: (reading, draft) => {
      const phone = draft.contacts.find((contact) => contact.canonical !== null)?.canonical
      const name = reading.parties[0]?.values.name ?? reading.deals[0]?.customer?.name
      if (name === undefined && phone == null) customer = draft.above
      else customer = { ...(name !== undefined && { name }), ...(phone != null && { phone }) }
    },
  }
}
