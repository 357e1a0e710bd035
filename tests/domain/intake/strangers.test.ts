import { describe, expect, it } from 'vitest'
import { createSheetReader } from '../../../src/domain/intake/sheet-reader.ts'
import type { RowReading } from '../../../src/model/intake.ts'
import type { Cell, CellRange, SheetInfo } from '../../../src/model/sheet.ts'

/** A sheet written down as people keep it, cells parted by `|`, rows by line. */
function read(text: string, more: { merges?: readonly CellRange[]; fileName?: string } = {}): readonly string[] {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell): Cell => (cell.trim() === '' ? null : cell.trim())))
  const info: SheetInfo = {
    ...{ name: 'Sheet1', index: 0, hidden: false, merges: more.merges ?? [], hiddenColumns: [] },
    ...{ comments: new Map(), struckRows: new Set<number>(), typed: false, fileName: more.fileName ?? '客户.xlsx' },
  }
  const reader = createSheetReader(info, { today: '2026-01-01' })
  const readings = [...reader.push({ rowNumbers: rows.map((_, i) => i + 1), rows }), ...reader.finish()]
  return readings.map(said)
}

/** One row in a line: why it is none, or its people with what they can be reached by, then deals and contacts. */
function said({ fate, reason, parties, deals, interactions }: RowReading): string {
  if (fate !== 'accepted') return `${fate === 'rejected' ? '!' : ''}${reason?.code}`
  const people = parties.map(({ values, contacts, facts, role }) =>
    [
      `${role === 'related' ? '+' : ''}${values.name ?? '-'}`,
      ...[values.source_code, values.birth, values.level, values.owner, values.english_name].filter(
        (value) => value !== undefined,
      ),
      ...contacts.map(({ canonical }) => canonical),
      ...facts.filter(({ field }) => field !== 'name_note').map(({ field, value }) => `${field}=${value}`),
    ].join(' '),
  )
  const sold = deals.map(
    ({ on, product, amount, customer, facts }) =>
      `deal ${[on, product, amount, customer?.name, ...facts.map(({ field, value }) => `${field}=${value}`)].filter((one) => one !== undefined).join(' ')}`,
  )
  const met = interactions.map(({ on, kind, content }) => `talk ${[on, kind, content].filter(Boolean).join(' ')}`)
  return [...people, ...sold.map((one) => one.trim()), ...met].join(' / ')
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'two lists with the same headings side by side, the second shorter',
    `卡号|顾客|手机|卡种||卡号|顾客|手机|卡种
     0001|刘芳|13857121001|金卡||0021|唐婷|13857121021|银卡
     0002|孟姐|13857121002|金卡`,
    ['header', '刘芳 0001 金卡 13857121001 / 唐婷 0021 银卡 13857121021', '孟姐 0002 金卡 13857121002'],
  ],
  [
    'customers and their orders side by side, parted by a blank column',
    `客户名称|联系电话||客户姓名|购买日期|商品|金额
     张建国|13857120001||李秀英|2025-03-01|电视|3999
     王小明|13857120002`,
    ['header', '张建国 13857120001 / 李秀英 / deal 2025-03-01 电视 399900 李秀英', '王小明 13857120002'],
  ],
  [
    'fields to the left, one customer a column',
    `客户名称|杭州一建集团|宁波二建有限公司
     联系人|赵工|钱工
     电话|13857130001|13857130002`,
    ['杭州一建集团 13857130001 / +赵工 / 宁波二建有限公司 13857130002 / +钱工', 'form-part', 'form-part'],
  ],
  [
    'forms beside and below one another',
    `客户信息卡||||客户信息卡
     姓名|沈国栋|性别|男|姓名|潘晓萍|性别|女
     电话|13857129001|生日|1990-01-02|电话|13857129002|生日|1991-03-04
     姓名|姚明亮|性别|男
     电话|13857129003|生日|1992-05-06`,
    [
      'title',
      '沈国栋 1990-01-02 13857129001 / 潘晓萍 1991-03-04 13857129002',
      'form-part',
      '姚明亮 1992-05-06 13857129003',
      'form-part',
    ],
  ],
  [
    'a row of units under the headings, 本期销售 among them, other small customers as one account',
    `客户欠款明细表
     客户代码|客户名称|期初欠款|本期销售|本期回款|期末欠款
     ||元|元|万元|元
     D01|义乌市佳美饰品厂|1000|500|0.03|1200
     |其他零星客户|50|0|0|50
     |合　计|1050|500|0.03|1250`,
    [
      'title',
      'header',
      'header',
      '义乌市佳美饰品厂 D01 opening_balance=1000.00 debit=500.00 credit=300.00 receivable=1200.00',
      'summary-account',
      'total',
    ],
  ],
  [
    'numbered group rows',
    `楼层|房号|租户名称|联系电话|月租金
     一、A座
     1F|A101|杭州云帆软件有限公司|13857125001|24624
     二、B座
     2F|B201|王建国|13857125003|4562.5`,
    [
      'header',
      'group-header',
      '杭州云帆软件有限公司 13857125001 extra:分组=一、A座 / deal floor=1F monthly_rent=24624.00',
      'group-header',
      '王建国 13857125003 extra:分组=二、B座 / deal floor=2F monthly_rent=4562.50',
    ],
  ],
  [
    'name and number in one column, as its heading says',
    `登记时间|客户姓名/电话|小区
     2025-10-08|苗圃 13857151001|绿城桂花园
     2025-10-09|尤女士13857151002|万科城`,
    ['header', '苗圃 13857151001', '尤女士 13857151002'],
  ],
  [
    'the English name beside the Chinese one',
    `Client No.|Client Name (English)|客戶名稱|Contact Person|Tel
     HK-001|Fook Lee Trading Ltd|福利貿易有限公司|Peter Chan|+852 2789 1234`,
    ['header', '福利貿易有限公司 HK-001 Fook Lee Trading Ltd +85227891234 / +Peter Chan'],
  ],
  [
    'years of 民國 without the word, where the numbers are of Taiwan',
    `病歷號|姓名|出生日期|行動電話|地址
     000123|陳雅婷|74.03.12|0912-345-001|台中市西屯區
     000124|林國華|民國59年12月1日|0922345002|台中市北區`,
    ['header', '陳雅婷 000123 1985-03-12 +886912345001', '林國華 000124 1970-12-01 +886922345002'],
  ],
  [
    'who treats a patient is no customer, nor is the firm that insures a car',
    `患者姓名|医生|联系电话|保险公司
     周建平|孙主任|13857123001|平安保险公司
     钱红|李主任|13857123002|太平洋保险公司`,
    [
      'header',
      '周建平 孙主任 13857123001 extra:保险公司=平安保险公司',
      '钱红 李主任 13857123002 extra:保险公司=太平洋保险公司',
    ],
  ],
  [
    'a line of instructions above the header',
    `填写说明：1. 带*为必填；2. 手机号请填写11位数字
     *客户姓名|*手机号
     阮玲|13857146001`,
    ['note', 'header', '阮玲 13857146001'],
  ],
  [
    'the next visit is no visit',
    `日期|医院|科室|医生姓名|联系电话|拜访方式|沟通内容|下次拜访时间
     2025-10-09|市第一人民医院|心内科|周建平|13857123001|面谈|介绍新指南|2025-10-20`,
    ['header', '周建平 13857123001 / talk 2025-10-09 visit 介绍新指南'],
  ],
  [
    'kinds of contact at the front of a list are no labels of a form',
    `方式|日期|客户|内容
     电话|2025-01-01|张建国|问价格
     微信|2025-01-02|李秀英|发资料
     邮箱|2025-01-03|王小明|报价`,
    [
      'header',
      '张建国 / talk 2025-01-01 call 问价格',
      '李秀英 / talk 2025-01-02 message 发资料',
      '王小明 / talk 2025-01-03 email 报价',
    ],
  ],
  [
    'numbers of wives, agents and introducers are theirs',
    `房号|业主姓名|联系电话|配偶姓名|配偶电话|推荐人|推荐人电话
     1-101|宋江|13857164001|阎婆惜|13857164002|晁盖|13857164009
     1-102|卢俊义|13857164003
     1-201|空置`,
    [
      'header',
      '宋江 13857164001 family=阎婆惜 introducer=晁盖 / +阎婆惜 13857164002 / +晁盖 13857164009 / deal',
      '卢俊义 13857164003 / deal',
      'vacant-unit',
    ],
  ],
  [
    'a register of who came to the showroom, summed by day and by month',
    `展厅来店（电）客户登记表
     日期|来店/来电|客户姓名|联系电话|意向车型|销售顾问
     2025-11-01|来店|秦先生|13857160001|Model Y|小周
     小计||1组
     2025-11-02|来电|曹操|13857160003|Model 3|小吴
     本月合计||2组`,
    [
      'title',
      'header',
      '秦先生 13857160001 demand_type=Model Y / talk 2025-11-01 walk-in',
      'subtotal',
      '曹操 13857160003 demand_type=Model 3 / talk 2025-11-02 call',
      'subtotal',
    ],
  ],
]

describe('sheets of other trades', () => {
  it.each(cases)('%s', (_, sheet, wanted) => {
    expect(read(sheet.replaceAll(/^ +/gm, ''))).toEqual(wanted)
  })

  it('keeps with a deal whatever its row says of a customer who is known from another sheet', () => {
    const info: SheetInfo = {
      ...{ name: '订单', index: 1, hidden: false, merges: [], hiddenColumns: [], comments: new Map() },
      ...{ struckRows: new Set<number>(), typed: false, fileName: '客户.xlsx' },
    }
    const reader = createSheetReader(info, { today: '2026-01-01', customersKnown: true })
    const rows = [
      ['订单号', '收货人', '手机', '收货地址', '邮箱', '商品', '金额'],
      ['A1', '尹小小', '13857144001', '留下街道1号', 'yin@shop.example', '四件套', '99'],
    ]
    const [, order] = [...reader.push({ rowNumbers: [1, 2], rows }), ...reader.finish()]
    expect(order!.parties).toEqual([])
    expect(order!.deals[0]).toMatchObject({
      customer: { name: '尹小小', phone: '13857144001' },
      facts: [
        { field: 'email', value: 'yin@shop.example' },
        { field: 'address', value: '留下街道1号' },
      ],
    })
  })
})
