import { describe, expect, it } from 'vitest'
import { fieldNamed } from '../../../src/domain/edits/field-named.ts'
import { choiceMeant } from '../../../src/domain/edits/find-word.ts'
import { readChanges } from '../../../src/domain/edits/read-changes.ts'
import { searchWords } from '../../../src/domain/search/query.ts'
import { relationTypes } from '../../../src/model/desk.ts'

const of = { kind: 'person', today: '2026-11-22', staff: '小林' } as const

describe('changes by field=value', () => {
  it('are read as a form reads them', () => {
    const read = readChanges(['手机=139 5710 0001', '生日=农历八月十五', 'dining_grade=高档', '兴趣爱好=钓鱼'], of)
    expect(read.ok && read.draft.contacts[0]).toMatchObject({ type: 'mobile', canonical: '13957100001' })
    expect(read.ok && read.draft.values.birth).toBe('lunar:08-15')
    expect(read.ok && read.draft.facts).toEqual([
      { field: 'dining_grade', value: 'high' },
      { field: 'hobby', value: '钓鱼' },
    ])
  })

  it('empty a field', () => {
    const read = readChanges(['兴趣爱好='], of)
    expect(read.ok && read.cleared.map(({ key }) => key)).toEqual(['hobby'])
  })

  it('tell every fault at once', () => {
    const read = readChanges(['手机=139571', '就餐档次=超', '不存在=1', '没有等号', '姓名='], of)
    const codes = read.ok ? [] : read.faults.map(({ reason }) => reason.code)
    expect(codes.sort()).toEqual(
      ['edit-name-needed', 'edit-no-equals', 'edit-no-such-field', 'form-not-in-list', 'phone-length'].sort(),
    )
  })
})

describe('words of the desk', () => {
  it.each([
    ['手机', 'mobile'],
    ['mobile', 'mobile'],
    ['学历', 'education'],
    ['Hobbies', 'hobby'],
    ['金额', undefined],
  ])('field %s', (name, key) => {
    expect(fieldNamed(name)?.key).toBe(key)
  })

  it.each([
    ['妻子', 'family'],
    ['司机', 'driver'],
    ['Driver', 'driver'],
    ['引路人', undefined],
  ])('relation %s', (word, value) => {
    expect(choiceMeant(relationTypes, word)?.value).toBe(value)
  })

  it.each([
    ['张总', { surname: '张', word: '总', gender: null }],
    ['欧阳女士', { surname: '欧阳', word: '女士', gender: 'F' }],
    ['李先生', { surname: '李', word: '先生', gender: 'M' }],
    ['张伟', null],
    ['西湖大酒店', null],
  ])('called %s', (text, called) => {
    expect(searchWords(text).called).toEqual(called)
  })
})
