import type { Choice, FieldDef } from '../../model/dictionary.ts'
import { basicFields } from './basic.ts'
import { contactFields } from './contact.ts'
import { contractFields, dealFields } from './deal.ts'
import { demandFields, interactionFields } from './interaction.ts'
import { manageFields } from './manage.ts'
import { moreWords } from './more-words.ts'
import { creditFields, organisationFields, rivalFields } from './organisation.ts'
import { dateFields, diningFields, kinFields, lifeFields, otherFields, valueFields, workFields } from './person.ts'
import { cardFields, informationFields, moreFields, planFields, surveyFields, verifyFields } from './records.ts'

/** Every built-in field (数据字典), block by block. */
export const fields: readonly FieldDef[] = [
  ...basicFields,
  ...contactFields,
  ...workFields,
  ...lifeFields,
  ...diningFields,
  ...valueFields,
  ...kinFields,
  ...dateFields,
  ...otherFields,
  ...manageFields,
  ...organisationFields,
  ...creditFields,
  ...rivalFields,
  ...dealFields,
  ...contractFields,
  ...interactionFields,
  ...demandFields,
  ...informationFields,
  ...planFields,
  ...surveyFields,
  ...verifyFields,
  ...cardFields,
  ...moreFields,
].map(withMoreWords)

function withMoreWords(field: FieldDef): FieldDef {
  const words = moreWords[field.key]
  return words === undefined ? field : { ...field, synonyms: [...field.synonyms, ...words.split('|')] }
}

const byKey = new Map(fields.map((field) => [field.key, field]))

/** The field of a key; undefined for keys of extra columns (`extra:…`). */
export const fieldByKey = (key: string): FieldDef | undefined => byKey.get(key)

/** Fields that are stored as facts, and what conditions read from them. */
export const factTypes: ReadonlyMap<string, 'number' | 'text'> = new Map(
  fields
    .filter(({ stored }) => stored === 'fact')
    .map(({ key, type }) => [key, type === 'money' || type === 'number' || type === 'integer' ? 'number' : 'text']),
)

/** The allowed values of a field; empty where anything may stand. */
export const choicesOf = (key: string): readonly Choice[] => byKey.get(key)?.choices ?? []

const forbidden = /宗教|信仰|教派|政治|党派|党员|政治面貌|民族宗教|religio|politic|\bparty member|\bfaith\b|\bcreed\b/i

/** Whether a field of this name may not be collected: religion and political views (SEC-03). */
export const mayNotBeCollected = (name: string): boolean => forbidden.test(name)
