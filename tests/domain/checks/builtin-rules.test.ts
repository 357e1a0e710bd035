import { describe, expect, it } from 'vitest'
import { evaluateDraft } from '../../../src/domain/checks/evaluate.ts'
import { isDomesticName } from '../../../src/domain/checks/names.ts'
import { address, compiled, contact, draft, type Given, mobile, rulesFinding } from './parties.ts'

const org = { kind: 'org', name: '杭州宏达科技有限公司', uscc: '91330100799655058B' } as const
const valid = '11010519491231002X' // a woman, of the standard

describe('a customer without a fault', () => {
  it.each<[string, Given]>([
    ['person', {}],
    [
      'person with everything',
      {
        values: {
          gender: 'F',
          honorific: '女士',
          given_name: '丽',
          birth: '1949-12-31',
          id_number: valid,
          opened_on: '2020-01-01',
        },
      },
    ],
    ['organisation', { values: org }],
    ['birth known by month', { values: { birth: '1949-12', id_number: valid } }],
    ['birth known by day and month', { values: { birth: '--12-31', id_number: valid } }],
    ['lunar birthday beside a citizen number', { values: { birth: 'lunar:11-12', id_number: valid } }],
    ['passport', { values: { id_number: 'E12345678' } }],
    ['15 digit citizen number', { values: { id_number: '110105491231002' } }],
    ['landline of the city', { contacts: [mobile, contact('landline', '0571-88651234')] }],
    [
      'landline of a city merged into the code',
      { contacts: [mobile, contact('landline', '0731-28651234')], addresses: [address({ city: '株洲市' })] },
    ],
    ['hotline of equal digits', { contacts: [mobile, contact('landline', '0571-88888888')] }],
    ['testing laboratory', { values: { ...org, name: '杭州测试技术有限公司' } }],
    ['three times the same given name', { values: { name: '丽丽' } }],
    ['a European name', { values: { name: 'José Müller' } }],
    ['a related person without a phone', { role: 'related', contacts: [], addresses: [] }],
    ['district of its city', { addresses: [address({ city: '杭州市', district: '余杭区' })] }],
    ['past district', { addresses: [address({ city: '杭州市', district: '下城区' })] }],
    ['district of a municipality', { addresses: [address({ city: '上海市', district: '浦东新区' })] }],
    ['county-level city', { addresses: [address({ city: '苏州市', district: '昆山市' })] }],
    ['website', { values: { ...org, website: 'www.hongda-tech.com.cn/about?x=1' } }],
    ['two websites', { values: { ...org, website: 'www.suning.cn、www.suning.com' } }],
    ['an address named after a city', { addresses: [address({ city: '杭州市', raw: '东方名城39幢1单元' })] }],
    ['a road named after a city', { addresses: [address({ city: '杭州市', raw: '北京市场路12号' })] }],
    [
      'an address by its county-level city',
      { addresses: [address({ province: '江苏省', city: '苏州市', raw: '江苏省昆山市前进路1号' })] },
    ],
    [
      'an address by the old name of its city',
      { addresses: [address({ province: '湖北省', city: '襄阳市', raw: '襄樊市襄城区1号' })] },
    ],
    [
      'mail hosts that are no slips',
      {
        contacts: [
          mobile,
          contact('email', 'li@ymail.com'),
          contact('email', 'li@mail.com'),
          contact('email', 'li@qq.com'),
        ],
      },
    ],
    [
      'a landline of seven digits where all have seven',
      { contacts: [mobile, contact('landline', '0570-3021234')], addresses: [] },
    ],
    ['website in Chinese', { values: { ...org, website: 'https://中文.公司.cn' } }],
  ])('%s', (_what, given) => {
    expect(rulesFinding(given)).toEqual([])
  })
})

