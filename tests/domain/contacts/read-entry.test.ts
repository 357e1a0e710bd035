import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodAround } from '../../../src/domain/contacts/plan-period.ts'
import { readEntry } from '../../../src/domain/contacts/read-entry.ts'
import { checkDay } from '../../../src/domain/forms/check-day.ts'

describe('a quick entry', () => {
  it.each([
    ['来电 问A栋租金', 'call', true, '问A栋租金'],
    ['来电：问A栋租金', 'call', true, '问A栋租金'],
    ['去电 约看房', 'call', false, '约看房'],
    ['电话回访，很满意', 'call', false, '很满意'],
    ['来访 看了三套', 'walk-in', true, '看了三套'],
    ['登门拜访 送样品', 'visit', false, '送样品'],
    ['微信 发了户型图', 'message', undefined, '发了户型图'],
    ['订餐 六人', 'booking', true, '六人'],
    ['called about the rent', 'call', true, 'about the rent'],
    ['来电', 'call', true, '来电'],
    ['问A栋租金', undefined, undefined, '问A栋租金'],
    ['textile samples', undefined, undefined, 'textile samples'],
  ])('%s', (text, kind, customerInitiated, content) => {
    expect({ kind: undefined, customerInitiated: undefined, ...readEntry(text) }).toEqual({
      kind,
      customerInitiated,
      content,
    })
  })

  it('never loses what was said', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const fold = (one: string): string => one.trim().normalize('NFKC')
        expect(fold(text).endsWith(fold(readEntry(text).content))).toBe(true)
      }),
    )
  })
})

describe('days as people say them', () => {
  // 2026-11-22 is a Sunday.
  it.each([
    ['今天', '2026-11-22'],
    ['周三', '2026-11-25'],
    ['周日', '2026-11-22'],
    ['下周三', '2026-11-25'],
    ['下周日', '2026-11-29'],
    ['下下周一', '2026-11-30'],
    ['上周五', '2026-11-13'],
    ['本周一', '2026-11-16'],
    ['星期六', '2026-11-28'],
    ['月底', '2026-11-30'],
    ['下月初', '2026-12-01'],
    ['下月底', '2026-12-31'],
    ['3天后', '2026-11-25'],
  ])('%s', (text, day) => {
    const checked = checkDay(text, '2026-11-22')
    expect(checked.ok && checked.value.value).toBe(day)
  })
})

describe('the span of a plan', () => {
  it.each([
    ['day', '2026-11-22', '2026-11-23'],
    ['week', '2026-11-16', '2026-11-23'],
    ['month', '2026-11-01', '2026-12-01'],
  ])('%s', (grain, from, to) => {
    expect(periodAround('2026-11-22', grain)).toEqual({ from, to })
  })
})
