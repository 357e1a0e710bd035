import { describe, expect, it } from 'vitest'
import { readGuests } from '../../../src/domain/intake/booking.ts'
import { readChoice, readChoices } from '../../../src/domain/intake/choices.ts'
import { moneyUnitIn, readHints, yearIn } from '../../../src/domain/intake/hints.ts'
import { repairMojibake } from '../../../src/domain/intake/mojibake.ts'
import { isNoName, isTestName, isWalkIn, readName } from '../../../src/domain/intake/names.ts'
import { sumKind } from '../../../src/domain/intake/row-kinds.ts'
import { readTalks } from '../../../src/domain/intake/talks.ts'
import { keptText } from '../../../src/domain/intake/text.ts'
import { thirdPerson } from '../../../src/domain/intake/third-person.ts'
import { isSameWechat, wechatIn } from '../../../src/domain/intake/wechat.ts'

describe('sums', () => {
  it.each([
    ['合计', 'total'],
    ['总 计', 'total'],
    ['TOTAL', 'total'],
    ['本月来访', 'total'],
    ['本月共来访4组', 'total'],
    ['共12人', 'total'],
    ['本页小计', 'subtotal'],
    ['11/5小计', 'subtotal'],
    ['本月小计', 'subtotal'],
    ['Subtotal', 'subtotal'],
    ['张伟', null],
    ['总经理', null],
    ['共青团路1号', null],
    ['设计总监', null],
  ])('%s → %s', (text, kind) => expect(sumKind(text)).toBe(kind))
})

describe('hints of titles', () => {
  it.each([
    ['单位：万元', 10_000],
    ['金额单位:千元', 1000],
    ['（万元）', 10_000],
    ['核算单位：宁波远航贸易有限公司', undefined],
    ['All amounts in thousands', 1000],
  ])('%s is worth %s', (text, worth) => expect(moneyUnitIn(text)).toBe(worth))

  it.each([
    ['云栖壹号院来访客户登记表（2025年10月）', 2025],
    ['民國113年度客戶名單', 2024],
    ['25年10月', 2025],
    ['2025.10', 2025],
    ['客户名单', undefined],
  ])('%s is of the year %s', (text, year) => expect(yearIn(text)).toBe(year))

  it('takes the year of the title before that of sheet and file', () => {
    expect(readHints([['2024年客户']], '2025年', '2026.xlsx')).toMatchObject({ year: 2024, yearFrom: 'title' })
    expect(readHints([], '10月', '2026年客户.xlsx')).toMatchObject({ year: 2026, yearFrom: 'file', month: 10 })
  })
})

describe('names that are none', () => {
  it.each(['散客', '零售客户', 'walk-in', '现金客户'])('%s left no name', (text) => expect(isWalkIn(text)).toBe(true))
  it.each(['市调', '无', '—', '不详', '外卖客人', ''])('%s is no name', (text) => expect(isNoName(text)).toBe(true))
  it.each(['测试', '测试客户2', 'test', 'Test User', 'asdf'])('%s is a test', (text) =>
    expect(isTestName(text)).toBe(true),
  )
  it.each(['张伟', 'Testa Rossa GmbH', '王测试仪器有限公司'])('%s is a name', (text) => {
    expect([isNoName(text), isWalkIn(text), isTestName(text)]).toEqual([false, false, false])
  })
})

describe('names of customers', () => {
  it.each([
    ['个人-陈国平', { kind: 'person', name: '陈国平' }],
    ['www.casa-luz.example', { kind: 'org', name: 'casa-luz.example', website: 'www.casa-luz.example' }],
    [
      '香港永盛贸易有限公司 Wing Shing Trading Co., Ltd.',
      { kind: 'org', name: '香港永盛贸易有限公司', english_name: 'Wing Shing Trading Co., Ltd.' },
    ],
    ['慈溪ABC电器有限公司（已更名：慈溪海通电器有限公司）', { kind: 'org', name: '慈溪海通电器有限公司' }],
    ['李姐(李静)', { kind: 'person', name: '李静', honorific: '姐' }],
  ])('%s', (text, expected) => {
    const { kind, values } = readName(text, undefined)
    expect({ kind, ...values }).toMatchObject(expected)
  })
})

