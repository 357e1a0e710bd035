import type { FieldDef } from '../../model/dictionary.ts'
import type { FormFault } from '../../model/forms.ts'
import type { PartyDraft, PartyKind } from '../../model/intake.ts'
import type { IsoDate } from '../../model/units.ts'
import { mayNotBeCollected } from '../dictionary/fields.ts'
import { fillForm } from '../forms/from-answers.ts'
import { toDrafts } from '../forms/to-drafts.ts'
import { editForm } from './edit-form.ts'
import { fieldNamed } from './field-named.ts'

/** What an edit asks for: values to be put, and fields to be emptied. */
export type Changes =
  | {
      readonly ok: true
      readonly draft: PartyDraft
      readonly cleared: readonly FieldDef[]
      readonly fields: readonly FieldDef[]
    }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

export interface ChangeOf {
  readonly kind: PartyKind
  readonly today: IsoDate
  readonly staff: string
}

/** Reads `field=value` texts; every fault comes at once, and one fault stops all. An empty value empties the field. */
export function readChanges(texts: readonly string[], of: ChangeOf): Changes {
  const faults: FormFault[] = []
  const given: Record<string, string> = {}
  const fields: FieldDef[] = []
  const cleared: FieldDef[] = []
  for (const text of texts) {
    const [, name = '', value] = /^([^=＝]+)[=＝]([\s\S]*)$/.exec(text) ?? []
    const field = fieldNamed(name.trim())
    if (value === undefined) faults.push({ path: text, reason: { code: 'edit-no-equals' } })
    else if (mayNotBeCollected(name)) faults.push({ path: name.trim(), reason: { code: 'field-forbidden' } })
    else if (field === undefined) faults.push({ path: name.trim(), reason: { code: 'edit-no-such-field' } })
    else if (value.trim() === '') {
      if (field.key === 'name') faults.push({ path: field.zh, reason: { code: 'edit-name-needed' } })
      cleared.push(field)
    } else {
      given[field.key] = value.trim()
      fields.push(field)
    }
  }
  const def = editForm(of.kind, fields)
  const filled = fillForm(def, given, { today: of.today, staff: of.staff })
  if (!filled.ok) faults.push(...filled.faults)
  if (faults.length > 0 || !filled.ok) return { ok: false, faults }
  const { party } = toDrafts(def, filled.state)
  return { ok: true, draft: party!, cleared, fields }
}
