import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInForms, findForm } from '../../../src/domain/forms/built-in.ts'
import {
  answerForm,
  backForm,
  correctForm,
  initialOf,
  listMissing,
  questionOf,
  resumeForm,
  skipForm,
  startForm,
  tieForm,
} from '../../../src/domain/forms/engine.ts'
import { listQuestions } from '../../../src/domain/forms/questions.ts'
import { summaryOf } from '../../../src/domain/forms/summary.ts'
import { toDrafts } from '../../../src/domain/forms/to-drafts.ts'
import type { FormDef, FormState } from '../../../src/model/forms.ts'

const visitor = findForm(builtInForms, 'visitor')!
const guest = findForm(builtInForms, 'guest')!
const start = { today: '2026-11-22', staff: '前台小林' }

function answer(def: FormDef, state: FormState, text: string): FormState {
  const next = answerForm(def, state, text)
  if (!next.ok) throw new Error(`${state.at}: ${next.reason.code}`)
  return next.value
}

/** Answers by field; everything else is skipped. */
function fill(def: FormDef, state: FormState, answers: Readonly<Record<string, string>>): FormState {
  let now = state
  for (let question = questionOf(def, now); question !== null; question = questionOf(def, now)) {
    const text = answers[question.path]
    const skipped = text === undefined ? skipForm(def, now) : null
    now = skipped?.ok ? skipped.value : answer(def, now, text ?? 'must be given')
  }
  return now
}

const answers = {
  phone: '139 5710 0001',
  name: '王建国',
  visit_on: '昨天',
  contact_kind: '来电',
  demand_type: '住宅',
  house_type: '三房',
}

describe('a form', () => {
  it('asks its questions in order and ends in the summary', () => {
    const state = fill(visitor, startForm(visitor, start), answers)
    expect(state.at).toBeNull()
    expect(summaryOf(visitor, state, 'zh').find(({ label }) => label === '来电来访日期')?.shown).toBe('2026-11-21')
  })

  it('refuses a wrong answer with a reason and stays where it is', () => {
    const state = startForm(visitor, start)
    const refused = answerForm(visitor, state, '1395710000')
    expect(refused.ok).toBe(false)
    expect(state.at).toBe('phone')
  })

  it('does not let a required question be skipped', () => {
    expect(skipForm(visitor, startForm(visitor, start))).toMatchObject({ ok: false, reason: { code: 'form-required' } })
  })

  it('goes back one question and keeps its answer', () => {
    const state = answer(visitor, startForm(visitor, start), answers.phone)
    const back = backForm(visitor, state)
    expect(back.at).toBe('phone')
    expect(back.answers['phone']?.text).toBe(answers.phone)
  })

  it('asks what an answer opens, and forgets nothing when it closes again', () => {
    const villa = fill(visitor, startForm(visitor, start), answers)
    expect(listQuestions(visitor, villa).some(({ path }) => path === 'house_type')).toBe(true)
    const shop = answer(visitor, correctForm(visitor, villa, 'demand_type'), '车位')
    expect(listQuestions(visitor, shop).some(({ path }) => path === 'house_type')).toBe(false)
    expect(toDrafts(visitor, shop).party?.facts.some(({ field }) => field === 'house_type')).toBe(false)
  })

  it('comes back to the summary after a correction', () => {
    const state = fill(visitor, startForm(visitor, start), answers)
    const corrected = answer(visitor, correctForm(visitor, state, 'name'), '王建军')
    expect(corrected.at).toBeNull()
    expect(corrected.answers['name']?.value).toBe('王建军')
  })

  it('shows what is known and does not ask for it', () => {
    const known = { name: '王建国', gender: 'M' }
    const tied = tieForm(
      visitor,
      answer(visitor, startForm(visitor, start), answers.phone),
      { code: 'C000007', as: 'same' },
      known,
    )
    expect(tied.at).toBe('age_band')
    expect(summaryOf(visitor, tied, 'zh').find(({ label }) => label === '性别')).toMatchObject({
      shown: '男',
      origin: 'known',
    })
    expect(toDrafts(visitor, tied)).toMatchObject({
      tie: { code: 'C000007', as: 'same' },
      party: { values: { kind: 'person' } },
    })
  })

  it('takes the sex from 张女士 as what Enter answers', () => {
    const state = answer(visitor, answer(visitor, startForm(visitor, start), answers.phone), '张女士')
    expect(initialOf(state, questionOf(visitor, state)!)).toBe('F')
  })

  it('asks for persons tied to the customer until there is none more', () => {
    const given = {
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
      'family[1]': '是',
      'family[1].name': '王小明',
      'family[1].birth': '农历八月十五',
      'family[2]': '否',
      'aides[0]': '是',
      'aides[0].name': '赵主任',
      'aides[0].relation': '办公室主任',
    }
    const drafts = toDrafts(guest, fill(guest, startForm(guest, start), given))
    expect(drafts.related.map(({ values, relation }) => [values.name, relation])).toEqual([
      ['李秀英', { type: 'family', title: '妻子' }],
      ['王小明', { type: 'family' }],
      ['赵主任', { type: 'director', title: '办公室主任' }],
    ])
    expect(drafts.related[1]?.values.birth).toBe('lunar:08-15')
    expect(drafts.party?.facts).toContainEqual({ field: 'spending_reason', value: 'loyal,card' })
  })

  it('becomes a customer and the contact that was had', () => {
    const drafts = toDrafts(visitor, fill(visitor, startForm(visitor, start), answers))
    expect(drafts.party).toMatchObject({
      role: 'customer',
      values: { kind: 'person', name: '王建国', surname: '王', given_name: '建国' },
      contacts: [{ type: 'mobile', canonical: '13957100001', raw: '139 5710 0001' }],
    })
    expect(drafts.interactions).toEqual([
      {
        customer: null,
        kind: 'call',
        on: '2026-11-21',
        staff: '前台小林',
        customer_initiated: true,
        content: '需求类型 住宅；户型 三房',
        facts: [],
      },
    ])
  })

  it('becomes a firm where the name is one', () => {
    const drafts = toDrafts(
      visitor,
      fill(visitor, startForm(visitor, start), { ...answers, name: '杭州西溪食品有限公司' }),
    )
    expect(drafts.party?.values).toMatchObject({ kind: 'org', name: '杭州西溪食品有限公司' })
  })

  it('becomes a deal in 分 where something was bought', () => {
    const owner = findForm(builtInForms, 'owner')!
    const given = {
      ...answers,
      unit: '3幢1801',
      amount: '312.5万',
      deal_on: '2026-11-20',
      mailing_address: '杭州市西湖区文三路1号',
    }
    const drafts = toDrafts(owner, fill(owner, startForm(owner, start), given))
    expect(drafts.deals).toMatchObject([{ unit: '3幢1801', amount: 312_500_000, on: '2026-11-20', kind: 'sale' }])
    expect(drafts.party?.addresses).toMatchObject([
      { use: 'mailing', district: '西湖区', raw: '杭州市西湖区文三路1号' },
    ])
  })
})

