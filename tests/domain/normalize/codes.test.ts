import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizenCheckCharacter, parseCitizenId } from '../../../src/domain/normalize/citizen-id.ts'
import { parseEmail, parseEmails } from '../../../src/domain/normalize/email.ts'
import { parseUscc, usccCheckCharacter } from '../../../src/domain/normalize/uscc.ts'

const codes = (parsed: { ok: boolean; notes?: readonly { code: string }[] }): string[] =>
  (parsed.notes ?? []).map((note) => note.code)

describe('parseUscc', () => {
  it.each([
    '9152000071430580XT',
    '91110000710925462X',
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
    '91350100M000100Y43',
  ])('%s is right', (code) => expect(parseUscc(code)).toEqual({ ok: true, value: code }))
  it.each([
    ['lower case and spaces', ' 9133 0100 7996 5505 8b', '91330100799655058B', []],
    ['O and I', '9I44O3O5MA5DOIOI9E', '91440305MA5D01019E', ['uscc-letters-corrected']],
    ['full width', '９１４４０３００１９２２０３８２１６', '914403001922038216', []],
    ['one digit wrong', '914403001922038217', '914403001922038217', ['uscc-check']],
    ['15 digits', '330281725300123', '330281725300123', ['uscc-old-number']],
    ['organisation code', '71430580-X', '71430580X', ['uscc-organisation-code']],
  ])('%s', (_, text, value, notes) => {
    const parsed = parseUscc(text)
    expect(parsed.ok && parsed.value).toBe(value)
    expect(codes(parsed)).toEqual(expect.arrayContaining(notes))
  })
  it.each([
    ['91330100799655058', 'uscc-length'],
    ['9144030019220382160', 'uscc-length'],
    ['914403****22038216', 'uscc-masked'],
    ['9144AB001922038216', 'uscc-shape'],
  ])('%s is none', (text, code) => expect(parseUscc(text)).toMatchObject({ ok: false, reason: { code } }))

  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  const code = fc
    .tuple(
      fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
      fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
    )
    .map(([place, rest]) => {
      const body = `91${place.join('')}${rest.join('')}`
      return body + usccCheckCharacter(body)
    })
  it('any one character changed is noticed', () =>
    fc.assert(
      fc.property(code, fc.integer({ min: 8, max: 17 }), fc.constantFrom(...alphabet), (right, at, character) => {
        fc.pre(right[at] !== character)
        expect(parseUscc(right).ok && codes(parseUscc(right))).toEqual([])
        expect(codes(parseUscc(right.slice(0, at) + character + right.slice(at + 1)))).toContain('uscc-check')
      }),
    ))
})

describe('parseCitizenId', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'F'],
    ['440524188001010014', '1880-01-01', 'M'],
    ['34052419800101001X', '1980-01-01', 'M'],
    ['11010519491231002x', '1949-12-31', 'F'],
  ])('%s', (text, birth, gender) =>
    expect(parseCitizenId(text)).toMatchObject({
      ok: true,
      value: { id: text.toUpperCase(), birth, gender, valid: true },
    }),
  )

  it.each([
    ['110105194912310021', ['id-check']],
    ['330106199001019000', ['id-digits-lost']],
    [330106199001019000, ['id-digits-lost']],
    ['11010519491331002X', ['id-birth']],
    ['110105491231002', ['id-15-digits']],
  ])('%s is kept with a note', (cell, want) =>
    expect(codes(parseCitizenId(cell))).toEqual(expect.arrayContaining(want)),
  )

  it.each([
    ['3301**********1997', 'id-masked'],
    ['11010519491231', 'id-length'],
    ['1101051949123100', 'id-length'],
    ['E12345678', 'id-shape'],
    ['3.30106199001011E+17', 'id-digits-lost'],
  ])('%s is none', (text, code) => expect(parseCitizenId(text)).toMatchObject({ ok: false, reason: { code } }))

  it('an old number is the new one without century and check', () => {
    expect(parseCitizenId('110105491231002')).toMatchObject({ ok: true, value: { id: '11010519491231002X' } })
  })

  it('any one digit changed is noticed', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 28 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (day, sequence, at, by) => {
          const body = `330106199003${String(day + 1).padStart(2, '0')}${String(sequence).padStart(3, '0')}`
          const id = body + citizenCheckCharacter(body)
          expect(parseCitizenId(id)).toMatchObject({ ok: true, value: { valid: true } })
          const digit = String((Number(id[at]) + by) % 10)
          expect(parseCitizenId(id.slice(0, at) + digit + id.slice(at + 1))).toMatchObject({
            ok: true,
            value: { valid: false },
          })
        },
      ),
    ))
})