describe('whose number it is', () => {
  it.each([
    ['链家小王 带看', '王建国', { name: '链家小王', relation: 'agent' }],
    ['王建国', '王建国', null],
    ['李经理', '王建国', { name: '李经理', relation: 'other' }],
    ['张三', '', null],
  ])('%j beside %j', (words, customer, expected) => expect(thirdPerson(words, customer)).toEqual(expected))
})

describe('WeChat names in remarks', () => {
  it.each([
    ['没留电话，微信 zhao_hangzhou', 'zhao_hangzhou'],
    ['微信：ahmed_dxb', 'ahmed_dxb'],
    ['VX13857101234', '13857101234'],
    ['微信名小鹿', null],
    ['喜欢安静', null],
  ])('%s → %s', (text, name) => expect(wechatIn(text)).toBe(name))

  it('knows when the phone is the WeChat name', () => expect(isSameWechat('电话微信同号')).toBe(true))
})

describe('follow-up notes', () => {
  it('cuts a cell into the notes of its days', () => {
    expect(readTalks('10.5 客户说在对比绿城\n10.12带父母再看；11月2日 电话未接', { year: 2025 }, '林悦')).toEqual([
      { customer: null, kind: 'other', on: '2025-10-05', staff: '林悦', content: '客户说在对比绿城', facts: [] },
      { customer: null, kind: 'walk-in', on: '2025-10-12', staff: '林悦', content: '带父母再看', facts: [] },
      { customer: null, kind: 'call', on: '2025-11-02', staff: '林悦', content: '电话未接', facts: [] },
    ])
  })

  it('keeps a note without a day', () => {
    expect(readTalks('想要5楼以上', {}, undefined)).toEqual([
      { customer: null, kind: 'other', content: '想要5楼以上', facts: [] },
    ])
  })
})

describe('guests of a booking', () => {
  it.each([
    ['10+2', { guests: '12' }],
    ['8人', { guests: '8' }],
    ['3桌(30人)', { guests: '30', tables: '3' }],
    ['６', { guests: '6' }],
    ['待定', { guests: '待定' }],
  ])('%s', (text, expected) => {
    const talk = { facts: [] as { field: string; value: string }[] }
    readGuests(text, talk)
    expect(Object.fromEntries(talk.facts.map(({ field, value }) => [field, value]))).toEqual(expected)
  })
})

describe('garbled text', () => {
  it.each([
    ['寮犱紵', '张伟'],
    ['æ\u009d\u008eå¨\u009c', '李娜'],
    ['鏂囦笁璺\ufffd', '文三路'],
    ['张伟', null],
    ['缪婷', null],
    ['Müller', null],
    ['宏达科技', null],
  ])('%s → %s', (text, expected) => expect(repairMojibake(text)).toBe(expected))
})

describe('texts as they are kept', () => {
  it.each([
    ["'13857104001", '13857104001'],
    ['张伟\u00a0', '张伟'],
    ['孙\u200b浩 ', '孙浩'],
    ['换屏\r\n原装', '换屏\n原装'],
    ['开发票：杭州宏达', '开发票：杭州宏达'],
    ['a b', 'a b'],
  ])('%j → %j', (text, expected) => expect(keptText(text)).toBe(expected))
})

describe('choices', () => {
  it('reads words, synonyms and ticked boxes', () => {
    expect(readChoice('gender', '女士')).toBe('F')
    expect(readChoice('role', '□经常请客 ☑经常被请')).toBe('guest')
    expect(readChoice('role', '不详')).toBeUndefined()
    expect(readChoices('spending_reason', '☑董事会关系 □忠诚客户 ☑有消费卡')).toBe('board,card')
    expect(readChoices('spending_reason', '忠诚客户、别的')).toBe('loyal,别的')
  })
})
