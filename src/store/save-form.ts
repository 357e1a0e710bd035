import type { FormDrafts } from '../model/forms.ts'
import type { SearchKeys } from '../model/packed-rows.ts'
import type { Book } from './book.ts'
import { partyIdOfCode } from './import/resolve.ts'
import { updateParty } from './import/update-party.ts'
import { eventWriter } from './import/write-events.ts'
import { partyWriter } from './import/write-party.ts'
import { cached, type Operation } from './journal.ts'

export interface SaveFormOptions {
  readonly today: string
  readonly searchKeys: (name: string) => SearchKeys
  readonly staff: string
  readonly at: string
  /** Number of the printed sheet the answers stood on. */
  readonly sheet?: string | undefined
}

/** What a filled form became. */
export interface SavedForm {
  readonly partyId: number | null
  readonly isNew: boolean
  readonly changed: number
  /** The people of its repeating blocks, in their order. */
  readonly related: readonly number[]
}

/** Saves a filled form inside an operation: the customer (new, or brought up to date), their people, deals and contacts. */
export function saveForm(book: Book, operation: Operation, drafts: FormDrafts, options: SaveFormOptions): SavedForm {
  const { party, related, tie } = drafts
  const parties = partyWriter(book, operation, options.searchKeys)
  const events = eventWriter(book, operation)
  const origin = { sourceRowId: null, sourceKey: null, sourceId: null, today: options.today }
  const known = tie === null ? null : partyIdOfCode(tie.code)
  let partyId: number | null = null
  let changed = 0
  if (party !== null && known !== null && tie?.as === 'same') {
    partyId = known
    changed = updateParty(book, operation, known, party, { ...options, policy: 'replace', sourceRowId: null, parties })
  } else if (party !== null) {
    partyId = parties.add(party, origin)
    if (known !== null) parties.relate(partyId, known, tie?.relation ?? { type: 'other' }, null)
  }
  const relatedIds = related.map((other) => {
    const id = parties.add(other, origin)
    if (partyId !== null) parties.relate(id, partyId, other.relation ?? { type: 'other' }, null)
    return id
  })
  for (const deal of drafts.deals) if (partyId !== null) events.addDeal(partyId, deal, null)
  for (const interaction of drafts.interactions) if (partyId !== null) events.addInteraction(partyId, interaction, null)
  parties.close()
  events.close()
  keepSubmission(book, operation, { drafts, partyId, options })
  return { partyId, isNew: partyId !== null && tie?.as !== 'same', changed, related: relatedIds }
}

interface Filling {
  readonly drafts: FormDrafts
  readonly partyId: number | null
  readonly options: SaveFormOptions
}

/** The records a form is made of, and the answers themselves as they were given; a printed sheet is ticked off as back. */
function keepSubmission(book: Book, operation: Operation, { drafts, partyId, options }: Filling): void {
  const made = drafts.records.map(({ entity, row }) => {
    const own = entity === 'info_item' && partyId === null ? {} : { party_id: partyId }
    const id = operation.insert(entity, { ...row, ...own })
    if (entity === 'demand') {
      const first = {
        demand_id: id,
        kind: 'stage',
        on_day: options.today,
        way: String(row['stage']),
        staff: options.staff,
      }
      operation.insert('demand_note', first)
    }
    return `${entity} ${id}`
  })
  const submission = operation.insert('submission', {
    form: drafts.form,
    version: drafts.version,
    party_id: partyId,
    record: made.length === 0 ? null : made.join(', '),
    staff: options.staff,
    at: options.at,
    sheet_no: options.sheet ?? null,
    answers: JSON.stringify(drafts.values),
  })
  if (options.sheet === undefined) return
  const row = cached(book, 'select id from blank_form where number = ?').get(options.sheet) as
    | { id: number }
    | undefined
  if (row !== undefined)
    operation.update('blank_form', row.id, { returned_on: options.today, submission_id: submission })
}
