import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkOfDrafts } from '../../../src/domain/checks/drafts.ts'
import { proposeRepairs } from '../../../src/domain/checks/repairs/propose.ts'
import { contactTypes, type PartyChunk, type RepairProposal } from '../../../src/model/checks.ts'
import { checksText } from '../../../src/render/text/checks.ts'
import { address, contact, draft, type Given } from './parties.ts'

const propose = (given: Given) =>
  proposeRepairs(chunkOfDrafts([draft(given)])).map(({ repair, field, before, after }) => [
    repair,
    field,
    before,
    after,
  ])
const plain = { gender: 'M', birth: '1985' } as const

describe('a repair is proposed', () => {
  it.each<[string, unknown[][], Given]>([
    [
      'wide letters and spaces',
      [
        ['format-text', 'name', '王　建国', '王建国'],
        ['format-text', 'employer', 'ＡＢＣ  公司 ', 'ABC 公司'],
      ],
      { values: { name: '王　建国', employer: 'ＡＢＣ  公司 ' } },
    ],
    [
      'a name on the exchange',
      [['format-text', 'short_name', '万  科Ａ', '万科A']],
      { values: { short_name: '万  科Ａ' } },
    ],
    [
      'zero width characters',
      [['format-text', 'name', '王\u200b建国', '王建国']],
      { values: { name: '王\u200b建国' } },
    ],
    [
      'swapped name and company',
      [
        ['swap-name-company', 'name', '杭州宏达科技有限公司', '王建国'],
        ['swap-name-company', 'employer', '王 建国', '杭州宏达科技有限公司'],
      ],
      { values: { name: '杭州宏达科技有限公司', employer: '王 建国' } },
    ],
    [
      'a phone in the name',
      [
        ['split-name-phone', 'name', '王伟 138-5710-1234', '王伟'],
        ['split-name-phone', 'phone', null, '13857101234'],
      ],
      { values: { name: '王伟 138-5710-1234' }, contacts: [] },
    ],
    [
      'a phone in front of the name, known already',
      [['split-name-phone', 'name', '13857107788李梅', '李梅']],
      { values: { name: '13857107788李梅' } },
    ],
    ['a name with a number that nobody can dial', [], { values: { name: '王伟 1385710' }, contacts: [] }],
    ['a shop called by a number', [], { values: { kind: 'org', name: '杭州2688商行', uscc: '91330100799655058B' } }],
    [
      'a post behind the employer',
      [
        ['split-employer-title', 'employer', '杭州宏达科技有限公司销售总监', '杭州宏达科技有限公司'],
        ['split-employer-title', 'title', null, '销售总监'],
      ],
      { values: { employer: '杭州宏达科技有限公司销售总监' } },
    ],
    [
      'a district behind the city',
      [
        ['split-city-district', 'city', '杭州市西湖区', '杭州市'],
        ['split-city-district', 'district', null, '西湖区'],
      ],
      { addresses: [address({ city: '杭州市西湖区' })] },
    ],
    ['garbled', [['mojibake', 'name', '鏉庡洓', '李四']], { values: { name: '鏉庡洓' } }],
    [
      'spaces in a credit code',
      [['format-code', 'uscc', '9133 0100 7996 5505 8b', '91330100799655058B']],
      { values: { kind: 'org', name: '杭州宏达科技有限公司', uscc: '9133 0100 7996 5505 8b' } },
    ],
    [
      'an old citizen number',
      [['format-code', 'id_number', '110105491231002', '11010519491231002X']],
      { values: { ...plain, id_number: '110105491231002' } },
    ],
    [
      'birth and sex from the citizen number',
      [
        ['birth-from-id', 'birth', null, '1949-12-31'],
        ['gender-from-id', 'gender', null, 'F'],
      ],
      { values: { id_number: '11010519491231002X' } },
    ],
    [
      'e-mail domain',
      [['email-domain', 'email', 'li@163.con', 'li@163.com']],
      { contacts: [contact('email', 'li@163.con')] },
    ],
    [
      'unread e-mail',
      [['format-email', 'email', 'LI＠163.com', 'li@163.com']],
      { contacts: [contact('email', null, 'LI＠163.com')] },
    ],
    [
      'filler e-mail',
      [['placeholder-to-missing', 'email', 'test@test.com', null]],
      { contacts: [contact('email', 'test@test.com')] },
    ],
    [
      'filler phone',
      [['placeholder-to-missing', 'phone', '13800000000', null]],
      { contacts: [contact('mobile', '13800000000')] },
    ],
    [
      'unread phone',
      [['format-phone', 'phone', '(86)138-5710-7788', '13857107788']],
      { contacts: [contact('mobile', null, '(86)138-5710-7788')] },
    ],
    [
      'seven digits in Hefei',
      [['landline-digits', 'phone', '0551-2651234', '0551-62651234']],
      { contacts: [contact('landline', '0551-2651234')], addresses: [address({ city: '合肥市' })] },
    ],
    [
      'seven digits in Zhuzhou',
      [['landline-digits', 'phone', '0731-2651234', '0731-22651234']],
      { contacts: [contact('landline', '0731-2651234')], addresses: [address({ city: '株洲市' })] },
    ],
    [
      'a city from the area code',
      [['city-from-area-code', 'city', null, '杭州市']],
      { contacts: [contact('landline', '0571-88651234')], addresses: [address({ raw: '文三路 1 号' })] },
    ],
    [
      'a region from the area code',
      [['city-from-area-code', 'region', null, '杭州市']],
      { contacts: [contact('landline', '0571-88651234')], addresses: [] },
    ],
  ])('%s', (_what, wanted, given) => {
    expect(propose(given)).toEqual(wanted)
  })
})

