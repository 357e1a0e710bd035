import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGender } from '../../../src/domain/normalize/gender.ts'
import { nameKind } from '../../../src/domain/normalize/name-kind.ts'
import { type PersonName, parsePersonName, splitNames } from '../../../src/domain/normalize/person-name.ts'
import { toPinyin } from '../../../src/domain/normalize/pinyin.ts'

const read = (text: string): Partial<PersonName> => {
  const parsed = parsePersonName(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.code}`)
  return parsed.value
}

describe('parsePersonName', () => {
  it.each<[string, Partial<PersonName>]>([
    ['李静', { full: '李静', surname: '李', given: '静', complete: true }],
    ['周　敏', { full: '周敏', surname: '周', given: '敏', complete: true }],
    ['王 建 国', { full: '王建国', given: '建国' }],
    ['欧阳娜娜', { surname: '欧阳', given: '娜娜', complete: true }],
    ['司马懿', { surname: '司马', given: '懿' }],
    ['陳大文', { full: '陳大文', surname: '陳', complete: true }],
    ['王总', { full: '王总', surname: '王', honorific: '总', complete: false }],
    ['张女士', { surname: '张', honorific: '女士', gender: 'F', complete: false }],
    ['欧阳先生', { surname: '欧阳', honorific: '先生', gender: 'M', complete: false }],
    ['陈老师', { surname: '陈', honorific: '老师', complete: false }],
    ['老王', { full: '老王', surname: '王', honorific: '老', complete: false }],
    ['小李', { surname: '李', complete: false }],
    ['阿明', { full: '阿明', complete: false }],
    ['张伟先生', { full: '张伟', honorific: '先生', gender: 'M', complete: true }],
    ['张伟 先生', { full: '张伟', honorific: '先生' }],
    ['王建国工', { full: '王建国', honorific: '工' }],
    ['张建工', { full: '张建工', given: '建工' }],
    ['李姐(李静)', { full: '李静', honorific: '姐', gender: 'F', complete: true }],
    ['王哥（王建国）', { full: '王建国', surname: '王', honorific: '哥' }],
    ['孙浩太太', { full: '孙浩太太', honorific: '太太', gender: 'F', complete: false }],
    ['何丽娟（已退卡）', { full: '何丽娟', remark: '已退卡' }],
    ['张伟（代李娜）', { full: '张伟', remark: '代李娜' }],
    ['老客户王姐', { full: '王姐', surname: '王', remark: '老客户' }],
    ['取消 周敏', { full: '周敏', remark: '取消' }],
    ['万科 刘经理', { full: '刘经理', surname: '刘', honorific: '经理', remark: '万科' }],
    ['𬭎达 张工', { full: '张工', honorific: '工', remark: '𬭎达' }],
    ['个人-陈国平', { full: '陈国平', complete: true }],
    ['张伟-介绍人老王', { full: '张伟', remark: '介绍人老王' }],
    ['张伟/VIP', { full: '张伟', remark: 'VIP' }],
    ['张伟*', { full: '张伟' }],
    ['张伟（曾用名：张卫）', { full: '张伟', former: '张卫' }],
    ['Kevin 陈', { full: 'Kevin 陈', surname: '陈', english: 'Kevin', script: 'mixed', complete: false }],
    ['张伟(Kevin)', { full: '张伟', english: 'Kevin' }],
    ['陳大文 David Chan', { full: '陳大文', english: 'David Chan', complete: true }],
    ['买买提·艾力', { full: '买买提·艾力', complete: true }],
    ['買買提．艾力', { full: '買買提·艾力' }],
    ['买买提•艾力', { full: '买买提·艾力' }],
    ['买买提-艾力', { full: '买买提·艾力' }],
    ['买买提 艾力', { full: '买买提·艾力' }],
    ['扎西次仁', { full: '扎西次仁', complete: true }],
    ['欧阳', { full: '欧阳', surname: '欧阳', complete: false }],
    ['🌸小鹿🌸', { full: '🌸小鹿🌸', script: 'other', complete: false }],
    ['Mr. Hans Müller', { full: 'Hans Müller', surname: 'Müller', honorific: 'Mr.', gender: 'M', complete: true }],
    ['张伟（男）', { full: '张伟', gender: 'M' }],
    ['Zhang Wei（张伟）', { full: '张伟', english: 'Zhang Wei', complete: true }],
    ['Zhang Jianguo', { full: 'Zhang Jianguo', surname: 'Zhang', given: 'Jianguo' }],
    ['总经理张伟', { full: '张伟', honorific: '总经理' }],
    ['财务：李娜', { full: '李娜', remark: '财务' }],
    ['张伟夫妇', { full: '张伟夫妇', honorific: '夫妇', complete: false }],
    ['小张总', { full: '小张总', surname: '张', complete: false }],
    ['X先生', { full: 'X先生', honorific: '先生', gender: 'M', complete: false }],
    ['★王五★', { full: '王五', complete: true }],
    ['1.张伟', { full: '张伟' }],
    ['张伟2号', { full: '张伟', remark: '2号' }],
    ['阿里木', { full: '阿里木', complete: true }],
    ['李某某', { complete: false }],
    ['张*伟', { full: '张*伟', complete: false }],
    ['AAA建材小李', { full: 'AAA建材小李', complete: false }],
    ['Smith, John', { full: 'John Smith', surname: 'Smith', given: 'John' }],
    ['J. Smith', { surname: 'Smith', complete: false }],
    ['Maria da Silva', { surname: 'da Silva', given: 'Maria' }],
    ['Mr Smith', { full: 'Mr Smith', surname: 'Smith', complete: false }],
  ])('%s', (text, want) => expect(read(text)).toMatchObject(want))

  it.each([
    ['无', 'name-missing'],
    ['', 'name-missing'],
    ['13857101234', 'name-digits'],
  ])('%j is no name', (text, code) =>
    expect(parsePersonName(text)).toEqual({ ok: false, reason: expect.objectContaining({ code }) }),
  )

  it.each([
    ['王总', 'name-honorific-only'],
    ['欧阳', 'name-surname-only'],
    ['一帆风顺', 'name-nickname'],
    ['www.casa-luz.example', 'name-is-url'],
  ])('%s carries %s', (text, code) => {
    const parsed = parsePersonName(text)
    expect(parsed.ok && parsed.notes?.map((note) => note.code)).toEqual([code])
  })

  it('a full name reads as itself, whatever spaces and width it had', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...'王李张刘陈杨赵黄周吴'),
        fc.constantFrom('伟', '建国', '丽', '子涵', '静'),
        fc.constantFrom('', ' ', '　'),
        (surname, given, space) => {
          const once = read(surname + space + given)
          expect(once).toMatchObject({ full: surname + given, surname, given, complete: true })
          expect(read(once.full!)).toEqual(once)
        },
      ),
    ))

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'王张李伟总先生老小阿·- ()（）/Kev.,*0太太') }),
        (text) => void parsePersonName(text),
      ),
      { numRuns: 500 },
    ))
})

describe('splitNames', () => {
  it.each([
    ['张伟、李娜', ['张伟', '李娜']],
    ['张伟/李娜', ['张伟', '李娜']],
    ['张伟和李娜', ['张伟', '李娜']],
    ['张伟、李娜、王总', ['张伟', '李娜', '王总']],
    ['Tom & Mary', ['Tom', 'Mary']],
    ['张和平', ['张和平']],
    ['张伟/VIP', ['张伟/VIP']],
    ['Johnson & Johnson Ltd', ['Johnson & Johnson Ltd']],
    ['', []],
  ])('%s', (text, want) => expect(splitNames(text)).toEqual(want))
})

describe('nameKind', () => {
  it.each([
    '王伟',
    '王总',
    '欧阳娜娜',
    '孙浩太太',
    '买买提·艾力',
    'Kevin 陈',
    'John Smith',
    'Smith, John',
    '万科 刘经理',
    '个人-陈国平',
    '张伟（老客户）',
    '王建行',
    '李店',
    '扎西次仁',
  ])('%s is a person', (text) => expect(nameKind(text)).toBe('person'))
  it.each([
    '杭州宏达科技有限公司',
    '老王面馆',
    '阿明理发店',
    '麻辣烫',
    'Nordic Light GmbH',
    'BLUE HARBOR TRADING',
    "Smith's Bakery",
    '万科物业',
    '老渔港海鲜酒楼',
    '杭州宏达',
    '宏达科技',
    '工商银行西湖支行',
    '文三路小学',
    '海底捞火锅',
    'Blue Harbour Trading Pty Ltd',
    '余姚市（宏业）塑料制品厂',
    '链家地产中介',
    '杭州市西湖区人民政府',
    '星巴克(万达店)',
    '7-11便利店',
    '中国移动',
    '陈记',
    'A公司',
    'PT Astra International Tbk',
  ])('%s is an organisation', (text) => expect(nameKind(text)).toBe('org'))
  it.each(['宏达', 'Kevin', '一帆风顺', '', 'www.a.com', '公司', '居委会'])('%j could be either', (text) =>
    expect(nameKind(text)).toBe('unknown'),
  )
})

describe('toPinyin', () => {
  it.each([
    ['张伟', 'zhang wei', 'zw'],
    ['单田芳', 'shan tian fang', 'stf'],
    ['曾国藩', 'zeng guo fan', 'zgf'],
    ['尉迟恭', 'yu chi gong', 'ycg'],
    ['吕布', 'lv bu', 'lb'],
    ['解晓东', 'xie xiao dong', 'xxd'],
    ['仇英', 'qiu ying', 'qy'],
    ['Kevin 陈', 'kevin chen', 'kc'],
    ['𬭎达', 'hong da', 'hd'],
    ['買買提', 'mai mai ti', 'mmt'],
  ])('%s is %s', (name, pinyin, initials) => expect(toPinyin(name)).toEqual({ pinyin, initials }))
})

describe('parseGender', () => {
  it.each([
    ['男', 'M'],
    ['女', 'F'],
    ['先生', 'M'],
    ['女士', 'F'],
    ['M', 'M'],
    ['female', 'F'],
    ['1', 'M'],
    [2, 'F'],
    ['女 ', 'F'],
    ['☑男 □女', 'M'],
    ['□男 ☑女', 'F'],
  ] as const)('%s', (cell, gender) => expect(parseGender(cell)).toEqual({ ok: true, value: gender }))
  it.each(['', '未知', '0', '□男 □女', '杭州'])('%j tells nothing', (cell) => expect(parseGender(cell).ok).toBe(false))
})
