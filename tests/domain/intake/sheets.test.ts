import { describe, expect, it } from 'vitest'
import { drawn, fates, readSheet } from '../../support/read-sheet.ts'

const fact = (facts: readonly { field: string; value: string }[], field: string): string | undefined =>
  facts.find((one) => one.field === field)?.value

describe('a register of office tenants', () => {
  const { rows, tables } = readSheet(
    drawn(`
金茂大厦租户台账（2025年）
制表人：招商部 小林      单位：元
序号|楼层|房号|租户名称|联系人|联系电话|面积(㎡)|租金(元/㎡/天)|月租金|起租日|到期日|押金|行业|备注
#1|12F|1201|杭州云帆科技有限公司|刘总|13857101234|#256.5|#4.5|#35000|2024.3.1|2027.2.28|10.5万|互联网|
#2|12F|1202-1203|上海博思咨询有限公司杭州分公司|陈小姐 13957102222|0571-88651234|#180|#4.8|26,000|2023年5月1日|2026-04-30|78000|咨询|续约洽谈中
#3|12F|1204|空置||| #95|||||||
#4|12F|1205||||#120||||||||可租
|12层小计||||| #651.5||#61000|||||
#5|13F|1301|张建国(个体)|张建国|138 5710 9999|#60|#5|#9000|#45352|#46446|/|餐饮|原租户：王老板
合计||6户||||#761.5||#70000|||||
出租率：78%
`),
    { name: '租户' },
  )

  it('tells tenants from vacant units, sums and notes', () => {
    expect(tables[0]?.role).toBe('deals')
    expect(fates(rows)).toEqual([
      ...['title', 'note', 'header', 'accepted', 'accepted', 'vacant-unit', 'vacant-unit'],
      ...['subtotal', 'accepted', 'total', 'note'],
    ])
  })

  it('makes of a row the tenant, its contact person and its contract', () => {
    const [tenant, person] = rows[4]!.parties
    expect(tenant!.values).toMatchObject({ kind: 'org', name: '上海博思咨询有限公司杭州分公司', industry: '咨询' })
    expect(tenant!.contacts.map((contact) => contact.canonical)).toEqual(['0571-88651234'])
    expect(person).toMatchObject({ role: 'related', relation: { type: 'employed_at' }, values: { name: '陈小姐' } })
    expect(person!.contacts.map((contact) => contact.canonical)).toEqual(['13957102222'])
    const deal = rows[4]!.deals[0]!
    expect(deal).toMatchObject({ kind: 'contract', unit: '1202-1203', remark: '续约洽谈中', customer: null })
    expect(fact(deal.facts, 'contract_start')).toBe('2023-05-01')
    expect(fact(deal.facts, 'contract_end')).toBe('2026-04-30')
    expect(fact(deal.facts, 'deposit')).toBe('78000.00')
    expect(fact(rows[3]!.deals[0]!.facts, 'deposit')).toBe('105000.00')
    expect(fact(rows[3]!.deals[0]!.facts, 'leased_area')).toBe('256.5')
  })
})

