import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinRules, choiceRules, tierRules } from '../../../src/domain/checks/builtin-rules.ts'
import { chunkOfDrafts } from '../../../src/domain/checks/drafts.ts'
import { compileRules, evaluateDraft, evaluateParties, ruleResults } from '../../../src/domain/checks/evaluate.ts'
import { propertyScheme } from '../../../src/domain/tiers/schemes/property.ts'
import type { CheckRule, Finding } from '../../../src/model/checks.ts'
import type { FieldDef } from '../../../src/model/dictionary.ts'
import { compiled, contact, context, draft, mobile } from './parties.ts'

const rule = (more: object): CheckRule =>
  ({ id: 'one', severity: 'error', class: 'wrong', fields: ['name'], ...more }) as unknown as CheckRule
const finding = (one: CheckRule, values: object, more: object = {}) =>
  evaluateDraft(compiled([one], more), draft({ values })).length

describe('rules of the house', () => {
  it.each<[string, CheckRule, object, number]>([
    ['condition that holds', rule({ test: 'condition', bad: 'age < 18' }), { birth: '2008-11-23' }, 1],
    ['on the birthday itself', rule({ test: 'condition', bad: 'age < 18' }), { birth: '2008-11-22' }, 0],
    ['not known passes', rule({ test: 'condition', bad: 'age < 18' }), {}, 0],
    [
      'age from the citizen number',
      rule({ test: 'condition', bad: 'age > 60' }),
      { id_number: '11010519491231002X' },
      1,
    ],
    ['columns and flags', rule({ test: 'condition', bad: 'kind == "person" && has_phone && !known(employer)' }), {}, 1],
    ['a custom field', rule({ test: 'condition', bad: 'f["capital"] < 0' }), { capital: '-5' }, 1],
    ['number in range', rule({ test: 'range', field: 'capital', min: '0', max: '10' }), { capital: '10' }, 0],
    ['number out of range', rule({ test: 'range', field: 'capital', min: '0', max: '10' }), { capital: '10.5' }, 1],
    [
      'day in range',
      rule({ test: 'range', field: 'opened_on', min: '2020-01-01', max: 'today' }),
      { opened_on: '2020-01-01' },
      0,
    ],
    [
      'day out of range',
      rule({ test: 'range', field: 'opened_on', min: '2020-01-01', max: 'today' }),
      { opened_on: '2019-12-31' },
      1,
    ],
    ['value of the list', rule({ test: 'choice', field: 'region', values: ['华东'] }), { region: '华东' }, 0],
    ['value beside the list', rule({ test: 'choice', field: 'region', values: ['华东'] }), { region: '东部' }, 1],
    ['organisations only', rule({ test: 'required', anyOf: ['uscc'], kind: 'org' }), {}, 0],
    ['a tier only', rule({ test: 'required', anyOf: ['birth'], tiers: ['A'] }), { tier: 'A' }, 1],
    ['another tier', rule({ test: 'required', anyOf: ['birth'], tiers: ['A'] }), { tier: 'B' }, 0],
  ])('%s', (_what, one, values, count) => {
    expect(finding(one, values, { fields: new Map([['capital', 'number']]) })).toBe(count)
  })

  it('for choices of the dictionary and for tiers are made from data', () => {
    const field = {
      key: 'potential',
      type: 'choice',
      stored: 'fact',
      choices: [{ value: '高', zh: '高', en: 'high' }],
    } as unknown as FieldDef
    expect(choiceRules([field])).toMatchObject([
      { id: 'choice-potential', test: 'choice', values: ['高', '高', 'high'] },
    ])
    const rules = tierRules(propertyScheme)
    expect(rules.length).toBe(6 + 4 + 2 + 2 + 1)
    expect(compileRules([...builtinRules, ...rules], context).ok).toBe(true)
  })

  it('twice under one id are refused', () => {
    expect(
      compileRules([rule({ test: 'required', anyOf: ['name'] }), rule({ test: 'required', anyOf: ['uscc'] })], context),
    ).toMatchObject({
      ok: false,
      faults: [{ path: 'rules[1].id', reason: { code: 'check-rule-twice' } }],
    })
  })
})

describe('what becomes of a rule', () => {
  it.each<[string, Partial<CheckRule>, number, string]>([
    ['nothing found', {}, 0, 'passed'],
    ['an error', {}, 1, 'failed'],
    ['a warning', { severity: 'warn' }, 1, 'warned'],
    ['a note', { severity: 'info' }, 1, 'passed'],
    ['below both lines', { threshold: { warn: 0.02, fail: 0.05 } }, 2, 'passed'],
    ['above the warning line', { threshold: { warn: 0.02, fail: 0.05 } }, 3, 'warned'],
    ['on the failing line', { threshold: { warn: 0.02, fail: 0.05 } }, 5, 'warned'],
    ['above the failing line', { threshold: { warn: 0.02, fail: 0.05 } }, 6, 'failed'],
  ])('%s', (_what, more, found, status) => {
    const one = rule({ test: 'required', anyOf: ['name'], ...more })
    expect(ruleResults([one], [100], [found])[0]).toMatchObject({ status, judged: 100, found })
  })
})

describe('laws', () => {
  const someone = fc.record({
    values: fc.record({
      name: fc.constantFrom('王建国', '测试', '13857107788', '杭州宏达科技有限公司'),
      gender: fc.constantFrom('M' as const, 'F' as const),
      id_number: fc.constantFrom('11010519491231002X', '110105194912310021', '330106198506012000'),
      birth: fc.constantFrom('1949-12-31', '1950', '2030-01-01', 'lunar:13-01'),
    }),
    contacts: fc.subarray([
      mobile,
      contact('mobile', '13800000000'),
      contact('email', 'test@test.com'),
      contact('mobile', null, '138'),
    ]),
  })
  const rules = compiled()
  const findingsOf = (...givens: Parameters<typeof draft>[0][]): Finding[] => {
    const findings: Finding[] = []
    evaluateParties(rules, chunkOfDrafts(givens.map(draft)), (each) => void findings.push(each))
    return findings
  }

  it('a chunk is judged as its drafts one by one, so entry, import and verify agree', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 6 }), (givens) => {
        const strip = ({ rule: id, field, value, params }: Finding) => JSON.stringify([id, field, value, params])
        const together = findingsOf(...givens).map((each) => `${each.partyId} ${strip(each)}`)
        const apart = givens.flatMap((given, i) => findingsOf(given).map((each) => `${i + 1} ${strip(each)}`))
        expect(together.sort()).toEqual(apart.sort())
      }),
    )
  })

  it('the same check gives the same findings again, under the same keys, each once', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 6 }), (givens) => {
        const keys = findingsOf(...givens).map(({ key }) => key)
        expect(findingsOf(...givens).map(({ key }) => key)).toEqual(keys)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
