import type { CheckRule, FindingClass, Severity } from '../../model/checks.ts'
import type { FieldDef } from '../../model/dictionary.ts'
import type { TierScheme } from '../../model/tiers.ts'

const code = (
  check: Extract<CheckRule, { test: 'builtin' }>['check'],
  severity: Severity,
  klass: FindingClass,
  ...fields: string[]
): CheckRule => ({
  id: check,
  severity,
  class: klass,
  fields,
  test: 'builtin',
  check,
})

/** What every book is checked for, without any rule file. `render/text/checks.ts` has the words of each. */
export const builtinRules: readonly CheckRule[] = [
  { id: 'name-missing', severity: 'error', class: 'incomplete', fields: ['name'], test: 'required', anyOf: ['name'] },
  {
    id: 'contact-missing',
    severity: 'warn',
    class: 'incomplete',
    fields: ['phone'],
    customersOnly: true,
    test: 'required',
    anyOf: ['contact', 'website', 'postal'],
  },
  {
    id: 'phone-missing',
    severity: 'warn',
    class: 'incomplete',
    fields: ['phone'],
    customersOnly: true,
    test: 'required',
    anyOf: ['phone'],
    given: ['contact', 'website', 'postal'],
  },
  {
    id: 'org-uscc-missing',
    severity: 'info',
    class: 'incomplete',
    fields: ['uscc'],
    kind: 'org',
    customersOnly: true,
    domestic: true,
    test: 'required',
    anyOf: ['uscc'],
  },
  code('name-incomplete', 'info', 'incomplete', 'given_name', 'honorific'),

  {
    id: 'phone-format',
    severity: 'error',
    class: 'wrong',
    fields: ['phone'],
    test: 'format',
    field: 'phone',
    format: 'phone',
  },
  {
    id: 'email-format',
    severity: 'error',
    class: 'wrong',
    fields: ['email'],
    test: 'format',
    field: 'email',
    format: 'email',
  },
  {
    id: 'id-number-format',
    severity: 'error',
    class: 'wrong',
    fields: ['id_number'],
    kind: 'person',
    test: 'format',
    field: 'id_number',
    format: 'id-number',
  },
  {
    id: 'uscc-format',
    severity: 'error',
    class: 'wrong',
    fields: ['uscc'],
    test: 'format',
    field: 'uscc',
    format: 'uscc',
  },
  {
    id: 'birth-format',
    severity: 'error',
    class: 'wrong',
    fields: ['birth'],
    test: 'format',
    field: 'birth',
    format: 'partial-date',
  },
  {
    id: 'opened-on-format',
    severity: 'error',
    class: 'wrong',
    fields: ['opened_on'],
    test: 'format',
    field: 'opened_on',
    format: 'date',
  },
  {
    id: 'website-format',
    severity: 'warn',
    class: 'wrong',
    fields: ['website'],
    test: 'format',
    field: 'website',
    format: 'url',
  },

  {
    id: 'birth-in-future',
    severity: 'error',
    class: 'wrong',
    fields: ['birth'],
    test: 'range',
    field: 'birth',
    max: 'today',
  },
  {
    id: 'opened-in-future',
    severity: 'error',
    class: 'wrong',
    fields: ['opened_on'],
    test: 'range',
    field: 'opened_on',
    min: '1949-10-01',
    max: 'today',
  },
  {
    id: 'deal-in-future',
    severity: 'error',
    class: 'wrong',
    fields: ['last_deal_on'],
    test: 'range',
    field: 'last_deal_on',
    max: 'today',
  },
  {
    id: 'contact-in-future',
    severity: 'warn',
    class: 'wrong',
    fields: ['last_contact_on'],
    test: 'range',
    field: 'last_contact_on',
    max: 'today',
  },
  code('impossible-age', 'error', 'wrong', 'birth'),

  code('placeholder-name', 'error', 'wrong', 'name'),
  code('placeholder-phone', 'error', 'wrong', 'phone'),
  code('placeholder-email', 'warn', 'wrong', 'email'),
  code('email-domain', 'warn', 'wrong', 'email'),
  code('mobile-segment', 'warn', 'wrong', 'phone'),
  code('landline-length', 'info', 'wrong', 'phone'),
  code('value-unread', 'error', 'wrong', 'birth', 'id_number', 'opened_on'),
  code('lossy-number', 'error', 'wrong', 'id_number', 'uscc', 'phone'),
  code('mojibake', 'error', 'wrong', 'name', 'remark'),
  code('person-named-as-org', 'warn', 'wrong', 'name'),
  code('org-named-as-person', 'warn', 'wrong', 'name'),
  code('org-with-citizen-number', 'info', 'wrong', 'id_number'),

  code('birth-contradicts-id', 'warn', 'inconsistent', 'birth', 'id_number'),
  code('gender-contradicts-id', 'warn', 'inconsistent', 'gender', 'id_number'),
  code('gender-contradicts-honorific', 'warn', 'inconsistent', 'gender', 'honorific'),
  code('birth-contradicts-age-band', 'info', 'inconsistent', 'age_band', 'birth'),
  code('city-contradicts-area-code', 'info', 'inconsistent', 'phone', 'address'),
  code('district-contradicts-city', 'warn', 'inconsistent', 'address'),
  code('address-contradicts-city', 'warn', 'inconsistent', 'address'),
  code('deal-before-opened', 'info', 'inconsistent', 'opened_on'),

  {
    id: 'id-number-twice',
    severity: 'warn',
    class: 'duplicate',
    fields: ['id_number'],
    test: 'unique',
    field: 'id_number',
  },
  { id: 'uscc-twice', severity: 'warn', class: 'duplicate', fields: ['uscc'], test: 'unique', field: 'uscc' },

  {
    id: 'not-seen-for-long',
    severity: 'info',
    class: 'outdated',
    fields: ['updated_on', 'confirmed_on', 'last_contact_on', 'last_deal_on'],
    customersOnly: true,
    test: 'fresh',
    days: 730,
  },
]

/** One rule for each closed list of the dictionary: its value must be one of the list, in whichever of its words. */
export function choiceRules(fields: readonly FieldDef[]): CheckRule[] {
  return fields
    .filter(
      (field) =>
        field.type === 'choice' &&
        field.open !== true &&
        field.choices !== undefined &&
        ['party', 'customer', 'fact'].includes(field.stored),
    )
    .map((field) => ({
      id: `choice-${field.key.replaceAll('_', '-')}`,
      severity: 'warn',
      class: 'wrong',
      fields: [field.key],
      test: 'choice',
      field: field.key,
      values: field.choices!.flatMap(({ value, zh, en, synonyms }) => [value, zh, en, ...(synonyms ?? [])]),
    }))
}

/** What a tier scheme asks to be filled at each level, as rules. */
export function tierRules(scheme: TierScheme): CheckRule[] {
  return scheme.levels.flatMap((level) =>
    (level.requires ?? []).map(
      (field): CheckRule => ({
        id: `tier-${scheme.key}-${level.level}-${field.replaceAll('_', '-')}`,
        severity: 'warn',
        class: 'incomplete',
        fields: [field],
        customersOnly: true,
        tiers: [level.level],
        test: 'required',
        anyOf: [field],
      }),
    ),
  )
}
