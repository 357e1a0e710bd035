import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDateText } from '../../../src/domain/intake/cell-values.ts'
import { parseDate } from '../../../src/domain/normalize/date.ts'
import { parseEmails } from '../../../src/domain/normalize/email.ts'
import { foldKey } from '../../../src/domain/normalize/fold.ts'
import { parseOrgName, parseWholeOrgName } from '../../../src/domain/normalize/org-name.ts'
import { toPinyin } from '../../../src/domain/normalize/pinyin.ts'
import type { PartyDraft, RowReading } from '../../../src/model/intake.ts'
import {
  type PackedValue,
  packParty,
  packRow,
  placesOf,
  ROW,
  ROW_SIZE,
  unpackParty,
} from '../../../src/model/packed-rows.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../../src/model/party-columns.ts'

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const maybe = fc.option(text, { nil: undefined })
const valueKeys = ['name', ...PARTY_COLUMNS, ...CUSTOMER_COLUMNS]

const known = <T extends object>(one: T): T =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as T

const values = fc
  .record({
    kind: fc.constantFrom('person', 'org'),
    ...Object.fromEntries(valueKeys.map((key) => [key, maybe])),
  })
  .map((one) => known(one) as unknown as PartyDraft['values'])

const party: fc.Arbitrary<PartyDraft> = fc
  .record({
    role: fc.constantFrom('customer' as const, 'related' as const),
    values,
    contacts: fc.array(
      fc
        .record({
          type: fc.constant('mobile' as const),
          raw: text,
          canonical: fc.option(text),
          ext: maybe,
          label: maybe,
        })
        .map(known),
      { maxLength: 3 },
    ),
    addresses: fc.array(
      fc
        .record({ use: fc.constant('home' as const), raw: text, city: maybe, street: maybe, country: maybe })
        .map(known),
      { maxLength: 2 },
    ),
    aliases: fc.array(fc.record({ name: text, reason: fc.constant('former' as const) }), { maxLength: 2 }),
    facts: fc.array(fc.record({ field: text, value: text, raw: maybe }).map(known), { maxLength: 3 }),
    relation: fc.option(fc.record({ type: fc.constant('agent' as const), title: maybe }).map(known), {
      nil: undefined,
    }),
  })
  .map((one) => known(one) as unknown as PartyDraft)

describe('packed rows', () => {
  it('give every party back as it was, one behind the other', () => {
    fc.assert(
      fc.property(fc.array(party, { maxLength: 4 }), fc.array(text, { maxLength: 2 }), (parties, codes) => {
        const reading = {
          ...{ row: 7, fate: 'accepted', notes: codes.map((code) => ({ reason: { code } })) },
          ...{ parties, deals: [], interactions: [] },
        } as RowReading
        const rows: PackedValue[] = []
        packRow(rows, reading)
        packRow(rows, reading)
        const second = rows[ROW.size] as number
        expect(rows.length).toBe(2 * second)
        expect(rows[second + ROW.parties]).toBe(parties.length)
        let at = second + ROW_SIZE
        for (const one of parties) {
          expect(unpackParty(rows, at)).toEqual(one)
          at = placesOf(rows, at, { contacts: 0, addresses: 0, aliases: 0, facts: 0, end: 0 }).end
        }
        expect(at).toBe(rows.length)
      }),
    )
  })

  it('hold the columns in the order of the tables', () => {
    const packed: PackedValue[] = []
    const all = Object.fromEntries(valueKeys.map((key) => [key, key])) as unknown as PartyDraft['values']
    const nothing = { contacts: [], addresses: [], aliases: [], facts: [] }
    packParty(packed, { role: 'customer', values: { ...all, kind: 'org' }, ...nothing })
    expect(packed.slice(-PARTY_COLUMNS.length - CUSTOMER_COLUMNS.length)).toEqual([
      ...PARTY_COLUMNS,
      ...CUSTOMER_COLUMNS,
    ])
  })
})

describe('short ways of reading', () => {
  it.each(['2024-03-05', '24.3.5', '20240305', '3月5日', '2024年3月5日', '45000', '无', '三月', '2024-02-30', '3-5'])(
    'read %s as the long way does, with or without a year beside',
    (date) => {
      const dates = {}
      for (const year of [undefined, 2021, 2023, undefined, 2021])
        expect(readDateText(date, dates, year)).toEqual(parseDate(date, year === undefined ? {} : { year }))
    },
  )

  it.each([
    '杭州宏达科技有限公司',
    '宏达科技（原大宏贸易）',
    '宏达公司 王总',
    'Hangzhou Hongda Co., Ltd. (old)',
    '远东贸易有限公司 Far East Trading',
    '',
    '无',
  ])('tell the same whole name of %s', (name) => {
    const [long, short] = [parseOrgName(name), parseWholeOrgName(name)]
    expect(short.ok).toBe(long.ok)
    if (short.ok && long.ok) expect(long.value).toMatchObject(short.value)
    if (short.ok && long.ok) expect(long.notes).toEqual(short.notes)
  })

  it('find one plain address as they find it among others', () => {
    const part = fc.stringMatching(/^[a-z0-9_%+-][a-z0-9._%+-]{0,8}$/)
    fc.assert(
      fc.property(part, fc.stringMatching(/^[a-z0-9.-]{1,10}$/), (user, host) => {
        const one = parseEmails(`${user}@${host}`)
        const among = parseEmails(`${user}@${host} `)
        expect({ emails: one.emails, notes: one.notes }).toEqual({ emails: among.emails, notes: among.notes })
      }),
    )
  })

  it('fold keys and read aloud alike', () => {
    const name = fc.string({ maxLength: 6, unit: fc.constantFrom(...'张偉王a B1欧阳曾·é，') })
    fc.assert(
      fc.property(name, (one) => {
        expect(foldKey(one)).toBe(foldKey(` ${one}`))
        expect(toPinyin(one, '').pinyin).toBe(toPinyin(one).pinyin.replaceAll(' ', ''))
      }),
    )
  })
})
