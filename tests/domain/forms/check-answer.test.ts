import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../../src/domain/forms/check-answer.ts'
import type { FormItem, FormQuestion } from '../../../src/model/forms.ts'

const question = (item: FormItem): FormQuestion => ({
  path: item.field,
  section: { key: 's', zh: '', en: '', items: [item] },
  item,
  required: false,
})
const today = '2026-11-22'

describe('an answer', () => {
  it.each([
    ['a mobile in groups', 'phone', '139 5710 0001', '13957100001'],
    ['a mobile in full width', 'phone', '13957100001', '13957100001'],
    ['a landline with extension', 'phone', '0571-88651234转801', '0571-88651234转801'],
    ['two numbers', 'phone', '13957100001/0571-88651234', '13957100001 0571-88651234'],
    ['money in 万', 'amount', '80万', '800000.00'],
    ['a span of money', 'budget', '300-400万', '3000000.00~4000000.00'],
    ['at most', 'budget', '300万以内', '~3000000.00'],
    ['no limit', 'budget', '不限', '~'],
    ['an area', 'size_wanted', '110-130㎡', '110~130'],
    ['a day', 'visit_on', '2026年11月20日', '2026-11-20'],
    ['yesterday', 'visit_on', '昨天', '2026-11-21'],
    ['in three days', 'next_contact', '3天后', '2026-11-25'],
    ['in two weeks', 'next_contact', '两周后', '2026-12-06'],
    ['a day without its year', 'visit_on', '11月20日', '2026-11-20'],
    ['a birthday without its year', 'birth', '6月1日', '--06-01'],
    ['a lunar birthday', 'birth', '农历八月十五', 'lunar:08-15'],
    ['an age', 'age_band', '35岁', '35'],
    ['a decade', 'age_band', '80后', '37-46'],
    ['a choice by its words', 'gender', '女士', 'F'],
    ['a choice by its English', 'gender', 'female', 'F'],
    ['several choices', 'spending_reason', '忠诚客户、有消费卡', 'loyal,card'],
    ['several with a full-width comma', 'spending_reason', '忠诚客户，有消费卡；自然因素', 'loyal,card,natural'],
    ['yes', 'signs_on_account', '可以', 'yes'],
    ['a whole number', 'guests', '12人', '12'],
    ['an e-mail', 'email', ' Lin@Example.COM ', 'lin@example.com'],
    ['a firm where a name is asked', 'name', '杭州西溪食品有限公司', '杭州西溪食品有限公司'],
  ])('%s is understood', (_name, field, text, value) => {
    expect(checkAnswer(question({ field }), text, today)).toMatchObject({ ok: true, value: { value } })
  })

  it.each([
    ['12月30日 on 2 January is last year', '2027-01-02', '12月30日', '2026-12-30'],
    ['1月5日 on 30 December is next year', '2026-12-30', '1月5日', '2027-01-05'],
  ])('%s', (_name, day, text, value) => {
    expect(checkAnswer(question({ field: 'visit_on' }), text, day)).toMatchObject({ ok: true, value: { value } })
  })

  it.each([
    ['a phone too short', 'phone', '1395710000'],
    ['a phone and a word that is none', 'phone', '没有电话'],
    ['a second number that can not be read', 'phone', '13957100001/139571000'],
    ['an impossible day', 'visit_on', '2026-02-30'],
    ['a month only', 'visit_on', '2026年3月'],
    ['a word of no list', 'gender', '未定'],
    ['words for a number', 'guests', '几个人'],
    ['no e-mail', 'email', 'lin@'],
    ['nothing', 'traits', ' 　'],
  ])('%s is refused with a reason', (_name, field, text) => {
    const checked = checkAnswer(question({ field }), text, today)
    expect(checked.ok).toBe(false)
    if (!checked.ok) expect(checked.reason.code).toMatch(/^[a-z-]+$/)
  })

  it('outside an open list is taken as typed', () => {
    expect(checkAnswer(question({ field: 'acquired_from', open: true }), '小区公告栏', today)).toMatchObject({
      ok: true,
      value: { value: '小区公告栏' },
    })
  })
})