describe('headers', () => {
  it('joins two rows, with groups merged over them', () => {
    const { rows, tables } = readSheet(
      drawn(`
云栖中心租赁合同台账
截止日期：2025年10月31日||||||||单位：万元
序号|租户信息|||房源信息||合同信息||备注
|客户名称|联系人|电话|楼栋|房号|租赁期限|合同总价|
#1|浙江宏远律师事务所|王律师|0571-87105002|A座|802|2023/6/1至2026/5/31|72|
`),
      {
        merges: [
          { top: 2, bottom: 3, left: 0, right: 0 },
          { top: 2, bottom: 2, left: 1, right: 3 },
          { top: 2, bottom: 2, left: 4, right: 5 },
          { top: 2, bottom: 2, left: 6, right: 7 },
        ],
      },
    )
    expect(tables[0]!.headerRows).toEqual([3, 4])
    expect(tables[0]!.columns.map((column) => column.field)).toEqual([
      ...['row_no', 'name', 'contact_person', 'phone', 'building', 'unit', 'contract_term', 'amount', 'remark'],
    ])
    expect(tables[0]!.columns[1]!.heading).toBe('租户信息 / 客户名称')
    expect(rows[4]!.deals[0]!.amount).toBe(72_0000_00)
    expect(fact(rows[4]!.deals[0]!.facts, 'contract_end')).toBe('2026-05-31')
  })

  it('takes a second row in English for the same header', () => {
    const { rows, tables } = readSheet(
      drawn(`
客户名称|联系人|电话|邮箱|国家|首次联系日期
Customer Name|Contact|Phone|Email|Country|First Contact
Sunrise Imports LLC|Mike Ross|+1 305 555 0188|mike@sunrise.example|USA|03/25/2024
`),
    )
    expect(fates(rows)).toEqual(['header', 'header', 'accepted'])
    expect(tables[0]!.columns.map((column) => column.field)).toEqual([
      'name',
      'contact_person',
      'phone',
      'email',
      'country',
      'opened_on',
    ])
    expect(rows[2]!.parties[0]).toMatchObject({
      values: { kind: 'org', opened_on: '2024-03-25' },
      addresses: [{ country: 'US' }],
    })
  })

  it('finds a table that does not begin at A1', () => {
    const { rows } = readSheet(
      drawn(`

||会员档案|
||编号|姓名|生日|手机|会员卡余额(元)
||1|王总|八月初三(农历)|13857101234|￥1,200.00
||2|杨过/小龙女|2.14|13857101236/13857101237|100
`),
    )
    expect(fates(rows)).toEqual(['blank', 'title', 'header', 'accepted', 'accepted'])
    expect(rows[3]!.parties[0]!.values.birth).toBe('lunar:08-03')
    expect(rows[4]!.parties.map((party) => [party.role, party.values.name, party.contacts[0]!.canonical])).toEqual([
      ['customer', '杨过', '13857101236'],
      ['customer', '小龙女', '13857101237'],
    ])
  })

  it('reads columns without any header by their values', () => {
    const { rows, tables } = readSheet(
      drawn(`
陈建国|杭州宏达科技有限公司|总经理|13857101234|2025-10-01
李娜|宁波海达进出口有限公司|采购|13857101235|2025-10-03
王芳|慈溪ABC电器有限公司|会计|0574-63106005|2025-10-05
`),
    )
    expect(tables[0]!.why.code).toBe('table-without-header')
    expect(tables[0]!.columns.map((column) => [column.field, column.because])).toEqual([
      ['name', 'content'],
      ['employer', 'content'],
      ['title', 'content'],
      ['phone', 'content'],
      ['opened_on', 'content'],
    ])
    expect(fates(rows)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('reads a header in a foreign language by the values under it', () => {
    const { rows, tables } = readSheet(
      drawn(
        'Nom|Téléphone|Courriel\nAnna Schmidt|+49 30 901820|anna@acme.example\nJean Petit|+33 1 23 45 67 89|jean@acme.example',
      ),
    )
    expect(fates(rows)).toEqual(['header', 'accepted', 'accepted'])
    expect(tables[0]!.columns.map((column) => column.field)).toEqual(['name', 'phone', 'email'])
  })

  it('keeps columns nobody knows as extra fields', () => {
    const { rows, tables } = readSheet(drawn('姓名|电话|星座\n张伟|13857101234|白羊座'))
    expect(tables[0]!.columns[2]!.field).toBeNull()
    expect(rows[1]!.parties[0]!.facts).toEqual([{ field: 'extra:星座', value: '白羊座' }])
  })

  it('has one fingerprint for headings in any order', () => {
    const a = readSheet(drawn('姓名|电话|地址\n张伟|13857101234|西湖区')).tables[0]!
    const b = readSheet(drawn('标题\n地 址|姓名：|电话\n西湖区|张伟|13857101234')).tables[0]!
    const c = readSheet(drawn('姓名|电话|备注\n张伟|13857101234|西湖区')).tables[0]!
    expect(a.fingerprint).toBe(b.fingerprint)
    expect(a.fingerprint).not.toBe(c.fingerprint)
  })

  it('does as told, and as remembered', () => {
    const text = drawn('编码|名字|号\n7|张伟|13857101234')
    const told = readSheet(text, { options: { map: { 号: 'mobile', 名字: 'name', 编码: 'extra' } } })
    expect(told.tables[0]!.columns.map((column) => [column.field, column.because])).toEqual([
      [null, 'told'],
      ['name', 'told'],
      ['mobile', 'told'],
    ])
    const remembered = readSheet(drawn('姓名|手机|A\n张伟|13857101234|金卡'), {
      options: { remembered: (fingerprint) => (fingerprint.startsWith('3-') ? { A: 'level' } : undefined) },
    })
    expect(remembered.rows[1]!.parties[0]!.values.level).toBe('金卡')
  })
})

describe('several tables', () => {
  it('reads the second for itself, its deals going to the customers of the first', () => {
    const { rows, tables } = readSheet(
      drawn(`
客户名单
姓名|电话|地址
张伟|13857101234|西湖区文三路1号

消费记录
日期|姓名|电话|项目|金额
2025-10-01|张伟|13857101234|洗车|50
合计||||50
`),
    )
    expect(fates(rows)).toEqual(['title', 'header', 'accepted', 'blank', 'title', 'header', 'accepted', 'total'])
    expect(tables.map(({ role }) => role)).toEqual(['customers', 'deals'])
    expect(rows[6]).toMatchObject({
      parties: [],
      deals: [{ customer: { name: '张伟', phone: '13857101234' }, on: '2025-10-01', product: '洗车', amount: 5000 }],
    })
  })

  it('gives the words of a group row to the rows below it', () => {
    const { rows } = readSheet(
      drawn(`
2025年意向客户跟进表
客户|电话|意向户型|意向度|最近跟进|下次跟进
业务员：何晴
张伟|13857101234|三房|A|10.25 嫌贵|11.2
业务员：林悦
王芳|13857101236|四房|A|2025-10-20 下定|
`),
    )
    expect(fates(rows)).toEqual(['title', 'header', 'group-header', 'accepted', 'group-header', 'accepted'])
    expect(rows.flatMap((row) => row.parties.map((party) => party.values.owner))).toEqual(['何晴', '林悦'])
    expect(rows[3]!.interactions).toMatchObject([{ on: '2025-10-25', content: '嫌贵', staff: '何晴' }])
  })
})

describe('sales', () => {
  it('goes on with date and customer of the row above', () => {
    const { rows } = readSheet(
      drawn(`
2025年10月送货单汇总
日期|客户|品名|单位|数量|单价|金额|已收|经手人
10/3|华美超市|矿泉水|箱|20|18|360|360|老李
||可乐|箱|10|42|420|0|老李
10/5|好又多便利店 13857102222|方便面|箱|5|60|300|300|小王
|||小计||||1080|
10/8|散客|啤酒|箱|1|55|55|55|小王
`),
    )
    expect(fates(rows)).toEqual(['title', 'header', 'accepted', 'accepted', 'accepted', 'subtotal', 'accepted'])
    expect(rows[3]!.deals[0]).toMatchObject({
      customer: { name: '华美超市' },
      on: '2025-10-03',
      product: '可乐',
      amount: 42000,
      paid: 0,
    })
    expect(rows[4]!.parties[0]).toMatchObject({
      values: { name: '好又多便利店', kind: 'org' },
      contacts: [{ canonical: '13857102222' }],
    })
    expect(rows[6]!.notes.map(({ reason }) => reason.code)).toContain('walk-in')
    expect(rows[6]!.parties).toEqual([])
  })

  it('gives a statement to the customer named above it', () => {
    const { rows } = readSheet(
      drawn(`
杭州瑞丰贸易有限公司销售对账单
客户：宁波海达进出口有限公司  期间：2025年9月1日至9月30日
日期|品名|数量|单价|金额|备注
9.3|铜线|100|45|4500|
`),
    )
    expect(rows[3]!.deals[0]).toMatchObject({
      customer: { name: '宁波海达进出口有限公司' },
      on: '2025-09-03',
      amount: 450000,
    })
  })
})

describe('forms', () => {
  it('reads labels above their values', () => {
    const { rows, tables } = readSheet(
      drawn(`
客户信息登记表
姓名|性别|出生日期|联系电话
张伟|男|1985.6.1|13857101234
工作单位|职务|微信号|客户来源
杭州宏达科技有限公司|经理|zhangwei85|朋友介绍
`),
    )
    expect(tables[0]!.role).toBe('forms')
    expect(fates(rows)).toEqual(['title', 'accepted', 'form-part', 'form-part', 'form-part'])
    expect(rows[1]!.parties[0]!.values).toMatchObject({
      name: '张伟',
      employer: '杭州宏达科技有限公司',
      title: '经理',
      acquired_from: '朋友介绍',
    })
  })
})

describe('other places', () => {
  it('reads a list of Taiwan', () => {
    const { rows, tables } = readSheet(
      drawn(`
宏大貿易股份有限公司客戶資料表
客戶編號|客戶名稱|統一編號|負責人|聯絡人|電話|手機|地址|建檔日期|備註
A001|大同電子股份有限公司|12345675|林志明|王小姐|02-2712-3456|0912-345-678|台北市大安區忠孝東路四段100號8樓|113/03/05|月結30天
`),
    )
    expect(tables[0]!.columns.map((column) => column.field)).toEqual([
      ...[
        'source_code',
        'name',
        'uscc',
        'legal_rep',
        'contact_person',
        'phone',
        'mobile',
        'address',
        'opened_on',
        'remark',
      ],
    ])
    const [party] = rows[2]!.parties
    expect(party!.values).toMatchObject({ name: '大同電子股份有限公司', opened_on: '2024-03-05', legal_rep: '林志明' })
    expect(party!.contacts.map((contact) => contact.canonical)).toEqual(['+886227123456', '+886912345678'])
  })

  it('reads the export of an English CRM', () => {
    const { rows } = readSheet(
      drawn(`
Record ID|First Name|Last Name|Email|Phone Number|Company Name|Job Title|Lead Status|Contact owner|Create Date|City|Country/Region
#151|Anna|Schmidt|anna@acme.example|+49 30 901820|ACME GmbH|CEO|CONNECTED|Tom Lee|2024-03-05 09:12|Berlin|Germany
`),
    )
    expect(rows[1]!.parties).toHaveLength(1)
    expect(rows[1]!.parties[0]!.values).toMatchObject({
      ...{ kind: 'person', source_code: '151', name: 'Anna Schmidt', employer: 'ACME GmbH', title: 'CEO' },
      ...{ owner: 'Tom Lee', status: 'CONNECTED', opened_on: '2024-03-05' },
    })
  })

  it('reads an address book with numbered fields', () => {
    const { tables } = readSheet(
      drawn(`
Name|Phone 1 - Type|Phone 1 - Value|E-mail 1 - Value|Organization 1 - Name|Birthday
Anna Lee|Mobile|+8613857101234|anna@example.com|ACME|1985-06-01
`),
    )
    expect(tables[0]!.columns.map((column) => column.field)).toEqual([
      'name',
      null,
      'phone',
      'email',
      'employer',
      'birth',
    ])
  })
})

describe('a firm with two contact persons', () => {
  it('gives each the number behind the name, the first number staying with the firm', () => {
    const { rows, tables } = readSheet(
      drawn(`
客户名称|联系人一|||联系人二||备注
|姓名|职务|电话|姓名|电话|
杭州云帆科技有限公司|刘建|总经理|13857101234|王丽|13857101235|重点
`),
      {
        merges: [
          { top: 0, bottom: 1, left: 0, right: 0 },
          { top: 0, bottom: 0, left: 1, right: 3 },
          { top: 0, bottom: 0, left: 4, right: 5 },
          { top: 0, bottom: 1, left: 6, right: 6 },
        ],
      },
    )
    expect(tables[0]!.headerRows).toEqual([1, 2])
    expect(rows[2]!.parties.map((party) => [party.values.name, party.contacts[0]?.canonical])).toEqual([
      ['杭州云帆科技有限公司', '13857101234'],
      ['刘建', undefined],
      ['王丽', '13857101235'],
    ])
  })
})

describe('a register of sales of flats', () => {
  it('makes two customers of a couple, each with the own number, and one deal', () => {
    const { rows } = readSheet(
      drawn(`
云栖壹号院成交台账
2025年9月              单位：万元
序号|认购日期|客户姓名|联系电话|房号|面积|单价（元/㎡）|总价|定金|签约日期|置业顾问|状态
1|9.3|张伟、李娜|13857103001/13857103002|3-2-1203|128.5|28000|359.8|5|9.10|林悦|已签约
`),
    )
    expect(rows[3]!.parties.map((party) => [party.role, party.values.name, party.contacts[0]!.canonical])).toEqual([
      ['customer', '张伟', '13857103001'],
      ['customer', '李娜', '13857103002'],
    ])
    expect(rows[3]!.deals).toMatchObject([
      {
        customer: null,
        on: '2025-09-03',
        unit: '3-2-1203',
        amount: 3_598_000_00,
        unit_price: 28_000_00,
        status: '已签约',
        staff: '林悦',
      },
    ])
  })
})

describe('an export that protects its codes', () => {
  it('takes formulas of texts, apostrophes and dashes for what they are', () => {
    const { rows } = readSheet(
      drawn(`
会员编号|会员姓名|手机号码|累计消费|开卡门店|开卡时间
="000123"|张伟|'13857101234|￥12,345.60|滨江店|2023-05-06 14:22:08
共 1 条记录，第 1/1 页
`),
    )
    expect(fates(rows)).toEqual(['header', 'accepted', 'note'])
    expect(rows[1]!.parties[0]).toMatchObject({
      values: { source_code: '000123', opened_on: '2023-05-06' },
      contacts: [{ canonical: '13857101234' }],
    })
    expect(rows[1]!.deals).toEqual([])
  })
})

describe('what is no table', () => {
  it.each([
    ['a hidden sheet', drawn('姓名|电话\n测试|13800000000'), { hidden: true }, ['sheet-hidden', 'sheet-hidden']],
    ['a sheet of text', drawn('填表说明\n1、当天登记，不得补登。'), {}, ['title', 'note']],
    ['an empty sheet', [[], []], {}, ['blank', 'blank']],
  ])('%s is passed over, with a reason for each row', (_, text, info, expected) => {
    const { rows, tables } = readSheet(text, info)
    expect(fates(rows)).toEqual(expected)
    expect(tables[0]!.role).toBe('ignored')
  })
})