describe('an e-mail address is mended', () => {
  it.each([
    ['li@@qq.com', 'li@qq.com'],
    ['421125550@qq', '421125550@qq.com'],
    ['guleiyu@163.', 'guleiyu@163.com'],
  ])('%s is %s', (raw, after) => {
    expect(propose({ contacts: [contact('email', null, raw)] })).toEqual([['email-mend', 'email', raw, after]])
  })

  it.each(['chenhai@jiahong71yk', '@qq.com', 'qq.com'])('%s is left alone', (raw) => {
    expect(propose({ contacts: [contact('email', null, raw)] })).toEqual([])
  })
})

describe('no repair is proposed', () => {
  it.each<[string, Given]>([
    ['nothing wrong', { values: { name: '王建国' } }],
    ['a phone that lost its digits', { contacts: [contact('mobile', null, '1.38571E+10')] }],
    ['a citizen number that lost its digits', { values: { ...plain, id_number: '330106198506012000' } }],
    ['a wrong check digit', { values: { ...plain, id_number: '110105194912310021' } }],
    [
      'seven digits, but which city?',
      { contacts: [contact('landline', '0731-2651234')], addresses: [address({ city: '杭州市' })] },
    ],
    ['an area code shared by cities', { contacts: [contact('landline', '0731-22651234')], addresses: [] }],
    ['Chinese brackets', { values: { kind: 'org', name: '宏达（杭州）科技有限公司' } }],
    ['a company as employer of a company-like name', { values: { name: '张伟', employer: '杭州宏达科技有限公司' } }],
    ['无 as phone', { contacts: [contact('other', null, '无')] }],
  ])('%s', (_what, given) => {
    expect(propose(given)).toEqual([])
  })
})

/** The chunk as it is after the proposals were agreed to. */
function apply(chunk: PartyChunk, proposals: readonly RepairProposal[]): PartyChunk {
  const values = Object.fromEntries(Object.entries(chunk.values).map(([field, column]) => [field, [...column!]]))
  const type = Array.from(chunk.contacts.type)
  const canonical = [...chunk.contacts.canonical]
  const city = [...chunk.addresses.city]
  const district = [...chunk.addresses.district]
  const [party, raw] = [Array.from(chunk.contacts.party), [...chunk.contacts.raw]]
  const gone = new Set<number>()
  for (const { field, partyId, place, after, params } of proposals) {
    if (field === 'city') city[place!] = after
    else if (field === 'district') district[place!] = after
    else if (field === 'phone' && place === undefined) {
      party.push(partyId - 1)
      raw.push(after!)
      canonical.push(after)
      type.push(contactTypes.indexOf(params['type'] as 'mobile'))
    } else if (field === 'phone' || field === 'email') {
      canonical[place!] = after
      if (after === null) gone.add(place!)
      if (typeof params['type'] === 'string') type[place!] = contactTypes.indexOf(params['type'] as 'mobile')
    } else {
      values[field] ??= new Array<string | null>(chunk.count).fill(null)
      values[field][partyId - 1] = after
    }
  }
  const kept = canonical.map((_, i) => i).filter((i) => !gone.has(i))
  return {
    ...chunk,
    values,
    contacts: {
      count: kept.length,
      party: kept.map((i) => party[i]!),
      type: kept.map((i) => type[i]!),
      raw: kept.map((i) => raw[i]!),
      canonical: kept.map((i) => canonical[i]!),
    },
    addresses: { ...chunk.addresses, city, district },
  }
}

