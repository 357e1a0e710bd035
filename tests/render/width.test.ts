import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip, displayWidth, padTo, visible, wrap } from '../../src/render/width.ts'

describe('display width', () => {
  it.each([
    ['ASCII', 'kehu', 4],
    ['hanzi', '客户', 4],
    ['mixed', 'A级客户1', 8],
    ['full-width digits', '１２３', 6],
    ['combining acute', 'e\u0301', 1],
    ['many marks on one letter', 'Z\u0351\u036b\u0343', 1],
    ['emoji', '😀', 2],
    ['family joined by zero-width joiners', '👨‍👩‍👧', 2],
    ['flag', '🇨🇳', 2],
    ['keycap', '1️⃣', 2],
    ['hanzi beyond the basic plane', '𠮷', 2],
    ['hanzi with a variation selector', '葛\u{e0100}', 2],
    ['middle dot in a name', '阿卜杜拉·买买提', 15],
    ['half-width kana', 'ｶﾅ', 2],
    ['nothing', '', 0],
  ])('%s', (_, text, width) => expect(displayWidth(text)).toBe(width))
})

describe('visible', () => {
  it.each([
    ['escape sequence', '\u001b[31mred', '␛[31mred'],
    ['line end', '甲\n乙', '甲↵乙'],
    ['right-to-left override', 'a\u202eb', 'a⟨U+202E⟩b'],
    ['zero-width space', '张\u200b三', '张⟨U+200B⟩三'],
    ['byte order mark', '\ufeff名', '⟨U+FEFF⟩名'],
    ['lone surrogate', '\ud800x', '⟨U+D800⟩x'],
    ['emoji is left whole', '👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%s', (_, text, shown) => expect(visible(text)).toBe(shown))

  it('leaves nothing that can move the cursor', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(visible(text)),
      ),
    ))
})

describe('clip and pad', () => {
  it.each([
    ['客户名册', 8, '客户名册'],
    ['客户名册', 7, '客户名…'],
    ['客户名册', 6, '客户…'],
    ['客户', 1, '…'],
    ['客户', 0, ''],
  ])('%s in %i', (text, width, clipped) => expect(clip(text, width)).toBe(clipped))

  it('a clipped text fits, and a padded one fills', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, width) => {
        const shown = clip(visible(text), width)
        expect(displayWidth(shown)).toBeLessThanOrEqual(width)
        expect(displayWidth(padTo(shown, width, 'right'))).toBe(width)
      }),
    ))
})

describe('wrap', () => {
  it('stays within its width and loses nothing but blanks', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('客', '户', '，', '。', 'a', 'Bc', ' ', '3', '）', 'é'), { maxLength: 60 }),
        fc.integer({ min: 6, max: 40 }),
        (parts, width) => {
          const text = parts.join('')
          const lines = wrap(text, width)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    ))

  it.each([
    ['words', 'new customers of the week', 12, ['new', 'customers of', 'the week']],
    ['hanzi', '本周新增客户来源', 8, ['本周新增', '客户来源']],
    ['no closing mark at a line start', '本周新增，客户', 8, ['本周新', '增，客户']],
    ['a word longer than the line', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['nothing', '', 10, ['']],
  ])('%s', (_, text, width, lines) => expect(wrap(text, width)).toEqual(lines))
})
