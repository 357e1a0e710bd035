import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { choicesOf, fieldByKey, fields, mayNotBeCollected } from '../../../src/domain/dictionary/fields.ts'
import { foldHeading, matchHeading } from '../../../src/domain/dictionary/headings.ts'

describe('the data dictionary', () => {
  it('has each key once', () => {
    const keys = fields.map((field) => field.key)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('says of every field in both languages what it is and why it is collected', () => {
    for (const field of fields) {
      for (const text of [field.zh, field.en, field.purpose.zh, field.purpose.en, field.group])
        expect(text, field.key).not.toBe('')
      expect(field.key).toMatch(/^[a-z][a-z0-9_]*$/)
    }
  })

  it('holds nothing of religion or politics, under any name', () => {
    for (const field of fields) {
      for (const name of [field.zh, field.en, ...field.synonyms])
        expect(mayNotBeCollected(name), `${field.key}: ${name}`).toBe(false)
    }
  })

  it.each(['宗教信仰', '政治面貌', '党员', 'Religion', 'Political views'])('refuses a field named %s', (name) => {
    expect(mayNotBeCollected(name)).toBe(true)
  })

  it('marks what the law calls sensitive', () => {
    expect(fieldByKey('id_number')?.sensitivity).toBe('sensitive')
    expect(fieldByKey('bank_account')?.sensitivity).toBe('sensitive')
    expect(fieldByKey('mobile')?.sensitivity).toBe('personal')
  })

  it('never gives one word to two choices of a field', () => {
    for (const field of fields) {
      const words = choicesOf(field.key).flatMap((choice) => [
        ...new Set([choice.value, choice.zh, choice.en, ...(choice.synonyms ?? [])].map(foldHeading)),
      ])
      const twice = words.filter((word, i) => words.indexOf(word) !== i)
      expect(twice, field.key).toEqual([])
    }
  })
})

/** What the words of `_ambiguous` and of other vocabularies become. */
const homes: Readonly<Record<string, readonly string[]>> = {
  row_no: ['row_no', 'source_code'],
  customer_code: ['source_code'],
  company: ['employer'],
  contact: ['contact_person', 'owner'],
  age: ['age_band'],
  birthday: ['birth'],
  city: ['city', 'region'],
  address: ['address', 'home_address', 'work_address', 'mailing_address', 'registered_address'],
  industry: ['industry', 'business_scope'],
  source: ['acquired_from', 'introducer'],
  status: ['status', 'intent', 'deal_status'],
  registered_on: ['opened_on'],
  last_contact: ['last_contact', 'last_visit', 'last_order'],
  next_contact: ['next_contact'],
  follow_up: ['follow_up', 'content', 'remark'],
  total_spent: ['total_spent', 'amount'],
  balance: ['balance', 'receivable'],
  credit_limit: ['credit_limit', 'credit_days'],
  order_no: ['order_no', 'contract_no'],
  order_date: ['deal_on', 'contract_on'],
  item: ['product', 'unit'],
  quantity: ['quantity', 'guests', 'tables'],
  unit_price: ['unit_price'],
  amount: ['amount', 'paid'],
  payment: ['payment', 'payment_terms'],
  bank_account: ['bank_account', 'bank_name'],
  remark: ['remark', 'other', 'need'],
}

const synonyms = JSON.parse(readFileSync('fixtures/facts/header-synonyms.json', 'utf8')) as Record<string, unknown>

describe('heading words', () => {
  it.each(
    Object.entries(synonyms).flatMap(([key, words]) =>
      Array.isArray(words) ? [[key, words as string[]] as const] : [],
    ),
  )('knows every word of %s', (key, words) => {
    for (const word of words) {
      const best = matchHeading(word)[0]
      expect(best?.score ?? 0, word).toBeGreaterThanOrEqual(0.95)
      expect(homes[key] ?? [key], word).toContain(best!.key)
    }
  })

  it.each([
    ['预算总价\n（万元）', 'budget'],
    [' 姓 名 ', 'name'],
    ['*手机号码：', 'mobile'],
    ['Company 客户名称', 'name'],
    ['Turnover 2025', 'total_spent'],
    ['客户联系电话', 'phone'],
    ['联络电话', 'phone'],
    ['聯絡電話', 'phone'],
    ['会员\n卡号', 'source_code'],
    ['E-mail 1 - Value', 'email'],
  ])('takes %j for %s', (heading, key) => {
    expect(matchHeading(heading)[0]?.key).toBe(key)
  })

  it.each(['张伟', '3幢', '13857101234', '说明书下载地址见附件里的第三页第二段的说明文字'])(
    'takes %j for no heading',
    (text) => {
      expect(matchHeading(text)[0]?.score ?? 0).toBeLessThan(0.95)
    },
  )
})
