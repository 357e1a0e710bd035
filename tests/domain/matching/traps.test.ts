import { describe, expect, it } from 'vitest'
import { scoreAgainst } from '../../../src/domain/matching/entry.ts'
import { matchRecords } from '../../../src/domain/matching/match.ts'
import { understandColumns } from '../../../src/domain/matching/understand.ts'
import type { MatchKind } from '../../../src/model/matching.ts'
import { tableOf } from './sample.ts'

const kinds: Record<string, MatchKind> = {
  名称: 'name',
  联系人: 'contact-name',
  手机: 'phone',
  座机: 'phone',
  证件: 'id-code',
  生日: 'date',
  地址: 'address',
}
type Row = (string | null)[]

/** People who have nothing to do with the trap, so that there is something to learn from. */
const others: Row[] = Array.from({ length: 60 }, (_, i) => {
  const name = `${'赵钱孙李周吴郑王冯陈'[i % 10]}${'一鸣国庆建华秀英德明丽娟志强海燕文博雪梅'.slice((i % 20) * 1, (i % 20) + 1)}${'安邦成达恩'[Math.floor(i / 12)]}`
  return [
    name,
    null,
    `138${String(57000000 + i * 7919).padStart(8, '0')}`,
    null,
    null,
    `19${60 + (i % 40)}-0${1 + (i % 9)}-1${i % 10}`,
    `杭州市西湖区文三路${i + 1}号`,
  ]
})

function autoTogether(rows: readonly Row[], a = 0, b = 1): boolean {
  const { autoClusters } = matchRecords(tableOf(kinds, [...rows, ...others]))
  return autoClusters[a] === autoClusters[b]
}

