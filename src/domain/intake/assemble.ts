import type { RowReading } from '../../model/intake.ts'
import { keepBeside } from './beside-facts.ts'
import { customerOf, phoneTypes, secondPersons } from './customer.ts'
import { dealDraftOf, dropEmptyDeal, talkDraftsOf } from './events.ts'
import { isNoName, isWalkIn, type NameReading, readName } from './names.ts'
import { relatedParties } from './related.ts'
import { note, notesOf, type RowDraft } from './row-draft.ts'
import {
  hasIdentity,
  isTestRow,
  kindTold,
  takeNameOutOfPhone,
  takePhoneOutOfName,
  takeThirdPersons,
  tellMissing,
  tellName,
} from './row-identity.ts'
import { type AssembleFacts, type NameWords, noDeals, noParties, noTalks, wordsOf } from './row-said.ts'

const rejected = (draft: RowDraft, code: string): RowReading => ({
  row: draft.row,
  fate: 'rejected',
  reason: { code },
  notes: notesOf(draft),
  parties: noParties,
  deals: noDeals,
  interactions: noTalks,
})

/** Makes of a row's cells what the row says: parties, deals, contacts; or why it says nothing of a customer. */
export function assemble(draft: RowDraft, facts: AssembleFacts): RowReading {
  if (draft.name === '' && facts.customerAbove !== undefined) draft.name = facts.customerAbove
  if (draft.deal !== null && facts.role === 'customers') dropEmptyDeal(draft)
  if (draft.phoneWords.length > 0) takeNameOutOfPhone(draft)
  takePhoneOutOfName(draft)
  if (isTestRow(draft)) return rejected(draft, 'test-record')
  const nobody = isWalkIn(draft.name)
  const nameless = nobody || isNoName(draft.name)
  const name = nameless ? null : readName(draft.name, kindTold(draft), facts.kindWhenUnsure)
  const words = wordsOf(name)
  const others =
    facts.makesParty && (draft.people.length > 0 || draft.agent !== '' || draft.besides.length > 0)
      ? relatedParties(draft, name)
      : []
  takeThirdPersons(draft, name, others)
  if (draft.above !== null && draft.deal !== null) return eventsOnly(draft, facts, null, words, false)
  if (facts.deals && !facts.makesParty) return eventsOnly(draft, facts, name, words, nobody)
  if (facts.talks && !facts.makesParty) return eventsOnly(draft, facts, name, words, nobody)
  if (!hasIdentity(draft, name)) {
    if (facts.deals && draft.deal !== null) return eventsOnly(draft, facts, null, words, nobody || !facts.hasNameColumn)
    return rejected(draft, 'no-identity')
  }
  tellMissing(draft, name, facts)
  const staff = draft.values.owner
  const status = draft.values.status
  const customer = customerOf(draft, name, words, facts)
  const twins = secondPersons(draft, customer)
  return {
    row: draft.row,
    fate: 'accepted',
    notes: notesOf(draft),
    parties: twins !== null ? [...twins, ...others] : others.length === 0 ? [customer] : [customer, ...others],
    deals: draft.deal === null ? noDeals : [dealDraftOf(draft, facts, null, { words, staff, status })],
    interactions:
      draft.talk === null && draft.talks.length === 0
        ? noTalks
        : talkDraftsOf(draft, facts, null, { words, staff, status }),
  }
}

/** A row that speaks of a customer kept elsewhere, or of nobody known. */
function eventsOnly(
  draft: RowDraft,
  facts: AssembleFacts,
  name: NameReading | null,
  words: NameWords,
  nobody: boolean,
): RowReading {
  const phone = draft.contacts.find((contact) => phoneTypes.has(contact.type) && contact.canonical !== null)?.canonical
  const { source_code, uscc } = draft.values
  const ref = draft.above ?? {
    ...(source_code !== undefined && { code: source_code }),
    ...(name?.values.name !== undefined && { name: name.values.name }),
    ...(phone != null && { phone }),
    ...(uscc !== undefined && { uscc }),
  }
  if (Object.keys(ref).length === 0) {
    if (draft.deal === null) return rejected(draft, 'no-identity')
    note(draft, { code: nobody ? 'walk-in' : 'no-customer' })
  }
  tellName(draft, name)
  const { owner: staff, status } = draft.values
  const event = draft.deal ?? draft.talk ?? draft.talks[0]
  if (event !== undefined) keepBeside(draft, phone, event)
  return {
    row: draft.row,
    fate: 'accepted',
    notes: notesOf(draft),
    parties: noParties,
    deals: draft.deal === null ? noDeals : [dealDraftOf(draft, facts, ref, { words, staff, status })],
    interactions:
      draft.talk === null && draft.talks.length === 0
        ? noTalks
        : talkDraftsOf(draft, facts, ref, { words, staff, status }),
  }
}
