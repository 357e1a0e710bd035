import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressHints, parseAddress } from '../../../src/domain/normalize/address.ts'
import { areaCodeOfCity, areaOf } from '../../../src/domain/normalize/area.ts'
import { divisionOf, findDivision, placeOf } from '../../../src/domain/normalize/divisions.ts'
import { type OrgName, parseOrgName } from '../../../src/domain/normalize/org-name.ts'

function short(text: string, hints?: AddressHints): string {
  const read = parseAddress(text, hints)
  if (!read.ok) return `!${read.reason.code}`
  const { province, city, district, street, division, country } = read.value
  return (
    [province, city, district, street, division, country].map((part) => part ?? '').join('|') +
    (read.notes ?? []).map((note) => ` ${note.code}`).join('')
  )
}

describe('parseAddress', () => {
  it.each([
    ['杭州市西湖区文三路478号华星时代广场A座1203室', '浙江省|杭州市|西湖区|文三路478号华星时代广场A座1203室|330106|'],
    ['余杭区仓前街道', '浙江省|杭州市|余杭区|仓前街道|330110|'],
    ['滨江区长河街道江南大道588号', '浙江省|杭州市|滨江区|长河街道江南大道588号|330108|'],
    ['杭州西湖文三路1号', '浙江省|杭州市|西湖区|文三路1号|330106|'],
    ['浙江杭州余杭', '浙江省|杭州市|余杭区||330110|'],
    ['浙江省 杭州市 西湖区 文三路1号', '浙江省|杭州市|西湖区|文三路1号|330106|'],
    ['中国浙江省杭州市', '浙江省|杭州市|||330100|'],
    ['北京市朝阳区建国路1号', '北京市|北京市|朝阳区|建国路1号|110105|'],
    ['北京北京市海淀区', '北京市|北京市|海淀区||110108|'],
    ['上海浦东新区世纪大道1号', '上海市|上海市|浦东新区|世纪大道1号|310115|'],
    ['吉林省吉林市昌邑区中山路', '吉林省|吉林市|昌邑区|中山路|220202|'],
    ['湖北省仙桃市干河街道', '湖北省|仙桃市||干河街道|429004|'],
    ['东莞市长安镇', '广东省|东莞市||长安镇|441900|'],
    ['恩施州利川市', '湖北省|恩施土家族苗族自治州|利川市||422802|'],
    ['内蒙古巴彦淖尔乌拉特中旗北海路２６０号', '内蒙古自治区|巴彦淖尔市|乌拉特中旗|北海路260号|150824|'],
    ['江蘇無錫濱湖紅旗路90#', '江苏省|无锡市|滨湖区|紅旗路90#|320211|'],
    ['内江市中区新世纪花园1幢', '四川省|内江市|市中区|新世纪花园1幢|511002|'],
    ['浙江台州路桥观澜国际', '浙江省|台州市|路桥区|观澜国际|331004|'],
    ['宁波镇海南湖路276号', '浙江省|宁波市|镇海区|南湖路276号|330211|'],
    ['广东广州番禺府前路752號', '广东省|广州市|番禺区|府前路752號|440113|'],
    ['香港九龙旺角', '香港特别行政区|||九龙旺角|810000|HK'],
    ['九龍尖沙咀彌敦道8樓A室', '香港特别行政区|||九龍尖沙咀彌敦道8樓A室|810000|HK'],
    ['臺北市中正區忠孝東路四段', '台湾省|台北市||中正區忠孝東路四段|710000|TW'],
    ['新竹市东区', '台湾省|新竹市||东区|710000|TW'],
    ['文三路478号', '|||文三路478号||'],
    ['南京路1号', '|||南京路1号||'],
    ['西湖大道1号', '|||西湖大道1号||'],
    ['中山公园3号', '|||中山公园3号||'],
    ['西湖区', '||西湖区||| division-ambiguous'],
    ['浙江省杭州市下城区体育场路1号', '浙江省|杭州市|拱墅区|体育场路1号|330105| division-renamed'],
    ['上海市崇明县', '上海市|上海市|崇明区||310151| division-renamed'],
    ['江干区庆春路', '浙江省|杭州市|江干区|庆春路|330100| division-parted'],
    ['襄樊市樊城区', '湖北省|襄阳市|樊城区||420606|'],
    ['山东省莱芜市莱城区', '山东省|济南市|莱芜区||370116| division-renamed'],
    ['桐乡乌镇', '浙江省|嘉兴市|桐乡市|乌镇|330483|'],
    ['(浙江)杭州市（西湖区）文三路', '浙江省|杭州市|西湖区|文三路|330106|'],
    ['日本东京都', '|||日本东京都||JP'],
    ['城西', '|||城西||'],
    ['市区', '|||市区||'],
    ['344 Lake Drive, London CT1 0YF, UK', '|||344 Lake Drive, London CT1 0YF, UK||GB'],
    ['无', '!address-missing'],
  ])('%s', (text, want) => expect(short(text)).toBe(want))

  it.each([
    ['邮编310000 杭州市西湖区', '310000'],
    ['杭州市西湖区文三路1号 310012', '310012'],
    ['310012，杭州市西湖区文三路1号', '310012'],
    ['杭州市西湖区文三路1号（邮编：310012）', '310012'],
    ['杭州市西湖区文三路110001号', undefined],
  ])('postcode of %s', (text, postcode) => {
    const read = parseAddress(text)
    expect(read.ok && read.value.postcode).toBe(postcode)
    expect(read.ok && read.value.division).toBe('330106')
  })

  it.each<[string, string, AddressHints, string]>([
    [
      'all told',
      '文三路1号',
      { province: '浙江', city: '杭州市', district: '西湖区' },
      '浙江省|杭州市|西湖区|文三路1号|330106|',
    ],
    ['an ambiguous district', '西湖区文三路1号', { city: '杭州' }, '浙江省|杭州市|西湖区|文三路1号|330106|'],
    ['only columns', '', { city: '杭州' }, '浙江省|杭州市|||330100|'],
    ['市辖区', '', { province: '北京市', city: '市辖区', district: '朝阳区' }, '北京市|北京市|朝阳区||110105|'],
    ['the city of the same name', '', { city: '吉林' }, '吉林省|吉林市|||220200|'],
    ['told twice', '广东省深圳市光明区兴业路241号', { city: '深圳' }, '广东省|深圳市|光明区|兴业路241号|440311|'],
    ['a municipality as city', '', { city: '重庆' }, '重庆市|重庆市|||500000|'],
    ['no division', '1 Main Street', { city: 'London' }, '|||1 Main Street||'],
  ])('hints: %s', (_, text, hints, want) => expect(short(text, hints)).toBe(want))

  const codes = ['330106', '110105', '310115', '429004', '441900', '500112', '422802', '520326', '150824', '659001']
  it('a place written out reads as itself, and its rest is kept', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom('文三路1号', '人民路18号3幢2单元1203室', '1-2-3', ''),
        (code, street) => {
          const place = placeOf(code)!
          const text = [...new Set([place.province, place.city, place.district])].filter(Boolean).join('') + street
          const read = parseAddress(text)
          expect(read).toMatchObject({ ok: true, value: { division: code, ...(street === '' ? {} : { street }) } })
        },
      ),
    ))

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'浙江省杭州市西湖区北京路吉林东莞1号, ') }),
        (text) => void parseAddress(text),
      ),
      { numRuns: 500 },
    ))
})