describe('a rule finds', () => {
  it.each<[string, string[], Given]>([
    ['no name', ['name-missing'], { values: { name: '13857107788' } }],
    ['no name at all', ['name-missing'], { values: { name: '?' } }],
    ['no contact', ['contact-missing'], { contacts: [] }],
    [
      'no contact, and only the city of the address',
      ['contact-missing'],
      { contacts: [], addresses: [address({ city: '杭州市', raw: '浙江杭州市' })] },
    ],
    ['a website only', ['phone-missing'], { contacts: [], values: { ...org, website: 'www.hongda.cn' } }],
    [
      'an address only',
      ['phone-missing'],
      { contacts: [], addresses: [address({ city: '杭州市', raw: '杭州市西湖区文三路1号' })] },
    ],
    [
      'an address in another city',
      ['address-contradicts-city'],
      { addresses: [address({ province: '江苏省', city: '南京市', raw: '苏州市星湖街1号' })] },
    ],
    [
      'an address in another province',
      ['address-contradicts-city'],
      { addresses: [address({ province: '广东省', city: '深圳市', raw: '湖北省武汉市江岸区' })] },
    ],
    [
      'a province in short before it',
      ['address-contradicts-city'],
      {
        addresses: [address({ province: '新疆维吾尔自治区', city: '和田地区', raw: '新疆昌吉回族自治州准东路465号' })],
      },
    ],
    ['a mistyped mail host', ['email-domain'], { contacts: [mobile, contact('email', 'wang@gmial.com')] }],
    ['a mistyped ending', ['email-domain'], { contacts: [mobile, contact('email', 'info@hongda-tech.con')] }],
    [
      'a landline of before numbers grew',
      ['landline-length'],
      { contacts: [mobile, contact('landline', '0755-8234567')], addresses: [] },
    ],
    [
      'an age that is not of the birth date',
      ['birth-contradicts-age-band'],
      { values: { birth: '1985-06-06', age_band: '20' } },
    ],
    ['www. before an ending', ['website-format'], { values: { ...org, website: 'www.hongda' } }],
    ['an ending nobody has', ['website-format'], { values: { ...org, website: 'www.hongda.con' } }],
    ['UTF-8 read as GB18030, cut short', ['mojibake'], { values: { name: '鐜嬪皬鏄?' } }],
    ['e-mail only', ['phone-missing'], { contacts: [contact('email', 'li@hongda.cn')] }],
    [
      'organisation without credit code',
      ['org-uscc-missing'],
      { values: { kind: 'org', name: '杭州宏达科技有限公司' } },
    ],
    ['王总 only', ['name-incomplete'], { values: { name: '王总', surname: '王', honorific: '总' } }],
    [
      'unread phone',
      ['phone-format'],
      { contacts: [contact('other', null, 'x'), contact('mobile', null, '1385710778')] },
    ],
    ['a masked phone', ['phone-format'], { contacts: [contact('other', null, '134****2714')] }],
    ['a phone of ten digits', ['phone-format'], { contacts: [contact('other', null, '1876178180')] }],
    ['equal digits without an area code', ['placeholder-phone'], { contacts: [contact('landline', '88888888')] }],
    ['unread e-mail', ['email-format'], { contacts: [mobile, contact('email', null, 'li@hongda')] }],
    ['citizen number, check digit', ['id-number-format'], { values: { id_number: '110105194912310021' } }],
    ['citizen number, length', ['id-number-format'], { values: { id_number: '1101051949123100' } }],
    ['citizen number, birth', ['id-number-format'], { values: { id_number: '11010519491331002X' } }],
    ['credit code, check character', ['uscc-format'], { values: { ...org, uscc: '91330100799655058A' } }],
    ['credit code, length', ['uscc-format'], { values: { ...org, uscc: '9133010079965505' } }],
    ['birth, no such day', ['birth-format'], { values: { birth: '1985-02-30' } }],
    ['lunar birth, no such day', ['birth-format'], { values: { birth: 'lunar:13-01' } }],
    ['website', ['website-format'], { values: { website: '没有网站' } }],
    ['birth tomorrow', ['birth-in-future'], { values: { birth: '2026-11-23' } }],
    ['birth next year', ['birth-in-future'], { values: { birth: '2027' } }],
    ['opened tomorrow', ['opened-in-future'], { values: { opened_on: '2026-11-23' } }],
    ['116 years old', ['impossible-age'], { values: { birth: '1910-01-01' } }],
    ['测试', ['placeholder-name'], { values: { name: '测试' } }],
    ['Test 01', ['placeholder-name'], { values: { name: 'Test 01' } }],
    ['某某', ['placeholder-name'], { values: { name: '某某' } }],
    ['xxx', ['placeholder-name'], { values: { name: 'ＸＸＸ' } }],
    ['哈哈哈', ['placeholder-name'], { values: { name: '哈哈哈' } }],
    ['客户12', ['placeholder-name'], { values: { name: '客户12' } }],
    ['13800000000', ['placeholder-phone'], { contacts: [contact('mobile', '13800000000')] }],
    ['13800138000', ['placeholder-phone'], { contacts: [contact('mobile', '13800138000')] }],
    ['a landline counted up', ['placeholder-phone'], { contacts: [contact('landline', '0571-12345678')] }],
    ['test@test.com', ['placeholder-email'], { contacts: [mobile, contact('email', 'test@test.com')] }],
    ['a segment nobody has', ['mobile-segment'], { contacts: [contact('mobile', '14057107788')] }],
    ['digits lost in a phone', ['lossy-number'], { contacts: [contact('mobile', null, '1.38571E+10')] }],
    ['digits lost in a citizen number', ['lossy-number'], { values: { id_number: '330106198506012000' } }],
    ['digits lost in a citizen number, written short', ['lossy-number'], { values: { id_number: '3.30106E+17' } }],
    ['UTF-8 read as GB18030', ['mojibake'], { values: { name: '鏉庡洓' } }],
    ['UTF-8 read as Western', ['mojibake'], { values: { name: 'æ\u009dŽå››' } }],
    ['GB18030 read as Western', ['mojibake'], { values: { name: 'ÕÅÈý·á' } }],
    ['a lost character', ['mojibake'], { values: { name: '王建\ufffd' } }],
    ['锟斤拷', ['mojibake'], { values: { remark: '锟斤拷锟斤拷' } }],
    ['a firm as a person', ['person-named-as-org'], { values: { name: '杭州宏达科技有限公司' } }],
    ['an English firm as a person', ['person-named-as-org'], { values: { name: 'Hangzhou Hongda Co., Ltd.' } }],
    ['张女士 as a firm', ['org-named-as-person', 'org-uscc-missing'], { values: { kind: 'org', name: '张女士' } }],
    [
      'a firm with a birth date',
      ['org-named-as-person', 'org-uscc-missing'],
      { values: { kind: 'org', name: '张伟', birth: '1985-01-02' } },
    ],
    ['a firm with a citizen number', ['org-with-citizen-number'], { values: { ...org, id_number: valid } }],
    ['birth against citizen number', ['birth-contradicts-id'], { values: { id_number: valid, birth: '1950-12-31' } }],
    [
      'birth month against citizen number',
      ['birth-contradicts-id'],
      { values: { id_number: valid, birth: '--12-30' } },
    ],
    ['sex against citizen number', ['gender-contradicts-id'], { values: { id_number: valid, gender: 'M' } }],
    [
      'sex against honorific',
      ['gender-contradicts-honorific'],
      { values: { honorific: '先生', given_name: '建国', gender: 'F' } },
    ],
    [
      'age band against birth',
      ['birth-contradicts-age-band'],
      { values: { birth: '1949', age_band: '30-39', age_band_on: '2020-01-01' } },
    ],
    [
      'district against city',
      ['district-contradicts-city'],
      { addresses: [address({ city: '宁波市', district: '余杭区' })] },
    ],
    [
      'area code against city',
      ['city-contradicts-area-code'],
      { contacts: [mobile, contact('landline', '0571-88651234')], addresses: [address({ city: '宁波市' })] },
    ],
  ])('%s', (_what, wanted, given) => {
    expect(rulesFinding(given).sort()).toEqual(wanted.toSorted())
  })
})