describe('whatever a person does', () => {
  type Deed = { readonly kind: 'answer' | 'skip' | 'back' | 'correct'; readonly pick: number }
  const deeds = fc.array(
    fc.record({ kind: fc.constantFrom('answer', 'skip', 'back', 'correct'), pick: fc.nat(1000) }),
    { maxLength: 60 },
  )
  const texts = [
    '13957100001',
    '王建国',
    '昨天',
    '是',
    '否',
    '1',
    '高档',
    '每周',
    '经常请客',
    '忠诚客户',
    '住宅',
    '农历八月十五',
    '80万',
    '西湖区',
    'a@b.cn',
  ]

  function act(def: FormDef, state: FormState, { kind, pick }: Deed): FormState {
    if (kind === 'back') return backForm(def, state)
    const questions = listQuestions(def, state)
    if (kind === 'correct') return correctForm(def, state, questions[pick % questions.length]!.path)
    const next = kind === 'skip' ? skipForm(def, state) : answerForm(def, state, texts[pick % texts.length]!)
    return next.ok ? next.value : state
  }

  it.each([visitor, guest].map((def): [string, FormDef] => [def.zh, def]))(
    '%s stays whole and survives as a draft',
    (_name, def) => {
      fc.assert(
        fc.property(deeds, (list) => {
          let state = startForm(def, start)
          for (const deed of list) state = act(def, state, deed as Deed)
          expect(state.at === null || questionOf(def, state) !== null).toBe(true)
          if (state.at === null) expect(listMissing(def, state)).toEqual([])
          expect(resumeForm(def, JSON.parse(JSON.stringify(state)))).toEqual(state)
        }),
        { numRuns: 200 },
      )
    },
  )
})
