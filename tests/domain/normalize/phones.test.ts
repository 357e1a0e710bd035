import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../../src/domain/normalize/phone.ts'
import { parsePhones } from '../../../src/domain/normalize/phones.ts'

/** Numbers as `type number转ext(label)`, unread ones as `!reason`, the rest after `|`. */
function short(cell: string | number, areaCode?: string): string {
  const { phones, unread, rest } = parsePhones(cell, areaCode === undefined ? {} : { areaCode })
  const parts = phones.map(
    (p) => `${p.type} ${p.canonical}${p.ext ? `转${p.ext}` : ''}${p.label ? `(${p.label})` : ''}`,
  )
  parts.push(...unread.map(({ reason }) => `!${reason.code}`))
  return parts.join(' + ') + (rest === '' ? '' : ` | ${rest}`)
}

describe('parsePhones', () => {
  it.each([
    ['plain', '13857101234', 'mobile 13857101234'],
    ['a number cell', 13857101234, 'mobile 13857101234'],
    ['spaces', '138 5710 1235', 'mobile 13857101235'],
    ['hyphens', '138-5710-1235', 'mobile 13857101235'],
    ['four and seven', '1385 710 1235', 'mobile 13857101235'],
    ['full width', '１３８５７１０１２３５', 'mobile 13857101235'],
    ['no-break and trailing spaces', '138\u00a05710\u00a01235 \t', 'mobile 13857101235'],
    ['zero width inside', '138\u200b57108005', 'mobile 13857108005'],
    ['apostrophe', "'13857104001", 'mobile 13857104001'],
    ['+86', '+86 186 5710 4003', 'mobile 18657104003'],
    ['86-', '86-18657104003', 'mobile 18657104003'],
    ['0086', '008618657104003', 'mobile 18657104003'],
    ['(86)', '(86)13857101234', 'mobile 13857101234'],
    ['leading 0', '013857101234', 'mobile 13857101234'],
    ['IP prefix', '1795113857101234', 'mobile 13857101234'],
    ['float', '13857101234.0', 'mobile 13857101234'],
    ['exact scientific', '1.3957104002E+10', 'mobile 13957104002'],
    ['lossy scientific', '1.38571E+10', '!phone-digits-lost'],
    ['letters', '138571040O1', 'mobile 13857104001'],
    ['l for 1', 'l385710400l', 'mobile 13857104001'],
    ['masked', '138****6677', '!phone-masked'],
    ['masked with x', '138xxxx6677', '!phone-masked'],
    ['too short', '1395710125', '!phone-length'],
    ['too long', '139571012555', '!phone-length'],
    ['nothing', '—', ''],
    ['zero', '0', ''],
    ['words only', '没留电话', ' | 没留电话'],
  ])('mobile: %s', (_, cell, want) => expect(short(cell)).toBe(want))

  it.each([
    ['area code of four', '0571-88651234', 'landline 0571-88651234'],
    ['of three', '010-65551234', 'landline 010-65551234'],
    ['glued', '02188651234', 'landline 021-88651234'],
    ['brackets', '(0571)88651234', 'landline 0571-88651234'],
    ['wide brackets', '（0571）8865 1234', 'landline 0571-88651234'],
    ['space', '0755 26106002', 'landline 0755-26106002'],
    ['em dash', '0571—88651234', 'landline 0571-88651234'],
    ['three groups', '010-6555-1234', 'landline 010-65551234'],
    ['seven digits', '0572-2123456', 'landline 0572-2123456'],
    ['+86 without 0', '+86-571-88651234', 'landline 0571-88651234'],
    ['86 and extension', '86-571-88651234-801', 'landline 0571-88651234转801'],
    ['lost zero', '57188651234', 'landline 0571-88651234'],
    ['lost zero of 010', '1065213688', 'landline 010-65213688'],
    ['转', '0571-88651235转8012', 'landline 0571-88651235转8012'],
    ['分机', '0571-88651235分机801', 'landline 0571-88651235转801'],
    ['ext.', '0571-88651235 ext.812', 'landline 0571-88651235转812'],
    ['hyphen extension', '0571-88651235-8012', 'landline 0571-88651235转8012'],
    ['two extensions', '0571-88651235转9999、9998', 'landline 0571-88651235转9999/9998'],
    ['a code that went into another', '0732-2345678', 'landline 0731-52345678'],
    ['one whose new digit is not known', '0378-2345678', 'landline 0378-2345678'],
    ['no area', '88651234', 'landline 88651234'],
    ['400', '400-820-8820', 'service 400-820-8820'],
    ['400 glued', '4008208820', 'service 400-820-8820'],
    ['400 with extension', '400-820-8820转2', 'service 400-820-8820转2'],
    ['bank', '95588', 'service 95588'],
  ])('landline and service: %s', (_, cell, want) => expect(short(cell)).toBe(want))

  it('fills an area code in from the hint, where the length fits', () => {
    expect(short('88651234', '0571')).toBe('landline 0571-88651234')
    expect(short('8865123', '0571')).toBe('landline 8865123')
  })

  it.each([
    ['slash', '13857101236/0571-88651234', 'mobile 13857101236 + landline 0571-88651234'],
    ['space', '13857101234 13957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['Chinese comma', '13857101234、13957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['wide comma', '13857101234，13957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['semicolon', '13857101234；13957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['line break', '13857101234\n13957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['或', '13857101234或13957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['other ending', '0571-88651234/35', 'landline 0571-88651234 + landline 0571-88651235'],
    ['two lines with a hyphen between', '0571-88651234-88651235', 'landline 0571-88651234 + landline 0571-88651235'],
    ['area said once', '0571-88651234、88651235', 'landline 0571-88651234 + landline 0571-88651235'],
    ['glued', '1385710123413957101234', 'mobile 13857101234 + mobile 13957101234'],
    ['line break inside', '1385710\n1234', 'mobile 13857101234'],
    ['a good and a bad one', '13857101234/138571', 'mobile 13857101234 + !phone-length'],
  ])('several: %s', (_, cell, want) => expect(short(cell)).toBe(want))

  it.each([
    ['before', '老公电话13857103005', 'mobile 13857103005(老公电话)'],
    ['behind', '13857103005 老公电话', 'mobile 13857103005(老公电话)'],
    ['in brackets', '13957106006（儿子）', 'mobile 13957106006(儿子)'],
    ['WeChat', '13857101234（微信同号）', 'mobile 13857101234(微信同号)'],
    ['fax', '传真：0571-88651234', 'landline 0571-88651234(传真)'],
    ['手机 says nothing', '手机：13857101234', 'mobile 13857101234'],
    ['M: says nothing', 'M:13857101234', 'mobile 13857101234'],
    ['a name', '李静13857101235', 'mobile 13857101235 | 李静'],
    ['whose it is', '王总：13857101234', 'mobile 13857101234(王总)'],
    ['accounts', 'wx123456789', ' | wx123456789'],
    ['QQ', 'QQ:12345678', ' | QQ:12345678'],
    ['an address for mail', '13857101234@139.com', ' | 13857101234@139.com'],
    ['an agent', '链家小王 13957103999带看', 'mobile 13957103999 | 链家小王 带看'],
    ['no number at all', '电话空号 吴磊 1385710700', '!phone-length | 电话空号 吴磊'],
  ])('label or words: %s', (_, cell, want) => expect(short(cell)).toBe(want))

  it.each([
    ['German with (0)', '+49 (0)40 123456-78', 'intl +494012345678'],
    [
      '001 and a label',
      '001-212-555-0142 / WhatsApp +1 917 555 0143',
      'intl +12125550142 + intl +19175550143(WhatsApp)',
    ],
    ['the same country again', '+852 2345 6789 / 9123 4567', 'intl +85223456789 + intl +85291234567'],
    ['00852', '00852-23456789', 'intl +85223456789'],
    ['Brazil', '+55 11 91234-5678', 'intl +5511912345678'],
    ['without +', '971501234567', 'intl +971501234567'],
    ['0061', '0061 3 9123 4567', 'intl +61391234567'],
    ['country in brackets', '(1) 3215551234', 'intl +13215551234'],
    ['America without +', '1-800-555-0199', 'intl +18005550199'],
    ['not in use in its plan', '(49) 1500337799', 'intl +491500337799'],
  ])('abroad: %s', (_, cell, want) => expect(short(cell)).toBe(want))

  it.each(['13800000000', '13800138000', '11111111111', '12345678901', '88888888', '13888888888'])(
    '%s is a placeholder, kept with a note',
    (cell) => {
      const { phones, notes } = parsePhones(cell)
      expect(phones).toHaveLength(1)
      expect(notes.map((note) => note.code)).toContain('phone-placeholder')
    },
  )

  it.each([
    ['14012345679', 'phone-segment'],
    ['16812345670', 'phone-segment'],
    ['57188651234', 'phone-zero-restored'],
    ['138571040O1', 'phone-letter-for-digit'],
    ['88651234', 'phone-no-area'],
    ['0571-8865123', 'phone-old-length'],
    ['1.395710400E+10', 'phone-zeros-restored'],
  ])('%s carries %s', (cell, code) => expect(parsePhones(cell).notes.map((note) => note.code)).toContain(code))

  it.each(['13857101234', '14912345670', '19212345670', '16101234567', '17051234567'])('%s is in use', (cell) =>
    expect(parsePhones(cell).notes).toEqual([]),
  )
})

const segment = fc.constantFrom('130', '138', '139', '147', '150', '166', '173', '186', '191', '198')
const mobile = fc.tuple(segment, fc.integer({ min: 10_000_000, max: 98_765_432 })).map(([head, tail]) => head + tail)
const dress = fc.constantFrom(
  (m: string) => m,
  (m: string) => `${m.slice(0, 3)} ${m.slice(3, 7)} ${m.slice(7)}`,
  (m: string) => `${m.slice(0, 3)}-${m.slice(3, 7)}-${m.slice(7)}`,
  (m: string) => `+86${m}`,
  (m: string) => `0086 ${m}`,
  (m: string) => `${m}.0`,
  (m: string) => `手机：${m}`,
  (m: string) => `0${m}`,
)

describe('laws', () => {
  it('any dress of a mobile reads the same', () =>
    fc.assert(
      fc.property(mobile, dress, (number, put) => {
        const read = parsePhone(put(number))
        expect(read.ok && read.value.canonical).toBe(number)
      }),
    ))

  it('a canonical number reads as itself', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          '0571-88651234转8012',
          '400-820-8820',
          '+4930123456',
          '13857101234',
          '0572-2123456',
          '(0755)26106002-3',
        ),
        (cell) => {
          const first = parsePhone(cell)
          if (!first.ok) throw new Error(cell)
          const again = parsePhone(first.value.canonical)
          expect(again.ok && again.value.canonical).toBe(first.value.canonical)
        },
      ),
    ))

  it('two in a cell are two, and no digit is made up', () =>
    fc.assert(
      fc.property(mobile, mobile, fc.constantFrom('/', '、', ' ', '；', '\n', ', '), (a, b, between) => {
        const { phones } = parsePhones(a + between + b)
        expect(phones.map((phone) => phone.canonical)).toEqual([a, b])
      }),
    ))

  it('never throws, and every digit it gives was in the cell', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+()/、 转*.eEOl张电话\n#') }), (cell) => {
        const { phones } = parsePhones(cell)
        for (const phone of phones) expect(phone.canonical).toMatch(/^\+?[\d-]+$/)
      }),
      { numRuns: 500 },
    ))
})