describe('what the store knows', () => {
  it('a citizen number held twice', () => {
    const rules = compiled(undefined, { shared: { id_number: new Map([[valid, 3]]) } })
    expect(evaluateDraft(rules, draft({ values: { id_number: valid } }))).toMatchObject([
      { rule: 'id-number-twice', value: valid, params: { count: 3 } },
    ])
  })

  it.each([
    ['an old purchase', { last_deal_on: '2024-11-21' }, ['not-seen-for-long']],
    ['a purchase just young enough', { last_deal_on: '2024-11-21', last_contact_on: '2024-11-22' }, []],
    ['a purchase before opening', { opened_on: '2026-05-01', first_deal_on: '2026-04-30' }, ['deal-before-opened']],
    [
      'a purchase before the day of import',
      { opened_on: '2026-05-01', added_on: '2026-05-01', first_deal_on: '2020-04-30' },
      [],
    ],
    ['a purchase tomorrow', { last_deal_on: '2026-11-23' }, ['deal-in-future']],
  ])('%s', (_what, values, wanted) => {
    const facts = Object.entries(values).map(([field, value]) => ({ field, value }))
    expect(evaluateDraft(compiled(), { ...draft({}), facts }).map(({ rule }) => rule)).toEqual(wanted)
  })
})

describe('names of mainland China', () => {
  it.each([
    ['杭州瑞丰贸易有限公司', true],
    ['慈溪ABC电器有限公司', true],
    ['中国银行（香港）有限公司', false],
    ['香港永盛贸易有限公司', false],
    ['台湾积体电路制造股份有限公司', false],
    ['Blue Harbor Trading Inc.', false],
  ])('%s: %s', (name, expected) => {
    expect(isDomesticName(name)).toBe(expected)
  })
})
