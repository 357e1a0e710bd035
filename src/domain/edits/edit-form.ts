import type { FieldDef } from '../../model/dictionary.ts'
import type { FormDef, FormQuestion } from '../../model/forms.ts'
import type { PartyKind } from '../../model/intake.ts'

/** A form of some fields, made for one edit, so that what is typed is held against the very checks of every form. */
export function editForm(kind: PartyKind, fields: readonly FieldDef[]): FormDef {
  return {
    key: 'edit',
    number: '',
    version: 1,
    zh: '修改资料',
    en: 'Edit',
    profiles: ['general'],
    about: kind,
    makes: ['customer'],
    sections: [{ key: 'edit', zh: '修改资料', en: 'Edit', items: fields.map(({ key }) => ({ field: key })) }],
  }
}

/** A single field as a question, to check one value by. */
export function questionOfField(field: FieldDef): FormQuestion {
  const section = { key: 'edit', zh: '', en: '', items: [] }
  return { path: field.key, section, item: { field: field.key }, required: true }
}