describe('names in the script of the house', () => {
  it.each<[string, 'simplified' | 'traditional', string, string | null]>([
    ['to simplified', 'simplified', '後海貿易發展公司', '后海贸易发展公司'],
    ['simplified already', 'simplified', '杭州宏达', null],
    ['to traditional', 'traditional', '陈国华', '陳國華'],
    ['to traditional, where nobody can tell', 'traditional', '发展银行', null],
  ])('%s', (_what, script, name, wanted) => {
    const found = proposeRepairs(chunkOfDrafts([draft({ values: { name } })]), { script })
    expect(found.map(({ repair, after }) => [repair, after])).toEqual(wanted === null ? [] : [['script', wanted]])
  })
})

describe('laws', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '王 建国',
      '杭州宏达科技有限公司',
      '杭州宏达科技有限公司总经理',
      '王偉強13857107788',
      '13857107788 李婉婷',
      '後海貿易發展公司 0571-88651234',
      '鏉庡洓',
      'ＡＢ',
      '张伟',
      ' 李　娜\u200b',
      'José',
      'æ\u009dŽå››',
      '测试',
    ),
    fc.string({ unit: fc.constantFrom(...'王李张 　ＡＢab（）·鏉庡洓\u200bÕÅÈý\u009d'), minLength: 1, maxLength: 8 }),
  )
  const one = fc.record({
    values: fc.record({
      name: text,
      employer: text,
      id_number: fc.constantFrom(
        '110105491231002',
        '11010519491231002X',
        '330106198506012000',
        'e12345678',
        '11010519491231002x',
      ),
      uscc: fc.constantFrom('91330100799655058B', '9133 0100 7996 5505 8b', '913301007996550580', '12345678-9'),
      remark: text,
    }),
    contacts: fc.array(
      fc.constantFrom(
        contact('mobile', null, '(86)138-5710-7788'),
        contact('mobile', null, '0551 2651234'),
        contact('landline', '0551-2651234'),
        contact('landline', '0731-2651234'),
        contact('landline', '0571-88651234'),
        contact('mobile', '13800000000'),
        contact('email', null, 'LI＠163.con'),
        contact('email', 'test@test.com'),
        contact('email', null, 'li@@163.con'),
        contact('email', null, 'test@@test.com'),
        contact('email', null, '421@qq'),
        contact('mobile', null, '1.38E+10'),
      ),
      { maxLength: 4 },
    ),
    addresses: fc.array(
      fc.constantFrom(
        address({}),
        address({ city: '株洲市' }),
        address({ city: '合肥市' }),
        address({ city: '杭州市西湖区' }),
      ),
      {
        maxLength: 2,
      },
    ),
  })

  it('repairing twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), (givens) => {
        const chunk = chunkOfDrafts(givens.map((given) => draft(given)))
        for (const style of [{}, { script: 'simplified' }, { script: 'traditional' }] as const)
          expect(proposeRepairs(apply(chunk, proposeRepairs(chunk, style)), style)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('every proposal changes something, tells what stands there now, and has its words', () => {
    fc.assert(
      fc.property(one, (given) => {
        for (const { repair, before, after } of proposeRepairs(chunkOfDrafts([draft(given)]))) {
          expect(after).not.toBe(before)
          expect(Object.keys(checksText)).toContain(`repair.${repair}`)
        }
      }),
    )
  })
})
