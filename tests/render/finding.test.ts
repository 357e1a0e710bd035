import { describe, expect, it } from 'vitest'
import { builtinRules } from '../../src/domain/checks/builtin-rules.ts'
import type { CheckRule, Finding } from '../../src/model/checks.ts'
import { findingSentence, remedyOf, ruleTitle } from '../../src/render/finding.ts'
import { checksText } from '../../src/render/text/checks.ts'

const words = (lang: 'zh' | 'en') => ({
  lang,
  label: (field: string) => (field === 'vip' ? '会员级别' : field),
  show: (_f: string, value: string) => `${value.slice(0, 3)}***`,
  tell: (code: string) => `<${code}>`,
})
const finding = (rule: string, value: string | null, params: Finding['params'] = {}): Finding => ({
  key: 'k',
  rule,
  partyId: 1,
  field: 'id_number',
  value,
  params,
})

describe('a finding in words', () => {
  it.each(builtinRules.map((rule) => [rule.id, rule] as const))(
    '%s has a message, a remedy and a title in both languages',
    (id, rule) => {
      expect(Object.keys(checksText)).toEqual(expect.arrayContaining([`check.${id}`, `check.${id}.remedy`]))
      for (const lang of ['zh', 'en'] as const) {
        expect(ruleTitle(rule, words(lang))).not.toMatch(/[{}]/)
        expect(remedyOf(rule, lang).length).toBeGreaterThan(3)
      }
    },
  )

  it('shows the value as the reader may see it, with the reason', () => {
    const rule = builtinRules.find(({ id }) => id === 'id-number-format')!
    expect(findingSentence(finding(rule.id, '110105194912310021', { why: 'id-check' }), rule, words('zh'))).toBe(
      '证件号“110***”不对：<id-check>',
    )
  })

  it('hides what is in the citizen number too', () => {
    const rule = builtinRules.find(({ id }) => id === 'birth-contradicts-id')!
    expect(findingSentence(finding(rule.id, '1950-01-01', { inId: '1949-12-31' }), rule, words('zh'))).not.toContain(
      '1949-12-31',
    )
  })

  it('a rule of the house speaks its own words, else those of its kind', () => {
    const rule: CheckRule = {
      id: 'vip-needed',
      severity: 'warn',
      class: 'incomplete',
      fields: ['vip'],
      test: 'required',
      anyOf: ['vip'],
    }
    expect(findingSentence({ ...finding(rule.id, null), field: 'vip' }, rule, words('zh'))).toBe('缺少“会员级别”')
    const own = {
      ...rule,
      message: { zh: '会员要有级别', en: 'members need a level' },
      remedy: { zh: '补上', en: 'add it' },
    }
    expect([findingSentence(finding(rule.id, null), own, words('zh')), remedyOf(own, 'en')]).toEqual([
      '会员要有级别',
      'add it',
    ])
  })
})
