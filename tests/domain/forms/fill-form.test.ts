import { describe, expect, it } from 'vitest'
import { fieldByKey } from '../../../src/domain/dictionary/fields.ts'
import { builtInForms, findForm } from '../../../src/domain/forms/built-in.ts'
import { answerForm, questionOf, skipForm, startForm } from '../../../src/domain/forms/engine.ts'
import { fillForm } from '../../../src/domain/forms/from-answers.ts'
import { plainValue } from '../../../src/domain/forms/shown-value.ts'
import { toDrafts } from '../../../src/domain/forms/to-drafts.ts'

const guest = findForm(builtInForms, 'guest')!
const visitor = findForm(builtInForms, 'visitor')!
const start = { today: '2026-11-22', staff: '前台小林' }

const typed: Readonly<Record<string, string>> = {
  phone: '13957100001',
  name: '王建国',
  dining_grade: '高档',
  spending_frequency: '每周',
  role: '经常请客',
  signs_on_account: '是',
  spending_reason: '忠诚客户、有消费卡',
  'family[0]': '是',
  'family[0].name': '李秀英',
  'family[0].relation': '妻子',
  // 妻子 has said it: the start value of an answer file, Enter at the prompts.
  'family[0].gender': '女',
  'family[1]': '否',
  collector: '前台小林',
}

describe('an answer file', () => {
  it('gives the same customer as the same answers typed', () => {
    let played = startForm(guest, start)
    for (let question = questionOf(guest, played); question !== null; question = questionOf(guest, played)) {
      const text = typed[question.path]
      const next = text === undefined ? skipForm(guest, played) : answerForm(guest, played, text)
      if (!next.ok) throw new Error(question.path)
      played = next.value
    }
    const filled = fillForm(
      guest,
      {
        联系电话: 13957100001,
        客户姓名: '王建国',
        就餐档次: '高档',
        spending_frequency: '每周',
        role: '经常请客',
        signs_on_account: true,
        spending_reason: ['忠诚客户', '有消费卡'],
        家人信息: [{ 姓名: '李秀英', relation: '妻子' }],
      },
      start,
    )
    expect(filled.ok && toDrafts(guest, filled.state).party).toEqual(toDrafts(guest, played).party)
    expect(filled.ok && toDrafts(guest, filled.state).related).toEqual(toDrafts(guest, played).related)
  })

  it('names every fault at once', () => {
    const filled = fillForm(visitor, { phone: '123', gender: '未定', shoe_size: 42 }, start)
    expect(filled.ok).toBe(false)
    if (!filled.ok) {
      expect(filled.faults.map(({ path, reason }) => [path, reason.code])).toEqual([
        ['phone', expect.stringMatching(/^phone-/)],
        ['gender', 'form-not-in-list'],
        ['name', 'form-required'],
        ['shoe_size', 'form-no-such-field'],
      ])
    }
  })

  it('takes start values for what it does not say', () => {
    const filled = fillForm(visitor, { phone: '13957100001', name: '王建国' }, start)
    expect(filled.ok && toDrafts(visitor, filled.state).interactions[0]).toMatchObject({
      on: '2026-11-22',
      kind: 'walk-in',
    })
  })

  it('answers questions that another answer opens, in any order', () => {
    const filled = fillForm(
      visitor,
      { house_type: '三房', demand_type: '住宅', phone: '13957100001', name: '王建国' },
      start,
    )
    expect(filled.ok && toDrafts(visitor, filled.state).values['house_type']).toBe('三房')
  })
})

describe('a value as people say it', () => {
  it.each([
    ['budget', '3000000.00~4000000.00', '300万–400万'],
    ['budget', '~3000000.00', '300万以内'],
    ['budget', '800000.00~', '80万以上'],
    ['budget', '≈12000.00', '约1.2万'],
    ['budget', '~', '不限'],
    ['amount', '880.00', '880'],
    ['amount', '12.50 USD', '12.50 USD'],
    ['size_wanted', '110~130', '110–130'],
    ['birth', 'lunar:08-15', '农历8月15日'],
    ['birth', 'lunar:1985-04-01L', '农历1985年闰4月1日'],
    ['birth', '--06-01', '6月1日'],
    ['birth', '1985-06-01', '1985-06-01'],
    ['birth', '1985-06', '1985-06'],
  ])('%s %s', (key, value, shown) => expect(plainValue(fieldByKey(key)!, value, 'zh')).toBe(shown))
})
