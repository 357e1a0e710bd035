import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { builtInForms } from '../../../src/domain/forms/built-in.ts'
import { parseForm } from '../../../src/domain/policies/forms.ts'

const tasting = parse(/```yaml\n(key: tasting[\s\S]*?)```/.exec(readFileSync('docs/forms.md', 'utf8'))![1]!)
const broken = (change: (form: typeof tasting) => void) => {
  const form = structuredClone(tasting)
  change(form)
  const outcome = parseForm(form)
  return outcome.ok ? [] : outcome.faults.map(({ path, reason }) => `${path} ${reason.code}`)
}

describe('a form from a file', () => {
  it('is read as docs/forms.md shows it', () => expect(broken(() => {})).toEqual([]))

  it.each(builtInForms.map((form): [string, typeof form] => [form.number, form]))(
    'may say all that %s says',
    (_number, form) => {
      expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual({ ok: true, value: form })
    },
  )

  it.each<[string, (form: typeof tasting) => void, string]>([
    [
      'a field the dictionary lacks',
      (f) => (f.sections[0].items[2].field = 'shoe_size'),
      'sections[0].items[2].field form-field-unknown',
    ],
    [
      'a field asked twice',
      (f) => (f.sections[0].items[2].field = 'name'),
      'sections[0].items[2].field form-field-twice',
    ],
    [
      'a condition on what is asked later',
      (f) => (f.sections[0].items[0].when = { field: 'remark' }),
      'sections[0].items[0].when.field form-condition-unasked',
    ],
    [
      'a faith',
      (f) => (f.sections[0].items[1].label.zh = '宗教信仰'),
      'sections[0].items[1].label form-field-forbidden',
    ],
    [
      'a word nobody knows',
      (f) => (f.sections[0].items[0].must = true),
      'sections[0].items[0].must policy-unknown-key',
    ],
    ['no title', (f) => delete f.zh, 'zh policy-missing'],
  ])('is refused for %s, with its place', (_name, change, fault) => expect(broken(change)).toContain(fault))
})
