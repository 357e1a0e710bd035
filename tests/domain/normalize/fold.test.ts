import fc from 'fast-check'
import * as OpenCC from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { foldKey, foldText, toSimplified } from '../../../src/domain/normalize/fold.ts'
import { isMissing, isMissingIdentity, isSameAsAbove } from '../../../src/domain/normalize/missing.ts'

describe('foldText', () => {
  it.each([
    ['nothing to do', '张伟 13857101234', '张伟 13857101234'],
    ['full width', '１３８，ＡＢＣ（甲）', '138,ABC(甲)'],
    ['ideographic and no-break spaces', '\u3000张\u00a0伟\u3000', '张 伟'],
    ['zero width, BOM, bidi', '\ufeff张\u200b伟\u202e\u2066', '张伟'],
    ['NUL and tabs', 'a\u0000b\t\tc\r\nd', 'ab c d'],
    ['rare characters stay', '𬭎达㛃䶮', '𬭎达㛃䶮'],
    ['empty', '', ''],
  ])('%s', (_, text, folded) => expect(foldText(text)).toBe(folded))

  it('is its own fixed point', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldText(text)
        expect(foldText(once)).toBe(once)
        expect(once).toBe(once.trim())
      }),
    ))
})

describe('foldKey', () => {
  it.each([
    ['case and spaces', ' Blue  HARBOR ', 'blueharbor'],
    ['traditional', '買買提．艾力', '买买提.艾力'],
    ['headings', ' 姓　 名 ', '姓名'],
  ])('%s', (_, text, key) => expect(foldKey(text)).toBe(key))

  it('does not depend on script, case or width', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldKey(foldKey(text))).toBe(foldKey(text))
        expect(foldKey(text.toLowerCase())).toBe(foldKey(foldKey(text).toLowerCase()))
      }),
    ))
})

describe('toSimplified', () => {
  it('agrees with opencc on single characters', () => {
    const convert = OpenCC.Converter({ from: 't', to: 'cn' })
    for (const character of '臺灣後裡髮發買賣東車龍門馬鳥魚麥黃齊齒龜體國學醫藥廠灣區號樓層乾幹') {
      expect(toSimplified(character)).toBe(convert(character))
    }
  })
  it('keeps positions', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(toSimplified(text)).toHaveLength(text.length)),
    ))
})

describe('missing', () => {
  it.each([
    '',
    ' ',
    '/',
    '无',
    '—',
    '-',
    '不详',
    '未留',
    '暂无',
    'N/A',
    'null',
    '空',
    '？',
    '待补',
    '－',
    '無',
    '#N/A',
    '　',
  ])('%j stands for nothing', (text) => expect(isMissing(text)).toBe(true))
  it.each(['0', '无锡', '空港', '张无', '同上', '未央区'])('%j is a value', (text) =>
    expect(isMissing(text)).toBe(false),
  )
  it('zeros are no identity', () => {
    expect(isMissingIdentity('0')).toBe(true)
    expect(isMissingIdentity('00000000')).toBe(true)
    expect(isMissingIdentity('10')).toBe(false)
  })
  it.each(['同上', '〃', '"', '″', '同', ' 同上 '])('%j repeats the cell above', (text) =>
    expect(isSameAsAbove(text)).toBe(true),
  )
  it.each(['', '同仁堂', '-'])('%j does not', (text) => expect(isSameAsAbove(text)).toBe(false))
})