describe('the vectors of the facts', () => {
  it('all hold', () => {
    const VECTORS = JSON.parse(readFileSync('fixtures/facts/id-vectors.json', 'utf8')) as Record<
      string,
      Record<string, string> | string[]
    >
    const keys = (name: string): string[] =>
      Array.isArray(VECTORS[name]) ? VECTORS[name] : Object.keys(VECTORS[name]!)
    for (const code of [...keys('uscc_valid'), ...keys('uscc_valid_by_memory')])
      expect(parseUscc(code), code).toEqual({ ok: true, value: code })
    for (const code of keys('uscc_issued_but_check_fails')) expect(codes(parseUscc(code)), code).toContain('uscc-check')
    for (const code of keys('uscc_invalid'))
      expect(!parseUscc(code).ok || codes(parseUscc(code)).length > 0, code).toBe(true)
    for (const id of keys('id_valid'))
      expect(parseCitizenId(id), id).toMatchObject({ ok: true, value: { valid: true } })
    for (const id of keys('id_invalid'))
      expect(parseCitizenId(id), id).not.toMatchObject({ ok: true, value: { valid: true } })
  })
})

describe('e-mail', () => {
  it.each([
    ['plain', 'Hans.Mueller@NordicLight.example', ['hans.mueller@nordiclight.example']],
    [
      'display names',
      '"John Smith" <john@blueharbor.example>; ap@blueharbor.example',
      ['john@blueharbor.example', 'ap@blueharbor.example'],
    ],
    ['wide at', 'david＠wingshing.example', ['david@wingshing.example']],
    ['bounced', 'maria@casa-luz.example (bounced)', ['maria@casa-luz.example']],
    ['mailto', 'mailto:a@b.cn', ['a@b.cn']],
    ['label', '邮箱：a@b.cn', ['a@b.cn']],
    ['space before the at', 'x @y.com', ['x@y.com']],
    ['wide stop', 'a@qq。com', ['a@qq.com']],
    ['at and dot in words', 'tom at example dot com', ['tom@example.com']],
    ['comma and trailing stop', 'a@b.com，c@d.com.', ['a@b.com', 'c@d.com']],
    ['twice the same', 'a@b.com;A@B.com', ['a@b.com']],
    ['doubled at', 'ahmed@@desertrose.example', []],
    ['nothing', '无', []],
  ])('%s', (_, text, want) => expect(parseEmails(text).emails).toEqual(want))

  it('keeps a likely slip and says what it may be', () => {
    expect(parseEmail('zhang@qq.con')).toEqual({
      ok: true,
      value: 'zhang@qq.con',
      notes: [{ code: 'email-domain-typo', params: { domain: 'qq.con', suggestion: 'qq.com' } }],
    })
  })
  it.each(['张伟', 'a@', '@b.com', 'a@b', 'a b', 'a@b..com', 'a@-b.com'])('%j is no address', (text) =>
    expect(parseEmail(text).ok).toBe(false),
  )
  it('an address reads as itself', () =>
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), (email) => {
        const parsed = parseEmail(email)
        fc.pre(parsed.ok)
        expect(parsed.ok && parseEmail(parsed.value)).toMatchObject({ value: parsed.ok && parsed.value })
      }),
    ))
})
