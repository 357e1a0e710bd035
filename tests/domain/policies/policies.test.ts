import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { builtinRules } from '../../../src/domain/checks/builtin-rules.ts'
import { compileRules } from '../../../src/domain/checks/evaluate.ts'
import { applyCheckPolicy, parseCheckPolicy } from '../../../src/domain/policies/check-rules.ts'
import { parseSegments } from '../../../src/domain/policies/segments.ts'
import { parseTierScheme } from '../../../src/domain/policies/tier-scheme.ts'
import { builtinSchemes } from '../../../src/domain/tiers/schemes/builtin.ts'
import { expressionsText } from '../../../src/render/text/expressions.ts'

type Outcome =
  | { ok: true }
  | { ok: false; faults: readonly { path: string; reason: { code: string; params?: object } }[] }
const faultsOf = (outcome: Outcome) => (outcome.ok ? [] : outcome.faults.map(({ path, reason }) => [path, reason.code]))

describe('a tier scheme', () => {
  it.each(builtinSchemes.map((scheme) => [scheme.key, scheme] as const))('%s may stand in a file', (_key, scheme) => {
    expect(parseTierScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ ok: true, value: scheme })
  })

  it('gives all its faults at once, each with its path', () => {
    const raw = parse(`
key: Immobilien
zh: 地产
periodDays: 0
colour: red
levels:
  - level: A
    zh: 贵宾
    contactEvery: soon
    clauses:
      - id: A1
        zh: 累计
      - id: A2
        when: 5
        zh: 别墅
  - zh: 重要
`)
    expect(faultsOf(parseTierScheme(raw)).sort()).toEqual(
      [
        ['colour', 'policy-unknown-key'],
        ['key', 'policy-id'],
        ['levels[0].clauses[0].when', 'policy-missing'],
        ['levels[0].clauses[1].when', 'policy-type'],
        ['levels[0].contactEvery', 'policy-type'],
        ['levels[1].level', 'policy-missing'],
        ['periodDays', 'policy-too-small'],
      ].sort(),
    )
  })

  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, '', 'policy-missing'],
    ['null, an empty file', null, '', 'policy-not-object'],
    ['a text', 'hello', '', 'policy-not-object'],
    ['no levels', { key: 'a', zh: 'a', levels: [] }, 'levels', 'policy-empty'],
  ])('is refused: %s', (_what, raw, path, code) => {
    expect(faultsOf(parseTierScheme(raw))).toEqual([[path, code]])
  })
})

describe('rules of the house', () => {
  const house = parse(`
without: [org-uscc-missing]
change:
  phone-format: { severity: warn, threshold: { warn: 0.02, fail: 0.05 }, owner: 前台 }
rules:
  - id: adult
    fields: [birth]
    test: condition
    bad: age < 18
    message: { zh: 未满 18 岁, en: under 18 }
  - { id: vip-phone, fields: [phone], test: required, anyOf: [phone], tiers: [A, B], severity: error, class: incomplete }
  - { id: area, fields: [region], test: choice, field: region, values: [华东, 华南] }
  - { id: capital, fields: [registered_capital], test: range, field: registered_capital, min: 0, max: 1000000000000 }
`)

  it('are read and put beside the built-in ones', () => {
    const read = parseCheckPolicy(house)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const applied = applyCheckPolicy(builtinRules, read.value)
    if (!applied.ok) throw new Error(JSON.stringify(applied.faults))
    expect(applied.value.length).toBe(builtinRules.length + 3)
    expect(applied.value.find(({ id }) => id === 'phone-format')).toMatchObject({
      severity: 'warn',
      owner: '前台',
      test: 'format',
    })
    expect(applied.value.find(({ id }) => id === 'adult')).toMatchObject({ severity: 'warn', class: 'wrong' })
    expect(compileRules(applied.value, { today: '2026-11-22' }).ok).toBe(true)
  })

  it('give all their faults at once', () => {
    const raw = {
      rules: [
        { id: 'a', fields: ['x'], test: 'shape' },
        { id: 'B', fields: [], test: 'required', anyOf: ['x'] },
        { id: 'c', fields: ['x'], test: 'range', field: 'x', threshold: { warn: 0.5, fail: 0.1 }, severity: 'fatal' },
        { id: 'd', fields: ['x'] },
      ],
      without: 'phone',
    }
    expect(faultsOf(parseCheckPolicy(raw))).toEqual([
      ['rules[0].test', 'policy-value'],
      ['rules[1].id', 'policy-id'],
      ['rules[1].fields', 'policy-empty'],
      ['rules[2].severity', 'policy-value'],
      ['rules[2].threshold', 'policy-threshold-order'],
      ['rules[3].test', 'policy-missing'],
      ['without', 'policy-type'],
    ])
  })

  it('that name no built-in rule are faults', () => {
    expect(
      faultsOf(
        applyCheckPolicy(builtinRules, { rules: [], without: ['fone'], change: { mail: {} }, imports: [], style: {} }),
      ),
    ).toEqual([
      ['without[0]', 'policy-unknown-key'],
      ['change.mail', 'policy-unknown-key'],
    ])
  })

  it('with a condition that can not be read are faults with a caret', () => {
    const outcome = compileRules(
      [{ id: 'adult', severity: 'warn', class: 'wrong', fields: ['birth'], test: 'condition', bad: 'agge < 18' }],
      { today: '2026-11-22' },
    )
    expect(outcome).toMatchObject({
      ok: false,
      faults: [{ path: 'rules[0].bad', excerpt: 'agge < 18\n^^^^', reason: { code: 'expression-unknown-name-near' } }],
    })
  })
})

describe('segments', () => {
  it('are read; a key twice is a fault', () => {
    const segment = { key: 'big', zh: '大客户', when: 'purchases_total > wan(10)' }
    expect(parseSegments({ segments: [segment] })).toEqual({ ok: true, value: [{ ...segment, en: '大客户' }] })
    expect(faultsOf(parseSegments({ segments: [segment, segment] }))).toEqual([['segments[1].key', 'segment-twice']])
  })
})

it('every fault has its words', () => {
  for (const code of [
    'policy-missing',
    'policy-type',
    'policy-id',
    'policy-empty',
    'policy-value',
    'policy-threshold-order',
    'segment-twice',
    'policy-too-small',
    'policy-too-big',
  ]) {
    expect(Object.keys(expressionsText)).toContain(code)
  }
})
