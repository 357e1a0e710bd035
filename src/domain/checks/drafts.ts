import { contactTypes, type PartyChunk } from '../../model/checks.ts'
import type { PartyDraft } from '../../model/intake.ts'

const typeIndex = new Map<string, number>(contactTypes.map((type, i) => [type, i]))

/** Drafts as a chunk, so that an answer, an edit and an import row are judged by the very rules of the book. Ids are 1, 2, 3 … */
export function chunkOfDrafts(drafts: readonly PartyDraft[]): PartyChunk {
  const values: Record<string, (string | null)[]> = {}
  const put = (field: string, i: number, value: string): void => {
    const column = values[field] ?? new Array<string | null>(drafts.length).fill(null)
    values[field] = column
    column[i] = value
  }
  drafts.forEach((draft, i) => {
    for (const [field, value] of Object.entries(draft.values))
      if (field !== 'kind' && value !== undefined) put(field, i, value)
    for (const { field, value } of draft.facts) put(field, i, value)
  })
  const contacts = drafts.flatMap((draft, i) => draft.contacts.map((contact) => ({ ...contact, i })))
  const addresses = drafts.flatMap((draft, i) => draft.addresses.map((address) => ({ ...address, i })))
  return {
    count: drafts.length,
    ids: drafts.map((_, i) => i + 1),
    kind: drafts.map((draft) => draft.values.kind),
    isCustomer: drafts.map((draft) => Number(draft.role === 'customer')),
    values,
    contacts: {
      count: contacts.length,
      party: contacts.map(({ i }) => i),
      type: contacts.map(({ type }) => typeIndex.get(type)!),
      raw: contacts.map(({ raw }) => raw),
      canonical: contacts.map(({ canonical }) => canonical),
    },
    addresses: {
      count: addresses.length,
      party: addresses.map(({ i }) => i),
      province: addresses.map(({ province }) => province ?? null),
      city: addresses.map(({ city }) => city ?? null),
      district: addresses.map(({ district }) => district ?? null),
      division: addresses.map(({ division }) => division ?? null),
      raw: addresses.map(({ raw }) => raw),
    },
  }
}