describe('divisions', () => {
  it('knows codes and names', () => {
    expect(divisionOf('330106')).toMatchObject({ name: '西湖区', level: 3 })
    expect(divisionOf('330103')).toBeUndefined()
    expect(findDivision('余杭区')).toMatchObject({ code: '330110' })
    expect(findDivision('杭州')).toMatchObject({ code: '330100', province: '浙江省' })
    expect(findDivision('西湖区')).toBeUndefined()
    expect(findDivision('下城区')).toMatchObject({ code: '330105' })
  })
  it('knows area codes', () => {
    expect(areaOf('0571')).toMatchObject({ digits: 8 })
    expect(areaOf('0570')).toMatchObject({ digits: 7 })
    expect(areaOf('0999')).toBeDefined()
    expect(areaOf('0600')).toBeUndefined()
    expect(areaCodeOfCity('杭州市')).toBe('0571')
    expect(areaCodeOfCity('北京')).toBe('010')
  })
})

describe('parseOrgName', () => {
  it.each<[string, Partial<OrgName>]>([
    ['杭州宏达科技有限公司', { region: '杭州', brand: '宏达', trade: '科技', form: '有限公司', core: '宏达科技' }],
    ['宏达(杭州)科技有限公司', { full: '宏达（杭州）科技有限公司', region: '杭州', brand: '宏达', core: '宏达科技' }],
    ['腾讯科技（深圳）有限公司', { region: '深圳', brand: '腾讯', trade: '科技' }],
    ['浙江省宏达（集团）有限公司', { region: '浙江省', brand: '宏达', form: '（集团）有限公司' }],
    ['宏达集团有限公司', { brand: '宏达', form: '集团有限公司' }],
    ['杭州宏达投资中心（有限合伙）', { brand: '宏达', trade: '投资', form: '中心（有限合伙）' }],
    ['余姚市（宏业）塑料制品厂', { region: '余姚市', brand: '宏业', form: '厂' }],
    ['阿里巴巴（中国）有限公司', { region: '中国', brand: '阿里巴巴' }],
    ['中国石油天然气股份有限公司', { region: '中国', brand: '石油天然气', form: '股份有限公司' }],
    ['吉林市吉林炭素有限公司', { region: '吉林市', core: '吉林炭素' }],
    ['宁波海达进出口有限公司余姚分公司', { brand: '海达', form: '有限公司', branch: '余姚分公司' }],
    ['腾讯科技（深圳）有限公司（北京分公司）', { brand: '腾讯', branch: '北京分公司' }],
    ['武汉市图永大阀门巴彦淖尔分公司', { region: '武汉市', core: '图永大阀门', branch: '巴彦淖尔分公司' }],
    [
      '慈溪ＡＢＣ电器有限公司（原慈溪市海通电器厂）',
      { full: '慈溪ABC电器有限公司', brand: 'ABC', former: '慈溪市海通电器厂' },
    ],
    ['杭州宏达科技有限公司(已搬)', { full: '杭州宏达科技有限公司', remark: '已搬' }],
    ['杭州宏达科技-王总', { full: '杭州宏达科技', remark: '王总', core: '宏达科技' }],
    ['杭州宏达科技有限公司.', { full: '杭州宏达科技有限公司' }],
    ['杭州市西湖区阿明理发店', { region: '杭州市西湖区', brand: '阿明', form: '理发店' }],
    ['杭州宏达科技有限公司 王总', { full: '杭州宏达科技有限公司', remark: '王总' }],
    ['杭州宏达科技有限公司李经理', { full: '杭州宏达科技有限公司', remark: '李经理' }],
    ['凤凰航运股份有限公司', { brand: '凤凰', trade: '航运' }],
    ['链家地产文三路店', { brand: '链家', branch: '文三路店' }],
    ['北京大成律师事务所', { region: '北京', brand: '大成', form: '律师事务所' }],
    ['老王面馆', { brand: '老王', form: '面馆' }],
    ['宏达', { brand: '宏达', core: '宏达' }],
    [
      '香港永盛贸易有限公司 Wing Shing Trading Co., Ltd.',
      { full: '香港永盛贸易有限公司', english: 'Wing Shing Trading Co., Ltd.', brand: '永盛' },
    ],
    [
      'Hangzhou Hongda Technology Co., Ltd.',
      { region: 'Hangzhou', brand: 'Hongda', trade: 'Technology', form: 'Co., Ltd.', script: 'latin' },
    ],
    ['Desert Rose General Trading L.L.C', { brand: 'Desert Rose', form: 'L.L.C' }],
    ['Nordic Light GmbH', { brand: 'Nordic Light', form: 'GmbH' }],
  ])('%s', (text, want) => expect(parseOrgName(text)).toMatchObject({ ok: true, value: want }))

  it.each(['有限公司', '有限责任公司', '公司', '股份有限公司', ''])('the core does not depend on the form %j', (form) =>
    expect(parseOrgName(`杭州宏达科技${form}`)).toMatchObject({ ok: true, value: { core: '宏达科技', brand: '宏达' } }),
  )

  it('the full name reads as itself', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('杭州', '', '浙江省', '深圳市'),
        fc.constantFrom('宏达', '鑫盛', '百嘉佳'),
        fc.constantFrom('科技', '国际贸易', '五金制品'),
        fc.constantFrom('有限公司', '厂', '商行', '集团有限公司'),
        (place, brand, trade, form) => {
          const text = place + brand + trade + form
          const first = parseOrgName(text)
          expect(first).toMatchObject({ ok: true, value: { full: text, brand, trade, form, core: brand + trade } })
        },
      ),
    ))

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'杭州宏达科技有限公司（）()分店集团 -Co.Ltd原') }),
        (text) => void parseOrgName(text),
      ),
      { numRuns: 500 },
    ))
})
