import { describe, expect, it } from 'vitest'
import { fieldByKey } from '../../../src/domain/dictionary/fields.ts'
import { builtInForms, findForm, formsOf } from '../../../src/domain/forms/built-in.ts'
import type { FormDef, Profile } from '../../../src/model/forms.ts'

const named = builtInForms.map((form): [string, FormDef] => [`${form.number} ${form.zh}`, form])
const items = (form: FormDef) => form.sections.flatMap((section) => section.items.map((item) => ({ section, item })))

describe('built-in forms', () => {
  it.each(named)('%s asks only for fields of the dictionary', (_name, form) => {
    expect(
      items(form)
        .filter(({ item }) => fieldByKey(item.field) === undefined)
        .map(({ item }) => item.field),
    ).toEqual([])
  })

  it.each(named)('%s asks for no field twice', (_name, form) => {
    const paths = items(form).map(({ section, item }) => (section.repeat ? `${section.key}.${item.field}` : item.field))
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
  })

  it.each(named)('%s makes a question depend only on one asked before it', (_name, form) => {
    const seen = new Set<string>()
    for (const { item } of items(form)) {
      if (item.when !== undefined) expect(seen, item.field).toContain(item.when.field)
      seen.add(item.field)
    }
  })

  it.each(named)('%s asks for every required field in its short variant too', (_name, form) => {
    expect(items(form).filter(({ section, item }) => item.required && item.full && !section.repeat)).toEqual([])
    const short = form.sections.filter((section) => section.full !== true)
    expect(short.length).toBeGreaterThan(0)
  })

  it('have keys and numbers of their own', () => {
    expect(new Set(builtInForms.map(({ key }) => key)).size).toBe(builtInForms.length)
    expect(new Set(builtInForms.map(({ number }) => number)).size).toBe(builtInForms.length)
  })

  it.each([
    ['visitor', 'F7'],
    ['f1', 'F1'],
    ['客户信息收集表', 'F1'],
  ])('is found as %s', (name, number) => expect(findForm(builtInForms, name)?.number).toBe(number))

  it.each<[Profile, string]>([
    ['restaurant', 'F1'],
    ['realestate', 'F7'],
    ['office-leasing', 'F16'],
    ['retail', 'F4'],
    ['trade', 'F21'],
    ['bank', 'F22'],
    ['general', 'F7'],
  ])('for %s begin with %s', (profile, number) => expect(formsOf(builtInForms, profile)[0]?.number).toBe(number))

  it('keep the five required value fields of the customer information sheet', () => {
    const value = findForm(builtInForms, 'F1')!.sections.find(({ key }) => key === 'value')!
    expect(value.items.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      'dining_grade',
      'spending_frequency',
      'role',
      'signs_on_account',
      'spending_reason',
    ])
  })
})
