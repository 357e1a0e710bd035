import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkOfDrafts } from '../../../src/domain/checks/drafts.ts'
import { compileRules, evaluateDraft } from '../../../src/domain/checks/evaluate.ts'
import { findCleanup } from '../../../src/domain/quality/cleanup.ts'
import { driftBetween } from '../../../src/domain/quality/drift.ts'
import { fieldProfiler, shapeDrift, shapeOf } from '../../../src/domain/quality/profile.ts'
import { qualityCollector } from '../../../src/domain/quality/snapshot.ts'
import { sourceReliability } from '../../../src/domain/quality/sources.ts'
import { suggestRules } from '../../../src/domain/quality/suggest-rules.ts'
import type { FindingClass } from '../../../src/model/checks.ts'
import type { PartyValues } from '../../../src/model/intake.ts'
import { type QualityScores, qualityMeasures } from '../../../src/model/quality.ts'
import { context, draft, type Given } from '../checks/parties.ts'

const chunkOf = (...givens: (Given & { facts?: Record<string, string> })[]) =>
  chunkOfDrafts(
    givens.map((given) => ({
      ...draft(given),
      facts: Object.entries(given.facts ?? {}).map(([field, value]) => ({ field, value })),
    })),
  )

function snapshot(
  givens: Parameters<typeof chunkOf>,
  findings: [party: number, field: string, klass: FindingClass][] = [],
) {
  const collector = qualityCollector(
    [{ field: 'name' }, { field: 'phone' }, { field: 'birth', kind: 'person' }],
    ['acquired_from'],
  )
  for (const finding of findings) collector.note(...finding)
  collector.add(chunkOf(...givens))
  return collector.finish('2026-11-22')
}

