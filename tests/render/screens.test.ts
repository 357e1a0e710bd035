import { describe, expect, it } from 'vitest'
import type { ClusterView, CustomerView, PairView } from '../../src/model/view.ts'
import { clusterText } from '../../src/render/cluster.ts'
import { customerText } from '../../src/render/customer.ts'
import { differing, pairText } from '../../src/render/pair.ts'
import { displayWidth } from '../../src/render/width.ts'

const customer: CustomerView = {
  code: 'C000123',
  name: '欧阳雪',
  headline: ['个人', 'B 重要客户', '负责人 李敏', '有效'],
  first: [
    { label: '手机', value: '13800000000', state: 'verified', from: ['来访登记.xlsx 第 12 行'] },
    {
      label: '工作单位',
      value: '宁波海曙样板贸易有限公司（新注册的一个名字很长很长的单位，必须折到下一行）',
      state: 'unverified',
      from: ['来访登记.xlsx 第 12 行'],
      remark: '与名片不同',
    },
    { label: '生日', value: '农历 8 月 15 日', state: 'doubtful', from: ['李敏 2026-11-02'] },
  ],
  warnings: ['电话与 C000124 共用', '跟进已过期 3 天'],
  sections: [
    { key: 'basic', title: '基本', values: [{ label: '称呼', value: '女士\u202e' }] },
    {
      key: 'deals',
      title: '成交',
      table: {
        key: 'deals',
        title: '',
        columns: [
          { key: 'on', title: '日期', type: 'date' },
          { key: 'amount', title: '金额', type: 'money', unit: '元', total: true },
        ],
        rows: [['2026-11-01', 123_456]],
      },
    },
    { key: 'none', title: '喜好' },
  ],
}

describe('one customer', () => {
  it('shows the first screen, warnings, sections, and each source once', () =>
    expect(customerText(customer, { width: 60, lang: 'zh' })).toBe(`C000123  欧阳雪
个人 · B 重要客户 · 负责人 李敏 · 有效

  手机      13800000000 ✓ [1]
  工作单位  宁波海曙样板贸易有限公司（新注册的一个名字很长很
            长的单位，必须折到下一行） (与名片不同) ○ [1]
  生日      农历 8 月 15 日 ? [2]

请留意
  ! 电话与 C000124 共用
  ! 跟进已过期 3 天

■ 基本
  称呼      女士⟨U+202E⟩

■ 成交
日期        金额（元）
──────────────────────
2026-11-01    1,234.56
──────────────────────
合计          1,234.56

■ 喜好
  没有内容

✓ 已核实   ○ 未核实   ? 有疑
来源
  [1] 来访登记.xlsx 第 12 行
  [2] 李敏 2026-11-02
`))

  it.each([40, 60, 80, 120])('stays within %i columns', (width) =>
    expect(
      customerText(customer, { width, lang: 'en' })
        .split('\n')
        .filter((line) => displayWidth(line) > width),
    ).toEqual([]),
  )
})

const pair: PairView = {
  a: { code: 'C000123', from: '来访登记.xlsx' },
  b: { code: 'C000987' },
  rows: [
    { label: '姓名', a: '欧阳雪', b: '欧阳雷', sign: 'close' },
    { label: '手机', a: '13800000000', b: '13800000000', sign: 'same' },
    { label: '工作单位', a: '宁波海曙样板贸易有限公司', b: null, sign: 'one-sided' },
    { label: '生日', a: '1985-06-01', b: '1990-01-02', sign: 'different' },
  ],
  evidence: [
    { text: '生日不同', weight: -410 },
    { text: '手机相同', weight: 1_234 },
  ],
  weight: 824,
  probability: 0.9967,
}

describe('a pair', () => {
  it('stands side by side, differences marked by signs', () =>
    expect(pairText(pair, { width: 60, lang: 'zh' })).toBe(`          C000123                     C000987
          来自 来访登记.xlsx
────────────────────────────────────────────────────────────
姓名      欧阳‹雪›                ≈   欧阳‹雷›
手机      13800000000             ＝  13800000000
工作单位  宁波海曙样板贸易有限公  ·
          司
生日      1985-06-01              ≠   1990-01-02

＝ 相同   ≈ 相近（‹ › 里不同）   ≠ 不同   · 只有一边有

依据
  +12.3  手机相同
   -4.1  生日不同
  合计 +8.2 · 是同一客户的可能：99.7%
`))

  it.each([40, 60, 80])('stays within %i columns', (width) =>
    expect(
      pairText(pair, { width, lang: 'en' })
        .split('\n')
        .filter((line) => displayWidth(line) > width),
    ).toEqual([]),
  )

  it.each([
    ['13800000000', '13800000001', '1380000000‹0›', '1380000000‹1›'],
    ['张三', '张小三', '张三', '张‹小›三'],
    ['abc', 'abc', 'abc', 'abc'],
    ['', 'x', '', '‹x›'],
    ['aa', 'aaa', 'aa', 'aa‹a›'],
  ])('%s against %s', (a, b, left, right) => expect(differing(a, b)).toEqual([left, right]))
})

const cluster: ClusterView = {
  labels: ['姓名', '手机'],
  members: [
    { code: 'C000001', values: ['欧阳雪', '13800000000'] },
    { code: 'C000002', values: ['欧阳雪', null] },
    { code: 'C000003', values: ['欧阳小雪', '13800000000'] },
  ],
  evidence: [],
}

it('a cluster shows one record a line, and those taken out', () =>
  expect(clusterText(cluster, new Set([3]), { width: 60, lang: 'zh' })).toBe(`序号     客户编号  姓名      手机
────────────────────────────────────────
   1     C000001   欧阳雪    13800000000
   2     C000002   欧阳雪
   3  ✂  C000003   欧阳小雪  13800000000

✂ 拆出
`))