describe('traps', () => {
  it.each<[string, Row[], boolean]>([
    [
      'the same person written twice',
      [
        ['张伟明', null, '13957104821', null, null, '1985-06-01', '杭州市拱墅区翠苑小区3幢101室'],
        ['張偉明', null, '+86 139 5710 4821', null, null, '1985/6/1', '拱墅区翠苑小区3栋101'],
      ],
      true,
    ],
    [
      'twins on one phone',
      [
        ['滕语', null, '13957104821', null, null, '2011-09-11', '杭州市拱墅区翠苑小区3幢101室'],
        ['滕雨', null, '13957104821', null, null, '2011-09-11', '杭州市拱墅区翠苑小区3幢101室'],
      ],
      false,
    ],
    [
      'brothers',
      [
        ['蒋经国', null, '13957104821', null, null, '1980-01-02', '杭州市拱墅区翠苑小区3幢101室'],
        ['蒋纬国', null, '13957104821', null, null, '1982-03-04', '杭州市拱墅区翠苑小区3幢101室'],
      ],
      false,
    ],
    [
      'a couple on one phone',
      [
        ['王建国', null, '13957104821', null, null, null, '杭州市拱墅区翠苑小区3幢101室'],
        ['李秀兰', null, '13957104821', null, null, null, '杭州市拱墅区翠苑小区3幢101室'],
      ],
      false,
    ],
    [
      'namesakes in one city',
      [
        ['张伟', null, '13957104821', null, null, null, '杭州市拱墅区'],
        ['张伟', null, '13757106338', null, null, null, '杭州市拱墅区'],
      ],
      false,
    ],
    [
      'one name, two citizen numbers',
      [
        ['张伟明', null, '13957104821', null, '11010519491231002X', null, null],
        ['张伟明', null, '13957104821', null, '440524188001010014', null, null],
      ],
      false,
    ],
    [
      'sister firms of one boss',
      [
        ['杭州宏达科技有限公司', '陈宏', '13957104821', '0571-88651234', null, null, '杭州市西湖区文一路1号'],
        ['杭州宏达贸易有限公司', '陈宏', '13957104821', '0571-88651234', null, null, '杭州市西湖区文一路1号'],
      ],
      false,
    ],
    [
      'a firm and its branch',
      [
        ['杭州宏达科技有限公司', '陈宏', '13957104821', '0571-88651234', null, null, null],
        ['杭州宏达科技有限公司余姚分公司', '陈宏', '13957104821', '0571-88651234', null, null, null],
      ],
      false,
    ],
    [
      'the same firm, form left out',
      [
        ['杭州宏达科技有限公司', '陈宏', '13957104821', '0571-88651234', null, null, '杭州市西湖区文一路1号'],
        ['杭州宏达科技', '陈宏', '13957104821', '0571-88651234', null, null, '西湖区文一路1号'],
      ],
      true,
    ],
    [
      'one brand in two cities',
      [
        ['杭州宏达科技有限公司', null, null, '400-820-8820', null, null, null],
        ['宁波宏达科技有限公司', null, null, '400-820-8820', null, null, null],
      ],
      false,
    ],
    [
      'the same sound in pinyin only',
      [
        ['王植', null, '13957104821', null, null, null, null],
        ['王質', null, '13957104821', null, null, null, null],
      ],
      false,
    ],
    [
      'father and son of one name in one home',
      [
        ['Smith, John', null, '13957104821', null, null, '1954-03-31', '12 Main Street'],
        ['Smith, John', null, '13957104821', null, null, '1979-11-12', '12 Main Street'],
      ],
      false,
    ],
    [
      'Sr and Jr',
      [
        ['Smith Sr, Robert', null, '13957104821', null, null, null, '12 Main Street'],
        ['Smith Jr, Robert', null, '13957104821', null, null, null, '12 Main Street'],
      ],
      false,
    ],
    [
      'a shop and its owner',
      [
        ['何记理发店', '何静', '13957104821', null, null, null, null],
        ['何静', null, '13957104821', null, null, null, null],
      ],
      false,
    ],
  ])('%s', (_, rows, wanted) => {
    expect(autoTogether(rows)).toBe(wanted)
  })

  it.each<[string, Row[]]>([
    [
      'twins with two names',
      [
        ['Kusha, Mark', null, '13957104821', null, null, '1997-09-28', '1304 Poppy Hills Drive'],
        ['Kusha, Marsha', null, '13957104821', null, null, '1997-09-28', '1304 Poppy Hills Drive'],
        [null, null, '13957104821', null, null, null, '1304 Poppy Hills Drive'],
      ],
    ],
    [
      'father and son',
      [
        ['Smith, John', null, '13957104821', null, null, '1954-03-31', '12 Main Street'],
        ['Smith, John', null, '13957104821', null, null, '1979-11-12', '12 Main Street'],
        ['Smith, John', null, '13957104821', null, null, null, '12 Main Street'],
      ],
    ],
  ])('%s are kept apart though a third record may be either', (_, rows) => {
    const { clusters } = matchRecords(tableOf(kinds, [...rows, ...others]))
    expect(clusters[0]).not.toBe(clusters[1])
  })

  it.each<[string, string, string]>([
    ['given name', '王植', '王質'],
    ['whole name', '张伟', '章玮'],
    ['in another script', 'Wang Zhi', '王植'],
  ])('pinyin alone joins nobody, in no band (%s)', (_, one, other) => {
    const rows: Row[] = [
      [one, null, null, null, null, null, null],
      [other, null, null, null, null, null, null],
    ]
    const { clusters, autoClusters } = matchRecords(tableOf(kinds, [...rows, ...others]))
    expect(clusters[0]).not.toBe(clusters[1])
    expect(autoClusters[0]).not.toBe(autoClusters[1])
  })

  it('a mailbox made of the name is no second evidence at another host', () => {
    const named = { 姓名: 'person-name', 邮箱: 'email', 手机: 'phone' } as const
    const people = others.map(([name, , phone], i): Row => [name ?? null, `u${i * 7919}@x${i}.com`, phone ?? null])
    const rows: Row[] = [
      ['Jay Jones', 'jjones@jones.com', null],
      ['Jay Jones', 'jjones@fmail.org', null],
    ]
    const { autoClusters } = matchRecords(tableOf(named, [...rows, ...people]))
    expect(autoClusters[0]).not.toBe(autoClusters[1])
  })

  it('a switchboard of many names joins nobody, and is listed', () => {
    const surnames = [...'赵钱孙李周吴郑王冯陈']
    const rows = surnames.map(
      (surname, i): Row => [`${surname}大${'海山川林'[i % 4]}`, null, null, '0571-88000000', null, null, null],
    )
    const { clusters, hubs } = matchRecords(tableOf(kinds, [...rows, ...others]))
    expect(new Set(surnames.map((_, i) => clusters[i])).size).toBe(surnames.length)
    expect(hubs).toEqual([expect.objectContaining({ field: 'line', value: '057188000000', records: 10 })])
  })

  it('placeholder phones are no phones', () => {
    const rows: Row[] = [
      ['王明', null, '13800138000', null, null, null, null],
      ['王明', null, '13800138000', null, null, null, null],
    ]
    expect(autoTogether(rows)).toBe(false)
  })

  it('says why nothing was found', () => {
    const { stats } = matchRecords(tableOf({ 名称: 'name' }, [['张三丰'], ['李四光']]))
    expect(stats.messages.map((message) => message.code)).toContain('match-none-found')
  })
})