describe('quality of the book', () => {
  const people = [
    { values: { birth: '1985', acquired_from: '网络' }, facts: { confirmed_on: '2026-01-01' } },
    { values: { acquired_from: '网络' }, contacts: [] },
    { values: { kind: 'org', name: '宏达' } satisfies Partial<PartyValues> },
    { values: {} },
  ]
  const { all, fields, groups } = snapshot(people, [
    [0, 'phone', 'wrong'],
    [0, 'birth', 'inconsistent'],
    [1, 'phone', 'incomplete'],
    [2, 'name', 'duplicate'],
    [3, 'updated_on', 'outdated'],
    [3, 'updated_on', 'outdated'],
  ])

  it('counts what is asked, filled, wrong, double, contradictory, outdated and confirmed', () => {
    expect(all).toEqual({
      parties: 4,
      completeness: 8 / 11,
      validity: 7 / 8,
      uniqueness: 3 / 4,
      consistency: 3 / 4,
      freshness: 3 / 4,
      verified: 1 / 4,
    })
  })

  it('tells it field by field, asking only those who could have it', () => {
    expect(fields).toEqual([
      { field: 'name', present: 4, parties: 4, wrong: 0 },
      { field: 'phone', present: 3, parties: 4, wrong: 1 },
      { field: 'birth', present: 1, parties: 3, wrong: 0 },
    ])
  })

  it('tells it source by source; no source is a group too', () => {
    expect(groups['acquired_from']?.['网络']).toMatchObject({ parties: 2, completeness: 4 / 6, verified: 1 / 2 })
    expect(groups['acquired_from']?.['']).toMatchObject({ parties: 2, completeness: 4 / 5 })
  })

  it('groups add up to everyone, and shares stay shares', () => {
    const one = fc.record({
      source: fc.constantFrom('a', 'b', undefined),
      found: fc.subarray<FindingClass>(['wrong', 'duplicate', 'outdated']),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (list) => {
        const made = snapshot(
          list.map(({ source }) => ({ values: source === undefined ? {} : { acquired_from: source } })),
          list.flatMap(({ found }, party) =>
            found.map((klass) => [party, 'phone', klass] as [number, string, FindingClass]),
          ),
        )
        const sums = Object.values(made.groups['acquired_from'] ?? {})
        expect(sums.reduce((sum, { parties }) => sum + parties, 0)).toBe(list.length)
        for (const scores of [made.all, ...sums]) {
          for (const measure of qualityMeasures) {
            const share = scores[measure]
            expect(share === null || (share >= 0 && share <= 1)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('drift', () => {
  const scores = (completeness: number, parties = 100): QualityScores => ({
    parties,
    completeness,
    validity: 1,
    uniqueness: 1,
    consistency: 1,
    freshness: 1,
    verified: null,
  })
  const on = (completeness: number, present: number, wrong: number, source: QualityScores) => ({
    on: '2026-11-22',
    all: scores(completeness),
    fields: [{ field: 'birth', parties: 100, present, wrong }],
    groups: { source: { 网络: source, 新: scores(0) } },
  })

  it('names what moved, the biggest move first', () => {
    expect(driftBetween(on(0.9, 50, 0, scores(0.8)), on(0.85, 40, 4, scores(0.7)))).toEqual(
      [
        { of: 'field:birth', measure: 'completeness', before: 0.5, after: 0.4 },
        { of: 'field:birth', measure: 'wrong', before: 0, after: 0.1 },
        { of: 'source:网络', measure: 'completeness', before: 0.8, after: 0.7 },
        { of: 'all', measure: 'completeness', before: 0.9, after: 0.85 },
      ].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.of < b.of ? -1 : 1)),
    )
  })

  it('says nothing of what stayed, nor of a handful of rows', () => {
    const before = on(0.9, 50, 0, scores(0.8))
    expect(driftBetween(before, before)).toEqual([])
    expect(driftBetween(before, { ...before, groups: { source: { 网络: scores(0.1, 5) } } })).toEqual([])
  })
})

describe('profile', () => {
  it.each([
    ['0571-88651234', '9-9'],
    ['浙A12345', '汉A9'],
    ['张三·李四', '汉·汉'],
    ['a  b', 'A  A'],
    ['', ''],
  ])('the shape of %j is %j', (value, shape) => {
    expect(shapeOf(value)).toBe(shape)
  })

  const profileOf = (values: (string | null)[]) => {
    const profiler = fieldProfiler(['region'])
    profiler.add(chunkOf(...values.map((region) => ({ values: region === null ? {} : { region } }))))
    return profiler.finish()[0]!
  }

  it('counts values, shapes and ranges', () => {
    expect(profileOf(['1', '20', null])).toMatchObject({
      parties: 3,
      present: 2,
      distinct: 2,
      shapes: [{ shape: '9', count: 2 }],
      shortest: 1,
      longest: 2,
      range: { min: '1', max: '20', of: 'number' },
    })
    expect(profileOf(['2026-01-02', '2025-01-02'])).toMatchObject({
      range: { min: '2025-01-02', max: '2026-01-02', of: 'day' },
    })
    expect(profileOf(['1', '华东']).range).toBeUndefined()
  })

  it('shows a source that changed its ways', () => {
    const before = profileOf([...Array<string>(9).fill('华东'), '1'])
    const after = profileOf([...Array<string>(5).fill('华东'), ...Array<string>(5).fill('E-1')])
    expect(shapeDrift(before, after)).toEqual([
      { shape: 'A-9', before: 0, after: 0.5 },
      { shape: '汉', before: 0.9, after: 0.5 },
      { shape: '9', before: 0.1, after: 0 },
    ])
  })

  it('suggests rules that the data keep to, and that can be run', () => {
    const regions = [...Array<string>(60).fill('华东'), ...Array<string>(40).fill('华南')]
    const rules = suggestRules([
      profileOf(regions),
      { ...profileOf(Array.from({ length: 100 }, (_, i) => String(i))), field: 'age' },
    ])
    expect(rules).toMatchObject([
      { id: 'region-required', test: 'required' },
      { id: 'region-list', test: 'choice', values: ['华东', '华南'] },
      { id: 'age-required' },
      { id: 'age-range', test: 'range', min: '0', max: '99' },
    ])
    const outcome = compileRules(rules, context)
    if (!outcome.ok) throw new Error('faults')
    expect(evaluateDraft(outcome.compiled, draft({ values: { region: '华中' } })).map(({ rule }) => rule)).toEqual([
      'region-list',
      'age-required',
    ])
    expect(suggestRules([profileOf(['华东'])])).toEqual([])
  })
})

describe('clean-up lists', () => {
  const settings = { today: '2026-11-22', inactiveDays: 365, outdatedDays: 730 }
  const reasons = (given: Parameters<typeof chunkOf>[0]) => {
    const found: string[] = []
    findCleanup(chunkOf(given), settings, (_party, reason) => void found.push(reason))
    return found
  }
  it.each<[string, Parameters<typeof chunkOf>[0], string[]]>([
    ['in order', { facts: { last_deal_on: '2026-11-01' } }, []],
    ['nothing to go by', { values: { name: '?' }, contacts: [] }, ['invalid']],
    ['a stub', { facts: { stub: '1' } }, ['stub']],
    ['bought a year ago to the day', { facts: { last_deal_on: '2025-11-22' } }, []],
    ['bought a day earlier', { facts: { last_deal_on: '2025-11-21' } }, ['inactive']],
    ['but called since', { facts: { last_deal_on: '2025-11-21', last_contact_on: '2026-01-01' } }, []],
    ['two years silent', { facts: { last_deal_on: '2024-11-21' } }, ['inactive', 'outdated']],
    [
      'two years silent, yet confirmed',
      { facts: { last_deal_on: '2024-11-21', confirmed_on: '2026-01-01' } },
      ['inactive'],
    ],
    ['never seen, long on the books', { values: { opened_on: '2020-01-01' } }, ['inactive', 'outdated']],
    ['no customer', { role: 'related', facts: { last_deal_on: '2020-01-01' } }, []],
  ])('%s', (_what, given, wanted) => {
    expect(reasons(given)).toEqual(wanted)
  })
})

it('a source is trusted by what verification found, more the more was checked', () => {
  const source = { initiative: true, perMonth: 4, confirmed: 0, refuted: 0 }
  const list = sourceReliability([
    { ...source, name: '中介', confirmed: 10, refuted: 90 },
    { ...source, name: '前台', confirmed: 90, refuted: 10 },
    { ...source, name: '新' },
    { name: '名单', initiative: false, perMonth: null, confirmed: 0, refuted: 0 },
  ])
  expect(list.map(({ name, reliability }) => [name, Number(reliability.toFixed(3))])).toEqual([
    ['前台', 0.891],
    ['新', 0.8],
    ['名单', 0.4],
    ['中介', 0.164],
  ])
})
