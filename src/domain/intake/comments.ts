import type { SheetInfo } from '../../model/sheet.ts'
import { foldText } from '../normalize/fold.ts'
import { parsePhones } from '../normalize/phones.ts'
import { note, type RowDraft } from './row-draft.ts'

/** A second number in a cell's comment. */
export function readComments(info: SheetInfo, index: number, draft: RowDraft): void {
  for (const [place, text] of info.comments) {
    if (Number(place.slice(0, place.indexOf(','))) !== index) continue
    const column = Number(place.slice(place.indexOf(',') + 1))
    const read = parsePhones(foldText(text))
    const word = text
      .replace(/[\d\s+-]{7,}/g, '')
      .replace(/^[^:：]{0,20}[:：]\s*/, '')
      .trim()
    for (const phone of read.phones) {
      if (draft.contacts.some((contact) => contact.canonical === phone.canonical)) continue
      const label = word !== '' && word.length <= 10 ? word : phone.label
      draft.contacts.push({
        type: phone.type,
        raw: phone.raw,
        canonical: phone.canonical,
        ...(label !== undefined && { label }),
      })
      note(draft, { code: 'phone-in-comment' }, column, 'phone')
    }
    draft.facts.push({ field: 'extra:批注', value: foldText(text) })
  }
}