describe('at entry', () => {
  it('knows who is being typed in, and answers at once', () => {
    const { model } = matchRecords(
      tableOf(kinds, [
        ['张伟明', null, '13957104821', null, null, '1985-06-01', null],
        ['张伟明', null, '13957104821', null, null, '1985-06-01', null],
        ...others,
      ]),
    )
    const table = tableOf(kinds, [
      ['張偉明', null, '139 5710 4821', null, null, null, null],
      ['李明', null, '13957104821', null, null, null, null],
      ['张伟明', null, '13957104821', null, null, '1985-06-01', null],
    ])
    const started = performance.now()
    const hits = scoreAgainst(table, model)
    expect(performance.now() - started).toBeLessThan(50)
    expect(hits[0]).toMatchObject({ row: 2, band: 'sure', conflicts: [] })
    expect(hits.filter((hit) => hit.band === 'sure')).toHaveLength(1)
  })
})

describe('columns', () => {
  it.each<[string, string, string[], MatchKind]>([
    ['a heading in Chinese', '手机号码', ['13857101234'], 'phone'],
    ['a heading in English', 'Date of birth', ['1985-06-01'], 'date'],
    ['a heading that says nothing, by content', 'F3', ['13857101234', '13957101234', '13657101234'], 'phone'],
    ['e-mails by content', 'x', ['a@qq.com', 'b@163.com'], 'email'],
    ['firms under 名称', '名称', ['杭州宏达科技有限公司', '宁波海天厂'], 'org-name'],
    ['people and firms under 客户名称', '客户名称', ['张伟', '杭州宏达科技有限公司'], 'name'],
    ['row numbers', '记录编号', ['R0001', 'R0002'], 'ignore'],
    ['truth labels', 'cluster', ['1', '2'], 'ignore'],
    ['birth place is no date', 'birth_place', ['rutland', 'devon'], 'city'],
    ['a type of a number is no number', 'PASSPORT_COUNTRY', ['US'], 'ignore'],
    ['companies', 'Company Name', ['Acme Ltd'], 'org-name'],
    ['addresses by content', 'y', ['杭州市文三路100号', '3幢2单元101室'], 'address'],
  ])('%s', (_, heading, cells, wanted) => {
    expect(understandColumns([heading], [cells])[0]!.kind).toBe(wanted)
  })

  it('what is told comes first', () => {
    expect(understandColumns(['手机'], [['13857101234']], { 手机: 'ignore' })[0]).toEqual({
      name: '手机',
      kind: 'ignore',
      because: 'told',
    })
  })
})
