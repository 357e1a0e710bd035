import type { FieldDef } from '../../model/dictionary.ts'
import { fieldByKey, fields } from '../dictionary/fields.ts'
import { foldKey } from '../normalize/fold.ts'

/** Where a value of one customer may be set by hand; deals and contacts have commands of their own. */
const SETTABLE: ReadonlySet<FieldDef['stored']> = new Set(['party', 'customer', 'contact', 'address', 'fact'])
/** Kept by kehu itself, or made of other values. */
const OWN: ReadonlySet<string> = new Set(['customer_type', 'code'])

const settable = (field: FieldDef): boolean => SETTABLE.has(field.stored) && !OWN.has(field.key)

/** The field people mean by a key, a label or a heading word; undefined where none is meant. Labels win over heading words. */
export function fieldNamed(name: string): FieldDef | undefined {
  const own = fieldByKey(name)
  if (own !== undefined && settable(own)) return own
  const key = foldKey(name)
  const all = fields.filter(settable)
  return (
    all.find((field) => foldKey(field.zh) === key || foldKey(field.en) === key) ??
    all.find((field) => field.synonyms.some((word) => foldKey(word) === key))
  )
}
